import type { NamedRow } from './find-duplicates.ts'
import type { StructureReading } from './find-structures.ts'
import type { PlannedStructure, SendingStructure } from './import-plan.ts'
import { cellProblem, rowProblem, type ImportProblem } from './problem.ts'
import type { ReadRow } from './read-row.ts'
import type { Column } from './recognise-columns.ts'

/** A row that says who it is about, in its structure. */
export type PlacedRow = ReadRow & NamedRow & { readonly sentBy: SendingStructure | undefined }

/**
 * Gives each row its structure: the one it names, or the session's own. When the actor has no role in the structure
 * it names, the session's own keeps the record, and the named one is who sent the person.
 */
export function placeRows(
  read: readonly ReadRow[],
  structures: ReadonlyMap<string, StructureReading>,
  home: PlannedStructure,
  columns: readonly Column[],
): { rows: PlacedRow[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const column = columns.find(({ meaning }) => meaning.kind === 'field' && meaning.field === 'organisation')
  const rows = read.flatMap((row): PlacedRow[] => {
    const reading: StructureReading | undefined =
      row.structureName === undefined ? { kind: 'found', structure: home } : structures.get(row.structureName)
    if (reading === undefined || reading.kind === 'unknown') {
      const message = 'imports.cellStructureUnknown'
      const place = { row: row.number, column }
      const params = { value: row.structureName ?? '' }
      problems.push(
        place.column === undefined
          ? rowProblem(row.number, message, { ...params, column: '' })
          : cellProblem({ row: row.number, column: place.column }, message, params),
      )
    }
    // a row with a structure we cannot use is still compared, so that its other problems come out too
    const structure =
      reading?.kind === 'found'
        ? reading.structure
        : reading?.kind === 'elsewhere'
          ? home
          : { id: undefined, name: row.structureName ?? '' }
    const sentBy = reading?.kind === 'elsewhere' ? reading.structure : undefined
    return row.person === undefined ? [] : [{ ...row, person: row.person, structure, sentBy }]
  })
  return { rows, problems }
}
