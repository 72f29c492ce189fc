import { problemSentence, type Words } from './cell-view.ts'
import { personModel, type Refusal } from './grid-view.ts'
import type { Grid } from './read-grid.ts'
import { sheetOf, writeVersion } from './sheet.ts'
import { columnsOf, LINE, shownLine } from './typed-lines.ts'

/** The page where a paper grid is typed: a line for each young person, numbered like the paper. */
export function typingModel(grid: Grid, words: Words, refusal?: Refusal) {
  const { session, competences, rows } = grid
  const { t, locale } = words
  const problems = (refusal?.problems ?? []).map((problem) => named(problem, grid, locale))
  const columns = columnsOf(grid)
  return {
    title: t('grid.typingTitle', { title: session.title }),
    section: 'sessions',
    session,
    path: `/sessions/${session.id}`,
    columns: competences.map((competence, index) => ({
      position: index + 1,
      short: competence.short[locale],
      // for the script that says each line in words while it is typed
      levels: JSON.stringify(columns[index]?.levels ?? []),
      words: JSON.stringify(competence.levels.map(({ label }) => label[locale])),
      marks: competence.levels.map(({ code, label }, rank) => ({
        mark: competence.kind === 'language' ? code : String(rank + 1),
        words: label[locale],
      })),
    })),
    example: competences.map((_one, index) => ['3', '4', '2', 'p', '3', '-'][index % 6]).join(' '),
    people: rows.map((row, index) => {
      const { enrolment } = row
      const typed = refusal?.sheets.find(({ enrolmentId }) => enrolmentId === enrolment.id)
      const sheet = sheetOf(row)
      const fields = ['observation', ...competences.map(({ code }) => `attested:${code}`)]
      const problem = problems.filter(({ field }) => field.startsWith(`${enrolment.id}.`))
      return {
        ...personModel(enrolment, words),
        number: index + 1,
        ...shownLine(grid, row, typed),
        versionField: `${enrolment.id}.version`,
        version: writeVersion(sheet, fields),
        lineField: `${enrolment.id}.${LINE}`,
        observationField: `${enrolment.id}.observation`,
        problem: problem[0] && problemSentence(problem, problem[0].field, words),
      }
    }),
    refusal: refusal && { changedMeanwhile: refusal.code === 'changed-meanwhile', count: problems.length },
  }
}

/** A column by the name its header has. */
function named(
  problem: Refusal['problems'][number],
  grid: Grid,
  locale: Words['locale'],
): Refusal['problems'][number] {
  const code = problem.params?.['competence']
  const competence = grid.competences.find((one) => one.code === code)
  return competence === undefined
    ? problem
    : { ...problem, params: { ...problem.params, competence: competence.short[locale] } }
}
