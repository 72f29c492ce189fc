import { isoInstant, type Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  countUnlinked,
  lockHead,
  selectUnlinked,
  updateHead,
  updateLink,
  type AuditHead,
} from './chain-store.ts'
import { linkOf } from './link-of.ts'

export interface AuditChainDeps {
  readonly db: Db
  readonly clock: Clock
  /** Secret of the chain's links (`ring.deriveSecret('audit-chain')`). */
  readonly auditKey: Uint8Array
}

/** Events of one transaction: a long import must not hold the head for long. */
const BATCH = 500

/**
 * Links what was written since the last time, in the order it was written. It runs a moment after the transactions that
 * wrote, in transactions of its own: linking inside them would make every writer wait for every other one. Until then an
 * event cannot be removed either: the database refuses. Returns how many it linked.
 */
export async function linkEvents(deps: AuditChainDeps): Promise<number> {
  let linked = 0
  // nothing to do is found out without a lock: on a quiet server nothing changes
  if ((await countUnlinked(deps.db)) === 0) return 0
  for (;;) {
    const step = await deps.db.transaction((trx) => linkSome(trx, deps))
    linked += step
    if (step < BATCH) return linked
  }
}

async function linkSome(trx: Db, { clock, auditKey }: AuditChainDeps): Promise<number> {
  let head: AuditHead = await lockHead(trx)
  const events = await selectUnlinked(trx, BATCH)
  if (events.length === 0) return 0
  for (const event of events) {
    const seq = head.seq + 1
    head = { seq, link: linkOf(auditKey, head.link, seq, event) }
    await updateLink(trx, event.id, head)
  }
  await updateHead(trx, head, isoInstant(clock.now()))
  return events.length
}
