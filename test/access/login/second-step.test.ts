import { beforeEach, describe, expect, test } from 'vitest'
import {
  finishRegistration,
  beginRegistration,
  type PasskeyOwner,
} from '../../../server/access/passkeys/index.ts'
import { softwareKey } from '../../support/software-key.ts'
import { PASSWORD } from '../access-world.ts'
import { cookiesOf, createSignInWorld, YANN, type SignInBrowser, type SignInWorld } from '../sign-in-world.ts'

let world: SignInWorld
beforeEach(async () => {
  world = await createSignInWorld()
})

const credentials = { email: YANN.email, password: PASSWORD }
const signIn = (browser: SignInBrowser, next?: string) =>
  browser.send('/login', { ...credentials, ...(next === undefined ? {} : { next }) })
const tokenIn = (answer: Parameters<typeof cookiesOf>[0]): string =>
  /^passerelle_session=([^;]+)/.exec(cookiesOf(answer)['passerelle_session'] ?? '')?.[1] ?? ''

describe('the second step', () => {
  test('comes after the password, then leads to the page that was asked for', async () => {
    const { secret } = await world.enrol(world.yann)
    const browser = await world.browse()
    const first = await signIn(browser, '/organisation?lang=fr')
    expect(first.headers['location']).toBe('/login/code')
    expect(tokenIn(first)).toBe('')
    expect(cookiesOf(first)['passerelle_step']).toMatch(/HttpOnly; SameSite=Lax/)
    expect((await browser.open('/organisation')).headers['location']).toContain('/login')
    const second = await browser.send('/login/code', { code: world.code(secret) })
    expect(second.headers['location']).toBe('/organisation?lang=fr')
    expect(tokenIn(second)).toHaveLength(43)
    expect((await browser.open('/organisation')).status).toBe(200)
  })

  test('does not take the cookie of the first step for a session, nor the other way round', async () => {
    await world.enrol(world.yann)
    const browser = await world.browse()
    const first = await signIn(browser)
    const step = /=([^;]+)/.exec(cookiesOf(first)['passerelle_step'] ?? '')?.[1] ?? ''
    expect(await world.login.resolve(step)).toBeUndefined()
    const other = await world.browse()
    const session = await world.login.start(world.neighbour.accountId)
    const crossed = await other.open('/login/code').set('Cookie', `passerelle_step=${session}`)
    expect(crossed.headers['location']).toBe('/login')
  })

  test('gives a session nobody has seen before, and ends the one this browser had', async () => {
    const { secret } = await world.enrol(world.yann)
    const planted = await world.login.start(world.neighbour.accountId)
    const browser = await world.browse(world.neighbour)
    await browser.send('/login?again=1', credentials, '/login')
    const second = await browser.send('/login/code', { code: world.code(secret) })
    expect(tokenIn(second)).not.toBe(planted)
    expect(await world.db('login_sessions').where({ account_id: world.neighbour.accountId })).toHaveLength(1)
  })

  test('a wrong code stays on the page, says so and lets in nobody', async () => {
    await world.enrol(world.yann)
    const browser = await world.browse()
    await signIn(browser)
    const wrong = await browser.send('/login/code', { code: '000000' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Ce code n’est pas reconnu')
    expect(wrong.text).not.toContain('000000')
    expect(tokenIn(wrong)).toBe('')
  })

  test('an empty code is told beside its field', async () => {
    await world.enrol(world.yann)
    const browser = await world.browse()
    await signIn(browser)
    const empty = await browser.send('/login/code', { code: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Cette case ne peut pas rester vide')
  })

  test('lasts ten minutes, and is made once', async () => {
    const { secret } = await world.enrol(world.yann)
    const late = await world.browse()
    await signIn(late)
    world.wait({ minutes: 11 })
    expect((await late.open('/login/code')).headers['location']).toBe('/login')
    const browser = await world.browse()
    const first = await signIn(browser)
    const step = cookiesOf(first)['passerelle_step']?.split(';')[0] ?? ''
    await browser.send('/login/code', { code: world.code(secret) })
    expect((await browser.open('/login/code').set('Cookie', step)).headers['location']).toBe('/login')
  })

  test('is over for an account that was closed meanwhile', async () => {
    await world.enrol(world.yann)
    const browser = await world.browse()
    await signIn(browser)
    await world
      .db('accounts')
      .where({ id: world.yann.accountId })
      .update({ disabled_at: '2026-06-30T08:00:00Z' })
    expect((await browser.open('/login/code')).headers['location']).toBe('/login')
  })

  test('takes a recovery code as well', async () => {
    const { codes } = await world.enrol(world.yann)
    const browser = await world.browse()
    await signIn(browser)
    const answer = await browser.send('/login/code', { code: codes[3] ?? '' })
    expect(tokenIn(answer)).toHaveLength(43)
  })

  test('is not taken in by a form of another site', async () => {
    const { secret } = await world.enrol(world.yann)
    const browser = await world.browse()
    await signIn(browser)
    expect((await browser.forge('/login/code', { code: world.code(secret) })).status).toBe(403)
  })

  test('asks for a pause after ten tries, on the page itself', async () => {
    const { secret } = await world.enrol(world.yann)
    world.wait({ minutes: 20 })
    const browser = await world.browse()
    await signIn(browser)
    for (let guess = 1; guess <= 10; guess += 1) await browser.send('/login/code', { code: '000000' })
    const answer = await browser.send('/login/code', { code: world.code(secret) })
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('un quart d’heure')
  })

  test('whoever has no second factor never sees it', async () => {
    const browser = await world.browse()
    expect(tokenIn(await signIn(browser))).toHaveLength(43)
    expect((await browser.open('/login/code')).headers['location']).toBe('/login')
  })

  test('a new password does not go round it', async () => {
    await world.enrol(world.yann)
    const browser = await world.browse()
    await browser.send('/login/forgotten', { email: YANN.email })
    await expect.poll(() => world.mailbox.length).toBe(1)
    const password = 'granit voile crayon mardi'
    await browser.send(`/login/reset/${world.mailedToken()}`, { password })
    const answer = await browser.send('/login', { email: YANN.email, password })
    expect(answer.headers['location']).toBe('/login/code')
  })
})

describe('a passkey', () => {
  /** Yann adds a key, in a browser of his. */
  async function addKey(key = softwareKey()) {
    const owner: PasskeyOwner = { kind: 'account', id: world.yann.accountId }
    const browser = 'b'.repeat(43)
    const { challenge } = await beginRegistration(world.deps, { owner, browser, userName: YANN.email })
    const answer = key.register(challenge)
    await finishRegistration(world.deps, world.yann, { owner, browser, name: '', answer })
    const userHandle = Buffer.from(`account:${owner.id}`).toString('base64url')
    return { sign: (with_: string, options = {}) => key.sign(with_, { userHandle, ...options }) }
  }

  const begin = async (browser: SignInBrowser, page: string, path: string): Promise<string> => {
    const answer = await browser.send(page, {}, path)
    return (answer.body as { challenge: string }).challenge
  }
  const send = (browser: SignInBrowser, page: string, path: string, answer: object, next?: string) =>
    browser.send(page, { answer: JSON.stringify(answer), ...(next === undefined ? {} : { next }) }, path)

  test('signs in alone, without a second step, to the page that was asked for', async () => {
    await world.enrol(world.yann)
    const { sign } = await addKey()
    const browser = await world.browse()
    const challenge = await begin(browser, '/login', '/login/passkey/begin')
    const answer = await send(browser, '/login', '/login/passkey', sign(challenge), '/organisation')
    expect(answer.headers['location']).toBe('/organisation')
    expect(tokenIn(answer)).toHaveLength(43)
    const [session] = await world.db<{ way: string; second_factor_at: string | null }>('login_sessions')
    expect(session).toMatchObject({ way: 'passkey', second_factor_at: '2026-06-30T08:01:00Z' })
  })

  test('that did not recognise its owner is refused, and the other ways stay on the page', async () => {
    const { sign } = await addKey()
    const browser = await world.browse()
    const challenge = await begin(browser, '/login', '/login/passkey/begin')
    const answer = await send(browser, '/login', '/login/passkey', sign(challenge, { verified: false }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('n’a pas été reconnue')
    expect(answer.text).toContain('name="password"')
    expect(tokenIn(answer)).toBe('')
  })

  test('of a closed account opens nothing', async () => {
    const { sign } = await addKey()
    await world
      .db('accounts')
      .where({ id: world.yann.accountId })
      .update({ disabled_at: '2026-06-30T08:00:00Z' })
    const browser = await world.browse()
    const challenge = await begin(browser, '/login', '/login/passkey/begin')
    expect((await send(browser, '/login', '/login/passkey', sign(challenge))).status).toBe(422)
  })

  test('of another browser’s question opens nothing', async () => {
    const { sign } = await addKey()
    const [asking, answering] = [await world.browse(), await world.browse()]
    const challenge = await begin(asking, '/login', '/login/passkey/begin')
    expect((await send(answering, '/login', '/login/passkey', sign(challenge))).status).toBe(422)
  })

  test('never leads to another site', async () => {
    const { sign } = await addKey()
    const browser = await world.browse()
    const challenge = await begin(browser, '/login', '/login/passkey/begin')
    const answer = await send(browser, '/login', '/login/passkey', sign(challenge), '//evil.example')
    expect(answer.headers['location']).toBe('/sessions')
  })

  test.each(['', '{', '[]', 'null', '"x"'])('an answer like %j is refused', async (answer) => {
    const browser = await world.browse()
    const said = await browser.send('/login', { answer }, '/login/passkey')
    expect(said.status).toBe(422)
  })

  test('is the second step where it is there; a touch is enough', async () => {
    const { sign } = await addKey()
    const browser = await world.browse()
    const first = await signIn(browser, '/organisation')
    expect(first.headers['location']).toBe('/login/code')
    const challenge = await begin(browser, '/login/code', '/login/code/passkey/begin')
    const answer = await send(
      browser,
      '/login/code',
      '/login/code/passkey',
      sign(challenge, { verified: false }),
    )
    expect(answer.headers['location']).toBe('/organisation')
  })

  test('a challenge of the second step does not sign in alone', async () => {
    const { sign } = await addKey()
    const browser = await world.browse()
    await signIn(browser)
    const challenge = await begin(browser, '/login/code', '/login/code/passkey/begin')
    const touch = sign(challenge, { verified: false })
    const answer = await send(browser, '/login', '/login/passkey', touch)
    expect(tokenIn(answer)).toBe('')
    expect(answer.status).toBe(422)
  })

  test('of somebody else is no second step', async () => {
    await world.enrol(world.yann)
    const key = softwareKey()
    const owner: PasskeyOwner = { kind: 'account', id: world.neighbour.accountId }
    const tie = 'c'.repeat(43)
    const { challenge: made } = await beginRegistration(world.deps, { owner, browser: tie, userName: 'x' })
    const input = { owner, browser: tie, name: '', answer: key.register(made) }
    await finishRegistration(world.deps, world.neighbour, input)
    const browser = await world.browse()
    await signIn(browser)
    const challenge = await begin(browser, '/login/code', '/login/code/passkey/begin')
    const userHandle = Buffer.from(`account:${owner.id}`).toString('base64url')
    const answer = await send(
      browser,
      '/login/code',
      '/login/code/passkey',
      key.sign(challenge, { userHandle }),
    )
    expect(answer.status).toBe(422)
    expect(tokenIn(answer)).toBe('')
  })
})
