import { z } from 'zod'
import type { CredentialId, OrganisationId } from '../../kernel/ids.ts'
import { isoInstant } from '../../kernel/clock.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { REVOCATION_REASONS, withdrawCredentials } from '../revocation/index.ts'
import { markSuspended } from '../status-lists/index.ts'
import type { StoredCredential } from './store.ts'

const SERVER: Actor = { kind: 'system', name: 'passerelle' }

const predecessorRow = z.object({
  id: z.string().transform((id) => id as CredentialId),
  organisation_id: z
    .string()
    .nullable()
    .transform((id) => id as OrganisationId | null),
  revoked_at: z.string().nullable(),
  revocation_reason: z.enum(REVOCATION_REASONS).nullable().catch('other'),
  suspended_at: z.string().nullable(),
  suspension_reason: z.string().nullable(),
})
type Predecessor = z.output<typeof predecessorRow>

/**
 * What follows from signatures that were just stored, in their transaction: each credential that was signed anew takes
 * the place of the one it was asked for, once. A corrected one is withdrawn as well, because other people's verifiers
 * know no successors: without its bit they would go on believing what its issuer no longer says. What was withdrawn or
 * paused while its successor waited for a signature stays so under its new name.
 */
export async function replacePredecessors(
  trx: Db,
  at: Date,
  stored: readonly StoredCredential[],
): Promise<void> {
  const corrected: Predecessor[] = []
  const paused: CredentialId[] = []
  for (const successor of stored) {
    if (successor.replaces === null) continue
    const old = await supersede(trx, successor.replaces, successor.id)
    if (old === undefined) continue
    if (old.revoked_at !== null) await withdrawToo(trx, at, successor, old)
    else if (successor.reissuedBecause === 'correction') corrected.push(old)
    if (old.suspended_at !== null && (await suspendToo(trx, at, successor, old))) paused.push(successor.id)
  }
  await withdrawCredentials(trx, SERVER, {
    credentials: corrected.map(toWithdraw),
    reason: 'content-wrong',
    at,
  })
  await markSuspended(trx, paused, at)
}

const toWithdraw = ({ id, organisation_id: organisationId }: Predecessor) => ({ id, organisationId })

/** The old credential points to the new one, if it pointed nowhere. */
async function supersede(
  trx: Db,
  old: CredentialId,
  successor: CredentialId,
): Promise<Predecessor | undefined> {
  const rows: unknown = await trx('credentials')
    .where({ id: old })
    .whereNull('superseded_by')
    .update({ superseded_by: successor })
    .returning(Object.keys(predecessorRow.shape))
  return z.array(predecessorRow).parse(rows)[0]
}

async function withdrawToo(
  trx: Db,
  at: Date,
  { id, organisationId }: StoredCredential,
  old: Predecessor,
): Promise<void> {
  const reason = old.revocation_reason ?? 'other'
  await withdrawCredentials(trx, SERVER, { credentials: [{ id, organisationId }], reason, at })
}

async function suspendToo(trx: Db, at: Date, { id }: StoredCredential, old: Predecessor): Promise<boolean> {
  const changed = await trx('credentials')
    .where({ id })
    .whereNull('suspended_at')
    .update({ suspended_at: isoInstant(at), suspension_reason: old.suspension_reason })
  return changed === 1
}
