import { recordEvents, type AuditEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import type { Actor, LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { CredentialRecord } from '../credentials/index.ts'
import { markRevoked } from '../status-lists/index.ts'
import type { RevocationReason } from './revocation-reason.ts'
import { setRevoked } from './store.ts'

type Withdrawn = Pick<CredentialRecord, 'id' | 'organisationId'>

/**
 * Withdraws several credentials in the caller's transaction: rows, audit events, then the bits of their lists, each of
 * which changes once. What is withdrawn already, or not signed, is left alone. Who may is the caller's to check.
 * @returns those that this call withdrew, and the lists to publish once the transaction is through
 */
export async function withdrawCredentials(
  trx: Db,
  actor: Actor | LearnerActor,
  input: {
    readonly credentials: readonly Withdrawn[]
    readonly reason: RevocationReason
    readonly note?: string | undefined
    readonly at: Date
  },
): Promise<{ withdrawn: Withdrawn[]; lists: string[] }> {
  const { reason, note, at } = input
  const withdrawn: Withdrawn[] = []
  // rows before bits, and always in the same order: two withdrawals then wait for each other instead of both giving up
  for (const credential of [...input.credentials].sort((a, b) => (a.id < b.id ? -1 : 1)))
    if (await setRevoked(trx, credential.id, reason, isoInstant(at))) withdrawn.push(credential)
  const events = withdrawn.map(({ id, organisationId }): AuditEvent => ({
    at,
    actor,
    action: 'credential.revoked',
    ...(organisationId === null ? {} : { organisationId }),
    subject: { type: 'credential', id },
    details: { reason },
    ...(note === undefined ? {} : { note }),
  }))
  await recordEvents(trx, events)
  const ids = withdrawn.map(({ id }) => id)
  return { withdrawn, lists: await markRevoked(trx, ids, at) }
}
