import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { disableAccount, inviteMember } from '../../../server/access/accounts/index.ts'
import { createSeal } from '../../../server/access/sealing/index.ts'
import {
  createProvider,
  createSignOnDoor,
  type SignOnDeps,
} from '../../../server/access/single-sign-on/index.ts'
import type { SignOnSettings } from '../../../server/platform/config/index.ts'
import {
  startIdentityProvider,
  type IdentityProvider,
  type KnownPerson,
} from '../../support/identity-provider.ts'
import { ORIGIN } from '../../support/software-key.ts'
import { openBrowser, createSite } from '../access-site.ts'
import { OPERATOR } from '../access-world.ts'
import { cookiesOf, createSignInWorld, YANN, type SignInBrowser, type SignInWorld } from '../sign-in-world.ts'

const CALLBACK = '/login/sso/callback'
const urls = { redirectUri: `${ORIGIN}${CALLBACK}`, afterLogout: `${ORIGIN}/login` }
const YANN_THERE: KnownPerson = { sub: 'yann-there', email: YANN.email, emailVerified: true }

let provider: IdentityProvider
let world: SignInWorld

beforeAll(async () => {
  provider = await startIdentityProvider(urls)
})
afterAll(() => provider.stop())
beforeEach(async () => {
  world = await createSignInWorld()
  // the provider is a real one: its tokens are of this very moment
  world.wait({ minutes: (Date.now() - world.clock.now().getTime()) / 60_000 })
})

const settingsOf = (from: IdentityProvider): SignOnSettings => ({
  issuer: from.issuer,
  clientId: from.client.id,
  clientSecret: from.client.secret,
  label: 'ProConnect',
  secondFactor: ['mfa', 'eidas2'],
})

/** The site with single sign-on, and a browser that opens it. */
async function browse(settings = settingsOf(provider)) {
  const singleSignOn: SignOnDeps = {
    db: world.db,
    clock: world.clock,
    publicUrl: ORIGIN,
    signOnSeal: createSeal(new Uint8Array(32).fill(5)),
    provider: createProvider(settings, world.log),
  }
  const site = createSite(world, { singleSignOn, signOn: createSignOnDoor(singleSignOn) })
  return { site, browser: await openBrowser(world, site) }
}

const pathOf = (url: URL): string => `${url.pathname}${url.search}`
const isIn = (answer: Parameters<typeof cookiesOf>[0]): boolean => 'passerelle_session' in cookiesOf(answer)

async function leave(browser: SignInBrowser, next = ''): Promise<string> {
  const answer = await browser.open(`/login/sso${next === '' ? '' : `?next=${encodeURIComponent(next)}`}`)
  return String(answer.headers['location'])
}

/** Leaves, is this person over there, comes back. */
async function signOn(browser: SignInBrowser, person: KnownPerson, next = '') {
  const back = await provider.visit(await leave(browser, next), person)
  return browser.open(pathOf(back))
}

const linked = () => world.db<{ subject: string; account_id: string }>('sign_on_identities')

describe('signing in through one’s organisation', () => {
  test('is offered on the page, in the words of the installation', async () => {
    const { browser } = await browse()
    expect((await browser.open('/login')).text).toContain('Se connecter avec ProConnect')
    const without = await world.browse()
    expect((await without.open('/login')).text).not.toContain('/login/sso')
    expect((await without.open('/login/sso')).status).toBe(404)
    expect((await without.open(CALLBACK)).status).toBe(404)
  })

  test('asks with a code, PKCE, state and nonce, and comes back to the page that was asked for', async () => {
    const { browser } = await browse()
    const asked = new URL(await leave(browser, '/organisation')).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: urls.redirectUri,
      scope: 'openid email',
    })
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)?.length).toBeGreaterThan(40)
    const answer = await signOn(browser, YANN_THERE, '/organisation')
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe('/organisation')
    expect(isIn(answer)).toBe(true)
    expect(await linked()).toMatchObject([{ subject: 'yann-there', account_id: world.yann.accountId }])
  })

  test('never leads to another site afterwards', async () => {
    const { browser } = await browse()
    const answer = await signOn(browser, YANN_THERE, '//evil.example')
    expect(answer.headers['location']).toBe('/sessions')
  })

  test('knows the person by their subject from then on, whatever address they have by now', async () => {
    const { browser } = await browse()
    await signOn(browser, YANN_THERE)
    const moved = { sub: 'yann-there', email: 'somebody.else@exemple.fr', emailVerified: true }
    expect(isIn(await signOn((await browse()).browser, moved))).toBe(true)
    const without = { sub: 'yann-there' }
    expect(isIn(await signOn((await browse()).browser, without))).toBe(true)
    expect(await linked()).toHaveLength(1)
  })

  test('somebody else with the address of an account that is linked already is refused', async () => {
    await signOn((await browse()).browser, YANN_THERE)
    const other = { sub: 'not-yann', email: YANN.email, emailVerified: true }
    const answer = await signOn((await browse()).browser, other)
    expect(answer.status).toBe(403)
    expect(isIn(answer)).toBe(false)
    expect(await linked()).toMatchObject([{ subject: 'yann-there' }])
  })

  test('the subject of somebody else leads into their account, never into the one of the address', async () => {
    await signOn((await browse()).browser, YANN_THERE)
    const claimed = { sub: 'yann-there', email: world.admin.email, emailVerified: true }
    const answer = await signOn((await browse()).browser, claimed)
    const token = /passerelle_session=([^;]+)/.exec(cookiesOf(answer)['passerelle_session'] ?? '')?.[1] ?? ''
    expect(await world.login.resolve(token)).toMatchObject({ accountId: world.yann.accountId, admin: false })
  })

  test.each<[string, KnownPerson]>([
    ['that is not verified', { sub: 'a', email: YANN.email, emailVerified: false }],
    ['about which nothing is said', { sub: 'b', email: YANN.email }],
    ['that is not given at all', { sub: 'c' }],
  ])('an address %s links nobody', async (_what, person) => {
    const answer = await signOn((await browse()).browser, person)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('n’a pas encore vérifié votre adresse')
    expect(isIn(answer)).toBe(false)
    expect(await linked()).toEqual([])
  })

  test('nobody makes an account for themselves', async () => {
    const stranger = { sub: 'stranger', email: 'stranger@exemple.fr', emailVerified: true }
    const accounts = (await world.db('accounts')).length
    const answer = await signOn((await browse()).browser, stranger)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('aucun compte n’est ouvert ici')
    expect(answer.text).toContain('name="password"')
    expect(await world.db('accounts')).toHaveLength(accounts)
  })

  test('a closed account stays closed, before and after it is linked', async () => {
    const deps = { ...world.deps, login: world.login }
    await disableAccount(deps, OPERATOR, world.yann.accountId)
    expect((await signOn((await browse()).browser, YANN_THERE)).status).toBe(403)
    await world.db('accounts').update({ disabled_at: null })
    await signOn((await browse()).browser, YANN_THERE)
    await disableAccount(deps, OPERATOR, world.yann.accountId)
    const answer = await signOn((await browse()).browser, YANN_THERE)
    expect(answer.status).toBe(403)
    expect(isIn(answer)).toBe(false)
  })

  test('an invitation that waits for the address is accepted, with the name and the role it gives', async () => {
    const invitee = {
      name: 'Rozenn Abgrall',
      email: 'Rozenn@exemple.fr',
      role: 'trainer',
      locale: 'fr',
    } as const
    await inviteMember(world.deps, OPERATOR, { ...invitee, organisationId: world.quimper.id })
    const answer = await signOn((await browse()).browser, {
      sub: 'rozenn',
      email: 'rozenn@exemple.fr',
      emailVerified: true,
    })
    const token = /passerelle_session=([^;]+)/.exec(cookiesOf(answer)['passerelle_session'] ?? '')?.[1] ?? ''
    expect(await world.login.resolve(token)).toMatchObject({
      name: 'Rozenn Abgrall',
      memberships: [{ organisationId: world.quimper.id, role: 'trainer' }],
    })
    expect((await world.db('invitations').whereNull('accepted_at')).length).toBe(0)
  })

  test('an invitation that is over opens nothing', async () => {
    const invitee = { name: 'Rozenn', email: 'rozenn@exemple.fr', role: 'trainer', locale: 'fr' } as const
    await inviteMember(world.deps, OPERATOR, { ...invitee, organisationId: world.quimper.id })
    await world.db('invitations').update({ expires_at: '2026-01-01T00:00:00Z' })
    const person = { sub: 'rozenn', email: 'rozenn@exemple.fr', emailVerified: true }
    expect((await signOn((await browse()).browser, person)).status).toBe(403)
  })

  test('an address that only the userinfo endpoint says counts as well', async () => {
    const sparing = await startIdentityProvider({ ...urls, emailInToken: false })
    try {
      const { browser } = await browse(settingsOf(sparing))
      const back = await sparing.visit(await leave(browser), YANN_THERE)
      expect(isIn(await browser.open(pathOf(back)))).toBe(true)
    } finally {
      await sparing.stop()
    }
  })
})

describe('what comes back', () => {
  const refused = async (answer: { status: number; headers: Record<string, unknown> }) => {
    expect(answer.status).toBe(403)
    expect(isIn(answer)).toBe(false)
    expect(await world.db('login_sessions')).toEqual([])
  }

  test('with another state is refused', async () => {
    const { browser } = await browse()
    const back = await provider.visit(await leave(browser), YANN_THERE)
    back.searchParams.set('state', 'x'.repeat(43))
    await refused(await browser.open(pathOf(back)))
  })

  test('to another browser is refused: nobody is signed in as somebody else by a link', async () => {
    const { site, browser } = await browse()
    const back = await provider.visit(await leave(browser), YANN_THERE)
    const victim = await openBrowser(world, site)
    await refused(await victim.open(pathOf(back)))
  })

  test('twice is refused the second time', async () => {
    const { browser } = await browse()
    const back = await provider.visit(await leave(browser), YANN_THERE)
    expect(isIn(await browser.open(pathOf(back)))).toBe(true)
    const again = await browser.open(pathOf(back))
    expect(again.status).toBe(403)
    expect(isIn(again)).toBe(false)
  })

  test('with a code that was used before, under a fresh state, is refused', async () => {
    const { browser } = await browse()
    const used = await provider.visit(await leave(browser), YANN_THERE)
    await browser.open(pathOf(used))
    await world.db('login_sessions').delete()
    const fresh = new URL(await leave(browser)).searchParams.get('state') ?? ''
    used.searchParams.set('state', fresh)
    await refused(await browser.open(pathOf(used)))
  })

  test('with somebody else’s code is refused: it was made for another verifier', async () => {
    const { browser: thief } = await browse()
    const { browser: owner } = await browse()
    const stolen = await provider.visit(await leave(owner), YANN_THERE)
    const own = new URL(await leave(thief)).searchParams.get('state') ?? ''
    stolen.searchParams.set('state', own)
    await refused(await thief.open(pathOf(stolen)))
  })

  test('with another nonce is refused', async () => {
    const { browser } = await browse()
    const asked = new URL(await leave(browser))
    asked.searchParams.set('nonce', 'another-nonce-than-the-one-that-was-made')
    const back = await provider.visit(asked.toString(), YANN_THERE)
    await refused(await browser.open(pathOf(back)))
  })

  test('from another issuer is refused', async () => {
    const { browser } = await browse()
    const back = await provider.visit(await leave(browser), YANN_THERE)
    back.searchParams.set('iss', 'https://evil.example')
    await refused(await browser.open(pathOf(back)))
  })

  test('with an error instead of a code is told, and the other ways stay open', async () => {
    const { browser } = await browse()
    const state = new URL(await leave(browser)).searchParams.get('state') ?? ''
    const answer = await browser.open(`${CALLBACK}?error=access_denied&state=${state}`)
    await refused(answer)
    expect(answer.text).toContain('n’a pas pu vous reconnaître')
    expect(answer.text).toContain('name="password"')
  })

  test('without anything is refused', async () => {
    const { browser } = await browse()
    await refused(await browser.open(CALLBACK))
  })

  test('too late is refused', async () => {
    const { browser } = await browse()
    const back = await provider.visit(await leave(browser), YANN_THERE)
    world.wait({ minutes: 16 })
    await refused(await browser.open(pathOf(back)))
  })

  test('nothing of it is kept in the clear', async () => {
    const { browser } = await browse()
    const asked = new URL(await leave(browser)).searchParams
    const waiting = JSON.stringify(await world.db('sign_on_requests'))
    for (const name of ['state', 'nonce']) expect(waiting).not.toContain(asked.get(name))
    await signOn(browser, YANN_THERE)
    const kept = JSON.stringify([await world.db('login_sessions'), await world.db('audit_events')])
    expect(kept).not.toContain('eyJ')
    expect(kept).not.toContain('yann-there')
  })
})

describe('a second factor', () => {
  test('that somebody has here is still asked for', async () => {
    const { secret } = await world.enrol(world.yann)
    const { browser } = await browse()
    const step = await signOn(browser, YANN_THERE, '/organisation')
    expect(step.headers['location']).toBe('/login/code')
    const answer = await browser.send('/login/code', { code: world.code(secret) })
    expect(answer.headers['location']).toBe('/organisation')
  })

  test.each<[string, Partial<KnownPerson>]>([
    ['acr', { acr: 'eidas2' }],
    ['amr', { amr: ['pwd', 'mfa'] }],
  ])('that was shown over there counts, when %s says so in accepted words', async (_claim, means) => {
    await world.enrol(world.yann)
    const { browser } = await browse()
    expect(isIn(await signOn(browser, { ...YANN_THERE, ...means }))).toBe(true)
    const [session] = await world.db<{ second_factor_at: string | null }>('login_sessions')
    expect(session?.second_factor_at).not.toBeNull()
  })

  test('in words that were not agreed on does not', async () => {
    await world.enrol(world.yann)
    const { browser } = await browse()
    const answer = await signOn(browser, { ...YANN_THERE, acr: 'eidas1', amr: ['sms'] })
    expect(answer.headers['location']).toBe('/login/code')
  })
})

describe('signing out', () => {
  test('closes the session here, and offers to close the one over there', async () => {
    const { browser } = await browse()
    await signOn(browser, YANN_THERE)
    const page = await browser.send('/account/security', {}, '/logout')
    expect(page.status).toBe(200)
    expect(await world.db('login_sessions')).toEqual([])
    const [, href = ''] = /href="([^"]+session\/end[^"]*)"/.exec(page.text) ?? []
    const there = new URL(href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))
    expect(there.origin).toBe(provider.issuer)
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(urls.afterLogout)
    expect((await provider.ask(there.toString())).status).toBe(200)
  })

  test('of a session that began here leads to the page to sign in', async () => {
    const { site } = await browse()
    const browser = await openBrowser(world, site, world.yann)
    const answer = await browser.send('/account/security', {}, '/logout')
    expect(answer.headers['location']).toBe('/login')
  })
})

describe('a provider that does not answer', () => {
  test('is told in one sentence, and passwords still work; once it is back, so is the way', async () => {
    const elsewhere = { ...settingsOf(provider), issuer: 'http://127.0.0.1:9' }
    const { browser } = await browse(elsewhere)
    const answer = await browser.open('/login/sso')
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('ne répond pas')
    const { email, password } = YANN
    expect((await browser.send('/login', { email, password })).headers['location']).toBe('/sessions')
  })

  test('is asked again by the next person', async () => {
    const settings = settingsOf(provider)
    const flaky = createProvider({ ...settings, issuer: 'http://127.0.0.1:9' }, world.log)
    await expect(flaky.configuration()).rejects.toMatchObject({ code: 'sign-on-unavailable' })
    await expect(createProvider(settings, world.log).configuration()).resolves.toBeDefined()
  })

  test('that names another issuer than it should is not believed', async () => {
    const settings = { ...settingsOf(provider), issuer: provider.issuer.replace('127.0.0.1', 'localhost') }
    await expect(createProvider(settings, world.log).configuration()).rejects.toMatchObject({
      code: 'sign-on-unavailable',
    })
  })
})
