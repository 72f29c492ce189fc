import { isoInstant } from '../../kernel/clock.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import { recordEvent } from '../audit/index.ts'
import type { ApiClient } from './api-client.ts'
import type { ApiClientDeps } from './create-client.ts'
import { requireClient } from './find-client.ts'
import { updateDisabled } from './store.ts'

/**
 * Shuts a client out from its next request on, with all its tokens and for good. What it had signed stays signed.
 * Disabling it again changes nothing.
 * @throws AppError `forbidden`, `not-found`
 */
export async function disableClient(
  deps: ApiClientDeps,
  actor: Actor,
  input: { clientId: string },
): Promise<ApiClient> {
  requireAdmin(actor)
  const at = deps.clock.now()
  return deps.db.transaction(async (trx) => {
    const client = await requireClient(trx, input.clientId)
    if (!(await updateDisabled(trx, client.id, isoInstant(at)))) return client
    await recordEvent(trx, {
      at,
      actor,
      action: 'api-client.disabled',
      ...(client.organisationId === null ? {} : { organisationId: client.organisationId }),
      subject: { type: 'api-client', id: client.id },
    })
    return { ...client, disabledAt: isoInstant(at) }
  })
}
