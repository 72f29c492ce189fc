import readWorkbookFile from 'read-excel-file/node'
import { MAX_COLUMNS, MAX_ROWS } from './table.ts'
import type { Sheet } from './read-workbook.ts'

async function sheetsOf(archive: Uint8Array): Promise<Sheet[]> {
  const sheets = await readWorkbookFile(Buffer.from(archive))
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    // one more than allowed, so that what is too long is said to be
    records: data.slice(0, MAX_ROWS + 100).map((row) => row.slice(0, MAX_COLUMNS + 1).map(cellText)),
  }))
}

// a process of its own (`read-workbook`): what makes the library run on and on, or out of memory, ends with it
process.once('message', (archive: Uint8Array) => {
  void sheetsOf(archive)
    .then((sheets) => process.send?.(sheets))
    // what cannot be read has no answer
    .catch(() => process.exit(1))
})
// and without the server there is nobody to read for
process.on('disconnect', () => process.exit())

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dayText(value)
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').normalize('NFC').trim() : ''
}

/** A workbook's dates have no zone: the library gives them as midnight UTC. */
function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}
