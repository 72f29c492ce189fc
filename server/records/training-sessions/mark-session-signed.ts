import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { updateSigned } from './store.ts'

/**
 * Closes the session in the transaction that requests its credentials.
 * @throws AppError `session-already-signed`: of two signatures at once, the second changes nothing
 */
export async function markSessionSigned(
  trx: Db,
  sessionId: TrainingSessionId,
  signature: {
    readonly at: Date
    readonly actor: Actor
    readonly name: string
    /** Who attests, when the command line signs for somebody it knows. */
    readonly attestor?: AccountId | undefined
  },
): Promise<void> {
  const accountId =
    signature.actor.kind === 'staff' ? signature.actor.accountId : (signature.attestor ?? null)
  const hit = await updateSigned(trx, sessionId, {
    at: isoInstant(signature.at),
    accountId,
    name: signature.name,
  })
  if (!hit) throw new AppError('session-already-signed')
}
