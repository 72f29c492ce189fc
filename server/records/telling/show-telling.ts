import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { listOwnEvidence, showOwnEvidence } from '../evidence/index.ts'
import type { Seat } from '../training-sessions/index.ts'
import { attestedAt, requirePlace } from './find-places.ts'
import { isShownElsewhere, openSeat, type Place } from './place.ts'
import type { TellingDeps } from './save-telling.ts'
import { publishShown, sayLevels } from './say-levels.ts'
import { selectTellings, updateTelling } from './store.ts'
import { SHOWABLE, tellableParts, WHOLE_STAY, type Showable, type Telling } from './telling.ts'

/** One thing that may be shown: `words:EQUIPE`, `words:` (the whole stay), `level:LANG-DE`, `evidence:<id>`. */
export type ShownItem = string

export const itemOf = (part: Showable | 'evidence', what: string): ShownItem => `${part}:${what}`

/** Which of the tellings changed, and how many parts each way. */
interface Change {
  readonly tellings: readonly { readonly before: Telling; readonly after: Telling }[]
  readonly shown: number
  readonly takenBack: number
}

/**
 * Shows the trainers of the open session exactly these items of a place, and takes back everything else that was shown.
 * What holds nothing to show, « pas encore » above all, is passed over. Once the session is signed, things can only be
 * taken back, and what it attested stays as it is.
 * @throws AppError `not-found`, `session-already-signed` (something new, and no session open to show it in),
 * `invalid-input` (the grid has no room for another competence)
 */
export async function showTelling(
  deps: TellingDeps,
  youth: LearnerActor,
  input: { readonly place: string; readonly items: readonly ShownItem[] },
): Promise<{ readonly shown: number; readonly takenBack: number }> {
  return deps.db.transaction(async (trx) => {
    const place = await requirePlace(trx, youth.learnerId, input.place)
    const tellings = await selectTellings(trx, youth.learnerId, place.key)
    const change = changeOf(place, tellings, {
      items: new Set(input.items),
      kept: await attestedAt(trx, youth.learnerId, place),
      at: isoInstant(deps.clock.now()),
    })
    for (const { after } of change.tellings) await updateTelling(trx, after)
    const evidence = await showEvidence(trx, deps, youth, place, input.items)
    const counts = { shown: change.shown + evidence.shown, takenBack: change.takenBack + evidence.takenBack }
    if (counts.shown + counts.takenBack === 0) return counts
    await tellSessions(trx, deps, youth, place, change)
    await recordShown(trx, deps, youth, place, counts)
    return counts
  })
}

const HIDDEN = { words: undefined, sentences: undefined, level: undefined } as const

function changeOf(
  place: Place,
  tellings: readonly Telling[],
  wanted: { readonly items: ReadonlySet<ShownItem>; readonly kept: ReadonlySet<string>; readonly at: string },
): Change {
  const seat = openSeat(place)
  let shown = 0
  let takenBack = 0
  const changed = tellings.flatMap((before) => {
    if (wanted.kept.has(before.competence)) return []
    // what a former session was shown stays there, until the person shows it to this one
    const elsewhere = isShownElsewhere(before, seat)
    const visible: Record<Showable, string | undefined> = elsewhere ? { ...HIDDEN } : { ...before.visible }
    for (const part of SHOWABLE) {
      const want = wanted.items.has(itemOf(part, before.competence)) && tellableParts(before).includes(part)
      if (want === (visible[part] !== undefined)) continue
      if (want && seat === undefined) throw new AppError('session-already-signed')
      visible[part] = want ? wanted.at : undefined
      if (want) shown += 1
      else takenBack += 1
    }
    const any = SHOWABLE.some((part) => visible[part] !== undefined)
    const visibleTo = any ? (seat?.enrolmentId ?? before.visibleTo) : undefined
    if (elsewhere && !any) return []
    const same = !elsewhere && SHOWABLE.every((part) => visible[part] === before.visible[part])
    return same ? [] : [{ before, after: { ...before, visible, visibleTo } }]
  })
  return { tellings: changed, shown, takenBack }
}

async function showEvidence(
  trx: Db,
  deps: TellingDeps,
  youth: LearnerActor,
  place: Place,
  items: readonly ShownItem[],
): Promise<{ shown: number; takenBack: number }> {
  const seat = openSeat(place)
  const counts = { shown: 0, takenBack: 0 }
  for (const piece of await listOwnEvidence(trx, youth.learnerId, place.key)) {
    const want = items.includes(itemOf('evidence', piece.id))
    if (want === (piece.visibleAt !== undefined)) continue
    const signed = place.seats.some(
      ({ enrolmentId, session }) => enrolmentId === piece.enrolmentId && session.signedAt !== undefined,
    )
    // a credential may name it
    if (signed) continue
    if (want && seat === undefined) throw new AppError('session-already-signed')
    await showOwnEvidence(trx, deps, piece, want ? seat?.enrolmentId : undefined)
    counts[want ? 'shown' : 'takenBack'] += 1
  }
  return counts
}

/** The declared voice follows the levels that are shown now, in each session that hears of them. */
async function tellSessions(
  trx: Db,
  deps: TellingDeps,
  youth: LearnerActor,
  place: Place,
  change: Change,
): Promise<void> {
  const seat = openSeat(place)
  if (seat !== undefined) {
    const levels = change.tellings
      .filter(
        ({ before, after }) =>
          before.visible.level !== after.visible.level || before.visibleTo !== after.visibleTo,
      )
      .map(({ after }) => after)
      .filter(({ competence }) => competence !== WHOLE_STAY)
    await sayLevels(trx, deps, youth, seat.enrolmentId, levels)
    await takeFromOthers(trx, deps, youth, place, change)
  }
  for (const one of place.seats) await publishShown(trx, deps, youth, one)
}

/** What moves to the session that is open now leaves one that is not signed either: it is shown at one place. */
async function takeFromOthers(
  trx: Db,
  deps: TellingDeps,
  youth: LearnerActor,
  { seats }: Place,
  { tellings }: Change,
): Promise<void> {
  for (const { enrolmentId, session } of seats) {
    const left = tellings
      .filter(({ before, after }) => before.visibleTo === enrolmentId && after.visibleTo !== enrolmentId)
      .filter(({ before, after }) => before.visible.level !== undefined && after.visibleTo !== undefined)
      .map(({ after }) => ({ ...after, visible: HIDDEN }))
    if (session.signedAt === undefined) await sayLevels(trx, deps, youth, enrolmentId, left)
  }
}

async function recordShown(
  trx: Db,
  deps: TellingDeps,
  youth: LearnerActor,
  place: Place,
  counts: { readonly shown: number; readonly takenBack: number },
): Promise<void> {
  const seat: Seat | undefined = openSeat(place) ?? place.seats.at(-1)
  await recordEvent(trx, {
    at: deps.clock.now(),
    actor: youth,
    action: 'telling.shown',
    ...(seat === undefined ? {} : { organisationId: seat.session.organisationId }),
    subject: { type: 'enrolment', id: seat?.enrolmentId ?? '' },
    details: counts,
  })
}
