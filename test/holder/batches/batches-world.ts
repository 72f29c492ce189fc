import { join } from 'node:path'
import {
  createBatchFolder,
  makeBatches,
  requestBatch,
  type BatchDeps,
  type BatchFolder,
  type BatchId,
  type BatchRequest,
} from '../../../server/holder/batches/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { temporaryFolder } from '../../support/database.ts'
import { aYouth, openHolderWorld, signPassports, type HolderWorld } from '../holder-world.ts'

export interface BatchesWorld extends HolderWorld {
  readonly batchFolder: BatchFolder
  /** In the order in which they are printed. */
  readonly youths: readonly LearnerId[]
}

/** A structure with this many young people, each with a passport; their family names are in order: A00, A01… */
export async function openBatchesWorld(count: number): Promise<BatchesWorld> {
  const world = await openHolderWorld()
  const youths: LearnerId[] = []
  for (let at = 0; at < count; at++) youths.push(await aYouth(world, 'Léa', familyName(at)))
  await signPassports(
    world,
    youths.map((id, at) => ({ id, name: `Léa ${familyName(at)}` })),
  )
  return { ...world, batchFolder: createBatchFolder(join(temporaryFolder(), 'batches')), youths }
}

export const familyName = (at: number): string => `A${String(at).padStart(2, '0')}`

/** Asks for the passports of everybody of Quimper, one page each. */
export function ask(world: BatchesWorld, more: Partial<BatchRequest> = {}): Promise<BatchId> {
  return requestBatch(world, world.soizic, {
    organisationId: world.quimper,
    about: { scope: 'everybody' },
    print: { form: 'page', locale: 'fr' },
    output: 'people',
    ...more,
  })
}

/** Lets the server work until nothing is left to make. */
export async function makeAll(deps: BatchDeps): Promise<void> {
  while (await makeBatches(deps));
}

export interface StoredFile {
  readonly number: number
  readonly file: string | null
  readonly made_at: string | null
}

export async function filesOf({ db }: BatchesWorld, id: BatchId): Promise<StoredFile[]> {
  const rows: unknown = await db('passport_batch_files').where({ batch_id: id }).orderBy('number')
  return rows as StoredFile[]
}

export async function rowOf(world: BatchesWorld, id: BatchId): Promise<Record<string, unknown>> {
  const row: unknown = await world.db('passport_batches').where({ id }).first()
  return row as Record<string, unknown>
}
