import { recordEvent } from '../../access/audit/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { issuerDid } from './issuer-did.ts'
import type { KeyRing } from './key-ring.ts'
import { explainKeyRace, replaceActiveKey } from './replace-active-key.ts'
import { requireIssuer } from './require-issuer.ts'

export interface RotateKeyDeps {
  readonly db: Db
  readonly ring: KeyRing
  readonly clock: Clock
}

export interface RotatedKey {
  readonly issuer: string
  readonly did: string
  readonly active: string
  /** The key that signs no more; it stays in the DID document so that its past keeps verifying. */
  readonly retired: string | null
}

/**
 * Gives an issuer a new signing key. The private part is stored first; then, in one transaction, the old key retires
 * and the new one becomes active. With `did:key` (development) the issuer's DID changes with it: what the old DID
 * signed stays under the old DID, status lists included.
 * @throws AppError `forbidden` unless the actor runs the platform, `not-found` for an unknown issuer,
 * `changed-meanwhile` when somebody else rotates the same key right now
 */
export async function rotateKey(
  deps: RotateKeyDeps,
  actor: Actor,
  input: { issuerSlug: string },
): Promise<RotatedKey> {
  requireAdmin(actor)
  const issuer = await requireIssuer(deps.db, deps.ring, input.issuerSlug)
  const keyId = await deps.ring.store.create()
  const at = deps.clock.now()
  const retired = await deps.db
    .transaction(async (trx) => {
      const former = await replaceActiveKey(trx, issuer.id, keyId, at)
      await recordEvent(trx, {
        at,
        actor,
        action: 'key.rotated',
        ...(issuer.organisationId === null ? {} : { organisationId: issuer.organisationId }),
        subject: { type: 'issuer', id: issuer.id },
        details: { active: keyId, retired: former },
      })
      return former
    })
    .catch(explainKeyRace)
  const did = issuerDid(deps.ring.publicUrl, issuer.slug, keyId)
  return { issuer: issuer.slug, did, active: keyId, retired }
}
