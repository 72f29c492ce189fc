import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { recogniseColumns } from './recognise-columns.ts'
import { MAX_COLUMNS, MAX_ROWS, MAX_TABLE_MEGABYTES, type Table } from './table.ts'

/**
 * Between the dry run and its confirmation the table travels inside the page, not on our disk: nothing expires
 * while the trainer reads, any server process can answer, and a file that is never confirmed leaves no young
 * person's data behind. The confirmation reads it as it would read any file, with every check again, so changing it
 * on the way gains nothing that sending another file would not.
 */

/** Longest packed table, in characters: a form field holds one megabyte. */
export const MAX_PACKED_LENGTH = 900_000

/**
 * The whole table as a hidden form field of the mapping screen, which may find a use for any column.
 * @throws AppError `file-too-large` when the texts of the table are too long for a form
 */
export const packWhole = (table: Table): string => pack(table)

/**
 * The table as a hidden form field of the confirmation. Columns nobody reads are emptied first: what we said we leave aside is not kept.
 * @throws AppError `file-too-large` when the texts of the table are too long for a form
 */
export function packTable(table: Table): string {
  const columns = recogniseColumns(table)
  const read = (cells: readonly string[]): string[] =>
    cells.map((cell, index) => {
      const kind = columns[index]?.meaning.kind
      return kind === 'field' || kind === 'level' ? cell : ''
    })
  const kept: Table = {
    ...table,
    // titles stay where somebody said what they mean: they are what is remembered
    header: table.header.map((title, index) =>
      table.meanings?.[index] === undefined ? (read(table.header)[index] ?? '') : title,
    ),
    rows: table.rows.map(({ number, cells }) => ({ number, cells: read(cells) })),
  }
  return pack(kept)
}

function pack(table: Table): string {
  const packed = gzipSync(JSON.stringify(table)).toString('base64url')
  if (packed.length > MAX_PACKED_LENGTH) throw new AppError('file-too-large', { max: 1 })
  return packed
}

const cells = z.array(z.string().max(200_000)).max(MAX_COLUMNS)
const packedTable = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'workbook']),
  delimiter: z.enum([';', ',', '\t']),
  header: cells,
  headerRow: z.int().positive(),
  rows: z.array(z.object({ number: z.int().positive(), cells })).max(MAX_ROWS),
  meanings: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(60)).optional(),
})

/** @throws AppError `invalid-input` when the field is not one that {@link packTable} made */
export function unpackTable(packed: string): Table {
  try {
    if (packed.length > MAX_PACKED_LENGTH) throw new AppError('invalid-input')
    const json = gunzipSync(Buffer.from(packed, 'base64url'), {
      maxOutputLength: 4 * MAX_TABLE_MEGABYTES * 1_000_000,
    })
    const { meanings, ...table } = packedTable.parse(JSON.parse(json.toString('utf8')))
    return meanings === undefined ? table : { ...table, meanings }
  } catch (cause) {
    throw new AppError('invalid-input', {}, [], { cause })
  }
}
