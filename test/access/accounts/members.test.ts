import { describe, expect, test } from 'vitest'
import {
  acceptInvitation,
  addMembership,
  createAccount,
  endMembership,
  findStaffActor,
  inviteMember,
  listMembers,
} from '../../../server/access/accounts/index.ts'
import { listEvents } from '../../../server/access/audit/index.ts'
import type { AccountId } from '../../../server/kernel/ids.ts'
import { createWorld, OPERATOR, PASSWORD, requireActor } from '../access-world.ts'

describe('opening an account at the command line', () => {
  test('the address is kept in one spelling and taken once', async () => {
    const { deps, db } = await createWorld()
    const account = await createAccount(deps, OPERATOR, {
      email: ' Yann@Exemple.FR ',
      name: 'Yann Riou',
      password: PASSWORD,
    })
    expect(account.email).toBe('yann@exemple.fr')
    await expect(
      createAccount(deps, OPERATOR, { email: 'YANN@exemple.fr', name: 'Autre' }),
    ).rejects.toMatchObject({ code: 'already-exists', problems: [{ field: 'email' }] })
    expect(await listEvents(db, { subject: { type: 'account', id: account.id } })).toHaveLength(1)
  })

  test('the rules for passwords hold there too', async () => {
    const { deps } = await createWorld()
    await expect(
      createAccount(deps, OPERATOR, { email: 'y@exemple.fr', name: 'Yann', password: 'secret' }),
    ).rejects.toMatchObject({ problems: [{ message: 'fields.passwordShort' }] })
  })

  test('nobody but an admin may', async () => {
    const { deps, coordinator, trainer, quimper } = await createWorld()
    for (const actor of [coordinator, trainer]) {
      const account = { email: 'y@exemple.fr', name: 'Yann', admin: true }
      await expect(createAccount(deps, actor, account)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(
        addMembership(deps, actor, {
          accountId: actor.accountId,
          organisationId: quimper.id,
          role: 'coordinator',
        }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('nobody joins from nowhere', async () => {
    const { deps, quimper } = await createWorld()
    await expect(
      addMembership(deps, OPERATOR, {
        accountId: 'nobody' as AccountId,
        organisationId: quimper.id,
        role: 'trainer',
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('leaving a structure', () => {
  test('a coordinator takes somebody out: their role ends at once, and can be given back', async () => {
    const { deps, db, coordinator, trainer, quimper } = await createWorld()
    const membership = { organisationId: quimper.id, accountId: trainer.accountId }
    await endMembership(deps, coordinator, membership)
    expect((await requireActor(db, trainer.accountId)).memberships).toEqual([])
    expect(await listMembers(db, quimper.id)).toHaveLength(1)
    await expect(endMembership(deps, coordinator, membership)).rejects.toMatchObject({ code: 'not-found' })
    await addMembership(deps, OPERATOR, { ...membership, role: 'trainer' })
    expect((await requireActor(db, trainer.accountId)).memberships).toHaveLength(1)
  })

  test('whoever leaves cannot come back with an invitation still in their mailbox', async () => {
    const { deps, db, coordinator, trainer, neighbour, quimper, brest, mailedToken } = await createWorld()
    const invite = (actor: typeof trainer, email: string, organisationId: typeof quimper.id) =>
      inviteMember(deps, actor, { email, name: 'X', role: 'coordinator', organisationId, locale: 'fr' })
    const elsewhere = await invite(neighbour, trainer.email, brest.id)
    const somebodyElse = await invite(coordinator, 'yann@exemple.fr', quimper.id)
    const promotion = await invite(coordinator, trainer.email.toUpperCase(), quimper.id)
    const token = mailedToken()
    const membership = { organisationId: quimper.id, accountId: trainer.accountId }
    await expect(endMembership(deps, neighbour, membership)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await db('invitations')).toHaveLength(3)
    await endMembership(deps, coordinator, membership)
    await expect(acceptInvitation(deps, { token, locale: 'fr' })).rejects.toMatchObject({
      code: 'link-unknown',
    })
    expect((await requireActor(db, trainer.accountId)).memberships).toEqual([])
    const left = [elsewhere.invitation.id, somebodyElse.invitation.id]
    expect((await db('invitations').pluck('id')).sort()).toEqual(left.sort())
    const trail = await listEvents(db, { subject: { type: 'invitation', id: promotion.invitation.id } })
    expect(trail.map(({ action, actorName }) => `${action} ${actorName}`)).toContain(
      `invitation.cancelled ${coordinator.name}`,
    )
  })

  test('leaving wins over saying yes at the same moment', async () => {
    const { deps, db, coordinator, trainer, quimper, mailedToken } = await createWorld()
    await inviteMember(deps, coordinator, {
      email: trainer.email,
      name: 'Karim',
      role: 'coordinator',
      organisationId: quimper.id,
      locale: 'fr',
    })
    const membership = { organisationId: quimper.id, accountId: trainer.accountId }
    const [ended] = await Promise.allSettled([
      endMembership(deps, coordinator, membership),
      acceptInvitation(deps, { token: mailedToken(), password: PASSWORD, locale: 'fr' }),
    ])
    expect(ended.status).toBe('fulfilled')
    expect((await requireActor(db, trainer.accountId)).memberships).toEqual([])
  })

  test('an invitation of somebody who is no member stays when there is nothing to end', async () => {
    const { deps, db, coordinator, neighbour, quimper } = await createWorld()
    const invitation = { name: 'Anne', role: 'trainer', organisationId: quimper.id, locale: 'fr' } as const
    await inviteMember(deps, coordinator, { ...invitation, email: neighbour.email })
    const membership = { organisationId: quimper.id, accountId: neighbour.accountId }
    await expect(endMembership(deps, coordinator, membership)).rejects.toMatchObject({ code: 'not-found' })
    expect(await db('invitations')).toHaveLength(1)
  })

  test('nobody takes themselves out, a trainer takes nobody out, a neighbour neither', async () => {
    const { deps, db, coordinator, trainer, neighbour, quimper } = await createWorld()
    const end = (actor: typeof trainer, accountId: AccountId) =>
      endMembership(deps, actor, { organisationId: quimper.id, accountId })
    await expect(end(coordinator, coordinator.accountId)).rejects.toMatchObject({
      problems: [{ message: 'fields.notYourself' }],
    })
    await expect(end(trainer, coordinator.accountId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(end(neighbour, trainer.accountId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(end(coordinator, neighbour.accountId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await listMembers(db, quimper.id)).toHaveLength(2)
  })

  test('a structure that closes gives its people no role any more', async () => {
    const { db, trainer, quimper } = await createWorld()
    await db('organisations').where({ id: quimper.id }).update({ closed_at: '2026-06-30T08:00:00Z' })
    expect((await requireActor(db, trainer.accountId)).memberships).toEqual([])
  })

  test('a disabled account acts nowhere and is listed nowhere', async () => {
    const { db, trainer, quimper } = await createWorld()
    await db('accounts').where({ id: trainer.accountId }).update({ disabled_at: '2026-06-30T08:00:00Z' })
    expect(await findStaffActor(db, trainer.accountId)).toBeUndefined()
    expect((await listMembers(db, quimper.id)).map(({ name }) => name)).toEqual(['Maëlle Kerdoncuff'])
  })
})
