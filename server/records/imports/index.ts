/** Importing what people really have: a workbook or a spreadsheet saved as CSV, into one training session. */
export { readTable } from './read-table.ts'
export { readSheet } from './read-sheet.ts'
export { FIELD_TITLES } from './fields.ts'
export { titleWords } from './recognise-columns.ts'
export { isBlank } from './read-cells.ts'
export { readDate } from './read-date.ts'
export { readColumnChoice } from './column-choice.ts'
export { rememberColumns, withRememberedColumns, type ListOwner } from './column-memory.ts'
export { mappingRows } from './mapping-view.ts'
export { packWhole, unpackTable } from './packed-table.ts'
export { confirmForm } from './forms.ts'
export { oneLine } from './row-cells.ts'
export { readPersonAndStay } from './read-person-and-stay.ts'
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
export { cellProblem, describeProblem, rowProblem, toFieldProblem, type ImportProblem } from './problem.ts'
export type { SaveOutcome } from '../learners/index.ts'
export { DEFAULT_AGE_BOUNDS, type AgeBounds } from './read-person.ts'
export { applyImport, type ApplyImportDeps, type ImportedPerson, type ImportResult } from './apply-import.ts'
export { hasStructureColumn } from './has-structure-column.ts'
export { sampleTable } from './sample-table.ts'
export { csvCell, writeCsv } from './write-csv.ts'
export { importRoutes, type ImportRoutesDeps } from './routes.ts'
