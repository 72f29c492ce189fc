import { beforeEach, describe, expect, test } from 'vitest'
import { createAccount, inviteMember } from '../../../server/access/accounts/index.ts'
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

describe('the link of an invitation', () => {
  const invite = (role: 'trainer' | 'admin' = 'trainer') =>
    inviteMember(world.deps, world.admin, {
      ...guest,
      role,
      organisationId: role === 'admin' ? null : world.quimper.id,
      locale: 'fr',
    })

  test('shows who invites and what a password must be, then lets in', async () => {
    await invite()
    const path = `/invitations/${world.mailedToken()}`
    const yann = await browser()
    const page = await yann.open(path)
    expect(page.text).toContain('Mission locale de Quimper vous attend')
    expect(page.text).toContain('Au moins 12 caractères')
    expect(page.text).toContain('noindex')
    const short = await yann.send(path, { name: 'Yann Riou', password: 'court' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('au moins 12 caractères')
    expect(short.text).not.toContain('value="court"')
    const answer = await yann.send(path, { name: 'Yann Riou', password: PASSWORD })
    expect(answer.headers['location']).toBe('/sessions')
    expect((await yann.open('/organisation')).text).toContain('Yann Riou')
    expect((await yann.open(path)).status).toBe(410)
  })

  test('for somebody who has an account asks one click, and does not sign them in', async () => {
    await createAccount(world.deps, OPERATOR, { email: guest.email, name: guest.name, password: PASSWORD })
    await invite('admin')
    const path = `/invitations/${world.mailedToken()}`
    const yann = await browser()
    expect((await yann.open(path)).text).not.toContain('name="password"')
    const answer = await yann.send(path)
    expect(answer.headers['location']).toBe('/organisation')
    expect((await yann.open('/organisation')).headers['location']).toContain('/login')
  })

  test('tampered with or expired, says so in one sentence', async () => {
    await invite()
    const path = `/invitations/${world.mailedToken()}`
    const yann = await browser()
    const tampered = await yann.open(`${path}x`)
    expect([tampered.status, tampered.text.includes('Ce lien n’est pas reconnu')]).toEqual([404, true])
    world.wait({ days: 8 })
    const expired = await yann.open(path)
    expect([expired.status, expired.text.includes('Ce lien n’est plus valable')]).toEqual([410, true])
  })
})
