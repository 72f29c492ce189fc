/** Importing what people really have: a spreadsheet saved as CSV, into one training session. */
export { readTable } from './read-table.ts'
export { columnLetter, MAX_ROWS, MAX_TABLE_MEGABYTES, type Table, type TableRow } from './table.ts'
export { planImport, type ImportInput, type PlanImportDeps } from './plan-import.ts'
export type {
  ImportPlan,
  ImportTarget,
  PlannedLevel,
  PlannedRow,
  PlannedSession,
  PlannedStructure,
} from './import-plan.ts'
export { describeProblem, toFieldProblem, type ImportProblem } from './problem.ts'
export { DEFAULT_AGE_BOUNDS, type AgeBounds } from './read-person.ts'
export { applyImport, type ApplyImportDeps, type ImportedPerson, type ImportResult } from './apply-import.ts'
export { hasStructureColumn } from './has-structure-column.ts'
export { sampleTable } from './sample-table.ts'
export { csvCell, writeCsv } from './write-csv.ts'
export { importRoutes, type ImportRoutesDeps } from './routes.ts'
