import { mobilityFramework } from '../../../server/issuer/achievements/index.ts'
import { parseIsoDate, type Clock, type IsoDate } from '../../../server/kernel/clock.ts'
import { newId, type AccountId, type OrganisationId } from '../../../server/kernel/ids.ts'
import type { OrganisationRole, StaffActor, SystemActor } from '../../../server/kernel/roles.ts'
import type { Db } from '../../../server/platform/db/index.ts'
import { saveLearner, type Learner } from '../../../server/records/learners/index.ts'
import { saveMobility, type Mobility } from '../../../server/records/mobilities/index.ts'
import { createSession, enrol, type NewSession } from '../../../server/records/training-sessions/index.ts'
import { openTestDatabase } from '../../support/database.ts'

export const NOW = '2026-07-03T16:00:00Z'
/** Two competences of the framework, whatever their codes are. */
export const TEAM = codeAt(0)
export const ADAPT = codeAt(1)

function codeAt(position: number): string {
  const competence = mobilityFramework().competences[position]
  if (competence === undefined) throw new Error('the framework is too small')
  return competence.code
}

export const operator: SystemActor = { kind: 'system', name: 'test' }

export function day(text: string): IsoDate {
  const parsed = parseIsoDate(text)
  if (parsed === undefined) throw new Error(`no such day: ${text}`)
  return parsed
}

/** Two structures with staff, at half past four on the last day of the session. */
export async function aNetwork() {
  const db = await openTestDatabase()
  const clock: Clock = { now: () => new Date(NOW) }
  const quimper = await structure(db, 'mission-locale-quimper', 'Mission locale de Quimper')
  const brest = await structure(db, 'lycee-brest', 'Lycée maritime de Brest')
  return {
    db,
    clock,
    deps: { db, clock },
    quimper,
    brest,
    anne: await person(db, 'Anne Le Goff', quimper, 'trainer'),
    yann: await person(db, 'Yann Kervella', quimper, 'trainer'),
    coordinator: await person(db, 'Claire Morvan', quimper, 'coordinator'),
    stranger: await person(db, 'Paul Tanguy', brest, 'coordinator'),
  }
}

export type Network = Awaited<ReturnType<typeof aNetwork>>

export async function structure(db: Db, slug: string, name: string): Promise<OrganisationId> {
  const id = newId<OrganisationId>()
  await db('organisations').insert({ id, slug, name, kind: 'association', created_at: NOW })
  return id
}

export async function person(
  db: Db,
  name: string,
  organisationId: OrganisationId,
  role: OrganisationRole,
): Promise<StaffActor> {
  const accountId = newId<AccountId>()
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@example.org`
  await db('accounts').insert({ id: accountId, email, name, locale: 'fr', created_at: NOW })
  await db('memberships').insert({
    id: newId(),
    account_id: accountId,
    organisation_id: organisationId,
    role,
    created_at: NOW,
  })
  return { kind: 'staff', accountId, name, email, admin: false, memberships: [{ organisationId, role }] }
}

export function aReturnSession(network: Network, change: Partial<NewSession> = {}): NewSession {
  return {
    organisationId: network.quimper,
    kind: 'return',
    title: 'Retour de mobilité, Quimper',
    place: 'Quimper',
    startsOn: day('2026-07-03'),
    endsOn: day('2026-07-03'),
    locale: 'fr',
    competences: [],
    ...change,
  }
}

/** A learner of Quimper (or of the structure that is named) with a stay in Bremen that ended in June. */
export async function aLearner(
  { db, deps, quimper }: Network,
  givenName: string,
  familyName: string,
  organisationId: OrganisationId = quimper,
): Promise<{ learner: Learner; mobility: Mobility }> {
  return db.transaction(async (trx) => {
    const { learner } = await saveLearner(trx, deps, operator, {
      organisationId,
      givenName,
      familyName,
    })
    const { mobility } = await saveMobility(trx, deps, operator, learner, {
      programme: 'KA121-VET',
      hostName: 'Tischlerei Weber',
      hostTown: 'Brême',
      hostCountry: 'DE',
      startsOn: day('2026-03-30'),
      endsOn: day('2026-06-19'),
    })
    return { learner, mobility }
  })
}

/** Anne's return session with Inès and Malo, both present. */
export async function aSession(network: Network, change: Partial<NewSession> = {}) {
  const session = await createSession(network.deps, network.anne, aReturnSession(network, change))
  const place = async (givenName: string, familyName: string) => {
    const { learner, mobility } = await aLearner(network, givenName, familyName)
    const { enrolmentId } = await network.db.transaction(async (trx) =>
      enrol(trx, network.deps, network.anne, {
        sessionId: session.id,
        learnerId: learner.id,
        mobilityId: mobility.id,
        attendance: 'present',
      }),
    )
    return { learner, mobility, enrolmentId }
  }
  return { session, ines: await place('Inès', 'Bernard'), malo: await place('Malo', 'Kerrien') }
}
