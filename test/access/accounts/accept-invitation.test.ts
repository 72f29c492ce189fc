import { describe, expect, test } from 'vitest'
import {
  acceptInvitation,
  cancelInvitation,
  createAccount,
  inviteMember,
  resendInvitation,
} from '../../../server/access/accounts/index.ts'
import { openInvitation } from '../../../server/access/accounts/open-invitation.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { createWorld, OPERATOR, PASSWORD, requireActor, sessionOf, type World } from '../access-world.ts'

const guest = { email: 'Yann.Riou@Exemple.fr', name: 'Yann Riou', locale: 'fr' as const }

/** Yann is invited to Quimper as a trainer. */
const inviteYann = (world: World, by: StaffActor = world.coordinator) =>
  inviteMember(world.deps, by, { ...guest, role: 'trainer', organisationId: world.quimper.id })

const accept = (world: World, token: string, password = PASSWORD) =>
  acceptInvitation(world.deps, { token, name: 'Yann Riou', password, locale: 'fr' })

describe('the link', () => {
  test('opens an account with the chosen name and password, in the structure', async () => {
    const world = await createWorld()
    await inviteYann(world)
    const { accountId } = await accept(world, world.mailedToken())
    expect(await requireActor(world.db, accountId)).toMatchObject({
      name: 'Yann Riou',
      email: 'yann.riou@exemple.fr',
      admin: false,
      memberships: [{ organisationId: world.quimper.id, role: 'trainer' }],
    })
    const token = sessionOf(
      await world.login.authenticate({ email: 'YANN.riou@exemple.fr ', password: PASSWORD }),
    )
    expect(await world.login.resolve(token)).toMatchObject({ accountId })
    expect(JSON.stringify(await world.db('accounts'))).not.toContain(PASSWORD)
  })

  test('works once', async () => {
    const world = await createWorld()
    await inviteYann(world)
    await accept(world, world.mailedToken())
    await expect(accept(world, world.mailedToken())).rejects.toMatchObject({ code: 'link-expired' })
  })

  test('followed twice at the same moment, it opens one account', async () => {
    const world = await createWorld()
    await inviteYann(world)
    const both = await Promise.allSettled([
      accept(world, world.mailedToken()),
      accept(world, world.mailedToken()),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await world.db('accounts').where({ email: 'yann.riou@exemple.fr' })).toHaveLength(1)
  })

  test('works for seven days, not longer', async () => {
    const world = await createWorld()
    await inviteYann(world)
    world.wait({ days: 6, hours: 23 })
    await expect(openInvitation(world.deps, world.mailedToken())).resolves.toBeDefined()
    world.wait({ hours: 1 })
    await expect(accept(world, world.mailedToken())).rejects.toMatchObject({ code: 'link-expired' })
  })

  test('with one changed character is not recognised', async () => {
    const world = await createWorld()
    await inviteYann(world)
    const token = world.mailedToken()
    const tampered = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`
    for (const wrong of [tampered, '', token.toLowerCase() + 'x', 'a'.repeat(100_000)])
      await expect(accept(world, wrong)).rejects.toMatchObject({ code: 'link-unknown' })
  })

  test('sent again, lives seven days more, and the former one dies', async () => {
    const world = await createWorld()
    const { invitation } = await inviteYann(world)
    const former = world.mailedToken()
    world.wait({ days: 6 })
    await resendInvitation(world.deps, world.coordinator, {
      id: invitation.id,
      organisationId: world.quimper.id,
      locale: 'fr',
    })
    await expect(accept(world, former)).rejects.toMatchObject({ code: 'link-unknown' })
    world.wait({ days: 6 })
    await expect(accept(world, world.mailedToken())).resolves.toBeDefined()
  })

  test('asking the same person again replaces the pending invitation', async () => {
    const world = await createWorld()
    await inviteYann(world)
    const former = world.mailedToken()
    await inviteYann(world)
    expect(await world.db('invitations')).toHaveLength(1)
    await expect(accept(world, former)).rejects.toMatchObject({ code: 'link-unknown' })
  })

  test('taken back, it is not recognised any more', async () => {
    const world = await createWorld()
    const { invitation } = await inviteYann(world)
    const named = { id: invitation.id, organisationId: world.quimper.id }
    await cancelInvitation(world.deps, world.coordinator, named)
    await expect(accept(world, world.mailedToken())).rejects.toMatchObject({ code: 'link-unknown' })
    await expect(cancelInvitation(world.deps, world.coordinator, named)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('of a structure that closed meanwhile, or for an account that was closed, it is not valid any more', async () => {
    const world = await createWorld()
    await inviteYann(world)
    const yann = await createAccount(world.deps, OPERATOR, { ...guest })
    await world.db('accounts').where({ id: yann.id }).update({ disabled_at: '2026-06-30T09:00:00Z' })
    await expect(accept(world, world.mailedToken())).rejects.toMatchObject({ code: 'link-expired' })
    await world.db('accounts').where({ id: yann.id }).update({ disabled_at: null })
    await world.db('organisations').where({ id: world.quimper.id }).update({ closed_at: 'x' })
    await expect(accept(world, world.mailedToken())).rejects.toMatchObject({ code: 'link-expired' })
  })

  test('a password that is refused uses nothing up', async () => {
    const world = await createWorld()
    await inviteYann(world)
    await expect(accept(world, world.mailedToken(), 'yann riou 29')).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'password', message: 'fields.passwordPersonal' }],
    })
    await expect(accept(world, world.mailedToken())).resolves.toBeDefined()
  })

  test('somebody who has an account joins with it: name and password are not the link’s to change', async () => {
    const world = await createWorld()
    await inviteYann(world)
    await accept(world, world.mailedToken())
    await inviteMember(world.deps, world.neighbour, {
      ...guest,
      role: 'coordinator',
      organisationId: world.brest.id,
    })
    const accepted = await acceptInvitation(world.deps, {
      token: world.mailedToken(),
      name: 'Somebody Else',
      password: 'another long password',
      locale: 'fr',
    })
    expect(accepted.passwordChosen).toBe(false)
    const yann = await requireActor(world.db, accepted.accountId)
    expect(yann.name).toBe('Yann Riou')
    expect(yann.memberships.map(({ role }) => role).sort()).toEqual(['coordinator', 'trainer'])
    await expect(world.login.authenticate({ email: guest.email, password: PASSWORD })).resolves.toBeDefined()
  })

  test('an old invitation never takes a role away', async () => {
    const world = await createWorld()
    await inviteYann(world)
    const asTrainer = world.mailedToken()
    const yann = await createAccount(world.deps, OPERATOR, { ...guest, password: PASSWORD })
    await world.db('memberships').insert({
      id: 'm1',
      account_id: yann.id,
      organisation_id: world.quimper.id,
      role: 'coordinator',
      created_at: '2026-06-30T08:00:00Z',
    })
    await accept(world, asTrainer)
    expect((await requireActor(world.db, yann.id)).memberships).toMatchObject([{ role: 'coordinator' }])
  })
})
