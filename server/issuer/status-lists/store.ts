import { z } from 'zod'
import type { CredentialId, IssuerId } from '../../kernel/ids.ts'
import { insertRows, type Db } from '../../platform/db/index.ts'
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

/** Takes the places that are still free and says which those were: a place belongs to one credential, for ever. */
export async function takePlaces(
  db: Db,
  listId: string,
  places: readonly { position: number; credentialId: CredentialId }[],
): Promise<{ position: number; credentialId: CredentialId }[]> {
  const taken = places.map(({ position, credentialId }) => ({
    list_id: listId,
    position,
    credential_id: credentialId,
  }))
  const rows = await insertRows(db, 'status_entries', taken, {
    ignoreConflictOn: ['list_id', 'position'],
    returning: ['position', 'credential_id'],
  })
  return z
    .array(z.object({ position: z.number(), credential_id: z.string() }))
    .parse(rows)
    .map((row) => ({ position: row.position, credentialId: row.credential_id as CredentialId }))
}

const entryRow = z
  .object({
    list_id: z.string(),
    position: z.number(),
    purpose: z.enum(['revocation', 'suspension']),
    issuer_did: z.string(),
    origin: z.string(),
  })
  .transform((row) => ({
    listId: row.list_id,
    index: row.position,
    purpose: row.purpose,
    issuerDid: row.issuer_did,
    origin: row.origin,
  }))

export async function selectEntries(
  db: Db,
  credentialId: CredentialId,
): Promise<z.output<typeof entryRow>[]> {
  const rows: unknown = await db('status_entries')
    .join('status_lists', 'status_lists.id', 'status_entries.list_id')
    .where({ credential_id: credentialId })
    .select(['list_id', 'position', 'purpose', 'issuer_did', 'origin'])
  return z.array(entryRow).parse(rows)
}

const CHUNK = 100

/**
 * Sets the bits of credentials in their lists of this purpose, or clears them (`setAt` null), and returns the lists that
 * changed: one revision more for each, however many of its bits did.
 */
export async function changeEntries(
  db: Db,
  credentialIds: readonly CredentialId[],
  purpose: StatusPurpose,
  setAt: string | null,
): Promise<string[]> {
  const changed = new Set<string>()
  for (let start = 0; start < credentialIds.length; start += CHUNK) {
    const rows: unknown = await db('status_entries')
      .whereIn('credential_id', credentialIds.slice(start, start + CHUNK))
      .where((other) => void (setAt === null ? other.whereNotNull('set_at') : other.whereNull('set_at')))
      .whereIn('list_id', db('status_lists').where({ purpose }).select('id'))
      .update({ set_at: setAt })
      .returning('list_id')
    for (const row of z.array(z.object({ list_id: z.string() })).parse(rows)) changed.add(row.list_id)
  }
  const lists = [...changed].sort()
  for (const id of lists)
    await db('status_lists')
      .where({ id })
      .update({ revision: db.raw('revision + 1') })
  return lists
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

export async function setPositions(db: Db, listId: string): Promise<number[]> {
  const rows: unknown = await db('status_entries')
    .where({ list_id: listId })
    .whereNotNull('set_at')
    .pluck('position')
  return z.array(z.number()).parse(rows)
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
