import { setTimeout as pause } from 'node:timers/promises'
import type { IssuanceOutcome } from '../../issuer/issuance/index.ts'
import type { Logger } from '../../platform/log/index.ts'

/** Most sessions are signed in less: their trainer then sees no progress at all, only the result. */
export const PATIENCE_MS = 2000

/**
 * Lets signatures run on by themselves: a closed tab stops nothing, and what a stop of the server leaves open is taken up
 * at its next start. Waits a moment, so that a short run is over when the next page is shown.
 * @throws whatever the run threw within that moment; what it throws later is logged
 */
export async function runSigning(log: Logger, run: Promise<IssuanceOutcome>): Promise<void> {
  let late = false
  const watched = run.catch((error: unknown) => {
    if (!late) throw error
    log.error({ err: error }, 'signing stopped; « Reprendre » or the next start takes it up')
  })
  const patience = new AbortController()
  await Promise.race([
    watched,
    pause(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined),
  ])
  late = true
  patience.abort()
}
