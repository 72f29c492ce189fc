import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { decodeText, notATable } from './decode-text.ts'
import { namesPeople, recogniseColumn } from './recognise-columns.ts'
import {
  HEADER_WITHIN,
  MAX_COLUMNS,
  MAX_ROWS,
  MAX_TABLE_MEGABYTES,
  type Delimiter,
  type IsHeader,
  type Table,
  type TableRow,
} from './table.ts'

const DELIMITERS: readonly Delimiter[] = [';', '\t', ',']

type Records = readonly (readonly string[])[]

/**
 * Reads a CSV file as French Excel, LibreOffice or a web form writes it: any of three separators, UTF-8 with or
 * without mark, UTF-16 with mark or Windows-1252, cells in quotes that may hold line breaks, blank rows anywhere.
 *
 * @throws AppError `file-too-large` (over 5 MB), `file-empty` (nothing, or titles alone), `file-not-a-table` (with a
 *   problem that says what it is instead), `too-many-rows` (over 2,000).
 */
export function readTable(bytes: Uint8Array, isHeader: IsHeader = namesPeople): Table {
  if (bytes.length > MAX_TABLE_MEGABYTES * 1_000_000)
    throw new AppError('file-too-large', { max: MAX_TABLE_MEGABYTES })
  const { text, encoding } = decodeText(bytes)
  const { body, stated } = takeSeparatorLine(text)
  const delimiter = stated ?? detectDelimiter(body)
  return tableFrom(parseRecords(body, delimiter), { encoding, delimiter }, isHeader)
}

/**
 * The table in a sheet's rows: its titles, what comes under them, nothing of what stands above.
 * @throws AppError `file-empty`, `file-not-a-table`, `too-many-rows`
 */
export function tableFrom(
  records: Records,
  { encoding, delimiter }: Pick<Table, 'encoding' | 'delimiter'>,
  isHeader: IsHeader = namesPeople,
): Table {
  const headerIndex = records.slice(0, HEADER_WITHIN).findIndex(isHeader)
  const header = records[headerIndex]
  if (header === undefined) throw noHeader(records)

  const rows = records
    .map((cells, index): TableRow => ({ number: index + 1, cells }))
    .slice(headerIndex + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length === 0) throw new AppError('file-empty')
  if (rows.length > MAX_ROWS) throw new AppError('too-many-rows', { rows: rows.length, max: MAX_ROWS })
  const width = 1 + Math.max(lastFilled(header), ...rows.map(({ cells }) => lastFilled(cells)))
  if (width > MAX_COLUMNS) throw notATable('imports.fileHasTooManyColumns', { max: MAX_COLUMNS })
  return {
    encoding,
    delimiter,
    header: widen(header, width).map((title) => title.replace(/\s+/gu, ' ')),
    headerRow: headerIndex + 1,
    rows: rows.map(({ number, cells }) => ({ number, cells: widen(cells, width) })),
  }
}

/** Excel's own first line `sep=;` is no row of the spreadsheet. */
function takeSeparatorLine(text: string): { body: string; stated: Delimiter | undefined } {
  const found = /^"?sep=(.)"?(\r\n|\n|\r)/i.exec(text)
  if (found === null) return { body: text, stated: undefined }
  return { body: text.slice(found[0].length), stated: DELIMITERS.find((delimiter) => delimiter === found[1]) }
}

/** The separator under which the first rows hold the most titles we know; then the one that makes most columns. */
function detectDelimiter(text: string): Delimiter {
  const scores = DELIMITERS.map((delimiter) => {
    const head = parseHead(text, delimiter)
    const known = Math.max(
      0,
      ...head.map((cells) => cells.filter((cell) => recogniseColumn(cell).kind === 'field').length),
    )
    return {
      delimiter,
      score:
        known * MAX_COLUMNS + Math.max(0, ...head.map((cells) => Math.min(cells.length, MAX_COLUMNS - 1))),
    }
  })
  const [first, ...others] = scores
  return others.reduce(
    (best, next) => (next.score > best.score ? next : best),
    first ?? { delimiter: ';', score: 0 },
  ).delimiter
}

/** The first rows, as many as can be read: what is wrong further down is said when the whole file is read. */
function parseHead(text: string, delimiter: Delimiter): Records {
  const head: string[][] = []
  try {
    parse(text.slice(0, 100_000), {
      ...optionsFor(delimiter),
      to: HEADER_WITHIN,
      on_record: (record: string[]) => {
        head.push(record)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return head
}

function parseRecords(text: string, delimiter: Delimiter): Records {
  try {
    return parse(text, optionsFor(delimiter)).map((cells) => cells.map(trimCell))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const message =
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'imports.fileHasOpenQuote' : 'imports.fileIsMalformed'
    throw notATable(message, { value: openQuoteRow(error) })
  }
}

const optionsFor = (delimiter: Delimiter) => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
})

/** Row whose quote nobody closed: the one after the last row read whole. */
function openQuoteRow(error: CsvError): string {
  const read = z.object({ records: z.number() }).safeParse(error)
  return read.success ? String(read.data.records + 1) : '?'
}

/** Blank space around a cell, no-break spaces included; line breaks inside it stay. */
function trimCell(cell: string): string {
  return cell.replace(/\r\n?/g, '\n').trim()
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '')

const widen = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, index) => cells[index] ?? '')

function noHeader(records: Records): AppError {
  const first = records.find((cells) => cells.some((cell) => cell !== ''))
  const titles = (first ?? []).filter((cell) => cell !== '').slice(0, 6)
  return notATable('imports.fileHasNoNames', { value: titles.map((title) => title.slice(0, 30)).join(' · ') })
}
