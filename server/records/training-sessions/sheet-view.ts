import type { Locale } from '../../kernel/locale.ts'
import { findCompetence, type Competence } from '../../issuer/achievements/index.ts'
import { countryName, formatDate, type Translate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import { halfDayShort } from './attendance-view.ts'
import { weeksOf, type Enrolment } from './enrolment.ts'
import { halfDaysOf } from './half-day.ts'
import { sessionReference } from './session-reference.ts'
import type { Structure } from './structures.ts'
import type { SessionTrainer, TrainingSession } from './training-session.ts'
import { daysOf } from './view.ts'

interface Words {
  readonly locale: Locale
  readonly t: Translate
}

export interface SheetFacts {
  readonly session: TrainingSession
  /** Those that hold the session, as equals. */
  readonly structures: readonly Structure[]
  readonly trainers: readonly SessionTrainer[]
  readonly enrolments: readonly Enrolment[]
  readonly structureOf: (enrolment: Enrolment) => string | undefined
  /** Nobody's name, to be filled by hand. */
  readonly blank: boolean
}

/** Signature boxes that stand side by side on an upright page, and on one that lies. */
const UPRIGHT = 4
const LYING = 10
/** Lines for people nobody expected. */
const SPARE_ROWS = 3
const ROWS_OF_A_PAGE = 12

/** The attendance sheet: everybody signs once each half-day, the trainers below. */
export function attendanceSheetModel(facts: SheetFacts, words: Words) {
  const { enrolments, trainers, blank, structureOf } = facts
  const { t } = words
  const columns = halfDaysOf(facts.session).map((halfDay) => halfDayShort(halfDay, words))
  const named = blank
    ? []
    : enrolments.map((enrolment, index) => ({
        number: index + 1,
        name: fullName(enrolment.learner),
        structure: structureOf(enrolment),
      }))
  const spare = blank ? ROWS_OF_A_PAGE : SPARE_ROWS
  const rows = [...named, ...emptyRows(spare, named.length)]
  return {
    ...headOf(facts, words),
    title: t('attendance.sheetTitle', { title: facts.session.title }),
    heading: t('attendance.sheet'),
    lying: columns.length > UPRIGHT,
    blank,
    pages: chunksOf(columns, columns.length > UPRIGHT ? LYING : UPRIGHT).map((page) => ({
      columns: page,
      rows: rows.map((row) => ({ ...row, boxes: page.map(() => '') })),
      trainers: [...(blank ? [] : trainers.map(({ name }) => ({ name }))), ...(blank ? [{}, {}] : [{}])].map(
        (trainer) => ({ ...trainer, boxes: page.map(() => '') }),
      ),
    })),
  }
}

/** Competences that stand side by side and stay legible on a page that lies. */
const COMPETENCES_OF_A_PAGE = 6

/** The grid on paper: a level to circle in each cell, two lines to say what was seen. */
export function paperGridModel(facts: SheetFacts, words: Words) {
  const { session, enrolments, blank } = facts
  const { locale, t } = words
  const competences = session.competences.flatMap((code) => findCompetence(code) ?? [])
  const named = blank
    ? []
    : enrolments.map((enrolment, index) => ({
        number: index + 1,
        name: fullName(enrolment.learner),
        where: whereOf(enrolment, words),
      }))
  const spare = Math.max(0, ROWS_OF_A_PAGE - named.length)
  const rows = [...named, ...emptyRows(spare, named.length)]
  const pages = chunksOf(competences, COMPETENCES_OF_A_PAGE)
  return {
    ...headOf(facts, words),
    title: t('attendance.paperGridTitle', { title: session.title }),
    heading: t('attendance.paperGrid'),
    blank,
    legend: legendOf(competences, words),
    pages: (pages.length === 0 ? [[]] : pages).map((page, index) => ({
      first: index === 0,
      columns: page.map(({ short }) => short[locale]),
      rows: rows.map((row) => ({
        ...row,
        cells: page.map(({ levels }) => levels.map(({ code }) => code)),
        notes: index === 0,
      })),
      notes: index === 0,
    })),
  }
}

function headOf({ session, structures }: SheetFacts, { locale, t }: Words) {
  return {
    section: 'sessions',
    session,
    path: `/sessions/${session.id}`,
    kind: t(`sessions.kind-${session.kind}`),
    days: daysOf(session, locale),
    structures: structures.map(({ name }) => name),
    reference: sessionReference(session.id),
  }
}

function whereOf({ mobility }: Enrolment, { locale, t }: Words): string | undefined {
  if (mobility === undefined) return undefined
  const where = mobility.hostTown ?? countryName(locale, mobility.hostCountry)
  return `${where} · ${t('sessions.weeks', { count: weeksOf(mobility) })}`
}

/** What each level to circle means, once for the competences of one scale. */
function legendOf(competences: readonly Competence[], { locale }: Words) {
  const scales = new Map(
    competences.map(({ levels }) => [
      levels.map(({ code }) => code).join(' '),
      // « B1, à l’aise au quotidien »: the code is said once
      levels.map(({ code, label }) => ({ code, words: label[locale].replace(`${code}, `, '') })),
    ]),
  )
  return [...scales.values()]
}

const emptyRows = (count: number, after: number) =>
  Array.from({ length: count }, (_, index) => ({ number: after + index + 1, empty: true }))

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

/** When a sheet was printed, beside its number. */
export const printedOn = (now: Date, { locale, t }: Words): string =>
  t('attendance.printedOn', { date: formatDate(locale, now, 'time') })
