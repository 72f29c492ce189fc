import { linkEvents } from './access/audit/index.ts'
import { forgetBatches, makeBatches, type BatchDeps } from './holder/batches/index.ts'
import { forgetOldVisits, writeVisits, type VisitCounter } from './holder/visits/index.ts'
import { loadFrameworks } from './issuer/frameworks/index.ts'
import type { Chore } from './platform/chores/index.ts'
import { forgetExpiredAddresses } from './records/host-voice/index.ts'
import { closeSupportYears } from './records/support-needs/index.ts'

/** What a running server does from time to time, beside answering. */
export function serverChores(
  deps: BatchDeps & {
    readonly auditKey: Uint8Array
    readonly visits: VisitCounter
  },
): Chore[] {
  return [
    // another process may have published
    { name: 'learn the frameworks', everySeconds: 5, run: () => loadFrameworks(deps.db) },
    { name: 'link the audit trail', everySeconds: 2, run: () => linkEvents(deps) },
    { name: 'print passports', everySeconds: 1, run: () => makeBatches(deps) },
    { name: 'forget printed passports', everySeconds: 300, run: () => forgetBatches(deps) },
    { name: 'write down visits', everySeconds: 60, run: () => writeVisits(deps) },
    { name: 'forget old visits', everySeconds: 86_400, run: () => forgetOldVisits(deps) },
    { name: 'forget addresses of hosts', everySeconds: 3_600, run: () => forgetExpiredAddresses(deps) },
    { name: 'close support years', everySeconds: 86_400, run: () => closeSupportYears(deps) },
  ]
}
