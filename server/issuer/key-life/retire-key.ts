import { recordEvent } from '../../access/audit/index.ts'
import { AppError } from '../../kernel/errors.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import { explainKeyRace, replaceActiveKey } from '../keys/index.ts'
import type { KeyLifeDeps } from './key-life-deps.ts'
import { requireKey } from './require-key.ts'

export interface RetiredKey {
  readonly issuer: string
  readonly retired: string
  /** The key that signs in its place; null when this one had stopped signing already. */
  readonly active: string | null
}

/**
 * Stops using a key. One that signs now is replaced first, since an issuer must be able to sign; one that signs no more
 * is left as it is. What it signed keeps verifying, here and everywhere.
 *
 * The difference from a rotation is what is named: a rotation gives an issuer a new key, whichever it had; this takes one
 * key out of use, so that doing it twice replaces nothing twice.
 * @throws AppError `forbidden`, `not-found`, `key-compromised`; `changed-meanwhile` when somebody replaces it right now
 */
export async function retireKey(
  deps: KeyLifeDeps,
  actor: Actor,
  input: { keyId: string },
): Promise<RetiredKey> {
  requireAdmin(actor)
  const { key, issuer } = await requireKey(deps.db, input.keyId)
  if (key.state === 'compromised') throw new AppError('key-compromised')
  if (key.state === 'retired') return { issuer: issuer.slug, retired: key.keyId, active: null }
  const active = await deps.ring.store.create()
  const at = deps.clock.now()
  await deps.db
    .transaction(async (trx) => {
      const former = await replaceActiveKey(trx, issuer.id, active, at)
      if (former !== key.keyId) throw new AppError('changed-meanwhile')
      await recordEvent(trx, {
        at,
        actor,
        action: 'key.retired',
        ...(issuer.organisationId === null ? {} : { organisationId: issuer.organisationId }),
        subject: { type: 'issuer', id: issuer.id },
        details: { active, retired: key.keyId },
      })
    })
    .catch(explainKeyRace)
  return { issuer: issuer.slug, retired: key.keyId, active }
}
