import type { AppError } from '../../kernel/errors.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import {
  keepTyped,
  levelChoices,
  levelWords,
  problemSentence,
  writeVersion,
  type Grid,
  type GridRow,
  type TypedSheet,
  type Words,
} from '../assessments/index.ts'
import { fullName } from '../learners/index.ts'
import type { CorrectionMade } from './correction.ts'
import { correctionSheetOf } from './correction-sheet.ts'
import { correctionWords } from './correction-words.ts'

interface Shown {
  readonly sheets: readonly TypedSheet[]
  readonly error?: AppError
  readonly made: readonly CorrectionMade[]
  /** One person's page, by enrolment or by learner: the others are a link away. */
  readonly only: string | undefined
}

/** The form of corrections: everybody folded, or one person open. */
export function correctModel(grid: Grid, words: Words, shown: Shown) {
  const { session } = grid
  const { t, locale } = words
  const { error } = shown
  const alone = grid.rows.filter(({ enrolment: { id, learner } }) =>
    [id, learner.id].some((known) => known === shown.only),
  )
  const rows = alone.length === 0 ? grid.rows : alone
  const names = new Map(grid.rows.map(({ enrolment: { learner } }) => [learner.id, fullName(learner)]))
  return {
    title: t('corrections.title', { title: session.title }),
    section: 'sessions',
    session,
    path: `/sessions/${session.id}`,
    everybody: alone.length === 0 ? undefined : `/sessions/${session.id}/correct`,
    people: rows.map((row) => personModel(row, words, shown, alone.length > 0)),
    refusal: error && {
      changedMeanwhile: error.code === 'changed-meanwhile',
      fields: error.problems.length,
      sentence: error.problems.length === 0 ? refusalSentence(error, words) : undefined,
    },
    made: shown.made.map((one) => ({
      ...correctionWords(one, words),
      name: names.get(one.learnerId) ?? '',
      when: t('corrections.madeBy', { date: formatDate(locale, one.madeAt, 'time'), name: one.madeByName }),
    })),
  }
}

/** To somebody who changed nothing, attestations that « are not concerned » would say little. */
const refusalSentence = ({ code, params }: AppError, { t }: Words): string =>
  code === 'nothing-to-correct' ? t('corrections.nothingChanged') : t(`errors.${code}`, params)

function personModel(row: GridRow, words: Words, shown: Shown, alone: boolean) {
  const { enrolment, cells } = row
  const current = correctionSheetOf(row)
  const typed = shown.sheets.find(({ enrolmentId }) => enrolmentId === enrolment.id)
  const sheet = typed === undefined ? current : keepTyped(current, typed.typed, typed.shown)
  const problems = (shown.error?.problems ?? []).filter(({ field }) => field.startsWith(`${enrolment.id}.`))
  const text = (name: string) => ({
    field: `${enrolment.id}.${name}`,
    text: sheet[name] ?? '',
    problem: problemSentence(problems, `${enrolment.id}.${name}`, words),
  })
  const changed = Object.keys(sheet).some((field) => sheet[field] !== current[field])
  return {
    name: fullName(enrolment.learner),
    givenNameOf: enrolment.learner.givenName,
    open: alone || changed || problems.length > 0,
    versionField: `${enrolment.id}.version`,
    version: writeVersion(current, Object.keys(current)),
    givenName: text('givenName'),
    familyName: text('familyName'),
    observation: text('observation'),
    cells: cells.map(({ competence }) => ({
      label: competence.label[words.locale],
      level: {
        ...text(`attested:${competence.code}`),
        choices: levelChoices(competence, sheet[`attested:${competence.code}`] ?? '', words),
        problem: problemSentence(problems, `${enrolment.id}.attested:${competence.code}`, words, (said) =>
          levelWords(competence, said, words),
        ),
      },
      note: text(`note:${competence.code}`),
    })),
  }
}
