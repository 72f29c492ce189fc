import { recordEvent } from '../../access/audit/index.ts'
import { findCompetence } from '../../issuer/achievements/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { LivePublisher } from '../../platform/live/index.ts'
import { attestedAt, requirePlace } from './find-places.ts'
import type { Place } from './place.ts'
import { publishShown, sayLevels } from './say-levels.ts'
import { lockTelling, updateTelling } from './store.ts'
import { showableLevel, visibleParts, WHOLE_STAY, type Telling } from './telling.ts'
import {
  contentOf,
  fieldProblems,
  fieldsOf,
  mergeFields,
  type FieldConflict,
  type Fields,
} from './told-fields.ts'

export interface TellingDeps {
  readonly db: Db
  readonly clock: Clock
  readonly live: LivePublisher
}

export interface TellingInput {
  /** `Place.key` */
  readonly place: string
  /** A competence's code, or `WHOLE_STAY`. */
  readonly competence: string
  readonly typed: Fields
  /** For each field, what this device knew to be kept: see `mergeFields`. */
  readonly was: Readonly<Record<string, readonly string[]>>
}

/**
 * Writing goes on for minutes and saves itself every second or two: the trail says that somebody sat down to tell, once
 * in so long. A line for each save would be a diary of their evenings.
 */
const SITTING_MS = 15 * 60_000

/**
 * Keeps what a young person tells. What they show already is brought up to date where it is shown.
 * @returns what is kept now, and the fields that another device changed meanwhile, which stay as they are
 * @throws AppError `not-found` (no such place of theirs, no such competence), `invalid-input` (a problem a field),
 * `session-already-signed` when a signed session attested the competence
 */
export async function saveTelling(
  deps: TellingDeps,
  youth: LearnerActor,
  input: TellingInput,
): Promise<{ readonly telling: Telling; readonly conflicts: readonly FieldConflict[] }> {
  const { place: key, competence, typed } = input
  return deps.db.transaction(async (trx) => {
    const place = await requirePlace(trx, youth.learnerId, key)
    if (competence !== WHOLE_STAY && findCompetence(competence) === undefined) throw new AppError('not-found')
    const problems = fieldProblems(competence, typed)
    if (problems.length > 0) throw new AppError('invalid-input', {}, problems)
    if ((await attestedAt(trx, youth.learnerId, place)).has(competence))
      throw new AppError('session-already-signed')

    const now = deps.clock.now()
    const row = { learnerId: youth.learnerId, place: key, competence }
    const { telling: before, created } = await lockTelling(trx, row, isoInstant(now))
    const { merged, conflicts } = mergeFields(fieldsOf(before), typed, input.was)
    const told = { ...before, ...contentOf(merged, competence), updatedAt: isoInstant(now) }
    // a level that became « pas encore » is taken back by itself
    const visible = { ...told.visible, ...(showableLevel(told) === undefined ? { level: undefined } : {}) }
    const telling: Telling = { ...told, visible }
    await updateTelling(trx, telling)
    if (created || now.getTime() - Date.parse(before.updatedAt) > SITTING_MS)
      await recordEvent(trx, {
        at: now,
        actor: youth,
        action: 'telling.written',
        subject: { type: 'telling', id: telling.id },
      })
    await bringUpToDate(trx, deps, youth, place, { before, telling })
    return { telling, conflicts }
  })
}

async function bringUpToDate(
  trx: Db,
  deps: TellingDeps,
  youth: LearnerActor,
  place: Place,
  { before, telling }: { readonly before: Telling; readonly telling: Telling },
): Promise<void> {
  if (visibleParts(before).length + visibleParts(telling).length === 0) return
  const seat = place.seats.find(({ enrolmentId }) => enrolmentId === before.visibleTo)
  if (seat === undefined) return
  // what a signed session says of the level stays; the words are the person's own and go on
  const levelMoved = before.visible.level !== undefined && before.level !== telling.level
  if (levelMoved && seat.session.signedAt === undefined)
    await sayLevels(trx, deps, youth, seat.enrolmentId, [telling])
  await publishShown(trx, deps, youth, seat)
}
