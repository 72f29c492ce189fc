import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import { explainKeyRace, markCompromised, replaceActiveKey } from '../keys/index.ts'
import { renewLists } from '../status-lists/index.ts'
import { countSigned, type SignedCounts } from './count-signed.ts'
import type { KeyLifeDeps } from './key-life-deps.ts'
import { requireKey } from './require-key.ts'

export interface CompromisedKey {
  readonly issuer: string
  readonly compromised: string
  /** From this instant on nothing it signed is believed, UTC ISO with seconds. */
  readonly since: string
  /** The key that took over; null when the compromised one had stopped signing already. */
  readonly active: string | null
  readonly signed: SignedCounts
}

/**
 * Says that somebody else may have had a key since an instant. In one transaction: the key leaves `assertionMethod` and is
 * named in the DID document as `revoked` at that instant, another one takes over if it was signing, and the issuer's status
 * lists are due to be signed anew.
 *
 * From then on nothing that it signed is believed, whatever date the proof carries, except what our register recorded
 * before that instant: whoever has the key can write any date, not into our register. A known instant may be moved to an
 * earlier one and never to a later one.
 * @throws AppError `forbidden`, `not-found`; `invalid-input` (`since`) when it lies ahead, or after the one known;
 * `changed-meanwhile`
 */
export async function compromiseKey(
  deps: KeyLifeDeps,
  actor: Actor,
  input: { keyId: string; since: Date },
): Promise<CompromisedKey> {
  requireAdmin(actor)
  const { key, issuer } = await requireKey(deps.db, input.keyId)
  const at = deps.clock.now()
  // to the second, downwards: what is recorded has no finer dates
  const since = isoInstant(input.since)
  if (input.since > at) throw refuseSince('fields.sinceAhead')
  if (key.compromisedSince !== null && since >= key.compromisedSince) throw refuseSince('fields.sinceLater')
  const active = key.state === 'active' ? await deps.ring.store.create() : null
  await deps.db
    .transaction(async (trx) => {
      const former = active === null ? key.keyId : await replaceActiveKey(trx, issuer.id, active, at)
      const marked = await markCompromised(trx, key.keyId, { at: isoInstant(at), since })
      if (former !== key.keyId || !marked) throw new AppError('changed-meanwhile')
      await renewLists(trx, issuer.id)
      await recordEvent(trx, {
        at,
        actor,
        action: 'key.compromised',
        ...(issuer.organisationId === null ? {} : { organisationId: issuer.organisationId }),
        subject: { type: 'issuer', id: issuer.id },
        details: { compromised: key.keyId, since, active, ...formerly(key.compromisedSince) },
      })
    })
    .catch(explainKeyRace)
  const signed = await countSigned(deps.db, key.keyId, since)
  return { issuer: issuer.slug, compromised: key.keyId, since, active, signed }
}

function refuseSince(message: 'fields.sinceAhead' | 'fields.sinceLater'): AppError {
  return new AppError('invalid-input', {}, [{ field: 'since', message }])
}

const formerly = (since: string | null): object => (since === null ? {} : { formerly: since })
