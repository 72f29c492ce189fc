import { DEFAULT_LOCALE } from '../../kernel/locale.ts'
import { checkColumns } from './check-columns.ts'
import { filledCells } from './read-session-columns.ts'
import type { Table } from './table.ts'

/** Whether the table says which structure its people belong to. */
export function hasStructureColumn(table: Table): boolean {
  const { columns } = checkColumns(table, DEFAULT_LOCALE)
  return filledCells(table, columns, 'organisation').length > 0
}
