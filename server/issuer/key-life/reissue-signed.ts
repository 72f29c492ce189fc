import { recordEvent } from '../../access/audit/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { CredentialId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { IssuerRow } from '../keys/index.ts'
import {
  completeReissue,
  listCredentialsSignedBy,
  requestReissue,
  type ReissueDeps,
} from '../reissue/index.ts'
import { requireKey } from './require-key.ts'

export interface ReissuedKey {
  readonly issuer: string
  /** New credentials and passports, signed by this call. */
  readonly signed: number
  readonly failed: number
  /** What the key signed and that still stands: what another call would be about. */
  readonly left: number
}

/** Credentials of one transaction: a person's, with their passport, are mostly among them together. */
const PORTION = 500

/**
 * Signs again, with the keys of today, what a compromised key signed and that still stands. The old ones lead to the new
 * ones as soon as these are signed. It may be stopped at any moment and called again: what was asked for once is not asked
 * for twice.
 * @throws AppError `forbidden`, `not-found`, `key-not-compromised`
 */
export async function reissueSigned(
  deps: ReissueDeps,
  actor: Actor,
  input: { keyId: string; limit?: number; onProgress?: (done: number, total: number) => void },
): Promise<ReissuedKey> {
  requireAdmin(actor)
  const { key, issuer } = await requireKey(deps.db, input.keyId)
  if (key.state !== 'compromised') throw new AppError('key-not-compromised')
  const ids = (await listCredentialsSignedBy(deps.db, key.keyId)).slice(0, input.limit)
  let [signed, failed] = [0, 0]
  for (let start = 0; start < ids.length; start += PORTION) {
    const portion = ids.slice(start, start + PORTION)
    const batchId = await request(deps, actor, { issuer, keyId: key.keyId, portion })
    if (batchId === undefined) continue
    const outcome = await completeReissue(deps, batchId, (done, total) =>
      input.onProgress?.(start + Math.round((done / total) * portion.length), ids.length),
    )
    signed += outcome.signed
    failed += outcome.failed
  }
  const left = (await listCredentialsSignedBy(deps.db, key.keyId)).length
  return { issuer: issuer.slug, signed, failed, left }
}

/** Asks for the successors in one transaction; undefined when there is nothing to make anew among them. */
async function request(
  deps: ReissueDeps,
  actor: Actor,
  { issuer, keyId, portion }: { issuer: IssuerRow; keyId: string; portion: readonly CredentialId[] },
): Promise<string | undefined> {
  try {
    return await deps.db.transaction(async (trx) => {
      const { batchId, credentials } = await requestReissue(trx, deps, actor, {
        credentialIds: portion,
        reason: 'key-compromised',
      })
      await recordEvent(trx, {
        at: deps.clock.now(),
        actor,
        action: 'key.reissued',
        ...(issuer.organisationId === null ? {} : { organisationId: issuer.organisationId }),
        subject: { type: 'issuer', id: issuer.id },
        details: { key: keyId, credentials: credentials.length, batchId },
      })
      return batchId
    })
  } catch (error) {
    // a passport of somebody who was left with nothing has no successor
    if (error instanceof AppError && error.code === 'nothing-to-correct') return undefined
    throw error
  }
}
