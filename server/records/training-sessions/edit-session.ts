import { isoInstant } from '../../kernel/clock.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { checkSession, type SessionDeps } from './create-session.ts'
import { everyHalfDay, type HalfDay } from './half-day.ts'
import { bringAttendanceUpToDate } from './mark-attendance.ts'
import { requireOpenPreparation } from './require-session-access.ts'
import { countSaidByCompetence } from './said-store.ts'
import { updateSession, type SessionChange } from './store.ts'
import type { TrainingSession } from './training-session.ts'
import { recordSessionEvent } from './record-session-event.ts'

export interface EditInput extends Omit<SessionChange, 'halfDays'> {
  readonly sessionId: string
  /** The half-days that take place, of those the session had when the form was shown. */
  readonly halfDays: readonly HalfDay[]
  /** Whether the person was told what the change does to what was said, and goes on. */
  readonly goesOn: boolean
}

/** A competence that leaves the grid, and how many cells of it say something. */
export interface LeavingCompetence {
  readonly competence: string
  readonly said: number
}

/**
 * Changes the programme of a session that is not signed. A competence that leaves the grid takes nothing with it: what was
 * said stays stored, unseen and unsigned, and is there again when the competence comes back.
 * @returns the competences that would take words out of sight; then nothing is changed until `goesOn`
 * @throws AppError `not-found`, `session-already-signed`, `invalid-input` with the field
 */
export async function editSession(
  deps: SessionDeps,
  actor: Actor,
  input: EditInput,
): Promise<readonly LeavingCompetence[]> {
  return deps.db.transaction(async (trx) => {
    const session = await requireOpenPreparation(trx, actor, input.sessionId)
    checkSession(input)
    const change = changeOf(session, input)
    const leaving = await leavingCompetences(trx, session, change.competences)
    if (leaving.length > 0 && !input.goesOn) return leaving
    const changed = changedFields(session, change)
    if (changed.length === 0) return []
    await updateSession(trx, session.id, change)
    const at = deps.clock.now()
    await bringAttendanceUpToDate(trx, { ...session, ...change }, isoInstant(at))
    await recordSessionEvent(trx, session, {
      at,
      actor,
      action: 'session.edited',
      details: { changed, competences: change.competences },
    })
    return []
  })
}

function changeOf(session: TrainingSession, input: EditInput): SessionChange {
  const { kind, title, place, startsOn, endsOn, locale } = input
  const wanted = new Set(input.competences)
  // those that stay keep their columns where they are
  const kept = session.competences.filter((code) => wanted.has(code))
  const competences = [...kept, ...[...wanted].filter((code) => !kept.includes(code))]
  return {
    kind,
    title,
    place,
    startsOn,
    endsOn,
    locale,
    competences,
    halfDays: halfDaysAfter(session, input),
  }
}

/** Boxes speak of the days the form showed; days that are new have their morning and their afternoon. */
function halfDaysAfter(
  session: TrainingSession,
  { startsOn, endsOn, halfDays }: EditInput,
): HalfDay[] | undefined {
  const shown = new Set(everyHalfDay(session))
  const every = everyHalfDay({ startsOn, endsOn })
  const chosen = every.filter((halfDay) => !shown.has(halfDay) || halfDays.includes(halfDay))
  return chosen.length === every.length || chosen.length === 0 ? undefined : chosen
}

async function leavingCompetences(
  trx: Db,
  session: TrainingSession,
  competences: readonly string[],
): Promise<LeavingCompetence[]> {
  const said = await countSaidByCompetence(trx, session.id)
  return session.competences
    .filter((code) => !competences.includes(code))
    .flatMap((competence) => {
      const count = said.get(competence) ?? 0
      return count === 0 ? [] : [{ competence, said: count }]
    })
}

const changedFields = (session: TrainingSession, change: SessionChange): string[] =>
  (Object.keys(change) as (keyof SessionChange)[]).filter(
    (field) => JSON.stringify(change[field]) !== JSON.stringify(session[field]),
  )
