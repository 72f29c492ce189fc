import type { FieldProblem } from '../../kernel/errors.ts'
import { MARKS, type Mark } from './half-day.ts'
import { markText, type MarkChange, type MarkTyped } from './mark-attendance.ts'

/**
 * A half-day's form: for each person `<enrolment>.mark` (a mark, or empty), `<enrolment>.time` (when somebody late came) and
 * `<enrolment>.shown` (what the page said, `markText`).
 */
export interface TypedMarks {
  readonly marks: readonly MarkTyped[]
  readonly problems: readonly FieldProblem[]
}

const FIELD = /^([0-9a-f-]{36})\.(mark|time|shown)$/

export function parseMarks(body: unknown): TypedMarks {
  const people = new Map<string, Record<string, string>>()
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : []
  for (const [name, value] of entries) {
    const [, enrolmentId, field] = FIELD.exec(name) ?? []
    if (enrolmentId === undefined || field === undefined || typeof value !== 'string') continue
    people.set(enrolmentId, { ...people.get(enrolmentId), [field]: value.trim() })
  }
  const problems: FieldProblem[] = []
  const marks = [...people].map(([enrolmentId, fields]): MarkTyped => {
    const shown = fields['shown'] ?? ''
    const time = parseTime(fields['time'] ?? '')
    if (time === undefined) problems.push({ field: `${enrolmentId}.time`, message: 'fields.timeOfDay' })
    return { enrolmentId, shown, typed: markTyped(fields['mark'] ?? '', time ?? '', shown) }
  })
  return { marks, problems }
}

/** An hour that is new says « late » by itself; one that stands there from before yields to what is chosen now. */
function markTyped(chosen: string, time: string, shown: string): Mark | undefined {
  const mark = MARKS.find((known) => known === chosen)
  const isNew = time !== '' && time !== readMark(shown)?.arrivedAt
  if (mark === 'late' || (isNew && (mark === undefined || mark === 'present')))
    return { mark: 'late', arrivedAt: time === '' ? undefined : time }
  return mark && { mark, arrivedAt: undefined }
}

/** « 9:15 », « 09h15 », « 9h » as `09:15`; empty stays empty; undefined when it is no time of day. */
function parseTime(text: string): string | undefined {
  if (text === '') return ''
  const [, hours = '', minutes = ''] = /^(\d{1,2})\s*[:hH.]\s*(\d{2})?$/.exec(text) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

/** Reads `markText` back; undefined for an empty or unknown text. */
export function readMark(text: string): Mark | undefined {
  const [code, time, rest] = text.split('@')
  const mark = MARKS.find((known) => known === code)
  if (mark === undefined || rest !== undefined) return undefined
  return { mark, arrivedAt: time === undefined ? undefined : (parseTime(time) ?? undefined) }
}

/** More than this is not undone at one stroke: it would not fit an address. */
const MOST_UNDONE = 40

/** What was noted before, for the address of the page that offers to put it back. */
export const writeBefore = (changes: readonly MarkChange[]): string =>
  changes.length > MOST_UNDONE
    ? ''
    : changes.map(({ enrolmentId, before }) => `${enrolmentId}~${markText(before)}`).join('_')

/** Reads {@link writeBefore} back; what is not understood is left out. */
export function readBefore(text: unknown): ReadonlyMap<string, Mark | undefined> {
  if (typeof text !== 'string' || text === '') return new Map()
  return new Map(
    text.split('_').flatMap((pair) => {
      const [enrolmentId = '', mark = '', rest] = pair.split('~')
      return rest === undefined && enrolmentId !== '' ? [[enrolmentId, readMark(mark)] as const] : []
    }),
  )
}
