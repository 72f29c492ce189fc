import { linkEvents } from './access/audit/index.ts'
import { loadFrameworks } from './issuer/frameworks/index.ts'
import type { KeyRing } from './issuer/keys/index.ts'
import type { Clock } from './kernel/clock.ts'
import type { Chore } from './platform/chores/index.ts'
import type { Db } from './platform/db/index.ts'
import { forgetExpiredAddresses } from './records/host-voice/index.ts'
import { closeSupportYears } from './records/support-needs/index.ts'

/** What a running server does from time to time, beside answering. */
export function serverChores(deps: {
  readonly db: Db
  readonly clock: Clock
  readonly ring: KeyRing
  readonly auditKey: Uint8Array
}): Chore[] {
  return [
    // another process may have published
    { name: 'learn the frameworks', everySeconds: 5, run: () => loadFrameworks(deps.db) },
    { name: 'link the audit trail', everySeconds: 2, run: () => linkEvents(deps) },
    { name: 'forget addresses of hosts', everySeconds: 3_600, run: () => forgetExpiredAddresses(deps) },
    { name: 'close support years', everySeconds: 86_400, run: () => closeSupportYears(deps) },
  ]
}
