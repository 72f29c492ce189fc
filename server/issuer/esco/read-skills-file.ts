import { CsvError, parse } from 'csv-parse/sync'
import { AppError } from '../../kernel/errors.ts'
import type { EscoLabel } from './store.ts'

/** The largest file of the portal has 11 MB. */
export const MAX_ESCO_MEGABYTES = 40
const MOST_SKILLS = 50_000
const LONGEST_LABEL = 500
const SKILL = /^http:\/\/data\.europa\.eu\/esco\/skill\/[\w.-]{1,80}$/

/** Columns of `skills_<language>.csv`, as the ESCO portal gives it; others are passed over. */
const URI = 'conceptUri'
const LABEL = 'preferredLabel'
const ALT_LABELS = 'altLabels'
const STATUS = 'status'

/**
 * Reads the skills of the official ESCO file. Every row is right or the whole file is refused, with the row and the column.
 * @throws AppError `file-too-large`, `file-not-a-table`, `file-empty`, `too-many-rows`, `import-has-errors`
 */
export function readSkillsFile(bytes: Uint8Array): EscoLabel[] {
  if (bytes.length > MAX_ESCO_MEGABYTES * 1_000_000)
    throw new AppError('file-too-large', { max: MAX_ESCO_MEGABYTES })
  const records = parseCsv(bytes)
  const [header, ...rows] = records
  if (header === undefined || rows.length === 0) throw new AppError('file-empty')
  if (rows.length > MOST_SKILLS) throw new AppError('too-many-rows', { rows: rows.length, max: MOST_SKILLS })
  const columns = { uri: header.indexOf(URI), label: header.indexOf(LABEL), alt: header.indexOf(ALT_LABELS) }
  const missing = columns.uri < 0 ? URI : columns.label < 0 ? LABEL : undefined
  if (missing !== undefined)
    throw new AppError('file-not-a-table', {}, [
      { field: 'file', message: 'frameworks.escoColumnMissing', params: { column: missing } },
    ])
  const status = header.indexOf(STATUS)
  const seen = new Map<string, EscoLabel>()
  for (const [index, cells] of rows.entries()) {
    // the portal keeps obsolete concepts in its files
    if (status >= 0 && cells[status] === 'obsolete') continue
    const skill = readRow(cells, columns, index + 2)
    seen.set(skill.uri, skill)
  }
  return [...seen.values()]
}

function parseCsv(bytes: Uint8Array): string[][] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: true })
  } catch (error) {
    if (error instanceof CsvError || error instanceof TypeError)
      throw new AppError('file-not-a-table', {}, [{ field: 'file', message: 'frameworks.escoNotCsv' }])
    throw error
  }
}

function readRow(
  cells: readonly string[],
  columns: { readonly uri: number; readonly label: number; readonly alt: number },
  row: number,
): EscoLabel {
  const uri = (cells[columns.uri] ?? '').trim()
  const label = (cells[columns.label] ?? '').normalize('NFC').trim()
  const wrong = !SKILL.test(uri) ? URI : label === '' || label.length > LONGEST_LABEL ? LABEL : undefined
  if (wrong !== undefined)
    throw new AppError('import-has-errors', {}, [
      { field: 'file', message: 'frameworks.escoRowWrong', params: { row, column: wrong } },
    ])
  const altLabels = (cells[columns.alt] ?? '')
    .split(/[\n|]/)
    .map((one) => one.normalize('NFC').trim())
    .filter((one) => one !== '' && one.length <= LONGEST_LABEL)
  return { uri, label, altLabels }
}
