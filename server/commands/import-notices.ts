import { describeProblem, type ImportPlan } from '../records/imports/index.ts'
import { t } from './terminal.ts'

export const sentences = (plan: ImportPlan): string[] =>
  plan.problems.map((problem) => describeProblem(t, problem))
export const ignoredColumns = (plan: ImportPlan): string[] => plan.ignored.map(({ header }) => header)

/** What to know although nothing stands in the way: columns left aside, then the file's oddities. */
export function notices(plan: ImportPlan, problems = sentences(plan)): string[] {
  const columns = ignoredColumns(plan)
  return [
    ...(columns.length === 0 ? [] : [t('cli.columnsIgnored', { columns: columns.join(', ') })]),
    ...problems,
  ]
}
