import { findOrganisationBySlug, type Organisation } from '../../access/organisations/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { mayActIn, requireRoleIn, type StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Batch, BatchFile } from './batch.ts'
import { selectCounts, type BatchCounts } from './count-batch.ts'
import { selectMade } from './file-store.ts'
import { selectTroubled, type NamedItem } from './named-items.ts'
import { selectBatch, selectBatches } from './store.ts'

/** Batches that a structure's page lists. */
const MOST_LISTED = 20
/** People that a batch's page names because something is to be said of their passport. */
const MOST_NAMED = 200

/**
 * The structure at this address, for its coordinators and whoever runs the platform.
 * @throws AppError `not-found` for whoever has no role there, `forbidden` for a trainer
 */
export async function requireCoordinated(db: Db, actor: StaffActor, slug: string): Promise<Organisation> {
  const organisation = await findOrganisationBySlug(db, slug)
  if (organisation?.closedAt !== null || !mayActIn(actor, organisation.id, 'trainer'))
    throw new AppError('not-found')
  requireRoleIn(actor, organisation.id, 'coordinator')
  return organisation
}

/** @throws AppError `not-found`, also for the batch of another structure */
export async function requireBatch(db: Db, organisationId: OrganisationId, id: string): Promise<Batch> {
  const batch = await selectBatch(db, organisationId, id)
  if (batch === undefined) throw new AppError('not-found')
  return batch
}

export interface ListedBatch {
  readonly batch: Batch
  readonly counts: BatchCounts
}

/** The newest batches of a structure, and how far each is. */
export async function listBatches(db: Db, organisationId: OrganisationId): Promise<ListedBatch[]> {
  const listed: ListedBatch[] = []
  for (const batch of await selectBatches(db, organisationId, MOST_LISTED))
    listed.push({ batch, counts: await selectCounts(db, batch.id) })
  return listed
}

export interface OpenedBatch extends ListedBatch {
  readonly files: readonly BatchFile[]
  /** People whose passport is not in the files, or not printed whole; as many as a page can name. */
  readonly troubled: readonly NamedItem[]
}

/** All that a batch's page tells. */
export async function openBatch(db: Db, organisationId: OrganisationId, id: string): Promise<OpenedBatch> {
  const batch = await requireBatch(db, organisationId, id)
  return {
    batch,
    counts: await selectCounts(db, batch.id),
    files: batch.output === 'printer' ? await selectMade(db, batch.id) : [],
    troubled: await selectTroubled(db, batch.id, MOST_NAMED),
  }
}

/** How far a batch is, for a page that follows it. */
export async function followBatch(db: Db, organisationId: OrganisationId, id: string): Promise<ListedBatch> {
  const batch = await requireBatch(db, organisationId, id)
  return { batch, counts: await selectCounts(db, batch.id) }
}
