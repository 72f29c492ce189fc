import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import { isUniqueViolation } from '../../platform/db/index.ts'
import { hashToken } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { graceFrom, MAX_GRACE_DAYS } from './api-client.ts'
import type { ApiClientDeps, ClientWithToken } from './create-client.ts'
import { requireClient } from './find-client.ts'
import { endTokens, insertToken } from './store.ts'
import { hintOf, newToken } from './token.ts'

export interface RotatedToken extends ClientWithToken {
  /** Until when the tokens that were given out before still open. */
  readonly oldEndsAt: string
}

/**
 * Gives a client a new token. Those it had keep opening for `graceDays` (0 to 7), so that a program can change over
 * without a gap; with 0 they end now, all of them.
 * @throws AppError `forbidden`, `not-found`, `invalid-input` (grace, disabled client), `changed-meanwhile`
 */
export async function rotateToken(
  deps: ApiClientDeps,
  actor: Actor,
  input: { clientId: string; graceDays: number },
): Promise<RotatedToken> {
  requireAdmin(actor)
  const { graceDays } = input
  if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > MAX_GRACE_DAYS)
    throw new AppError('invalid-input', {}, [{ field: 'grace', message: 'fields.choice' }])
  const at = deps.clock.now()
  const oldEndsAt = isoInstant(graceFrom(at, graceDays))
  const token = newToken()
  const client = await deps.db
    .transaction(async (trx) => {
      const found = await requireClient(trx, input.clientId)
      if (found.disabledAt !== null)
        throw new AppError('invalid-input', {}, [{ field: 'grace', message: 'fields.clientDisabled' }])
      await endTokens(trx, found.id, oldEndsAt)
      await insertToken(trx, found.id, {
        hash: hashToken(token),
        hint: hintOf(token),
        createdAt: isoInstant(at),
      })
      await recordEvent(trx, {
        at,
        actor,
        action: 'api-client.rotated',
        ...(found.organisationId === null ? {} : { organisationId: found.organisationId }),
        subject: { type: 'api-client', id: found.id },
        details: { oldEndsAt },
      })
      return found
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? new AppError('changed-meanwhile') : error
    })
  return { client, token, oldEndsAt }
}
