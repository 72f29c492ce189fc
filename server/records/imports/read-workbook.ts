import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { unpackZip, writeZip } from '../../platform/zip/index.ts'
import { notATable } from './decode-text.ts'

/** A sheet's rows as text, the way a CSV would have them. */
export interface Sheet {
  readonly name: string
  readonly records: readonly (readonly string[])[]
}

/** A list of people unpacks to some hundred kilobytes; a file that unpacks to more than this is something else. */
const MOST_UNPACKED = 25_000_000
const MOST_ENTRIES = 500
/** What reading one may take: a sheet of a few kilobytes with a cell in its last row and column takes all there is. */
const MOST_SECONDS = 15
const MOST_HEAP_MEGABYTES = 400
/** An archive must carry one; nobody reads it. */
const ANY_TIME = new Date('2000-01-01T00:00:00Z')
const PROGRAM = fileURLToPath(new URL('./workbook-process.ts', import.meta.url))

/** The first bytes of a ZIP file, which a workbook is. */
export const isZip = (bytes: Uint8Array): boolean =>
  [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte)

/**
 * The sheets of an Excel workbook (.xlsx), with the values it shows: formulas by their result, dates as `JJ/MM/AAAA`.
 * Nothing of the file is run; one that unpacks to far more than it weighs, or takes too long, is refused.
 * @throws AppError `file-not-a-table` with the sentence that says what to do
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const sheets = await readApart(unpackedAndPacked(bytes))
  if (sheets === 'unreadable') throw notATable('imports.workbookUnreadable')
  if (sheets === 'too-large') throw notATable('imports.workbookTooLarge')
  return sheets
}

/**
 * The workbook as an archive of our own making. The library believes what a file says of its sizes and unpacks all it
 * finds: a few bytes would make it take gigabytes.
 */
function unpackedAndPacked(bytes: Uint8Array): Buffer {
  const unpacked = unpackZip(bytes, { mostEntries: MOST_ENTRIES, mostBytes: MOST_UNPACKED, wants: isRead })
  if (unpacked.state === 'too-large') throw notATable('imports.workbookTooLarge')
  // LibreOffice's own format is a ZIP too, and so are documents and e-books
  if (unpacked.state === 'broken' || !unpacked.files.some(({ name }) => name === 'xl/workbook.xml'))
    throw notATable('imports.fileIsWorkbook')
  return writeZip(unpacked.files, ANY_TIME)
}

/** What a sheet's values are in; pictures and macros are left where they are. */
const isRead = (name: string): boolean => /\.xml(\.rels)?$/.test(name)

/**
 * In a process of its own, which inherits nothing: a thread whose heap is full may take the whole server along (Node aborts).
 */
async function readApart(archive: Buffer): Promise<readonly Sheet[] | 'unreadable' | 'too-large'> {
  const child = fork(PROGRAM, [], {
    execArgv: [`--max-old-space-size=${MOST_HEAP_MEGABYTES}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve) => {
      timer = setTimeout(() => resolve('too-large'), MOST_SECONDS * 1000)
      child.once('message', (sheets) => resolve(sheets as readonly Sheet[]))
      child.once('error', () => resolve('unreadable'))
      // which is how Node ends when its heap is full
      child.once('exit', (_code, signal) => resolve(signal === 'SIGABRT' ? 'too-large' : 'unreadable'))
      child.send(archive, () => undefined)
    })
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}
