import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findCredential, type CredentialRecord } from '../credentials/index.ts'
import { markSuspended, publishChanged } from '../status-lists/index.ts'
import { findNamedCredential } from './find-named-credential.ts'
import { requireKeeper } from './require-keeper.ts'
import type { RevokeDeps } from './revoke-credential.ts'
import { setSuspended } from './store.ts'
import { parseSuspensionReason } from './suspension-reason.ts'

export interface SuspendInput {
  /** The credential's id, its public code, or one of its URLs. */
  readonly credential: string
  /** One of `SUSPENSION_REASONS`; any other words are kept as an internal note under `other`. */
  readonly reason: string
  /** What the structure wants to remember; never shown outside the audit trail. */
  readonly note?: string | undefined
}

/**
 * Pauses a credential until {@link liftSuspension}: the row, its suspension bit and the audit event in one transaction,
 * then the status list is published. A credential that was signed without a suspension entry is paused by our register
 * alone: our pages and our API say so, other people's verifiers cannot know.
 * @throws AppError `not-found`; `forbidden` unless the actor coordinates the issuing structure or runs the platform;
 * `not-yet-issued`, `already-revoked`, `already-suspended`
 */
export async function suspendCredential(
  deps: RevokeDeps,
  actor: Actor,
  input: SuspendInput,
): Promise<CredentialRecord> {
  const record = await findNamedCredential(deps.db, input.credential)
  if (record === undefined) throw new AppError('not-found')
  await requireKeeper(deps.db, actor, record)
  const { reason, note = input.note } = parseSuspensionReason(input.reason)
  const at = deps.clock.now()
  const lists = await deps.db.transaction(async (trx) => {
    if (!(await setSuspended(trx, record.id, reason, isoInstant(at)))) throw await explainRefusal(trx, record)
    await recordEvent(trx, {
      at,
      actor,
      action: 'credential.suspended',
      ...(record.organisationId === null ? {} : { organisationId: record.organisationId }),
      subject: { type: 'credential', id: record.id },
      details: { reason },
      ...(note === undefined ? {} : { note }),
    })
    return markSuspended(trx, [record.id], at)
  })
  await publishChanged(deps, lists)
  return (await findCredential(deps.db, record.id)) ?? record
}

async function explainRefusal(trx: Db, { id }: CredentialRecord): Promise<AppError> {
  const current = await findCredential(trx, id)
  if (current?.revokedAt) return new AppError('already-revoked')
  return new AppError(current?.suspendedAt ? 'already-suspended' : 'not-yet-issued')
}
