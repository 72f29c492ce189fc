import { describe, expect, test } from 'vitest'
import {
  acceptInvitation,
  cancelInvitation,
  inviteMember,
  listMembers,
  resendInvitation,
} from '../../../server/access/accounts/index.ts'
import { listEvents } from '../../../server/access/audit/index.ts'
import type { OrganisationId } from '../../../server/kernel/ids.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { createWorld, PASSWORD, requireActor, type World } from '../access-world.ts'

const guest = { email: 'Yann.Riou@Exemple.fr', name: 'Yann Riou', locale: 'fr' as const }

/** Yann is invited to Quimper as a trainer. */
const inviteYann = (world: World, by: StaffActor = world.coordinator) =>
  inviteMember(world.deps, by, { ...guest, role: 'trainer', organisationId: world.quimper.id })

const accept = (world: World, token: string, password = PASSWORD) =>
  acceptInvitation(world.deps, { token, name: 'Yann Riou', password, locale: 'fr' })

describe('inviting', () => {
  test('a coordinator invites: a mail with a link leaves, and the trail keeps it', async () => {
    const world = await createWorld()
    const { invitation, sent, url } = await inviteYann(world)
    expect(sent).toBe(true)
    const [mail] = world.mailbox
    expect(mail?.to).toBe('yann.riou@exemple.fr')
    expect(mail?.subject).toBe('Maëlle Kerdoncuff vous invite sur Passerelle')
    expect(mail?.text).toContain('Bonjour Yann Riou,')
    expect(mail?.text).toContain('«\u00a0Mission locale de Quimper\u00a0»')
    expect(mail?.text).toContain('jusqu’au 7 juillet 2026')
    expect(mail?.text).toContain(url)
    expect(mail?.html).toContain(`href="${url}"`)
    const events = await listEvents(world.db, { subject: { type: 'invitation', id: invitation.id } })
    expect(events).toMatchObject([{ action: 'invitation.sent', organisationId: world.quimper.id }])
  })

  test('the link is nowhere in the database', async () => {
    const world = await createWorld()
    await inviteYann(world)
    const rows = JSON.stringify([await world.db('invitations'), await world.db('audit_events')])
    expect(rows).not.toContain(world.mailedToken())
  })

  test('a name made of markup stays text in the mail', async () => {
    const world = await createWorld()
    await inviteMember(world.deps, world.coordinator, {
      ...guest,
      name: '<a href="https://evil.example">Yann</a>',
      role: 'trainer',
      organisationId: world.quimper.id,
    })
    expect(world.mailbox[0]?.html).not.toContain('<a href="https://evil.example">')
  })

  test('an admin invites anywhere, and invites other admins', async () => {
    const world = await createWorld()
    await inviteMember(world.deps, world.admin, {
      ...guest,
      role: 'coordinator',
      organisationId: world.brest.id,
    })
    await inviteMember(world.deps, world.admin, { ...guest, role: 'admin', organisationId: null })
    const { accountId } = await accept(world, world.mailedToken())
    expect(await requireActor(world.db, accountId)).toMatchObject({ admin: true, memberships: [] })
  })

  test('when the mail cannot leave, the invitation waits to be sent again', async () => {
    const world = await createWorld()
    world.mailServer.isUp = false
    const { invitation, sent } = await inviteYann(world)
    expect(sent).toBe(false)
    world.mailServer.isUp = true
    const named = { id: invitation.id, organisationId: world.quimper.id, locale: 'fr' as const }
    expect((await resendInvitation(world.deps, world.coordinator, named)).sent).toBe(true)
    await expect(accept(world, world.mailedToken())).resolves.toMatchObject({ passwordChosen: true })
  })

  test.each([
    ['a trainer invites nobody', 'trainer', 'quimper', 'trainer'],
    ['a trainer does not make herself coordinator', 'trainer', 'quimper', 'coordinator'],
    ['a coordinator does not invite into another structure', 'coordinator', 'brest', 'trainer'],
    ['the neighbour’s coordinator does not invite here', 'neighbour', 'quimper', 'coordinator'],
  ] as const)('%s', async (_why, who, where, role) => {
    const world = await createWorld()
    const work = inviteMember(world.deps, world[who], { ...guest, role, organisationId: world[where].id })
    await expect(work).rejects.toMatchObject({ code: 'forbidden' })
    expect(world.mailbox).toEqual([])
    expect(await world.db('invitations')).toEqual([])
  })

  test.each(['trainer', 'coordinator'] as const)('a %s makes nobody admin', async (who) => {
    const world = await createWorld()
    for (const organisationId of [null, world.quimper.id])
      await expect(
        inviteMember(world.deps, world[who], { ...guest, role: 'admin', organisationId }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      inviteMember(world.deps, world[who], { ...guest, role: 'trainer', organisationId: null }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a structure that does not exist is not found, and one that is closed is said to be', async () => {
    const world = await createWorld()
    await world
      .db('organisations')
      .where({ id: world.brest.id })
      .update({ closed_at: '2026-01-01T00:00:00Z' })
    for (const [organisationId, code] of [
      [world.brest.id, 'structure-closed'],
      ['nowhere' as OrganisationId, 'not-found'],
    ] as const)
      await expect(
        inviteMember(world.deps, world.admin, { ...guest, role: 'trainer', organisationId }),
      ).rejects.toMatchObject({ code })
  })

  test('somebody who has the role already, or whose account is closed, is named beside the field', async () => {
    const world = await createWorld()
    const invite = (email: string, role: 'trainer' | 'coordinator' | 'admin') =>
      inviteMember(world.deps, world.admin, {
        ...guest,
        email,
        role,
        organisationId: role === 'admin' ? null : world.quimper.id,
      })
    const exists = { code: 'already-exists', problems: [{ field: 'email', message: 'fields.memberExists' }] }
    await expect(invite(world.trainer.email.toUpperCase(), 'trainer')).rejects.toMatchObject(exists)
    await expect(invite(world.coordinator.email, 'trainer')).rejects.toMatchObject(exists)
    await expect(invite(world.admin.email, 'admin')).rejects.toMatchObject(exists)
    await world.db('accounts').where({ id: world.trainer.accountId }).update({ disabled_at: 'x' })
    await expect(invite(world.trainer.email, 'coordinator')).rejects.toMatchObject({
      problems: [{ field: 'email', message: 'fields.accountClosed' }],
    })
  })
})

describe('an invitation of another structure', () => {
  test.each(['trainer', 'neighbour'] as const)('is not the %s’s to send again or take back', async (who) => {
    const world = await createWorld()
    const { invitation } = await inviteYann(world)
    const sent = world.mailbox.length
    for (const organisationId of [world.quimper.id, world.brest.id, null]) {
      const named = { id: invitation.id, organisationId }
      const code = organisationId === world.quimper.id ? 'forbidden' : 'not-found'
      await expect(
        resendInvitation(world.deps, world[who], { ...named, locale: 'fr' }),
      ).rejects.toMatchObject({ code })
      await expect(cancelInvitation(world.deps, world[who], named)).rejects.toMatchObject({ code })
    }
    expect(world.mailbox).toHaveLength(sent)
    await expect(accept(world, world.mailedToken())).resolves.toBeDefined()
    const members = await listMembers(world.db, world.quimper.id)
    expect(members.map(({ name }) => name)).toEqual(['Karim Le Goff', 'Maëlle Kerdoncuff', 'Yann Riou'])
  })
})
