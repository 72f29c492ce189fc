import { recordEvent } from '../../access/audit/index.ts'
import type { ClientActor } from '../../kernel/api-client.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import { markRevoked, publishChanged } from '../status-lists/index.ts'
import type { StatusRequest } from './forms.ts'
import { Refusal } from './refusal.ts'
import { selectInstanceCredentials } from './store.ts'
import type { VcApiDeps } from './vc-api-deps.ts'

/**
 * Withdraws a credential that this very client had signed by an instance with a status. A revocation is for ever
 * (Bitstring Status List 1.0 §2.1); asking for it again changes nothing.
 * @throws AppError `not-found` (also for a credential of another client); Refusal `status-purpose-absent`,
 * `revocation-final`
 */
export async function changeStatus(
  deps: VcApiDeps,
  client: ClientActor,
  request: StatusRequest,
): Promise<void> {
  const lists = await deps.db.transaction((trx) => withdraw(trx, deps, client, request))
  await publishChanged(deps, lists)
}

async function withdraw(
  trx: Db,
  deps: VcApiDeps,
  client: ClientActor,
  { credentialId, credentialStatus, status }: StatusRequest,
): Promise<string[]> {
  const ids = await selectInstanceCredentials(trx, {
    clientId: client.clientId,
    credentialUrl: credentialId,
  })
  if (ids.length === 0) throw new AppError('not-found')
  if (credentialStatus.statusPurpose !== 'revocation')
    throw new Refusal({ code: 'status-purpose-absent', pointer: '/credentialStatus/statusPurpose' })
  if (!status) throw new Refusal({ code: 'revocation-final', pointer: '/status' })
  const at = deps.clock.now()
  const lists = await markRevoked(trx, ids, at)
  if (lists.length === 0) return []
  for (const id of ids)
    await recordEvent(trx, {
      at,
      actor: client,
      action: 'instance-credential.revoked',
      ...(client.organisationId === null ? {} : { organisationId: client.organisationId }),
      subject: { type: 'instance-credential', id },
    })
  return lists
}
