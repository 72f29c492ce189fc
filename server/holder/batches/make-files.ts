import { isoInstant } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Batch, BatchFile, BatchItem } from './batch.ts'
import type { BatchDeps } from './batches-deps.ts'
import { updateFile } from './file-store.ts'
import { selectItemsOf, updateItem } from './item-store.ts'
import { holdTurn, keepTurn, noteProgress, type Lease } from './lease.ts'
import { findUnprintable, printEach, printTogether, removePrinted, type PrintedFile } from './print-files.ts'
import { readPassports, type ItemOutcome, type ReadPassport } from './read-passports.ts'

/** Somebody cancelled or deleted the batch, or this process slept through its turn. */
export class TurnLost extends Error {}

/** How often a turn is prolonged, and the page told how far it is. */
const HEARTBEAT_MS = 2_000

/** Files to make now, with their people. */
export interface MakeInput {
  readonly batch: Batch
  readonly files: readonly BatchFile[]
  readonly items: readonly BatchItem[]
}

/**
 * Prints these files, then writes down that they are made, if the turn is still ours. A passport that cannot be printed
 * is written down as such, and the others are printed.
 * @throws TurnLost when nothing may be written down any more; nothing is left on the disk then
 */
export async function makeFiles(deps: BatchDeps, lease: Lease, input: MakeInput): Promise<void> {
  const { batch, items } = input
  const heart = beat(deps, lease)
  try {
    const { passports, without } = await readPassports(deps, items, batch.locale)
    const { printed, failed } = await printAll(deps, input, passports, heart.onProgress)
    const outcomes = [...without, ...failed]
    await writeDown(deps, lease, { ...input, printed: [...printed, ...emptyOnes(input, printed)], outcomes })
  } finally {
    heart.stop()
  }
}

/** Prints what can be printed; what cannot is found by trying each alone. */
async function printAll(
  deps: BatchDeps,
  input: MakeInput,
  passports: readonly ReadPassport[],
  onProgress: (done: number) => void,
): Promise<{ readonly printed: PrintedFile[]; readonly failed: ItemOutcome[] }> {
  try {
    return { printed: await printOnce(deps, input, passports, onProgress), failed: [] }
  } catch (error) {
    if (error instanceof TurnLost) throw error
    const bad = await findUnprintable(deps, input.batch, passports)
    // not the passports, then: the disk, the seal
    if (bad.length === 0) throw error
    const good = passports.filter(({ position }) => !bad.includes(position))
    return {
      printed: await printOnce(deps, input, good, onProgress),
      failed: bad.map((position) => ({ position, failure: 'unexpected', missing: null })),
    }
  }
}

async function printOnce(
  deps: BatchDeps,
  { batch, files }: MakeInput,
  passports: readonly ReadPassport[],
  onProgress: (done: number) => void,
): Promise<PrintedFile[]> {
  const [file] = files
  if (passports.length === 0 || file === undefined) return []
  if (batch.output === 'people') return printEach(deps, batch, passports)
  return [await printTogether(deps, batch, { number: file.number, passports, onProgress })]
}

/** Files nobody is in: made, and none. */
function emptyOnes({ files }: MakeInput, printed: readonly PrintedFile[]): PrintedFile[] {
  return files
    .filter(({ number }) => !printed.some((one) => one.number === number))
    .map(({ number }) => ({ number, file: null, bytes: 0, outcomes: [] }))
}

async function writeDown(
  deps: BatchDeps,
  lease: Lease,
  input: MakeInput & { readonly printed: readonly PrintedFile[]; readonly outcomes: readonly ItemOutcome[] },
): Promise<void> {
  const { batch, items, files, printed, outcomes } = input
  let stale: PrintedFile[] = [...printed]
  try {
    stale = await deps.db.transaction(async (trx) => {
      if (!(await holdTurn(trx, lease))) throw new TurnLost()
      const erased = await erasedSince(trx, batch, files, items)
      const kept = printed.filter(({ number }) => !erased.has(number))
      const madeAt = isoInstant(deps.clock.now())
      for (const { number, file, bytes } of kept)
        await updateFile(trx, batch.id, { number, file, bytes, madeAt })
      const known = new Map(items.map((item) => [item.position, item]))
      const news = [...outcomes, ...kept.flatMap((one) => one.outcomes)].filter((one) =>
        isNews(known.get(one.position), one),
      )
      for (const outcome of news) await updateItem(trx, batch.id, outcome)
      await noteProgress(trx, lease)
      return printed.filter(({ number }) => erased.has(number))
    })
  } finally {
    await removePrinted(deps, batch, stale)
  }
}

/** Of most people there is nothing to say. */
const isNews = (known: BatchItem | undefined, { failure, missing }: ItemOutcome): boolean =>
  known?.failure !== failure || known.missing !== missing

/** The files of which somebody had themselves erased while they were printed: they are made again, without them. */
async function erasedSince(
  trx: Db,
  batch: Batch,
  files: readonly BatchFile[],
  before: readonly BatchItem[],
): Promise<ReadonlySet<number>> {
  const there = new Set(before.filter(({ learnerId }) => learnerId !== null).map(({ position }) => position))
  const now = await selectItemsOf(trx, batch.id, files)
  const gone = now.filter(({ position, learnerId }) => learnerId === null && there.has(position))
  return new Set(gone.map(({ fileNumber }) => fileNumber))
}

/** Prolongs the turn while files are printed, and stops the printing when it is lost. */
function beat(deps: BatchDeps, lease: Lease) {
  let done = 0
  let lost = false
  const timer = setInterval(() => {
    void keepTurn(deps, lease, done)
      .then((ours) => {
        lost = !ours
      })
      .catch((err: unknown) => deps.log.warn({ err, batch: lease.batchId }, 'a turn could not be prolonged'))
  }, HEARTBEAT_MS)
  return {
    onProgress: (count: number): void => {
      if (lost) throw new TurnLost()
      done = count
    },
    stop: () => clearInterval(timer),
  }
}
