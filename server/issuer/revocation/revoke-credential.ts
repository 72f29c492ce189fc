import { AppError } from '../../kernel/errors.ts'
import type { CredentialId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import { findCredential, listCredentialsOfLearner, type CredentialRecord } from '../credentials/index.ts'
import { publishChanged, type PublishDeps } from '../status-lists/index.ts'
import { findNamedCredential } from './find-named-credential.ts'
import { requireKeeper } from './require-keeper.ts'
import { parseRevocationReason } from './revocation-reason.ts'
import { withdrawCredentials } from './withdraw-credentials.ts'

export interface RevokeDeps extends PublishDeps {
  readonly log: Logger
}

export interface RevokeInput {
  /** The credential's id, its public code, or one of its URLs. */
  readonly credential: string
  /** One of `REVOCATION_REASONS`; any other words are kept as an internal note under `other`. */
  readonly reason: string
  /** What the structure wants to remember; never shown outside the audit trail. */
  readonly note?: string | undefined
}

/**
 * Withdraws a credential: the row, its status bit and the audit event in one transaction, then the status list is
 * published. A passport shows it through the member's own status. What a host abroad said of it is withdrawn with it.
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
  await requireKeeper(deps.db, actor, record)
  const { reason, note = input.note } = parseRevocationReason(input.reason)
  const at = deps.clock.now()
  const lists = await deps.db.transaction(async (trx) => {
    const credentials = [record, ...(await endorsementsOf(trx, record))]
    const change = await withdrawCredentials(trx, actor, { credentials, reason, note, at })
    if (!change.withdrawn.some(({ id }) => id === record.id)) throw await explainRefusal(trx, record.id)
    return change.lists
  })
  await publishChanged(deps, lists)
  return (await findCredential(deps.db, record.id)) ?? record
}

/** The endorsements that stand and speak of it; of one that is withdrawn already, none. */
async function endorsementsOf(
  trx: Db,
  { id, learnerId, revokedAt }: CredentialRecord,
): Promise<CredentialRecord[]> {
  if (revokedAt !== null) return []
  const held = await listCredentialsOfLearner(trx, learnerId)
  return held.filter(
    ({ endorses, signed, revokedAt: gone }) => endorses === id && signed !== null && gone === null,
  )
}

async function explainRefusal(trx: Db, id: CredentialId): Promise<AppError> {
  const current = await findCredential(trx, id)
  return new AppError(current?.revokedAt ? 'already-revoked' : 'not-yet-issued')
}
