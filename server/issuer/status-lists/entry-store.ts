import { z } from 'zod'
import type { CredentialId } from '../../kernel/ids.ts'
import { insertRows, type Db } from '../../platform/db/index.ts'
import type { StatusPurpose } from '../../vc/index.ts'
import { raiseRevisionsOf } from './list-store.ts'

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
  await raiseRevisionsOf(db, lists)
  return lists
}

export async function setPositions(db: Db, listId: string): Promise<number[]> {
  const rows: unknown = await db('status_entries')
    .where({ list_id: listId })
    .whereNotNull('set_at')
    .pluck('position')
  return z.array(z.number()).parse(rows)
}
