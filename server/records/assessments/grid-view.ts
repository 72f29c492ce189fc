import type { FieldProblem } from '../../kernel/errors.ts'
import { countryName } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import { ATTENDANCES, weeksOf, type Enrolment, type HalfDayTally } from '../training-sessions/index.ts'
import { cellModel, problemSentence, type Words } from './cell-view.ts'
import { VOICES } from './assessment.ts'
import type { EarlierLevels } from './earlier-levels.ts'
import { phrasesFor } from './observation-phrases.ts'
import type { Grid, GridRow } from './read-grid.ts'
import type { TypedSheet } from './save-sheets.ts'
import { keepTyped, sheetOf, writeVersion, type Sheet } from './sheet.ts'
import { waitsForTrainer } from './waits-for-trainer.ts'

export const ROWS_A_PAGE = 40

/** A form that was refused: what was typed comes back with the sentences beside it. */
export interface Refusal {
  readonly code: 'changed-meanwhile' | 'invalid-input'
  readonly sheets: readonly TypedSheet[]
  readonly problems: readonly FieldProblem[]
}

/** The grid's page. */
export function gridModel(
  grid: Grid,
  words: Words,
  options: { page: number; refusal?: Refusal | undefined; earlier?: EarlierLevels | undefined },
) {
  const { session, rows } = grid
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE))
  const page = Math.min(options.page, pages)
  const shown = rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)
  return {
    title: session.title,
    section: 'sessions',
    session,
    path: `/sessions/${session.id}`,
    signed: session.signedAt !== undefined,
    summary: summaryOf(rows, words),
    competences: grid.competences.map(({ code, short, label }) => ({
      code,
      short: short[words.locale],
      label: label[words.locale],
    })),
    people: shown.map((row) =>
      rowModel(row, words, {
        refusal: options.refusal,
        earlier: options.earlier,
        number: rows.indexOf(row) + 1,
      }),
    ),
    phrases: phrasesFor(grid.competences, words.locale),
    anyDeclared: rows.some(({ cells }) =>
      cells.some(({ declared, attested }) => declared?.level && !attested?.level),
    ),
    paging:
      pages === 1
        ? undefined
        : { page, pages, previous: page > 1 ? page - 1 : 0, next: page < pages ? page + 1 : 0 },
    refusal: options.refusal && {
      changedMeanwhile: options.refusal.code === 'changed-meanwhile',
      count: options.refusal.problems.length,
    },
  }
}

/** « 12 jeunes de 4 structures · 11 présents · 11 ont dit ce que le séjour leur a appris » */
export function summaryOf(rows: readonly GridRow[], { t }: Words): string {
  const count = (test: (row: GridRow) => boolean): number => rows.filter(test).length
  const structures = new Set(
    rows.map(({ enrolment }) => enrolment.sentBy?.id ?? enrolment.learner.organisationId),
  ).size
  return [
    t('sessions.youths', { count: rows.length }),
    ...(structures > 1 ? [t('sessions.structures', { count: structures })] : []),
    t('sessions.presentCount', { count: count(({ enrolment }) => enrolment.attendance === 'present') }),
    t('sessions.declaredCount', {
      count: count(({ cells }) => cells.some(({ declared }) => declared?.level)),
    }),
  ].join(' · ')
}

/** The fields the grid shows of each row; the rest is on the learner's page. */
const gridFields = (row: GridRow): string[] => [
  'attendance',
  'observation',
  ...row.cells.flatMap(({ competence }) => [`attested:${competence.code}`, `note:${competence.code}`]),
]

function rowModel(
  row: GridRow,
  words: Words,
  options: { refusal: Refusal | undefined; earlier: EarlierLevels | undefined; number: number },
) {
  const { refusal, number } = options
  const { enrolment, cells } = row
  const earlier = options.earlier?.get(enrolment.id)
  const sheet = shownSheet(row, refusal)
  const problems = refusal?.problems ?? []
  return {
    ...personModel(enrolment, words),
    number,
    version: writeVersion(sheetOf(row), gridFields(row)),
    versionField: `${enrolment.id}.version`,
    attendance: attendanceModel(enrolment, sheet, words),
    observation: sheet['observation'] ?? '',
    observationField: `${enrolment.id}.observation`,
    observationProblem: problemSentence(problems, `${enrolment.id}.observation`, words),
    attendanceProblem: problemSentence(problems, `${enrolment.id}.attendance`, words, (text) =>
      attendanceWords(text, words),
    ),
    cells: cells.map((cell) =>
      cellModel(cell, sheet, {
        enrolmentId: enrolment.id,
        problems,
        words,
        earlier: earlier?.get(cell.competence.code),
      }),
    ),
    state: rowState(row, words),
  }
}

/** What the row's fields show: stored, or typed where the form was refused. */
export function shownSheet(row: GridRow, refusal: Refusal | undefined): Sheet {
  const typed = refusal?.sheets.find(({ enrolmentId }) => enrolmentId === row.enrolment.id)
  const current = sheetOf(row)
  return typed ? keepTyped(current, typed.typed, typed.shown) : current
}

export function personModel(enrolment: Enrolment, { locale, t }: Words) {
  const { mobility } = enrolment
  const where = mobility && (mobility.hostTown ?? countryName(locale, mobility.hostCountry))
  return {
    id: enrolment.id,
    name: fullName(enrolment.learner),
    givenName: enrolment.learner.givenName,
    href: `/sessions/${enrolment.sessionId}/learners/${enrolment.id}`,
    stay: mobility && where ? `${where} · ${t('sessions.weeks', { count: weeksOf(mobility) })}` : undefined,
  }
}

export function attendanceModel(enrolment: Enrolment, sheet: Sheet, words: Words) {
  const value = sheet['attendance'] ?? enrolment.attendance
  return {
    field: `${enrolment.id}.attendance`,
    value,
    // then the word follows from the half-days, and is changed there
    byHalfDay: enrolment.halfDays && halfDaysWords(enrolment.halfDays, words),
    words: attendanceWords(value, words),
    absent: value === 'absent',
    choices: ATTENDANCES.map((code) => ({
      value: code,
      label: attendanceWords(code, words),
      selected: code === value,
    })),
  }
}

export const halfDaysWords = ({ attended, of }: HalfDayTally, { t }: Words): string =>
  t('common.halfDays', { count: attended, of })

export function attendanceWords(text: string, { t }: Words): string {
  const attendance = ATTENDANCES.find((known) => known === text)
  return attendance === undefined ? text : t(`sessions.attendance-${attendance}`)
}

export function rowState(row: GridRow, { t }: Words): { readonly ready: boolean; readonly words: string } {
  if (row.enrolment.attendance === 'absent') return { ready: false, words: t('sessions.attendance-absent') }
  const open = row.cells.filter(waitsForTrainer).length
  const silent = row.cells.every((cell) => VOICES.every((voice) => cell[voice]?.level === undefined))
  if (row.cells.length > 0 && silent) return { ready: false, words: t('sessions.nothingSaid') }
  return open === 0
    ? { ready: true, words: t('sessions.ready') }
    : { ready: false, words: t('sessions.openCount', { count: open }) }
}
