import { createHash } from 'node:crypto'
import { AppError } from '../../kernel/errors.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { recordEvent } from '../../access/audit/index.ts'
import { cellProblem, isBlank, oneLine, rowProblem, toFieldProblem } from '../imports/index.ts'
import type { ImportProblem, Table } from '../imports/index.ts'
import type { ListImportDeps, ListKind, ListPlan, ListRow, ListScope } from './list-kind.ts'
import { readColumns, type ListColumn } from './read-columns.ts'

/** The dry run: what each row would do, and every problem in its way. */
export async function planList(
  db: Db,
  deps: ListImportDeps,
  kind: ListKind,
  scope: ListScope,
  table: Table,
): Promise<ListPlan> {
  const problems: ImportProblem[] = []
  const columns = readColumns(kind, table)
  const rows = table.rows.map((row) => openRow(row, columns, problems))
  const items = await kind.plan(db, deps, scope, rows)
  const effects = items.map(({ row, label, outcome }) => [row, label, outcome])
  const fingerprint = createHash('sha256').update(JSON.stringify(effects)).digest('hex')
  return { items, fingerprint, problems: problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) }
}

function openRow(
  row: Table['rows'][number],
  columns: readonly ListColumn[],
  problems: ImportProblem[],
): ListRow {
  const columnOf = (field: string) => columns.find((column) => column.field === field)
  const value = (field: string): string | undefined => {
    const text = oneLine(row.cells[columnOf(field)?.index ?? -1] ?? '')
    return isBlank(text) ? undefined : text
  }
  return {
    number: row.number,
    value,
    problem: (field, message, params = {}) => {
      const column = columnOf(field)
      const told = { value: value(field) ?? '', ...params }
      problems.push(
        column === undefined
          ? rowProblem(row.number, message, { ...told, column: '' })
          : cellProblem({ row: row.number, column }, message, told),
      )
    },
  }
}

export interface ImportedList {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

/**
 * Imports the list: plans it again inside one transaction and does what the plan says, all or nothing.
 * @throws AppError `import-has-errors` with every problem, `changed-meanwhile` when the records moved since the dry run
 */
export async function applyList(
  deps: ListImportDeps,
  kind: ListKind,
  scope: ListScope,
  input: { readonly table: Table; readonly expected?: string },
): Promise<ImportedList> {
  const work = async (trx: Db): Promise<ImportedList> => {
    const { items, problems, fingerprint } = await planList(trx, deps, kind, scope, input.table)
    if (problems.length > 0)
      throw new AppError('import-has-errors', { count: problems.length }, problems.map(toFieldProblem))
    if (input.expected !== undefined && input.expected !== fingerprint)
      throw new AppError('changed-meanwhile')
    for (const item of items) if (item.outcome !== 'unchanged') await item.apply(trx)
    const counts = countOf(items)
    await recordEvent(trx, {
      at: deps.clock.now(),
      actor: scope.actor,
      action: 'list.imported',
      ...(scope.organisationId === null ? {} : { organisationId: scope.organisationId }),
      subject: { type: 'list', id: kind.list },
      details: { ...counts },
    })
    return counts
  }
  try {
    return await deps.db.transaction(work)
  } catch (cause) {
    // two imports of the same list at the same moment: the database let one through
    if (isUniqueViolation(cause)) throw new AppError('changed-meanwhile', {}, [], { cause })
    throw cause
  }
}

/** How many rows do what. */
export function countOf(items: ListPlan['items']): ImportedList {
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const { outcome } of items) counts[outcome]++
  return counts
}
