import { encodeWindows1252 } from '../../../server/records/imports/decode-text.ts'
import { readTable } from '../../../server/records/imports/index.ts'
import type { Delimiter, Encoding, Table } from '../../../server/records/imports/table.ts'

export interface Written {
  readonly delimiter?: Delimiter
  readonly encoding?: Encoding
  readonly bom?: boolean
  readonly newline?: string
}

/** Bytes of a CSV file as some program would have saved these rows. */
export function spreadsheet(rows: readonly (readonly string[])[], written: Written = {}): Uint8Array {
  const { delimiter = ';', encoding = 'utf-8', newline = '\r\n' } = written
  const quote = (cell: string): string =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const text = rows.map((row) => row.map(quote).join(delimiter) + newline).join('')
  const marked = written.bom === true ? `\uFEFF${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  if (encoding === 'windows-1252') return encodeWindows1252(text) ?? new Uint8Array()
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes)
}

/** The table of a file made of these rows. */
export const table = (...rows: readonly (readonly string[])[]): Table => readTable(spreadsheet(rows))

export const HEADER = ['Nom', 'Prénom', 'Date de naissance', 'Pays', 'Début', 'Fin']
export const CHLOE = ['Dupont', 'Chloé', '14/02/2005', 'Allemagne', '05/01/2026', '27/03/2026']
export const MALO = ['Le Goff', 'Malo', '03/09/2006', 'Irlande', '02/02/2026', '27/02/2026']
