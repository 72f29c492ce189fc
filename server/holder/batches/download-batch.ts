import { Readable } from 'node:stream'
import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import { streamZip, type ZipEntry } from '../../platform/zip/index.ts'
import { stateOf, type Batch } from './batch.ts'
import type { BatchDeps } from './batches-deps.ts'
import type { BatchOf } from './change-batch.ts'
import { distinctNames, fileNameOf } from './file-names.ts'
import { selectFile, selectMade } from './file-store.ts'
import { requireBatch } from './find-batches.ts'
import { selectNamed } from './named-items.ts'

type DownloadDeps = Pick<BatchDeps, 'db' | 'clock' | 'batchFolder'>

/**
 * One file of a batch for the printer, from the disk as it is read.
 * @throws AppError `forbidden`; `not-found`, also while the batch is not ready, and when its files are not kept any more
 */
export async function openPrinterFile(
  deps: DownloadDeps,
  actor: Actor,
  which: BatchOf & { readonly number: number },
): Promise<{ readonly bytes: number; readonly stream: Readable; readonly batch: Batch }> {
  const batch = await requireReady(deps, actor, which, 'printer')
  const found = await selectFile(deps.db, batch.id, which.number)
  if (typeof found?.file !== 'string') throw new AppError('not-found')
  const stream = await deps.batchFolder.open(batch.id, found.file)
  await tell(deps, actor, batch, { file: found.number })
  return { bytes: found.bytes, stream, batch }
}

/**
 * One PDF a person, in one ZIP that is written while it is read: one passport is in memory at a time. Whoever has
 * themselves erased meanwhile is left out.
 * @throws AppError as {@link openPrinterFile}
 */
export async function openPeopleZip(
  deps: DownloadDeps,
  actor: Actor,
  which: BatchOf,
): Promise<{ readonly stream: Readable; readonly batch: Batch }> {
  const batch = await requireReady(deps, actor, which, 'people')
  const made = await selectMade(deps.db, batch.id)
  const people = new Map((await selectNamed(deps.db, batch.id)).map((item) => [item.position, item]))
  const names = distinctNames(
    made.map(({ number }) => {
      const person = people.get(number)
      return fileNameOf(person?.familyName ?? '', person?.givenName ?? '')
    }),
  )
  const files = made.flatMap(({ file }, index) =>
    file === null ? [] : [{ file, name: `${names[index] ?? ''}.pdf` }],
  )
  await tell(deps, actor, batch, { files: files.length })
  return {
    stream: Readable.from(streamZip(readEach(deps, batch, files), new Date(batch.finishedAt ?? 0))),
    batch,
  }
}

async function* readEach(
  { batchFolder }: DownloadDeps,
  { id }: Batch,
  files: readonly { readonly file: string; readonly name: string }[],
): AsyncGenerator<ZipEntry> {
  for (const { file, name } of files) {
    const bytes = await batchFolder.read(id, file).catch((error: unknown) => {
      if (error instanceof AppError) return undefined
      throw error
    })
    if (bytes !== undefined) yield { name, bytes }
  }
}

async function requireReady(
  { db, clock }: DownloadDeps,
  actor: Actor,
  { organisationId, id }: BatchOf,
  output: Batch['output'],
): Promise<Batch> {
  requireRoleIn(actor, organisationId, 'coordinator')
  const batch = await requireBatch(db, organisationId, id)
  if (batch.output !== output || stateOf(batch, isoInstant(clock.now())) !== 'ready')
    throw new AppError('not-found')
  return batch
}

async function tell(
  { db, clock }: DownloadDeps,
  actor: Actor,
  { id, organisationId }: Batch,
  details: Readonly<Record<string, number>>,
): Promise<void> {
  await recordEvent(db, {
    at: clock.now(),
    actor,
    action: 'passports.downloaded',
    organisationId,
    subject: { type: 'passport-batch', id },
    details,
  })
}
