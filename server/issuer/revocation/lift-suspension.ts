import { recordEvent } from '../../access/audit/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import { findCredential, type CredentialRecord } from '../credentials/index.ts'
import { clearSuspended as clearBits, publishChanged } from '../status-lists/index.ts'
import { findNamedCredential } from './find-named-credential.ts'
import { requireKeeper } from './require-keeper.ts'
import type { RevokeDeps } from './revoke-credential.ts'
import { clearSuspended } from './store.ts'

/**
 * Ends a suspension: the credential is worth again what it was. Its suspension bit is cleared and the list published.
 * @throws AppError `not-found`; `forbidden` unless the actor coordinates the issuing structure or runs the platform;
 * `not-suspended`, also when somebody else was faster
 */
export async function liftSuspension(
  deps: RevokeDeps,
  actor: Actor,
  input: { readonly credential: string; readonly note?: string | undefined },
): Promise<CredentialRecord> {
  const record = await findNamedCredential(deps.db, input.credential)
  if (record === undefined) throw new AppError('not-found')
  await requireKeeper(deps.db, actor, record)
  const lists = await deps.db.transaction(async (trx) => {
    if (!(await clearSuspended(trx, record.id))) throw new AppError('not-suspended')
    await recordEvent(trx, {
      at: deps.clock.now(),
      actor,
      action: 'credential.suspension-lifted',
      ...(record.organisationId === null ? {} : { organisationId: record.organisationId }),
      subject: { type: 'credential', id: record.id },
      ...(input.note === undefined ? {} : { note: input.note }),
    })
    return clearBits(trx, [record.id])
  })
  await publishChanged(deps, lists)
  return (await findCredential(deps.db, record.id)) ?? record
}
