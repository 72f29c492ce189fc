import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import type { CredentialId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { SigningOutcome } from '../signing/index.ts'
import type { IssuanceDeps } from './issuance-deps.ts'
import { replacePredecessors } from './replace-predecessors.ts'
import { storeFailure, storeSigned, type StoredCredential } from './store.ts'

const SERVER: Actor = { kind: 'system', name: 'passerelle' }

type StoreDeps = Pick<IssuanceDeps, 'db' | 'clock' | 'log'>

/**
 * Stores the outcomes of one job in one transaction, by id: two processes with the same rows then wait for each other
 * instead of both giving up. Only outcomes that were checked come here.
 */
export async function storeOutcomes(
  deps: StoreDeps,
  outcomes: readonly SigningOutcome[],
): Promise<{ signed: number; failed: number }> {
  if (outcomes.length === 0) return { signed: 0, failed: 0 }
  return deps.db.transaction(async (trx) => {
    const stored: StoredCredential[] = []
    const inOrder = [...outcomes].sort((one, other) => (one.id < other.id ? -1 : 1))
    for (const outcome of inOrder) {
      const one = await storeOutcome(trx, deps, outcome)
      if (one !== undefined) stored.push(one)
    }
    await replacePredecessors(trx, deps.clock.now(), stored)
    return {
      signed: stored.length,
      failed: outcomes.filter((outcome) => outcome.signed === undefined).length,
    }
  })
}

/** Stores one outcome with its audit event; the credential when this call is the one that stored the signature. */
export async function storeOutcome(
  trx: Db,
  deps: StoreDeps,
  outcome: SigningOutcome,
): Promise<StoredCredential | undefined> {
  const id = outcome.id as CredentialId
  const at = deps.clock.now()
  if (outcome.signed === undefined) {
    deps.log.error(
      { credential: id, failure: outcome.failure, detail: outcome.detail },
      'credential not signed',
    )
    await storeFailure(trx, id, outcome.failure, isoInstant(at))
    return undefined
  }
  const { unsigned, signed, keyId } = outcome
  const stored = await storeSigned(trx, id, { unsigned, signed, keyId, signedAt: isoInstant(at) })
  if (stored === undefined) return undefined
  await recordEvent(trx, {
    at,
    actor: SERVER,
    action: 'credential.signed',
    ...(stored.organisationId === null ? {} : { organisationId: stored.organisationId }),
    subject: { type: 'credential', id },
    details: { keyId },
  })
  return stored
}
