import { z } from 'zod'
import type { IssuerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { StatusPurpose } from '../../vc/index.ts'
import type { StatusListHead } from './status-list.ts'

const headRow = z
  .object({
    id: z.string(),
    issuer_did: z.string(),
    origin: z.string(),
    purpose: z.enum(['revocation', 'suspension']),
    length: z.number(),
    allocated: z.number(),
    revision: z.number(),
    signed_revision: z.number().nullable(),
    signed_at: z.string().nullable(),
    created_at: z.string(),
  })
  .transform((row): StatusListHead => ({
    id: row.id,
    issuerDid: row.issuer_did,
    origin: row.origin,
    purpose: row.purpose,
    length: row.length,
    allocated: row.allocated,
    revision: row.revision,
    signedRevision: row.signed_revision,
    signedAt: row.signed_at,
    createdAt: row.created_at,
  }))

const HEAD = [
  'id',
  'issuer_did',
  'origin',
  'purpose',
  'length',
  'allocated',
  'revision',
  'signed_revision',
  'signed_at',
  'created_at',
]

export async function findHead(db: Db, id: string): Promise<StatusListHead | undefined> {
  return headRow.optional().parse(await db('status_lists').where({ id }).first(HEAD))
}

/** Every list there is, the oldest first. */
export async function selectHeads(db: Db): Promise<StatusListHead[]> {
  return z.array(headRow).parse(await db('status_lists').orderBy(['created_at', 'id']).select(HEAD))
}

/** The list that still gives out entries for this DID and purpose, under this public URL. */
export async function findOpenList(
  db: Db,
  issuerDid: string,
  purpose: StatusPurpose,
  origin: string,
): Promise<StatusListHead | undefined> {
  const row: unknown = await db('status_lists')
    .where({ issuer_did: issuerDid, purpose, origin })
    .whereNull('full_at')
    .orderBy('created_at')
    .orderBy('id')
    .first(HEAD)
  return headRow.optional().parse(row)
}

export async function insertList(
  db: Db,
  list: {
    id: string
    issuerDid: string
    issuerId: IssuerId
    origin: string
    purpose: StatusPurpose
    length: number
    createdAt: string
  },
): Promise<void> {
  await db('status_lists').insert({
    id: list.id,
    issuer_did: list.issuerDid,
    issuer_id: list.issuerId,
    origin: list.origin,
    purpose: list.purpose,
    length: list.length,
    created_at: list.createdAt,
  })
}

/** Counts `entries` more as given out and returns the new total; the list is this transaction's until it ends. */
export async function countAllocated(db: Db, listId: string, entries: number): Promise<number> {
  const rows: unknown = await db('status_lists')
    .where({ id: listId })
    .update({ allocated: db.raw('allocated + ?', [entries]) })
    .returning('allocated')
  return z.tuple([z.object({ allocated: z.number() })]).parse(rows)[0].allocated
}

export async function markFull(db: Db, listId: string, at: string): Promise<void> {
  await db('status_lists').where({ id: listId }).update({ full_at: at })
}

/** One revision more for each of these lists. */
export async function raiseRevisionsOf(db: Db, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await db('status_lists')
      .where({ id })
      .update({ revision: db.raw('revision + 1') })
}

/** One revision more for every list of an issuer, under whichever DID. */
export async function raiseRevisions(db: Db, issuerId: IssuerId): Promise<void> {
  await db('status_lists')
    .where({ issuer_id: issuerId })
    .update({ revision: db.raw('revision + 1') })
}

/** Lists whose signed bytes are older than their bits; not those of which nothing was ever set. */
export async function selectStale(db: Db): Promise<string[]> {
  const ids: unknown = await db('status_lists')
    .where('revision', '>', 0)
    .where(
      (stale) => void stale.whereNull('signed_revision').orWhere('signed_revision', '<', db.ref('revision')),
    )
    .orderBy('id')
    .pluck('id')
  return z.array(z.string()).parse(ids)
}

export async function readSigned(db: Db, listId: string): Promise<string | undefined> {
  const row: unknown = await db('status_lists').where({ id: listId }).first('signed')
  return z.object({ signed: z.string().nullable() }).optional().parse(row)?.signed ?? undefined
}

/** Stores the signed bytes unless a newer revision is there already; says whether it did. */
export async function storeSigned(
  db: Db,
  listId: string,
  list: { signed: string; revision: number; signedAt: string },
): Promise<boolean> {
  const changed = await db('status_lists')
    .where({ id: listId })
    .where((older) => void older.whereNull('signed_revision').orWhere('signed_revision', '<', list.revision))
    .update({ signed: list.signed, signed_revision: list.revision, signed_at: list.signedAt })
  return changed === 1
}
