import { AppError } from '../../kernel/errors.ts'
import { notATable } from './decode-text.ts'
import { readTable, tableFrom } from './read-table.ts'
import { isZip, readWorkbook } from './read-workbook.ts'
import { namesPeople } from './recognise-columns.ts'
import { HEADER_WITHIN, MAX_TABLE_MEGABYTES, type IsHeader, type Table } from './table.ts'

/**
 * Reads a list as people really have it: a CSV of any kind, or an Excel workbook, whose first sheet with the titles of
 * such a list is taken.
 * @throws AppError as `readTable` does, and `file-not-a-table` for a workbook without such a sheet
 */
export async function readSheet(bytes: Uint8Array, isHeader: IsHeader = namesPeople): Promise<Table> {
  if (bytes.length > MAX_TABLE_MEGABYTES * 1_000_000)
    throw new AppError('file-too-large', { max: MAX_TABLE_MEGABYTES })
  if (!isZip(bytes)) return readTable(bytes, isHeader)
  const sheets = await readWorkbook(bytes)
  const found = sheets.find(({ records }) => records.slice(0, HEADER_WITHIN).some(isHeader))
  if (found === undefined)
    throw notATable('imports.workbookHasNoNames', { value: sheets.map(({ name }) => name).join(' · ') })
  return tableFrom(found.records, { encoding: 'workbook', delimiter: ';' }, isHeader)
}
