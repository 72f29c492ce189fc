import { dayInParis, instantInParis } from '../../kernel/clock.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import { weekdayOf, type Translate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import { readMark } from './attendance-form.ts'
import type { MarkRecord } from './attendance-store.ts'
import type { Enrolment } from './enrolment.ts'
import { halfDaysOf, MARKS, parseHalfDay, wasThere, type HalfDay, type Mark } from './half-day.ts'
import { markText, type MarkTyped } from './mark-attendance.ts'
import type { TrainingSession } from './training-session.ts'

interface Words {
  readonly locale: Locale
  readonly t: Translate
}

export interface AttendanceFacts {
  readonly session: TrainingSession
  readonly enrolments: readonly Enrolment[]
  readonly marks: readonly MarkRecord[]
  readonly structureOf: (enrolment: Enrolment) => string | undefined
  readonly halfDay: HalfDay
}

/** The half-day a page opens with: the one that was asked for, the one it is now, the first that waits, else the last. */
export function chooseHalfDay(
  session: TrainingSession,
  marks: readonly MarkRecord[],
  asked: unknown,
  now: Date,
): HalfDay {
  const halfDays = halfDaysOf(session)
  const today = dayInParis(now)
  const noon = instantInParis(`${today}T12:30`)
  const current = `${today}-${noon !== undefined && now < noon ? 'am' : 'pm'}`
  const waiting = halfDays.find((halfDay) => marks.every((mark) => mark.halfDay !== halfDay))
  const found = [asked, current].flatMap((wanted) => halfDays.find((known) => known === wanted) ?? [])
  const [first] = [...found, ...(waiting === undefined ? [] : [waiting]), ...halfDays.slice(-1)]
  if (first === undefined) throw new RangeError('a session without a day')
  return first
}

/** « vendredi 3 juillet, matin » */
export function halfDayWords(halfDay: HalfDay, { locale, t }: Words): string {
  const read = parseHalfDay(halfDay)
  if (read === undefined) return halfDay
  return t(`attendance.on-${read.half}`, { day: weekdayOf(locale, read.day) })
}

/** « ven. 3 » and « matin », for a column. */
export function halfDayShort(halfDay: HalfDay, { locale, t }: Words) {
  const read = parseHalfDay(halfDay)
  if (read === undefined) return { day: halfDay as string, half: '' }
  return { day: weekdayOf(locale, read.day, 'short'), half: t(`attendance.half-${read.half}`) }
}

const markWords = (mark: Mark | undefined, { t }: Words): string =>
  mark === undefined
    ? t('attendance.unmarked')
    : mark.arrivedAt === undefined
      ? t(`attendance.${mark.mark}`)
      : t('attendance.lateAt', { time: mark.arrivedAt })

/** A form that was refused. */
export interface MarksRefusal {
  readonly typed: readonly MarkTyped[]
  readonly problems: readonly FieldProblem[]
  readonly conflict: boolean
}

/** The page of one half-day. */
export function attendanceModel(
  facts: AttendanceFacts,
  words: Words,
  options: { readonly refusal?: MarksRefusal; readonly before?: ReadonlyMap<string, Mark | undefined> },
) {
  const { session, enrolments, halfDay } = facts
  const { t } = words
  const stored = new Map(
    facts.marks.filter((mark) => mark.halfDay === halfDay).map((mark) => [mark.enrolmentId, mark]),
  )
  const here = enrolments.map((enrolment) => stored.get(enrolment.id))
  return {
    title: t('attendance.titleOf', { title: session.title }),
    section: 'sessions',
    session,
    path: `/sessions/${session.id}`,
    signed: session.signedAt !== undefined,
    halfDay,
    when: halfDayWords(halfDay, words),
    tabs: halfDaysOf(session).map((one) => ({
      ...halfDayShort(one, words),
      href: `/sessions/${session.id}/attendance?half=${one}`,
      current: one === halfDay,
      marked: facts.marks.filter((mark) => mark.halfDay === one).length,
      complete: facts.marks.filter((mark) => mark.halfDay === one).length >= enrolments.length,
    })),
    summary: summaryOf(here, words),
    nobody: enrolments.length === 0,
    everybodyMarked: here.every((mark) => mark !== undefined),
    people: enrolments.map((enrolment) =>
      personModel(facts, enrolment, stored.get(enrolment.id), words, options.refusal),
    ),
    refusal: options.refusal && {
      conflict: options.refusal.conflict,
      count: options.refusal.problems.length,
    },
    undo: undoModel(stored, enrolments, options.before, words),
  }
}

function summaryOf(marks: readonly (Mark | undefined)[], { t }: Words): string {
  const count = (test: (mark: Mark | undefined) => boolean): number => marks.filter(test).length
  const parts = [
    t('attendance.countThere', { count: count((mark) => mark !== undefined && wasThere(mark)) }),
    ...(count((mark) => mark?.mark === 'late') > 0
      ? [t('attendance.countLate', { count: count((mark) => mark?.mark === 'late') })]
      : []),
    ...(count((mark) => mark !== undefined && !wasThere(mark)) > 0
      ? [t('attendance.countAway', { count: count((mark) => mark !== undefined && !wasThere(mark)) })]
      : []),
    ...(count((mark) => mark === undefined) > 0
      ? [t('attendance.countUnmarked', { count: count((mark) => mark === undefined) })]
      : []),
  ]
  return parts.join(' · ')
}

function personModel(
  facts: AttendanceFacts,
  enrolment: Enrolment,
  stored: Mark | undefined,
  words: Words,
  refusal: MarksRefusal | undefined,
) {
  const { t } = words
  const { id, halfDays } = enrolment
  const typed = refusal?.typed.find(({ enrolmentId }) => enrolmentId === id)
  // what nobody touched in the refused form is shown as it is now
  const touched = typed !== undefined && markText(typed.typed) !== typed.shown
  const shown = touched ? typed.typed : stored
  const problem = (field: string) => refusal?.problems.find((one) => one.field === `${id}.${field}`)
  const changed = problem('mark')
  return {
    id,
    name: fullName(enrolment.learner),
    structure: facts.structureOf(enrolment),
    tally: halfDays && {
      short: `${halfDays.attended}/${halfDays.of}`,
      words: t('common.halfDays', { count: halfDays.attended, of: halfDays.of }),
    },
    shown: markText(stored),
    state: markWords(stored, words),
    time: shown?.arrivedAt ?? '',
    choices: [...MARKS, ''].map((code) => ({
      value: code,
      label: t(code === '' ? 'attendance.unmarked' : `attendance.${code as Mark['mark']}`),
      checked: code === (shown?.mark ?? ''),
      none: code === '',
    })),
    changed:
      changed &&
      t('attendance.changedBy', {
        name: String(changed.params?.['value'] ?? ''),
        mark: markWords(readMark(String(changed.params?.['current'] ?? '')), words),
      }),
    timeProblem: problem('time') && t('fields.timeOfDay'),
  }
}

/** What the last save changed, as the form that puts it back. */
function undoModel(
  stored: ReadonlyMap<string, MarkRecord>,
  enrolments: readonly Enrolment[],
  before: ReadonlyMap<string, Mark | undefined> | undefined,
  { t }: Words,
) {
  const rows = enrolments.flatMap(({ id }) => {
    if (before?.has(id) !== true) return []
    const mark = before.get(id)
    return [{ id, mark: mark?.mark ?? '', time: mark?.arrivedAt ?? '', shown: markText(stored.get(id)) }]
  })
  return rows.length === 0 ? undefined : { rows, said: t('attendance.noted', { count: rows.length }) }
}
