import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, Id, OrganisationId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import {
  daysOfSession,
  halfDayOf,
  halfDaysOf,
  HALVES,
  parseHalfDay,
  type Half,
  type HalfDay,
} from './half-day.ts'
import type { SessionKind, TrainingSession } from './training-session.ts'

export type SessionTemplateId = Id<'session-template'>

/** What the sessions of a structure have in common from one month to the next. */
export interface SessionTemplate {
  readonly id: SessionTemplateId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly kind: SessionKind
  /** A title with blanks: « Retour de mobilité, {lieu}, {mois} {année} ». */
  readonly titlePattern: string
  readonly place: string | undefined
  readonly locale: Locale
  /** The halves that take place on each of its days. */
  readonly days: readonly (readonly Half[])[]
  readonly competences: readonly string[]
  readonly trainers: readonly AccountId[]
  readonly partners: readonly OrganisationId[]
}

const DAY_MS = 86_400_000

/** The last day of a session that begins on this day, when none was given. */
export function lastDayOf({ days }: Pick<SessionTemplate, 'days'>, startsOn: IsoDate): IsoDate {
  const last = Date.parse(startsOn) + (Math.max(1, days.length) - 1) * DAY_MS
  return new Date(last).toISOString().slice(0, 10) as IsoDate
}

/** The template's half-days on a session's own days; undefined when that is every one of them. */
export function halfDaysFrom(
  { days }: Pick<SessionTemplate, 'days'>,
  session: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
): HalfDay[] | undefined {
  const every = daysOfSession(session)
  const chosen = every.flatMap((day, index) => (days[index] ?? HALVES).map((half) => halfDayOf(day, half)))
  return chosen.length === every.length * HALVES.length || chosen.length === 0 ? undefined : chosen
}

/** The halves of each day of a session, to be done again on other days. */
export function daysPattern(
  session: Pick<TrainingSession, 'startsOn' | 'endsOn' | 'halfDays'>,
): (readonly Half[])[] {
  const chosen = halfDaysOf(session).flatMap((halfDay) => parseHalfDay(halfDay) ?? [])
  return daysOfSession(session).map((day) =>
    HALVES.filter((half) => chosen.some((one) => one.day === day && one.half === half)),
  )
}

/** The blanks a title may have, in either language. */
const BLANKS: readonly (readonly [RegExp, 'day' | 'month' | 'year' | 'place'])[] = [
  [/\{(jour|day)\}/gi, 'day'],
  [/\{(mois|month)\}/gi, 'month'],
  [/\{(année|annee|year)\}/gi, 'year'],
  [/\{(lieu|place)\}/gi, 'place'],
]

/** The blanks as they are written in each language. */
const NAMED: Readonly<Record<Locale, readonly [day: string, month: string, year: string, place: string]>> = {
  fr: ['{jour}', '{mois}', '{année}', '{lieu}'],
  en: ['{day}', '{month}', '{year}', '{place}'],
}

/** The blanks a title may have, to tell people. */
export const blanksIn = (locale: Locale): string => NAMED[locale].join(', ')

interface TitleFacts {
  readonly startsOn: IsoDate
  readonly place: string | undefined
  readonly locale: Locale
}

/** The title with its blanks filled: « Retour de mobilité, Quimper, juillet 2026 ». */
export function fillTitle(pattern: string, { startsOn, place, locale }: TitleFacts): string {
  const monthAndYear = formatDate(locale, startsOn, 'month')
  const filled: Readonly<Record<(typeof BLANKS)[number][1], string>> = {
    day: formatDate(locale, startsOn),
    month: monthAndYear.replace(/\s*\d{4}$/, ''),
    year: startsOn.slice(0, 4),
    place: place ?? '',
  }
  const title = BLANKS.reduce((text, [blank, fact]) => text.replace(blank, () => filled[fact]), pattern)
  // a blank that stays empty leaves no « , , » behind
  return title
    .replace(/(\s*,)+(?=\s*(,|$))/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The title of a session as a pattern: its day, month and year become blanks, and so does its place. */
export function patternOf(session: Pick<TrainingSession, 'title' | 'startsOn' | 'place' | 'locale'>): string {
  const { title, startsOn, place, locale } = session
  const [day, month, year, where] = NAMED[locale]
  const words: readonly (readonly [string, string])[] = [
    [formatDate(locale, startsOn), day],
    [formatDate(locale, startsOn, 'month'), `${month} ${year}`],
    [startsOn.slice(0, 4), year],
    ...(place === undefined ? [] : ([[place, where]] as const)),
  ]
  return words.reduce((text, [said, blank]) => (said === '' ? text : text.replaceAll(said, blank)), title)
}
