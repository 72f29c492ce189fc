import { writeFile } from 'node:fs/promises'
import { prepareFor, readBytes } from './read-bytes.ts'
import { readText } from './read-text.ts'
import { problem, type Reading, type ReadingContext } from './reading.ts'

/** What a process is asked, and what it answers. */
export interface ReadingTask {
  readonly source: Uint8Array | string
  readonly publicUrl: string
}

const readOn = (source: Uint8Array | string, context: ReadingContext): Promise<Reading> =>
  typeof source === 'string' ? readText(source, context) : readBytes(source, context)

/** That it begins, now that its code is loaded; then what it read. */
export type ReadingAnswer = 'reading' | Reading

async function answer({ source, publicUrl }: ReadingTask): Promise<Reading> {
  if (typeof source !== 'string') await prepareFor(source)
  process.send?.('reading' satisfies ReadingAnswer)
  return readOn(source, { publicUrl, carrier: 'text', nesting: 0, readOn })
}

// a process of its own (`start-process`): what makes a reader run on and on, or out of memory, ends with it
process.on('message', (task: ReadingTask) => {
  void answer(task)
    .catch(() => problem('damaged'))
    .then((reading) => process.send?.(reading satisfies ReadingAnswer))
})
// where memory runs out for the whole machine, this goes and not the server (proc(5), Linux alone)
void writeFile('/proc/self/oom_score_adj', '1000').catch(() => undefined)
// and without the server there is nobody to read for
process.on('disconnect', () => process.exit())
