import { z } from 'zod'
import type { Db } from '../../platform/db/index.ts'
import type { HostLink, HostLinkId, HostRequestId } from './host-request.ts'

const linkRow = z
  .object({
    id: z.string(),
    request_id: z.string(),
    way: z.enum(['mail', 'paper']),
    made_at: z.string(),
    sent_at: z.string().nullable(),
    expires_at: z.string(),
    opened_at: z.string().nullable(),
    replaced_at: z.string().nullable(),
  })
  .transform((row): HostLink => ({
    id: row.id as HostLinkId,
    requestId: row.request_id as HostRequestId,
    way: row.way,
    madeAt: row.made_at,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    openedAt: row.opened_at,
    replacedAt: row.replaced_at,
  }))

export async function insertLink(trx: Db, link: HostLink, codeHash: string): Promise<void> {
  await trx('host_links').insert({
    id: link.id,
    request_id: link.requestId,
    code_hash: codeHash,
    way: link.way,
    made_at: link.madeAt,
    sent_at: link.sentAt,
    expires_at: link.expiresAt,
    opened_at: link.openedAt,
    replaced_at: link.replacedAt,
  })
}

/** A newer link takes the place of those before it. */
export async function replaceLinks(trx: Db, requestId: HostRequestId, at: string): Promise<void> {
  await trx('host_links')
    .where({ request_id: requestId })
    .whereNull('replaced_at')
    .update({ replaced_at: at })
}

export async function selectLinkByHash(db: Db, codeHash: string): Promise<HostLink | undefined> {
  const row: unknown = await db('host_links').where({ code_hash: codeHash }).first()
  return row === undefined ? undefined : linkRow.parse(row)
}

/** Every link of a request, the newest first. */
export async function selectLinks(db: Db, requestId: HostRequestId): Promise<HostLink[]> {
  const rows: unknown[] = await db('host_links')
    .where({ request_id: requestId })
    .orderBy([
      { column: 'made_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
  return rows.map((row) => linkRow.parse(row))
}

export async function setSent(db: Db, id: HostLinkId, at: string): Promise<void> {
  await db('host_links').where({ id }).update({ sent_at: at })
}

/** Notes the first time somebody opened it; false when it was open before. */
export async function setOpened(trx: Db, id: HostLinkId, at: string): Promise<boolean> {
  return (await trx('host_links').where({ id }).whereNull('opened_at').update({ opened_at: at })) === 1
}

/** The link an answer came through, which is always there. */
export async function requireLink(db: Db, id: HostLinkId): Promise<HostLink> {
  const row: unknown = await db('host_links').where({ id }).first()
  return linkRow.parse(row)
}
