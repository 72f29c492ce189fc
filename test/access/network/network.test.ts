import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conventionState, inviteStructure, readPlace } from '../../../server/access/network/index.ts'
import type { IsoDate } from '../../../server/kernel/clock.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { findStaffActor } from '../../../server/access/accounts/index.ts'
import { openNetwork, saidOn, type Network, type Person } from '../../support/app-world.ts'

const day = (text: string) => text as IsoDate

describe('a convention', () => {
  const dates = { conventionFrom: day('2026-09-01'), conventionUntil: day('2027-08-31') }
  it.each([
    ['2026-08-31', 'to-come'],
    ['2026-09-01', 'running'],
    ['2027-07-01', 'running'],
    ['2027-07-02', 'ending'],
    ['2027-08-31', 'ending'],
    ['2027-09-01', 'ended'],
  ])('on %s is %s', (today, state) => {
    expect(conventionState(dates, day(today))).toBe(state)
  })

  it('without dates is none, and without an end goes on', () => {
    expect(conventionState({ conventionFrom: null, conventionUntil: null }, day('2026-07-03'))).toBe('none')
    expect(conventionState({ ...dates, conventionUntil: null }, day('2030-01-01'))).toBe('running')
  })
})

describe('the network grows', () => {
  let network: Network
  beforeAll(async () => {
    network = await openNetwork()
  })
  afterAll(() => network.close())

  const actorOf = async (person: Person): Promise<StaffActor> => {
    const actor = await findStaffActor(network.db, network.accounts[person])
    if (actor === undefined) throw new Error(person)
    return actor
  }
  const asked = {
    structure: 'ADEFIL Finistère',
    kind: 'association',
    town: 'Quimper',
    name: 'Rozenn Abgrall',
    email: 'rozenn@adefil.exemple.fr',
  }

  it('only through heads of network: no other structure may invite one', async () => {
    const lead = await network.browse('neighbourLead')
    const place = `/organisation/${network.away.slug}/network`
    expect(saidOn(await lead.open(place))).not.toContain('Inviter une structure')
    expect((await lead.send(place, asked)).status).toBe(403)
  })

  it('when a head of network asks a structure: its first coordinator gets a link, and the head no right over it', async () => {
    const { services, db, home, mailbox } = network
    const coordinator = await network.browse('coordinator')
    const place = `/organisation/${home.slug}/network`
    expect((await (await network.browse('trainer')).send(place, asked)).status).toBe(403)

    const answer = await coordinator.send(place, asked)
    expect([answer.status, answer.headers['location']]).toEqual([303, place])
    const mail = mailbox.at(-1)
    expect(mail?.to).toBe(asked.email)
    const said = saidOn(await coordinator.open(place))
    expect(said).toContain('ADEFIL Finistère')
    expect(said).toContain('pas encore de réponse')

    const [made] = (await readPlace(services, home.id)).invited
    const slug = made?.organisation.slug ?? ''
    expect((await coordinator.open(`/organisation/${slug}/invitations`)).status).toBe(404)

    // the link is sent again until somebody comes
    const before = mailbox.length
    expect((await coordinator.send(`${place}/${slug}/remind`)).status).toBe(303)
    expect(mailbox.length).toBe(before + 1)
    const stranger = await network.browse()
    const link = /\/invitations\/[\w-]+/.exec(mailbox.at(-1)?.text ?? '')?.[0] ?? ''
    const joined = await stranger.send(link, { name: 'Rozenn Abgrall', password: 'trois mots sans rapport' })
    expect(joined.status).toBe(303)
    expect(saidOn(await coordinator.open(place))).toContain('Dans le réseau')
    expect((await coordinator.send(`${place}/${slug}/remind`)).status).toBe(404)
    const rozenn = (await db('accounts').where({ email: asked.email }).first()) as { id: string }
    const member = (await db('memberships').where({ account_id: rozenn.id }).first()) as { role: string }
    expect(member.role).toBe('coordinator')
  })

  it('by one structure for one name, and keeps what was typed', async () => {
    const coordinator = await network.browse('coordinator')
    const place = `/organisation/${network.home.slug}/network`
    const again = await coordinator.send(place, { ...asked, structure: network.away.name })
    expect(again.status).toBe(409)
    expect(saidOn(again)).toContain('Une structure porte déjà ce nom')
    expect(again.text).toContain(`value="${network.away.name}"`)
    const empty = await coordinator.send(place, { ...asked, email: 'pas une adresse' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('value="ADEFIL Finistère"')
  })

  it('whole or not at all: an invitation that cannot be made leaves no structure behind', async () => {
    const { services, db, home } = network
    const closed = (await db('accounts').where({ id: network.accounts.leaver }).first()) as { email: string }
    await db('accounts')
      .where({ id: network.accounts.leaver })
      .update({ disabled_at: '2026-01-01T00:00:00Z' })
    const before = (await db('organisations')).length
    const invite = inviteStructure(services, await actorOf('coordinator'), {
      ...asked,
      kind: 'association',
      structure: 'Une autre',
      email: closed.email,
      headId: home.id,
      locale: 'fr',
    })
    await expect(invite).rejects.toMatchObject({ code: 'invalid-input' })
    expect((await db('organisations')).length).toBe(before)
  })

  it('with the dates of each convention, which stop nobody', async () => {
    const { away, services } = network
    const admin = await network.browse('admin')
    const path = `/admin/organisations/${away.slug}/network`
    const wrong = await admin.send(path, { conventionFrom: '2026-07-01', conventionUntil: '2026-06-30' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="2026-06-30"')
    const kept = await admin.send(path, { conventionFrom: '2025-07-01', conventionUntil: '2026-06-30' })
    expect(kept.status).toBe(303)
    expect(await readPlace(services, away.id)).toMatchObject({ convention: 'ended', headSince: null })
    const lead = await network.browse('neighbourLead')
    expect(saidOn(await lead.open(`/organisation/${away.slug}/network`))).toContain('Elle est terminée')
    expect((await lead.open('/sessions/new')).status).toBe(200)
  })
})
