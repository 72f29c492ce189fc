import { beforeEach, describe, expect, test } from 'vitest'
import { createAccount } from '../../../server/access/accounts/index.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { createSite, openBrowser } from '../access-site.ts'
import { createWorld, OPERATOR, PASSWORD, type World } from '../access-world.ts'

let world: World
let site: ReturnType<typeof createSite>

beforeEach(async () => {
  world = await createWorld()
  site = createSite(world)
})

const browser = (as?: StaffActor) => openBrowser(world, site, as)
const guest = { name: 'Yann Riou', email: 'yann@exemple.fr', role: 'trainer' }

describe('the page to sign in', () => {
  beforeEach(async () => {
    await createAccount(world.deps, OPERATOR, { email: guest.email, name: guest.name, password: PASSWORD })
  })

  test('leads to the page that was asked for, with a cookie that scripts cannot read', async () => {
    const yann = await browser()
    const asked = await yann.open('/organisation?lang=fr')
    expect(asked.headers['location']).toBe('/login?next=%2Forganisation%3Flang%3Dfr')
    const next = '/organisation?lang=fr'
    const answer = await yann.send('/login', { email: guest.email, password: PASSWORD, next })
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe(next)
    expect(String(answer.headers['set-cookie'])).toMatch(
      /passerelle_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/,
    )
    expect((await yann.open('/organisation')).status).toBe(200)
    expect((await yann.open('/login')).headers['location']).toBe('/sessions')
  })

  test('never leads to another site', async () => {
    const yann = await browser()
    const answer = await yann.send('/login', {
      email: guest.email,
      password: PASSWORD,
      next: '//evil.example/login',
    })
    expect(answer.headers['location']).toBe('/sessions')
  })

  test('says the same to a wrong password and an unknown address, and keeps the address typed', async () => {
    const yann = await browser()
    const wrong = await yann.send('/login', { email: guest.email, password: 'wrong', next: '/slips' })
    const unknown = await yann.send('/login', {
      email: guest.email.replace('y', 'z'),
      password: 'wrong',
      next: '/slips',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Adresse ou mot de passe non reconnus')
    expect(wrong.text).toContain(`value="${guest.email}"`)
    expect(wrong.text).toContain('value="/slips"')
    expect(wrong.text).not.toContain('value="wrong"')
    const anonymous = (page: typeof wrong) =>
      page.text.replaceAll(/[yz]ann@exemple.fr/g, '').replaceAll(/name="_csrf" value="[^"]+"/g, '')
    expect([unknown.status, anonymous(unknown)]).toEqual([wrong.status, anonymous(wrong)])
  })

  test('asks for a pause after many tries, on the page itself', async () => {
    const yann = await browser()
    for (let miss = 1; miss <= 10; miss += 1)
      await yann.send('/login', { email: guest.email, password: 'wrong' })
    const answer = await yann.send('/login', { email: guest.email, password: PASSWORD })
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('un quart d’heure')
  })

  test('is not taken in by a form of another site', async () => {
    const yann = await browser()
    await yann.open('/login')
    const answer = await yann.forge('/login', { email: guest.email, password: PASSWORD })
    expect(answer.status).toBe(403)
    expect(JSON.stringify(answer.headers['set-cookie'] ?? '')).not.toContain('passerelle_session=')
  })

  test('signing out ends the session on the server, by one’s own click only', async () => {
    const yann = await browser()
    const signedIn = await yann.send('/login', { email: guest.email, password: PASSWORD })
    const token = /passerelle_session=([\w-]+)/.exec(String(signedIn.headers['set-cookie']))?.[1] ?? ''
    expect((await yann.forge('/logout')).status).toBe(403)
    expect(await world.login.resolve(token)).toBeDefined()
    const answer = await yann.send('/organisation', {}, '/logout')
    expect(answer.headers['location']).toBe('/login')
    expect(await world.login.resolve(token)).toBeUndefined()
    expect((await yann.open('/organisation')).headers['location']).toContain('/login')
  })

  test('signing in again ends the session that this browser had', async () => {
    const yann = await browser(world.trainer)
    const before = await world.db('login_sessions')
    await yann.send('/login/forgotten', { email: guest.email, password: PASSWORD }, '/login')
    expect(await world.db('login_sessions')).toHaveLength(before.length)
  })

  test('an empty form comes back with what is missing', async () => {
    const answer = await (await browser()).send('/login', { email: guest.email, password: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Il reste un point à corriger')
  })
})

describe('a forgotten password', () => {
  beforeEach(async () => {
    await createAccount(world.deps, OPERATOR, { email: guest.email, name: guest.name, password: PASSWORD })
  })

  test('the same answer for a known and an unknown address; the link opens a page once', async () => {
    const yann = await browser()
    const unknown = await yann.send('/login/forgotten', { email: 'nobody@exemple.fr' })
    const known = await yann.send('/login/forgotten', { email: guest.email })
    expect([known.status, known.headers['location']]).toEqual([unknown.status, unknown.headers['location']])
    await expect.poll(() => world.mailbox.length).toBe(1)
    const page = `/login/reset/${world.mailedToken()}`
    expect((await yann.send(page, { password: 'court' })).status).toBe(422)
    expect((await yann.send(page, { password: 'sarrasin balise ciré jeudi' })).headers['location']).toBe(
      '/login',
    )
    expect((await yann.open(page)).status).toBe(410)
    expect((await yann.open('/login/reset/tampered')).status).toBe(404)
  })
})
