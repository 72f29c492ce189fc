import { beforeEach, describe, expect, test } from 'vitest'
import { listPasskeys } from '../../../server/access/passkeys/index.ts'
import { findSecondFactors } from '../../../server/access/second-factor/index.ts'
import { softwareKey } from '../../support/software-key.ts'
import { PASSWORD } from '../access-world.ts'
import { createSignInWorld, YANN, type SignInBrowser, type SignInWorld } from '../sign-in-world.ts'

let world: SignInWorld
beforeEach(async () => {
  world = await createSignInWorld()
})

const PAGE = '/account/security'
const factors = () => findSecondFactors(world.db, world.yann.accountId)
const secretOn = (text: string): string => /secret(?:=|&#x3D;)([A-Z2-7]+)/.exec(text)?.[1] ?? ''
/** The recovery codes of a page, which has them twice: to read, and in its file. */
const codesOn = (text: string): string[] => [
  ...new Set(text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? []),
]
const sessions = () => world.db<{ id: string; account_id: string }>('login_sessions')

async function addApp(browser: SignInBrowser, next?: string) {
  const values = next === undefined ? {} : { next }
  const begun = await browser.send(PAGE, values, `${PAGE}/app`)
  const page = await browser.open(String(begun.headers['location']))
  const secret = secretOn(page.text)
  const done = await browser.send(
    `${PAGE}/app`,
    { code: world.code(secret), ...values },
    `${PAGE}/app/confirm`,
  )
  return { secret, page, done }
}

async function addKey(browser: SignInBrowser, name: string, key = softwareKey()) {
  const begun = await browser.send(PAGE, {}, `${PAGE}/passkeys/begin`)
  const { challenge } = begun.body as { challenge: string }
  return browser.send(PAGE, { name, answer: JSON.stringify(key.register(challenge)) }, `${PAGE}/passkeys`)
}

describe('adding an app', () => {
  test('shows a code to scan and the same to type, then the recovery codes once, to keep as a file', async () => {
    const browser = await world.browse(world.yann)
    const { page, secret, done } = await addApp(browser)
    expect(page.text).toContain('<svg')
    expect(page.text).toContain(secret.replace(/(.{4})(?=.)/g, '$1 '))
    expect(done.status).toBe(200)
    expect(codesOn(done.text)).toHaveLength(10)
    expect(done.text).toContain('download="passerelle-codes-de-secours.txt"')
    expect(done.headers['cache-control']).toBe('no-store')
    expect((await factors()).appSince).not.toBeNull()
    expect(codesOn((await browser.open(PAGE)).text)).toEqual([])
  })

  test('signs out the other browsers, and leaves this one in', async () => {
    const [here, elsewhere] = [await world.browse(world.yann), await world.browse(world.yann)]
    await addApp(here)
    expect((await here.open(PAGE)).status).toBe(200)
    expect((await elsewhere.open(PAGE)).status).toBe(303)
  })

  test('a wrong code says so and keeps the same secret to try again', async () => {
    const browser = await world.browse(world.yann)
    const begun = await browser.send(PAGE, {}, `${PAGE}/app`)
    const page = await browser.open(String(begun.headers['location']))
    const wrong = await browser.send(`${PAGE}/app`, { code: '000000' }, `${PAGE}/app/confirm`)
    expect(wrong.status).toBe(422)
    expect(secretOn(wrong.text)).toBe(secretOn(page.text))
    const words = await browser.send(`${PAGE}/app`, { code: 'abc' }, `${PAGE}/app/confirm`)
    expect(words.text).toContain('Un code a six chiffres')
  })

  test('is told to the owner by mail, as is taking it away; nothing secret travels with it', async () => {
    const browser = await world.browse(world.yann)
    const { secret } = await addApp(browser)
    await expect.poll(() => world.mailbox.length).toBe(1)
    expect(world.mailbox[0]).toMatchObject({ to: YANN.email })
    expect(world.mailbox[0]?.text).toContain('application de codes vient d’être ajoutée')
    expect(JSON.stringify(world.mailbox)).not.toContain(secret)
    await browser.send(PAGE, {}, `${PAGE}/app/remove`)
    await expect.poll(() => world.mailbox.length).toBe(2)
    expect(world.mailbox[1]?.text).toContain('vient d’être retirée')
  })

  test('forms of another site change nothing', async () => {
    const browser = await world.browse(world.yann)
    await browser.open(PAGE)
    for (const path of [
      'app',
      'app/confirm',
      'app/remove',
      'passkeys',
      'passkeys/begin',
      'recovery-codes',
      'password',
    ])
      expect((await browser.forge(`${PAGE}/${path}`, { code: '1', name: '' })).status).toBe(403)
  })
})

describe('passkeys', () => {
  test('several, each with its name, taken away one by one', async () => {
    const browser = await world.browse(world.yann)
    const first = await addKey(browser, 'téléphone')
    expect(first.text).toContain('Vos codes de secours')
    world.wait({ minutes: 1 })
    const second = await addKey(browser, 'clé du bureau')
    expect(second.headers['location']).toBe(PAGE)
    const page = await browser.open(PAGE)
    expect(page.text).toContain('téléphone')
    expect(page.text).toContain('clé du bureau')
    const [path = ''] = /\/account\/security\/passkeys\/[\w-]+\/remove/.exec(page.text) ?? []
    await browser.send(PAGE, {}, path)
    expect(await listPasskeys(world.db, { kind: 'account', id: world.yann.accountId })).toMatchObject([
      { name: 'clé du bureau' },
    ])
  })

  test('the one of somebody else is not found, and stays', async () => {
    await addKey(await world.browse(world.yann), 'téléphone')
    const owner = { kind: 'account', id: world.yann.accountId } as const
    const [key] = await listPasskeys(world.db, owner)
    const other = await world.browse(world.admin)
    const answer = await other.send(PAGE, {}, `${PAGE}/passkeys/${key?.id ?? ''}/remove`)
    expect(answer.status).toBe(404)
    expect(await listPasskeys(world.db, owner)).toHaveLength(1)
  })

  test('an answer to a question put to somebody else is refused, told on the page', async () => {
    const [yann, anne] = [await world.browse(world.yann), await world.browse(world.neighbour)]
    const begun = await yann.send(PAGE, {}, `${PAGE}/passkeys/begin`)
    const { challenge } = begun.body as { challenge: string }
    const answer = JSON.stringify(softwareKey().register(challenge))
    const said = await anne.send(PAGE, { name: '', answer }, `${PAGE}/passkeys`)
    expect(said.status).toBe(422)
    expect(said.text).toContain('n’a pas été ajoutée')
  })
})

describe('somebody who signed in a while ago', () => {
  test('is asked once more who they are before anything that opens the account', async () => {
    const browser = await world.browse(world.yann)
    world.wait({ minutes: 31 })
    expect((await browser.open(PAGE)).status).toBe(200)
    for (const path of ['app', 'passkeys', 'password']) {
      const answer = await browser.send(PAGE, { name: '', answer: '{}', password: 'x' }, `${PAGE}/${path}`)
      expect(answer.headers['location']).toBe('/login?again=1&next=%2Faccount%2Fsecurity')
    }
    const begin = await browser.send(PAGE, {}, `${PAGE}/passkeys/begin`)
    expect(begin.status).toBe(401)
    expect((await browser.open('/login?again=1&next=/account/security')).text).toContain('C’est bien vous')
    const again = await browser.send(
      '/login?again=1',
      { email: YANN.email, password: PASSWORD, next: PAGE },
      '/login',
    )
    expect(again.headers['location']).toBe(PAGE)
    expect((await addApp(browser)).done.status).toBe(200)
  })
})

describe('recovery codes', () => {
  test('are made anew on request, for whoever has a second factor', async () => {
    const browser = await world.browse(world.yann)
    expect((await browser.send(PAGE, {}, `${PAGE}/recovery-codes`)).status).toBe(404)
    const { done } = await addApp(browser)
    const renewed = await browser.send(PAGE, {}, `${PAGE}/recovery-codes`)
    expect(codesOn(renewed.text)).toHaveLength(10)
    expect(codesOn(renewed.text)).not.toEqual(codesOn(done.text))
  })
})

describe('the rule of the installation', () => {
  test('leads who owes a second factor to this page, whatever they ask for, until they have one', async () => {
    world = await createSignInWorld('coordinators')
    const browser = await world.browse(world.coordinator)
    const asked = await browser.open('/organisation')
    expect(asked.status).toBe(303)
    expect(asked.headers['location']).toBe('/account/security?next=%2Forganisation')
    const page = await browser.open(String(asked.headers['location']))
    expect(page.text).toContain('Une chose avant de continuer')
    const { done } = await addApp(browser, '/organisation')
    expect(done.text).toContain('href="/organisation"')
    expect((await browser.open('/organisation')).status).toBe(200)
  })

  test('refuses what they send meanwhile, and changes nothing', async () => {
    world = await createSignInWorld('coordinators')
    const browser = await world.browse(world.coordinator)
    const path = `/organisation/${world.quimper.slug}/invitations`
    const values = { name: 'X', email: 'x@exemple.fr', role: 'trainer' }
    const answer = await browser.send(PAGE, values, path)
    expect(answer.status).toBe(403)
    expect(await world.db('invitations')).toEqual([])
  })

  test('asks nothing of a trainer, until they coordinate', async () => {
    world = await createSignInWorld('coordinators')
    const browser = await world.browse(world.trainer)
    expect((await browser.open('/organisation')).status).toBe(200)
    await world
      .db('memberships')
      .where({ account_id: world.trainer.accountId })
      .update({ role: 'coordinator' })
    expect((await browser.open('/organisation')).headers['location']).toContain(PAGE)
  })

  test('does not let the last one be taken away', async () => {
    world = await createSignInWorld('everybody')
    const browser = await world.browse(world.yann)
    await addApp(browser)
    const refused = await browser.send(PAGE, {}, `${PAGE}/app/remove`)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('ajoutez-en un autre avant')
    await addKey(browser, 'téléphone')
    expect((await browser.send(PAGE, {}, `${PAGE}/app/remove`)).headers['location']).toBe(PAGE)
  })

  test('a session begun while a second factor was being added elsewhere signs in again', async () => {
    await world.enrol(world.yann)
    const browser = await world.browse(world.yann)
    expect((await browser.open(PAGE)).headers['location']).toContain('/login')
  })
})

describe('where one is signed in', () => {
  const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const browseAs = async (device: string) => {
    const browser = await world.browse()
    const token = await world.login.start(world.yann.accountId, {
      way: 'password',
      device,
      secondFactor: false,
    })
    return { browser, cookie: `passerelle_session=${token}` }
  }

  test('lists family, way and times, and nothing of the network address', async () => {
    const { cookie } = await browseAs('Firefox · Windows')
    const page = await (await world.browse()).open(PAGE).set('Cookie', cookie).set('User-Agent', FIREFOX)
    expect(page.text).toContain('Firefox · Windows')
    expect(page.text).toContain('par mot de passe')
    expect(page.text).toContain('ce navigateur')
    expect(page.text).not.toMatch(/127\.0\.0\.1|::1/)
  })

  test('one can be ended from another, and all the others at once', async () => {
    const here = await world.browse(world.yann)
    const [second, third] = [await world.browse(world.yann), await world.browse(world.yann)]
    const page = await here.open(PAGE)
    const paths = page.text.match(/\/account\/security\/sessions\/[\w-]+\/end"/g) ?? []
    expect(paths).toHaveLength(2)
    await here.send(PAGE, {}, (paths[0] ?? '').slice(0, -1))
    const left = [await second.open(PAGE), await third.open(PAGE)].map(({ status }) => status)
    expect(left.sort()).toEqual([200, 303])
    await here.send(PAGE, {}, `${PAGE}/sessions/end-others`)
    expect(await sessions()).toHaveLength(1)
    expect((await here.open(PAGE)).status).toBe(200)
  })

  test('somebody else’s is not found, and goes on', async () => {
    const anne = await world.browse(world.neighbour)
    const [theirs] = await sessions().where({ account_id: world.neighbour.accountId })
    const browser = await world.browse(world.admin)
    const answer = await browser.send(PAGE, {}, `${PAGE}/sessions/${theirs?.id ?? ''}/end`)
    expect(answer.status).toBe(404)
    expect((await anne.open(PAGE)).status).toBe(200)
  })

  test('the trail says that it happened, with a count', async () => {
    const here = await world.browse(world.yann)
    await world.browse(world.yann)
    await here.send(PAGE, {}, `${PAGE}/sessions/end-others`)
    const [event] = await world.db<{ details: string; action: string }>('audit_events').where({
      action: 'login.revoked',
    })
    expect(JSON.parse(event?.details ?? '')).toEqual({ count: 1 })
  })
})

describe('another password', () => {
  const password = 'granit voile crayon mardi'

  test('asks for the one before, signs out the others, and leaves this browser in', async () => {
    const [here, elsewhere] = [await world.browse(world.yann), await world.browse(world.yann)]
    const path = `${PAGE}/password`
    const wrong = await here.send(path, { current: 'not this one', password })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Ce n’est pas votre mot de passe actuel')
    const weak = await here.send(path, { current: PASSWORD, password: 'court' })
    expect(weak.status).toBe(422)
    const done = await here.send(path, { current: PASSWORD, password })
    expect(done.headers['location']).toBe(PAGE)
    expect((await here.open(PAGE)).status).toBe(200)
    expect((await elsewhere.open(PAGE)).status).toBe(303)
    const again = await world.browse()
    expect((await again.send('/login', { email: YANN.email, password })).headers['location']).toBe(
      '/sessions',
    )
  })

  test('somebody who never had one chooses it without', async () => {
    const browser = await world.browse(world.trainer)
    const page = await browser.open(`${PAGE}/password`)
    expect(page.text).not.toContain('name="current"')
    expect((await browser.send(`${PAGE}/password`, { password })).headers['location']).toBe(PAGE)
  })

  test('guessing the one before ends in a pause', async () => {
    const browser = await world.browse(world.yann)
    const path = `${PAGE}/password`
    for (let guess = 1; guess <= 10; guess += 1) await browser.send(path, { current: 'x', password })
    expect((await browser.send(path, { current: PASSWORD, password })).status).toBe(429)
  })
})
