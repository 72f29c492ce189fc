export type Delimiter = ';' | ',' | '\t'
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'workbook'

/** A spreadsheet's rows as text, before anybody knows what the columns mean. */
export interface Table {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** Titles of the columns, as written. */
  readonly header: readonly string[]
  /** Row of the titles as the spreadsheet numbers it: 1, or more when a title or blank rows come first. */
  readonly headerRow: number
  readonly rows: readonly TableRow[]
  /**
   * What somebody said a column means (`meaning-code`), by its place from 0; a column that is not here is understood from
   * its title.
   */
  readonly meanings?: Readonly<Record<number, string>>
}

export interface TableRow {
  /** Row number as the spreadsheet shows it. */
  readonly number: number
  /** One cell per column of the header, trimmed; empty when the row is shorter. */
  readonly cells: readonly string[]
}

/** Whether a row holds the titles of a list. */
export type IsHeader = (cells: readonly string[]) => boolean

/** Largest file read, in megabytes; the same bound stands at the upload. */
export const MAX_TABLE_MEGABYTES = 5
/** A title or an address block may come before the row of titles, but not a page of it. */
export const HEADER_WITHIN = 20
/** Most young people in one file. */
export const MAX_ROWS = 2_000
/** More columns than any list of people has; beyond, the file is something else. */
export const MAX_COLUMNS = 300

/** The spreadsheet's letter of a column: A for 0, Z for 25, AA for 26. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
