import { renderEachPassport, renderPassport, renderPassports, type PrintOptions } from '../passports/index.ts'
import type { Batch, BatchFile, BatchPrint } from './batch.ts'
import type { BatchDeps } from './batches-deps.ts'
import type { ItemOutcome, ReadPassport } from './read-passports.ts'

/** A file that is on the disk and not yet written down as made; without a name when nobody is in it. */
export interface PrintedFile extends Pick<BatchFile, 'number' | 'file' | 'bytes'> {
  readonly outcomes: readonly ItemOutcome[]
}

export const printOptions = ({ form, locale, beside }: BatchPrint): PrintOptions => ({
  form,
  locale,
  ...(beside === undefined ? {} : { with: beside }),
})

const letters = (characters: readonly string[]): string | null =>
  characters.length === 0 ? null : characters.join(' ')

/** One file for each passport, its number that of its place. What was printed before something went wrong is given up too. */
export async function printEach(
  deps: BatchDeps,
  batch: Batch,
  passports: readonly ReadPassport[],
): Promise<PrintedFile[]> {
  const printed: PrintedFile[] = []
  try {
    for await (const { content, bytes, unprintable } of renderEachPassport(passports, printOptions(batch))) {
      const { position, organisationId } = content
      const sealed = await deps.sealPassport(bytes, { organisationId, locale: batch.locale })
      printed.push({
        number: position,
        file: await deps.batchFolder.write(batch.id, position, sealed),
        bytes: sealed.length,
        outcomes: [{ position, failure: null, missing: letters(unprintable) }],
      })
    }
  } catch (error) {
    await removePrinted(deps, batch, printed)
    throw error
  }
  return printed
}

/** All these passports in one file, for the printer: paper needs no seal. */
export async function printTogether(
  deps: BatchDeps,
  batch: Batch,
  input: {
    readonly number: number
    readonly passports: readonly ReadPassport[]
    /** May throw, to stop. */
    readonly onProgress: (done: number) => void
  },
): Promise<PrintedFile> {
  const { number, passports, onProgress } = input
  const { bytes, unprintable } = await renderPassports(passports, printOptions(batch), onProgress)
  // two people of one name: both are worth a look
  const missing = new Map(unprintable.map(({ holderName, characters }) => [holderName, letters(characters)]))
  return {
    number,
    file: await deps.batchFolder.write(batch.id, number, bytes),
    bytes: bytes.length,
    outcomes: passports.map(({ position, holderName }) => ({
      position,
      failure: null,
      missing: missing.get(holderName) ?? null,
    })),
  }
}

/** The places of the passports that cannot be printed, each tried alone. */
export async function findUnprintable(
  deps: BatchDeps,
  batch: Batch,
  passports: readonly ReadPassport[],
): Promise<number[]> {
  const bad: number[] = []
  for (const passport of passports)
    try {
      await renderPassport(passport, printOptions(batch))
    } catch (err) {
      deps.log.error({ err, batch: batch.id, position: passport.position }, 'a passport could not be printed')
      bad.push(passport.position)
    }
  return bad
}

/** Takes files off the disk that nothing was written down of. */
export async function removePrinted(
  { batchFolder }: BatchDeps,
  { id }: Batch,
  printed: readonly PrintedFile[],
): Promise<void> {
  const names = printed.flatMap(({ file }) => file ?? [])
  await batchFolder.remove(id, names)
}
