import type { Actor } from '../../kernel/roles.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { readStatus } from './read-status.ts'
import { renewPassports, type LateVoice } from './renew-passports.ts'

/**
 * Tries again to bring a host's answer into passports that are signed already; where they say it already, nothing happens.
 * @throws AppError `not-found`
 */
export async function retryRenewal(
  deps: HostVoiceDeps,
  actor: Actor,
  mobilityId: string,
): Promise<LateVoice> {
  const { question, waits, answer, given } = await readStatus(deps, actor, mobilityId)
  if (!waits) return 'nothing'
  return renewPassports(deps, question, answer === undefined ? given : undefined)
}
