import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { newId, type EnrolmentId } from '../../kernel/ids.ts'
import type { Actor, Speaker } from '../../kernel/roles.ts'
import { recordEvent } from '../../access/audit/index.ts'
import { findCompetence } from '../../issuer/achievements/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { LivePublisher } from '../../platform/live/index.ts'
import { fullName } from '../learners/index.ts'
import {
  announce,
  listEnrolments,
  OBSERVATION_MAX,
  requireOpenSession,
  type Enrolment,
  type TrainingSession,
} from '../training-sessions/index.ts'
import { levelOf, type Assessment, type AssessmentChange, type AssessmentsInput } from './assessment.ts'
import { deleteAssessment, selectAssessments, upsertAssessments, type AssessmentId } from './store.ts'

export interface AssessmentDeps {
  readonly clock: Clock
  /** Tells the pages that show what changed. */
  readonly live?: LivePublisher | undefined
}

export interface AssessmentsResult {
  /** Cells that are different now. */
  readonly changed: number
  /** The youths they belong to. */
  readonly enrolments: readonly EnrolmentId[]
}

/** Longest name of who speaks. */
const AUTHOR_MAX = 200

const keyOf = (cell: Pick<Assessment, 'enrolmentId' | 'competence' | 'voice'>): string =>
  `${cell.enrolmentId} ${cell.competence} ${cell.voice}`

/**
 * Writes cells of a session's grid, all or none; what is said already is left untouched. Inside a transaction when
 * `db` is one.
 * @throws AppError `not-found` (session, or an enrolment of another session), `session-already-signed`,
 * `invalid-input` with one problem a cell: a competence the session does not have, a level the competence does not
 * have, an observation too long. Fields are named `<enrolment>.<voice>:<competence>`.
 */
export async function setAssessments(
  db: Db,
  deps: AssessmentDeps,
  actor: Actor,
  input: AssessmentsInput,
): Promise<AssessmentsResult> {
  return db.transaction(async (trx) => {
    const session = await requireOpenSession(trx, actor, input.sessionId)
    return writeAssessments(trx, deps, actor, session, input.changes)
  })
}

/**
 * {@link setAssessments} in a session that its caller holds locked. Of a signed session only `records/corrections` may
 * change anything, because it signs anew what follows from it.
 */
export async function writeAssessments(
  trx: Db,
  deps: AssessmentDeps,
  actor: Speaker,
  session: TrainingSession,
  changes: AssessmentsInput['changes'],
): Promise<AssessmentsResult> {
  const enrolments = new Map((await listEnrolments(trx, session.id)).map((one) => [one.id, one]))
  if (changes.some(({ enrolmentId }) => !enrolments.has(enrolmentId))) throw new AppError('not-found')
  const problems = changes.flatMap((change) => problemsOf(session, change))
  if (problems.length > 0) throw new AppError('invalid-input', {}, problems)

  const known = new Map((await selectAssessments(trx, session.id)).map((cell) => [keyOf(cell), cell]))
  const at = deps.clock.now()
  const wanted = new Map<string, Assessment>()
  for (const change of changes) {
    const before = wanted.get(keyOf(change)) ?? known.get(keyOf(change))
    wanted.set(
      keyOf(change),
      apply(actor, enrolments.get(change.enrolmentId), change, before, isoInstant(at)),
    )
  }
  const different = [...wanted.values()].filter((cell) => !same(cell, known.get(keyOf(cell))))
  await write(trx, actor, different)
  const changedEnrolments = [...new Set(different.map(({ enrolmentId }) => enrolmentId))]
  await announce(
    trx,
    deps.live,
    session,
    changedEnrolments.flatMap((id) => enrolments.get(id) ?? []),
  )
  if (different.length > 0)
    await recordEvent(trx, {
      at,
      actor,
      action: session.signedAt === undefined ? 'session.assessed' : 'session.assessed-anew',
      organisationId: session.organisationId,
      subject: { type: 'training-session', id: session.id },
      details: { cells: different.length, enrolments: changedEnrolments },
    })
  return { changed: different.length, enrolments: changedEnrolments }
}

/** What is wrong with a change, a problem a cell; nothing when it can be written. */
export function problemsOf(session: TrainingSession, change: AssessmentChange): FieldProblem[] {
  const field = `${change.enrolmentId}.${change.voice}:${change.competence}`
  const competence = findCompetence(change.competence)
  if (competence === undefined || !session.competences.includes(change.competence))
    return [{ field, message: 'fields.competence' }]
  if (typeof change.level === 'string' && levelOf(competence, change.level) === undefined)
    return [{ field, message: 'fields.level' }]
  if ((change.observation ?? '').length > OBSERVATION_MAX)
    return [
      {
        field: `${change.enrolmentId}.note:${change.competence}`,
        message: 'fields.tooLong',
        params: { max: OBSERVATION_MAX },
      },
    ]
  if ((change.authorName ?? '').length > AUTHOR_MAX)
    return [
      { field: `${change.enrolmentId}.confirmedBy`, message: 'fields.tooLong', params: { max: AUTHOR_MAX } },
    ]
  return []
}

function apply(
  actor: Speaker,
  enrolment: Enrolment | undefined,
  change: AssessmentChange,
  before: Assessment | undefined,
  at: string,
): Assessment {
  const competence = findCompetence(change.competence)
  const level =
    change.level === undefined
      ? before?.level
      : change.level === null || competence === undefined
        ? undefined
        : levelOf(competence, change.level)
  const observation =
    change.observation === undefined ? before?.observation : (change.observation ?? '').trim()
  return {
    enrolmentId: change.enrolmentId,
    competence: change.competence,
    voice: change.voice,
    level,
    observation: observation === '' ? undefined : observation,
    authorName: change.authorName ?? defaultAuthor(actor, enrolment, change.voice, before),
    updatedAt: at,
  }
}

/** Empty for a host nobody has named: the credential then says « la structure d’accueil ». */
function defaultAuthor(
  actor: Speaker,
  enrolment: Enrolment | undefined,
  voice: Assessment['voice'],
  before: Assessment | undefined,
): string {
  if (voice === 'attested' || enrolment === undefined) return actor.name
  if (voice === 'declared') return fullName(enrolment.learner)
  return before?.authorName ?? enrolment.mobility?.hostName ?? ''
}

const isEmpty = (cell: Assessment): boolean => cell.level === undefined && cell.observation === undefined

/** Whether nothing is new. A trainer's name alone is no news: saying again what a colleague said leaves their name. */
function same(cell: Assessment, known: Assessment | undefined): boolean {
  if (known === undefined) return isEmpty(cell)
  if (cell.voice !== 'attested' && cell.authorName !== known.authorName) return false
  return cell.level === known.level && cell.observation === known.observation
}

async function write(trx: Db, actor: Speaker, cells: readonly Assessment[]): Promise<void> {
  for (const cell of cells.filter(isEmpty)) await deleteAssessment(trx, cell)
  const authorId = actor.kind === 'staff' ? actor.accountId : null
  await upsertAssessments(
    trx,
    cells.filter((cell) => !isEmpty(cell)).map((cell) => ({ ...cell, id: newId<AssessmentId>(), authorId })),
  )
}
