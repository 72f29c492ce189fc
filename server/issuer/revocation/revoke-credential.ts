import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { CredentialId } from '../../kernel/ids.ts'
import { requireAdmin, requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import { findCredential, type CredentialRecord } from '../credentials/index.ts'
import { markRevoked, publishStatusList, type PublishDeps } from '../status-lists/index.ts'
import { findNamedCredential } from './find-named-credential.ts'
import { parseRevocationReason } from './revocation-reason.ts'
import { setRevoked } from './store.ts'

export interface RevokeDeps extends PublishDeps {
  readonly log: Logger
}

export interface RevokeInput {
  /** The credential's id, its public code, or one of its URLs. */
  readonly credential: string
  /** One of `REVOCATION_REASONS`; any other words are kept as an internal note under `other`. */
  readonly reason: string
  /** What the structure wants to remember; never shown outside the audit trail. */
  readonly note?: string
}

/**
 * Withdraws a credential: the row, its status bit and the audit event in one transaction, then the status list is
 * published. A passport shows it through the member's own status.
 * @throws AppError `not-found`; `forbidden` unless the actor coordinates the issuing structure or runs the platform;
 * `not-yet-issued` before it is signed; `already-revoked` the second time, also when two people do it at once
 */
export async function revokeCredential(
  deps: RevokeDeps,
  actor: Actor,
  input: RevokeInput,
): Promise<CredentialRecord> {
  const record = await findNamedCredential(deps.db, input.credential)
  if (record === undefined) throw new AppError('not-found')
  requireRevoker(actor, record)
  const { reason, note = input.note } = parseRevocationReason(input.reason)
  const at = deps.clock.now()
  const lists = await deps.db.transaction(async (trx) => {
    if (!(await setRevoked(trx, record.id, reason, isoInstant(at))))
      throw await explainRefusal(trx, record.id)
    await recordEvent(trx, {
      at,
      actor,
      action: 'credential.revoked',
      ...(record.organisationId === null ? {} : { organisationId: record.organisationId }),
      subject: { type: 'credential', id: record.id },
      details: note === undefined ? { reason } : { reason, note },
    })
    return markRevoked(trx, record.id, at)
  })
  await publishChanged(deps, lists)
  return (await findCredential(deps.db, record.id)) ?? record
}

function requireRevoker(actor: Actor, record: CredentialRecord): void {
  if (record.organisationId === null) requireAdmin(actor)
  else requireRoleIn(actor, record.organisationId, 'coordinator')
}

async function explainRefusal(trx: Db, id: CredentialId): Promise<AppError> {
  const current = await findCredential(trx, id)
  return new AppError(current?.revokedAt ? 'already-revoked' : 'not-yet-issued')
}

/** The revocation stands even when a list cannot be signed right now: whoever asks for the list next signs it. */
async function publishChanged(deps: RevokeDeps, lists: readonly string[]): Promise<void> {
  for (const listId of lists) {
    try {
      await publishStatusList(deps, listId)
    } catch (error) {
      deps.log.error(
        { list: listId, code: error instanceof AppError ? error.code : 'unexpected' },
        'list not published',
      )
    }
  }
}
