import type { IsoDate } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { MobilityId, OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findLearner, saveLearner, searchLearners, type Learner } from '../learners/index.ts'
import { listMobilities, saveMobility, type Mobility, type MobilityInput } from '../mobilities/index.ts'
import type { SessionDeps } from './create-session.ts'
import { enrol } from './enrol-learner.ts'
import type { EnrolmentResult } from './enrolment.ts'
import { selectEnrolments } from './enrolment-store.ts'
import { requireOpenPreparation, requirePreparation } from './require-session-access.ts'
import { rostersOf } from './structures.ts'
import type { TrainingSession } from './training-session.ts'

/** Somebody who could have a place in the session. */
export interface Candidate {
  readonly learner: Learner
  readonly stays: readonly Mobility[]
  readonly enrolled: boolean
}

const MOST_FOUND = 12

/**
 * Young people of the session's structures where the actor has a role, whose name is like what was typed. The rosters of
 * the other structures are their own people's to look in.
 * @throws AppError `not-found`
 */
export async function searchCandidates(
  db: Db,
  actor: Actor,
  input: { readonly sessionId: string; readonly text: string },
): Promise<Candidate[]> {
  const session = await requirePreparation(db, actor, input.sessionId)
  const organisationIds = (await rostersOf(db, actor, session)).map(({ id }) => id)
  if (organisationIds.length === 0) return []
  const found = await searchLearners(db, actor, { text: input.text, organisationIds, limit: MOST_FOUND })
  const enrolled = new Set((await selectEnrolments(db, session.id)).map(({ learnerId }) => learnerId))
  const stays = await listMobilities(
    db,
    found.map(({ id }) => id),
  )
  return found.map((learner) => ({
    learner,
    stays: stays.filter(({ learnerId }) => learnerId === learner.id),
    enrolled: enrolled.has(learner.id),
  }))
}

/**
 * Gives a known young person a place, with the stay that was chosen, else the one the session most likely speaks of.
 * @throws AppError `not-found` (session; a learner of a structure where the actor has no role, or that does not hold the
 * session; somebody else's stay), `session-already-signed`
 */
export async function enrolKnown(
  deps: SessionDeps,
  actor: Actor,
  input: { readonly sessionId: string; readonly learnerId: string; readonly mobilityId?: string | undefined },
): Promise<EnrolmentResult> {
  return deps.db.transaction(async (trx) => {
    const session = await requireOpenPreparation(trx, actor, input.sessionId)
    const learner = await findLearner(trx, input.learnerId)
    const rosters = await rostersOf(trx, actor, session)
    if (learner === undefined || !rosters.some(({ id }) => id === learner.organisationId))
      throw new AppError('not-found')
    const chosen = input.mobilityId as MobilityId | undefined
    const stays = chosen === undefined ? await listMobilities(trx, [learner.id]) : []
    return enrol(trx, deps, actor, {
      sessionId: session.id,
      learnerId: learner.id,
      mobilityId: chosen ?? likelyStay(stays, session)?.id,
    })
  })
}

/** After the stay, the last one that ended; before it, the next one that begins; else the latest known. */
export function likelyStay(
  stays: readonly Mobility[],
  session: Pick<TrainingSession, 'kind' | 'startsOn' | 'endsOn'>,
): Mobility | undefined {
  const inOrder = [...stays].sort((left, right) => left.startsOn.localeCompare(right.startsOn))
  const meant =
    session.kind === 'departure'
      ? inOrder.find(({ startsOn }) => startsOn >= session.startsOn)
      : inOrder.findLast(({ endsOn }) => endsOn <= session.endsOn)
  return meant ?? inOrder.at(-1)
}

export interface NewcomerInput {
  readonly sessionId: string
  readonly organisationId: OrganisationId
  readonly givenName: string
  readonly familyName: string
  readonly birthDate?: IsoDate | undefined
  readonly stay?: MobilityInput | undefined
}

/**
 * Records somebody in one of the session's structures, with their stay, and gives them a place. Somebody of that name whom
 * the structure knows is recognised, as in a spreadsheet; a stay of theirs that was signed is not told otherwise here.
 * @throws AppError `not-found`, `session-already-signed`, `invalid-input` with the field, `already-exists` (two people of
 * that name and no day of birth)
 */
export async function enrolNewcomer(
  deps: SessionDeps,
  actor: Actor,
  input: NewcomerInput,
): Promise<EnrolmentResult> {
  return deps.db.transaction(async (trx) => {
    const session = await requireOpenPreparation(trx, actor, input.sessionId)
    const rosters = await rostersOf(trx, actor, session)
    if (!rosters.some(({ id }) => id === input.organisationId))
      throw new AppError('invalid-input', {}, [{ field: 'organisationId', message: 'fields.choice' }])
    const { organisationId, givenName, familyName, birthDate, stay } = input
    const person = { organisationId, givenName, familyName, birthDate }
    const { learner } = await saveLearner(trx, deps, actor, person)
    const saved = stay === undefined ? undefined : await saveMobility(trx, deps, actor, learner, stay)
    if (saved !== undefined && saved.kept.length > 0)
      throw new AppError(
        'invalid-input',
        {},
        saved.kept.map((field) => ({ field, message: 'fields.staySigned' })),
      )
    const mobilityId = saved?.mobility.id
    return enrol(trx, deps, actor, { sessionId: session.id, learnerId: learner.id, mobilityId })
  })
}
