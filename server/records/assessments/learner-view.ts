import { isMinor } from '../../access/guardianship/index.ts'
import { fullName } from '../learners/index.ts'
import { formatDate, countryName } from '../../platform/i18n/index.ts'
import { cellModel, levelChoices, levelWords, problemSentence, type Words } from './cell-view.ts'
import { attendanceModel, personModel, shownSheet, type Refusal } from './grid-view.ts'
import type { EarlierLevels } from './earlier-levels.ts'
import { phrasesFor } from './observation-phrases.ts'
import type { Grid, GridRow } from './read-grid.ts'
import { sheetOf, writeVersion } from './sheet.ts'

/** One young person at a time: the grid on a phone, and everything the grid has no room for. */
export function learnerModel(
  grid: Grid,
  row: GridRow,
  words: Words,
  { refusal, earlier }: { refusal?: Refusal | undefined; earlier?: EarlierLevels | undefined } = {},
) {
  const { session, rows } = grid
  const { enrolment, cells } = row
  const sheet = shownSheet(row, refusal)
  const problems = refusal?.problems ?? []
  const at = rows.indexOf(row)
  const neighbour = (other: GridRow | undefined) => other && personModel(other.enrolment, words)
  const field = (name: string): string => `${enrolment.id}.${name}`
  return {
    title: fullName(enrolment.learner),
    section: 'sessions',
    pageClass: 'narrow',
    session,
    sessionPath: `/sessions/${session.id}`,
    signed: session.signedAt !== undefined,
    person: personModel(enrolment, words),
    path: `/sessions/${session.id}`,
    phrases: phrasesFor(grid.competences, words.locale),
    together: `${personModel(enrolment, words).href}/together`,
    // under age when the session began: whoever led it may write the agreement down
    guardian: isMinor(enrolment.learner.birthDate, new Date(`${session.startsOn}T12:00:00Z`))
      ? `/learners/${enrolment.learner.id}/guardian`
      : undefined,
    place: words.t('sessions.placeInSession', { position: at + 1, count: rows.length }),
    stay: stayModel(row, words),
    hostQuestion: enrolment.mobility && `/mobilities/${enrolment.mobility.id}/host`,
    sentBy: enrolment.sentBy && words.t('sessions.sentBy', { name: enrolment.sentBy.name }),
    before: neighbour(rows[at - 1]),
    after: neighbour(rows[at + 1]),
    versionField: field('version'),
    version: writeVersion(sheetOf(row), Object.keys(sheetOf(row))),
    attendance: {
      ...attendanceModel(enrolment, sheet, words),
      problem: problemSentence(problems, field('attendance'), words),
    },
    observation: fieldModel('observation'),
    confirmedBy: fieldModel('confirmedBy'),
    anyDeclared: cells.some(({ declared, attested }) => declared?.level && !attested?.level),
    cells: cells.map((cell) => {
      const voice = (name: 'declared' | 'confirmed') => ({
        field: field(`${name}:${cell.competence.code}`),
        choices: levelChoices(cell.competence, sheet[`${name}:${cell.competence.code}`] ?? '', words),
        problem: problemSentence(problems, field(`${name}:${cell.competence.code}`), words, (text) =>
          levelWords(cell.competence, text, words),
        ),
      })
      return {
        ...cellModel(cell, sheet, {
          enrolmentId: enrolment.id,
          problems,
          words,
          earlier: earlier?.get(enrolment.id)?.get(cell.competence.code),
        }),
        description: cell.competence.description[words.locale],
        levels: cell.competence.levels.map(({ label, description }) => ({
          label: label[words.locale],
          description: description[words.locale],
        })),
        declaredForm: voice('declared'),
        confirmedForm: voice('confirmed'),
      }
    }),
    refusal: refusal && { changedMeanwhile: refusal.code === 'changed-meanwhile', count: problems.length },
  }

  function fieldModel(name: 'observation' | 'confirmedBy') {
    return {
      field: field(name),
      text: sheet[name] ?? '',
      problem: problemSentence(problems, field(name), words),
    }
  }
}

function stayModel({ enrolment: { mobility } }: GridRow, { locale }: Words): string | undefined {
  if (mobility === undefined) return undefined
  const where = [mobility.hostName, mobility.hostTown, countryName(locale, mobility.hostCountry)].filter(
    Boolean,
  )
  return `${where.join(', ')} · ${formatDate(locale, mobility.startsOn)} – ${formatDate(locale, mobility.endsOn)}`
}
