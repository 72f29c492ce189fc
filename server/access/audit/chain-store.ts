import { z } from 'zod'
import { execute, type Db } from '../../platform/db/index.ts'
import type { ChainedEvent } from './link-of.ts'

/** The newest link, which the next event is linked to. */
export interface AuditHead {
  /** How many events are linked; 0 before the first. */
  readonly seq: number
  readonly link: string
}

const headRow = z.object({ seq: z.coerce.number(), link: z.string() })

export async function selectHead(db: Db): Promise<AuditHead> {
  const row: unknown = await db('audit_head').where({ id: 1 }).first()
  return headRow.parse(row)
}

/** The head, kept for this transaction alone: one process links at a time (SQLite has one writer anyway). */
export async function lockHead(trx: Db): Promise<AuditHead> {
  const row: unknown = await trx('audit_head').where({ id: 1 }).forUpdate().first()
  return headRow.parse(row)
}

export async function updateHead(trx: Db, head: AuditHead, linkedAt: string): Promise<void> {
  await trx('audit_head').where({ id: 1 }).update({ seq: head.seq, link: head.link, linked_at: linkedAt })
}

const eventRow = z.object({
  id: z.string(),
  at: z.string(),
  actor_kind: z.string(),
  actor_id: z.string().nullable(),
  actor_name: z.string(),
  action: z.string(),
  organisation_id: z.string().nullable(),
  subject_type: z.string(),
  subject_id: z.string(),
  details: z.string(),
})
const COLUMNS = Object.keys(eventRow.shape)

/** Events without a link, in the order they were written. */
export async function selectUnlinked(trx: Db, limit: number): Promise<ChainedEvent[]> {
  const rows: unknown[] = await trx('audit_events')
    .whereNull('seq')
    .orderBy(['at', 'id'])
    .limit(limit)
    .select(...COLUMNS)
  return rows.map((row) => eventRow.parse(row))
}

export async function countUnlinked(db: Db): Promise<number> {
  const row: unknown = await db('audit_events').whereNull('seq').count({ count: '*' }).first()
  return z.object({ count: z.coerce.number() }).parse(row).count
}

export async function updateLink(trx: Db, id: string, head: AuditHead): Promise<void> {
  await execute(trx, 'update audit_events set seq = ?, link = ? where id = ?', [head.seq, head.link, id])
}

export interface LinkedEvent {
  readonly seq: number
  readonly link: string | null
  readonly event: ChainedEvent
}

/** Linked events after a number, in the order of the chain. */
export async function selectLinked(db: Db, after: number, limit: number): Promise<LinkedEvent[]> {
  const rows: unknown[] = await db('audit_events')
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .select('seq', 'link', ...COLUMNS)
  const linked = z.object({ seq: z.coerce.number(), link: z.string().nullable() })
  return rows.map((row) => ({ ...linked.parse(row), event: eventRow.parse(row) }))
}
