import type { Db } from '../../platform/db/index.ts'
import { countUnlinked, selectHead, selectLinked, type AuditHead, type LinkedEvent } from './chain-store.ts'
import { BEFORE_ALL, linkOf } from './link-of.ts'

/** What is wrong with the chain: an event was changed, one is missing, or the end was cut off. */
export type TrailFault = 'changed' | 'missing' | 'cut'

export interface TrailReport {
  readonly intact: boolean
  /** Linked events that were read. */
  readonly events: number
  /** Written a moment ago, and not linked yet. */
  readonly waiting: number
  /** The newest link: whoever notes it down elsewhere can later show that nothing before it was touched. */
  readonly head: AuditHead
  /** The first fault: the number of the event, and its id where it is still there. */
  readonly fault?: { readonly kind: TrailFault; readonly seq: number; readonly id?: string }
}

export interface VerifyTrailInput {
  /** A head noted down earlier: the chain must still pass through it. */
  readonly noted?: AuditHead | undefined
}

const PAGE = 1000

/**
 * Reads the whole trail from its first event and recomputes every link. It never throws for a broken chain: it says where.
 * Whoever has both the database and the installation's keys can rewrite the chain; a head kept elsewhere tells on them.
 */
export async function verifyTrail(
  deps: { readonly db: Db; readonly auditKey: Uint8Array },
  input: VerifyTrailInput = {},
): Promise<TrailReport> {
  const head = await selectHead(deps.db)
  const report = { events: 0, waiting: await countUnlinked(deps.db), head }
  let reached: AuditHead = { seq: 0, link: BEFORE_ALL }
  for (;;) {
    const page = await selectLinked(deps.db, reached.seq, PAGE)
    for (const linked of page) {
      const fault = faultOf(deps.auditKey, reached, linked) ?? notedFault(input.noted, linked)
      if (fault !== undefined) return { ...report, intact: false, fault }
      reached = { seq: linked.seq, link: linked.link ?? '' }
      report.events++
    }
    if (page.length < PAGE) break
  }
  const end = Math.max(head.seq, input.noted?.seq ?? 0)
  // events linked while we read are beyond the head we know: they hold as well
  if (reached.seq < end) return { ...report, intact: false, fault: { kind: 'cut', seq: reached.seq + 1 } }
  return { ...report, intact: true }
}

function faultOf(
  key: Uint8Array,
  before: AuditHead,
  { seq, link, event }: LinkedEvent,
): TrailReport['fault'] {
  if (seq !== before.seq + 1) return { kind: 'missing', seq: before.seq + 1 }
  return link === linkOf(key, before.link, seq, event) ? undefined : { kind: 'changed', seq, id: event.id }
}

/** A chain that holds in itself and is not the one that was noted down was written anew. */
function notedFault(noted: AuditHead | undefined, { seq, link, event }: LinkedEvent): TrailReport['fault'] {
  if (noted?.seq !== seq || noted.link === link) return undefined
  return { kind: 'changed', seq, id: event.id }
}
