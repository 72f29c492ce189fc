import { beforeEach, describe, expect, it } from 'vitest'
import {
  acceptInvitation,
  endMembership,
  findStaffActor,
  inviteMember,
} from '../../../server/access/accounts/index.ts'
import { listEvents } from '../../../server/access/audit/index.ts'
import {
  createOrganisation,
  findOrganisationByName,
  listOrganisations,
  renameOrganisation,
  todayOf,
} from '../../../server/access/organisations/index.ts'
import { closeStructure, reopenStructure } from '../../../server/access/structure-life/index.ts'
import { createSite, openBrowser } from '../access-site.ts'
import { createWorld, OPERATOR, type World } from '../access-world.ts'

let world: World

beforeEach(async () => {
  world = await createWorld()
})

const close = () => closeStructure(world.deps, world.admin, world.quimper.id)
const rolesOf = async (who: 'coordinator' | 'trainer') =>
  (await findStaffActor(world.db, world[who].accountId))?.memberships

describe('a structure that closes', () => {
  it('is closed by an admin and nobody else, and once', async () => {
    for (const actor of [world.coordinator, world.trainer, world.neighbour])
      await expect(closeStructure(world.deps, actor, world.quimper.id)).rejects.toMatchObject({
        code: 'forbidden',
      })
    await close()
    await expect(close()).rejects.toMatchObject({ code: 'structure-closed' })
    expect(await todayOf(world.db, world.quimper.id)).toMatchObject({ state: 'closed' })
  })

  it('lets its team go, cancels its invitations and tells the audit trail', async () => {
    const guest = { email: 'yann@exemple.fr', name: 'Yann Riou', role: 'trainer', locale: 'fr' } as const
    await inviteMember(world.deps, OPERATOR, { ...guest, organisationId: world.quimper.id })
    const token = world.mailedToken()
    await close()
    expect([await rolesOf('coordinator'), await rolesOf('trainer')]).toEqual([[], []])
    const accepting = acceptInvitation(world.deps, { token, password: 'bruine phare tricot', locale: 'fr' })
    await expect(accepting).rejects.toMatchObject({ code: 'link-unknown' })
    const events = await listEvents(world.db, { subject: { type: 'organisation', id: world.quimper.id } })
    // made and closed in the same second of this test: the trail gives them in either order
    expect(events.find(({ action }) => action === 'organisation.closed')).toMatchObject({
      details: { members: 2, invitations: 1 },
    })
  })

  it('is offered nowhere, takes nobody in and changes its name no more; its slug stays taken', async () => {
    await close()
    const { name, id } = world.quimper
    expect((await listOrganisations(world.db)).map((one) => one.id)).toEqual([world.brest.id])
    expect(await findOrganisationByName(world.db, name)).toBeUndefined()
    const guest = { email: 'yann@exemple.fr', name: 'Yann Riou', role: 'trainer', locale: 'fr' } as const
    await expect(
      inviteMember(world.deps, world.admin, { ...guest, organisationId: id }),
    ).rejects.toMatchObject({ code: 'structure-closed' })
    await expect(
      renameOrganisation(world.deps, world.admin, { organisationId: id, name: 'Autre' }),
    ).rejects.toMatchObject({ code: 'structure-closed' })
    const again = await createOrganisation(world.deps, OPERATOR, { name, kind: 'other' })
    expect(again.slug).toBe('mission-locale-de-quimper-2')
  })

  it('opens again with the team it had at its closing, not with those who had left before', async () => {
    const { quimper, trainer, coordinator } = world
    await endMembership(world.deps, OPERATOR, { organisationId: quimper.id, accountId: trainer.accountId })
    world.wait({ days: 1 })
    await close()
    world.wait({ days: 3 })
    await expect(reopenStructure(world.deps, coordinator, quimper.id)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await reopenStructure(world.deps, world.admin, quimper.id)
    expect(await rolesOf('coordinator')).toEqual([{ organisationId: quimper.id, role: 'coordinator' }])
    expect(await rolesOf('trainer')).toEqual([])
    expect(await todayOf(world.db, quimper.id)).toMatchObject({ state: 'open' })
  })

  it('does not open again beside another one of its name', async () => {
    await close()
    await createOrganisation(world.deps, OPERATOR, { name: world.quimper.name, kind: 'other' })
    await expect(reopenStructure(world.deps, world.admin, world.quimper.id)).rejects.toMatchObject({
      code: 'already-exists',
    })
  })
})

describe('the pages', () => {
  const place = '/admin/organisations/mission-locale-de-quimper'

  it('say what closing means before it is done, and let it be undone', async () => {
    const soizic = await openBrowser(world, createSite(world), world.admin)
    expect((await soizic.open('/admin')).text).toContain(`href="${place}"`)
    const confirming = await soizic.open(`${place}/close`)
    expect(confirming.text).toContain('Fermer «\u00a0Mission locale de Quimper')
    expect(confirming.text).toContain('2 personnes dans l’équipe')
    expect((await soizic.send(`${place}/close`)).headers['location']).toBe(place)
    expect((await soizic.open(place)).text).toContain('Rouvrir la structure')
    expect((await soizic.open('/admin')).text).toContain('Structures fermées')
    // the page of a structure that is closed already leads to how it stands
    expect((await soizic.open(`${place}/close`)).status).toBe(303)
    expect((await soizic.send(place, {}, `${place}/reopen`)).headers['location']).toBe(place)
    expect((await soizic.open(place)).text).toContain('Réunir à une autre structure')
    for (const path of [place, `${place}/close`, `${place}/merge`])
      expect((await soizic.open(`${path}?lang=en`)).text).toContain('lang="en"')
    expect((await soizic.open('/admin/organisations/nulle-part')).status).toBe(404)
  })

  it('thank those whose only structure closed, and say what stays', async () => {
    const karim = await openBrowser(world, createSite(world), world.trainer)
    await close()
    const page = await karim.open('/organisation')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Votre structure a fermé')
    expect(page.text).toContain('Mission locale de Quimper')
    expect((await karim.open('/organisation/mission-locale-de-quimper/invitations')).status).toBe(404)
    const anne = await openBrowser(world, createSite(world), world.neighbour)
    expect((await anne.open('/organisation')).text).not.toContain('Quimper')
  })
})
