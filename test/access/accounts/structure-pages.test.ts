import { beforeEach, describe, expect, test } from 'vitest'
import { inviteMember } from '../../../server/access/accounts/index.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { createSite, openBrowser } from '../access-site.ts'
import { createWorld, type World } from '../access-world.ts'

let world: World
let site: ReturnType<typeof createSite>

beforeEach(async () => {
  world = await createWorld()
  site = createSite(world)
})

const browser = (as?: StaffActor) => openBrowser(world, site, as)
const guest = { name: 'Yann Riou', email: 'yann@exemple.fr', role: 'trainer' }
const QUIMPER = '/organisation/mission-locale-de-quimper/invitations'
const BREST = '/organisation/cfa-de-brest/invitations'

describe('the page of a structure', () => {
  test('a coordinator with one structure lands on it, invites, sends again and takes back', async () => {
    const maelle = await browser(world.coordinator)
    const page = await maelle.open('/organisation')
    expect(page.text).toContain('Mission locale de Quimper')
    expect(page.text).toContain('karim@exemple.fr')
    const sent = await maelle.send(QUIMPER, guest)
    expect(sent.headers['location']).toBe(QUIMPER)
    const after = await maelle.open(QUIMPER)
    expect(after.text).toContain('L’invitation est partie.')
    expect(after.text).toContain('yann@exemple.fr')
    expect(after.text).not.toContain(world.mailedToken())
    const [{ id }] = (await world.db('invitations')) as [{ id: string }]
    expect((await maelle.send(QUIMPER, {}, `${QUIMPER}/${id}/resend`)).status).toBe(303)
    expect(world.mailbox).toHaveLength(2)
    expect((await maelle.send(QUIMPER, {}, `${QUIMPER}/${id}/cancel`)).status).toBe(303)
    expect(await world.db('invitations')).toEqual([])
  })

  test('wrong values come back beside their fields, with what was typed', async () => {
    const maelle = await browser(world.coordinator)
    const answer = await maelle.send(QUIMPER, { name: 'Yann <b>Riou</b>', email: 'yann', role: 'admin' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('value="Yann &lt;b&gt;Riou&lt;/b&gt;"')
    expect(answer.text).toContain('ne ressemble pas à une adresse')
    expect(answer.text).toContain('Choisissez une des réponses proposées')
    const member = await maelle.send(QUIMPER, { ...guest, email: 'karim@exemple.fr' })
    expect(member.status).toBe(409)
    expect(member.text).toContain('fait déjà partie de l’équipe')
    expect(world.mailbox).toEqual([])
  })

  test('a mail that could not leave is told', async () => {
    world.mailServer.isUp = false
    const maelle = await browser(world.coordinator)
    await maelle.send(QUIMPER, guest)
    expect((await maelle.open(QUIMPER)).text).toContain('n’a pas pu partir')
  })

  test('a trainer sees the team, no invitation and no form, and cannot invite', async () => {
    await inviteMember(world.deps, world.coordinator, {
      ...guest,
      role: 'trainer',
      organisationId: world.quimper.id,
      locale: 'fr',
    })
    const [{ id }] = (await world.db('invitations')) as [{ id: string }]
    const karim = await browser(world.trainer)
    const page = await karim.open(QUIMPER)
    expect(page.text).toContain('Maëlle Kerdoncuff')
    expect(page.text).not.toContain('yann@exemple.fr')
    expect(page.text).not.toContain('name="email"')
    expect((await karim.send(QUIMPER, guest)).status).toBe(403)
    for (const act of ['resend', 'cancel'])
      expect((await karim.send(QUIMPER, {}, `${QUIMPER}/${id}/${act}`)).status).toBe(403)
    const end = `/organisation/mission-locale-de-quimper/members/${world.coordinator.accountId}/end`
    expect((await karim.send(QUIMPER, {}, end)).status).toBe(403)
  })

  test('another structure’s page is not found, whatever is tried there', async () => {
    await inviteMember(world.deps, world.coordinator, {
      ...guest,
      role: 'trainer',
      organisationId: world.quimper.id,
      locale: 'fr',
    })
    const [{ id }] = (await world.db('invitations')) as [{ id: string }]
    const anne = await browser(world.neighbour)
    expect((await anne.open(QUIMPER)).status).toBe(404)
    expect((await anne.send(BREST, guest, QUIMPER)).status).toBe(404)
    for (const place of [QUIMPER, BREST])
      for (const act of ['resend', 'cancel'])
        expect((await anne.send(BREST, {}, `${place}/${id}/${act}`)).status).toBe(404)
    const end = `/organisation/mission-locale-de-quimper/members/${world.trainer.accountId}/end`
    expect((await anne.send(BREST, {}, end)).status).toBe(404)
    expect(world.mailbox).toHaveLength(1)
    expect(await world.db('memberships').whereNotNull('ended_at')).toEqual([])
  })

  test('a form of another site invites nobody', async () => {
    const maelle = await browser(world.coordinator)
    await maelle.open(QUIMPER)
    expect((await maelle.forge(QUIMPER, guest)).status).toBe(403)
    expect(world.mailbox).toEqual([])
  })

  test('somebody who left can do nothing from the next click on', async () => {
    const karim = await browser(world.trainer)
    expect((await karim.open(QUIMPER)).status).toBe(200)
    const maelle = await browser(world.coordinator)
    const end = `/organisation/mission-locale-de-quimper/members/${world.trainer.accountId}/end`
    expect((await maelle.send(QUIMPER, {}, end)).status).toBe(303)
    expect((await karim.open(QUIMPER)).status).toBe(404)
    expect((await karim.open('/organisation')).text).toContain('Aucune structure pour l’instant')
  })

  test('nobody who is not signed in sees any of it', async () => {
    const stranger = await browser()
    for (const path of ['/organisation', QUIMPER, '/admin', '/admin/invitations'])
      expect((await stranger.open(path)).headers['location']).toMatch(/^\/login\?next=/)
    expect((await stranger.send('/login', guest, QUIMPER)).status).toBe(401)
  })
})
