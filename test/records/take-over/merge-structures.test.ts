import { describe, expect, it } from 'vitest'
import { inviteMember } from '../../../server/access/accounts/index.ts'
import { createClient, resolveClient } from '../../../server/access/api-clients/index.ts'
import { listEvents } from '../../../server/access/audit/index.ts'
import {
  createOrganisation,
  findOrganisationByName,
  todayOf,
} from '../../../server/access/organisations/index.ts'
import {
  closeStructure,
  mergeStructures,
  reopenStructure,
} from '../../../server/access/structure-life/index.ts'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { signSession } from '../../../server/records/assessments/index.ts'
import { listLearners } from '../../../server/records/learners/index.ts'
import {
  createSession,
  listSessions,
  requireSessionAccess,
} from '../../../server/records/training-sessions/index.ts'
import { parseIsoDate } from '../../../server/kernel/clock.ts'
import { OPERATOR, snapshot } from '../../support/app-world.ts'
import { twoStructures } from './two-structures.ts'

const today = parseIsoDate('2026-07-03')
if (today === undefined) throw new Error('no day')

describe('one structure takes another over', () => {
  it('its team joins the other with the higher of their roles, and sees what was its own', async () => {
    const world = await twoStructures()
    const { away, home, accounts } = world
    await world.merge()
    const roles = (await world.actor('coordinator')).memberships
    expect(roles).toContainEqual({ organisationId: away.id, role: 'coordinator' })
    expect((await world.actor('trainer')).memberships).toContainEqual({
      organisationId: away.id,
      role: 'trainer',
    })
    const titles = async (person: 'coordinator' | 'trainer' | 'colleague' | 'neighbourLead' | 'neighbour') =>
      (await listSessions(world.db, await world.actor(person))).map(({ title }) => title).sort()
    const all = ['Retour d’à côté', 'Retour ouvert', 'Retour signé']
    expect(await titles('neighbourLead')).toEqual(all)
    expect(await titles('coordinator')).toEqual(all)
    // who is named in a session keeps it, and nobody gains one where they are not named
    expect(await titles('trainer')).toEqual(['Retour ouvert', 'Retour signé'])
    expect(await titles('colleague')).toEqual([])
    expect(await titles('neighbour')).toEqual(['Retour d’à côté'])
    const ended = await world
      .db('memberships')
      .where({ organisation_id: home.id, account_id: accounts.trainer })
      .first<{ ended_at: string | null }>()
    expect(ended.ended_at).not.toBeNull()
  })

  it('young people and sessions are the other’s, and new signatures too', async () => {
    const world = await twoStructures()
    const { db, services, home, away, open } = world
    await world.merge()
    expect(await listLearners(db, home.id)).toEqual([])
    expect((await listLearners(db, away.id)).map(({ familyName }) => familyName).sort()).toEqual([
      'Kermadec',
      'Petit',
      'Quillévéré',
    ])
    await signSession(services, await world.actor('trainer'), { sessionId: open.sessionId })
    const signers = await db('credentials')
      .join('issuers', 'issuers.id', 'credentials.issuer_id')
      .where({ session_id: open.sessionId })
      .whereNot({ kind: 'passport' })
      .whereNotNull('signed_at')
      .distinct<{ slug: string }[]>('issuers.slug')
    expect(signers).toEqual([{ slug: away.slug }])
  })

  it('what it signed stays its own, byte for byte; its keys, lists and DID document stay served', async () => {
    const world = await twoStructures({ publicUrl: 'https://passeport.example' })
    const { db, home } = world
    const kept = ['issuers', 'signing_keys', 'status_lists', 'credentials', 'status_entries'] as const
    const before = await snapshot(world)
    const browser = await world.browse()
    const did = (await browser.open(`/orgs/${home.slug}/did.json`, 'application/json')).text
    const [list] = await db('status_lists').pluck<string[]>('id')
    await world.merge()
    const after = await snapshot(world)
    for (const table of kept) expect(after[table]).toBe(before[table])
    expect((await browser.open(`/orgs/${home.slug}/did.json`, 'application/json')).text).toBe(did)
    expect((await browser.open(`/status/${list ?? ''}`, 'application/json')).status).toBe(200)
    expect(await todayOf(db, home.id)).toMatchObject({ name: 'CFA de Brest', state: 'open' })
  })

  it('coordinators of the other withdraw what it signed; its former trainers and strangers do not', async () => {
    const world = await twoStructures()
    const { services, db, home } = world
    await world.merge()
    const credential = await db('credentials')
      .where({ organisation_id: home.id, kind: 'competence' })
      .first<{ code: string; id: string }>()
    const revoke = async (person: 'neighbourLead' | 'neighbour' | 'trainer' | 'leaver') =>
      revokeCredential(services, await world.actor(person), {
        credential: credential.code,
        reason: 'content-wrong',
      })
    for (const person of ['neighbour', 'trainer', 'leaver'] as const)
      await expect(revoke(person)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await revoke('neighbourLead')).revokedAt).not.toBeNull()
  })

  it('an admin withdraws what a closed structure signed; its former coordinator does not', async () => {
    const world = await twoStructures()
    const { services, home, db } = world
    await closeStructure(services, await world.actor('admin'), home.id)
    const code = await db('credentials').where({ kind: 'competence' }).first<{ code: string }>()
    const input = { credential: code.code, reason: 'content-wrong' }
    const refused = revokeCredential(services, await world.actor('coordinator'), input)
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
    expect((await revokeCredential(services, await world.actor('admin'), input)).revokedAt).not.toBeNull()
  })

  it('a list that says the old name finds the one that took over, and no session is made in the old one', async () => {
    const world = await twoStructures()
    const { services, db, home, away } = world
    await world.merge()
    expect((await findOrganisationByName(db, 'mission locale du leon'))?.id).toBe(away.id)
    const session = {
      organisationId: home.id,
      kind: 'return',
      title: 'Trop tard',
      startsOn: today,
      endsOn: today,
      locale: 'fr',
      competences: [],
    } as const
    for (const person of ['neighbourLead', 'admin'] as const)
      await expect(createSession(services, await world.actor(person), session)).rejects.toMatchObject({
        code: 'structure-closed',
      })
    const mayHold = await (await world.browse('neighbourLead')).open('/sessions/new')
    expect(mayHold.text).not.toContain('Mission locale du Léon')
  })

  it('an invitation in a mailbox leads to the other', async () => {
    const world = await twoStructures()
    const { services, db, home, away, invitation } = world
    const guest = { email: 'yann@exemple.fr', name: 'Yann Riou', locale: 'fr' } as const
    await inviteMember(services, OPERATOR, { ...guest, role: 'coordinator', organisationId: home.id })
    await inviteMember(services, OPERATOR, { ...guest, role: 'trainer', organisationId: away.id })
    await world.merge()
    const page = await (await world.browse()).open(`/invitations/${invitation.token}`)
    expect(page.text).toContain('CFA de Brest')
    const yann = await db('invitations').where({ email: guest.email }).select('organisation_id', 'role')
    expect(yann).toEqual([{ organisation_id: away.id, role: 'coordinator' }])
  })

  it('its programs go on as the other’s; those of a structure that closes do not come in any more', async () => {
    const world = await twoStructures()
    const { services, home, away } = world
    const { token } = await createClient(services, OPERATOR, {
      name: 'Logiciel métier',
      organisationId: home.id,
      scopes: ['credentials:issue'],
    })
    await world.merge()
    expect(await resolveClient(services, token)).toMatchObject({ organisationId: away.id })
    await closeStructure(services, OPERATOR, away.id)
    expect(await resolveClient(services, token)).toBeUndefined()
  })

  it('who belonged to neither gains nothing', async () => {
    const world = await twoStructures()
    const { db, open, services } = world
    await world.merge()
    const leaver = await world.actor('leaver')
    expect(leaver.memberships).toEqual([])
    await expect(requireSessionAccess(db, leaver, open.sessionId)).rejects.toMatchObject({
      code: 'not-found',
    })
    const slip = `/learners/${world.signed.learnerId}/slip`
    expect((await (await world.browse('neighbourLead')).open(slip)).status).toBe(404)
    await (await world.browse('neighbourLead')).send(slip)
    expect((await (await world.browse('neighbourLead')).open(slip)).status).toBe(200)
    expect(services.platformContact).toBeUndefined()
  })

  it('both trails say what happened and how much moved', async () => {
    const world = await twoStructures()
    const { db, home, away } = world
    await world.merge()
    for (const [id, action] of [
      [home.id, 'organisation.merged'],
      [away.id, 'organisation.took-over'],
    ] as const) {
      const events = await listEvents(db, { subject: { type: 'organisation', id } })
      expect(events.find((event) => event.action === action)).toMatchObject({
        details: { members: 3, invitations: 1, learners: 2, merged: 0, sessions: 2 },
      })
    }
  })
})

describe('a merger is refused, and changes nothing,', () => {
  it('to everybody but an admin, without the name, with itself or with a closed structure', async () => {
    const world = await twoStructures()
    const { services, home, away } = world
    const before = await snapshot(world)
    for (const person of ['coordinator', 'neighbourLead', 'trainer'] as const)
      await expect(world.merge({}, person)).rejects.toMatchObject({ code: 'forbidden' })
    for (const wrong of [{ typedName: 'CFA de Brest' }, { into: home.id }])
      await expect(world.merge(wrong)).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await snapshot(world)).toEqual(before)
    await closeStructure(services, OPERATOR, away.id)
    await expect(world.merge()).rejects.toMatchObject({ code: 'structure-closed' })
  })

  it('twice, backwards or in a circle: a chain leads to its last structure', async () => {
    const world = await twoStructures()
    const { services, db, home, away, elsewhere } = world
    const third = await db('organisations').where({ id: away.id }).first<{ name: string }>()
    await world.merge()
    await expect(world.merge()).rejects.toMatchObject({ code: 'structure-closed' })
    const admin = await world.actor('admin')
    const back = { from: away.id, into: home.id, typedName: third.name, onePerson: [] }
    await expect(mergeStructures(services, admin, back)).rejects.toMatchObject({ code: 'structure-closed' })
    await expect(reopenStructure(services, admin, home.id)).rejects.toMatchObject({
      code: 'structure-closed',
    })

    const last = await createOrganisation(services, OPERATOR, { name: 'Pôle Finistère', kind: 'other' })
    await mergeStructures(services, admin, { ...back, into: last.id })
    for (const id of [home.id, away.id])
      expect(await todayOf(db, id)).toMatchObject({ name: 'Pôle Finistère', state: 'open' })
    // the last one's team answers for both
    const roles = (await world.actor('coordinator')).memberships.map(({ organisationId }) => organisationId)
    expect(new Set(roles)).toEqual(new Set([home.id, away.id, last.id]))
    const lead = await world.actor('neighbourLead')
    expect((await requireSessionAccess(db, lead, elsewhere.sessionId)).organisationId).toBe(last.id)
    await closeStructure(services, admin, last.id)
    expect(await todayOf(db, home.id)).toMatchObject({ state: 'closed' })
    expect((await world.actor('coordinator')).memberships).toEqual([])
  })
})

describe('two people at the same moment', () => {
  it('a session made while its structure is taken over is refused or taken over too, never left behind', async () => {
    const world = await twoStructures()
    const { services, db, home } = world
    const coordinator = await world.actor('coordinator')
    const make = (title: string) =>
      createSession(services, coordinator, {
        organisationId: home.id,
        kind: 'return',
        title,
        startsOn: today,
        endsOn: today,
        locale: 'fr',
        competences: [],
      })
    const [merger] = await Promise.allSettled([world.merge(), make('Juste avant'), make('Juste après')])
    expect(merger).toMatchObject({ status: 'fulfilled' })
    expect(await db('training_sessions').where({ organisation_id: home.id }).select('id')).toEqual([])
  })

  it('a program or an invitation of a structure that is taken over is refused or moves too', async () => {
    const world = await twoStructures()
    const { services, db, home } = world
    const organisationId = home.id
    const scopes = ['credentials:issue'] as const
    const invitation = { email: 'ana@x.example', name: 'Ana', role: 'trainer', locale: 'fr' } as const
    const [merger] = await Promise.allSettled([
      world.merge(),
      createClient(services, OPERATOR, { name: 'Logiciel métier', organisationId, scopes }),
      inviteMember(services, OPERATOR, { ...invitation, organisationId }),
    ])
    expect(merger).toMatchObject({ status: 'fulfilled' })
    for (const table of ['api_clients', 'invitations'])
      expect(await db(table).where({ organisation_id: organisationId }).select('id')).toEqual([])
  })

  it('of two mergers that cross, one is done and the other refused', async () => {
    const world = await twoStructures()
    const { home, away } = world
    const outcomes = await Promise.allSettled([
      world.merge(),
      world.merge({ from: away.id, into: home.id, typedName: away.name }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'structure-closed' })
  })
})
