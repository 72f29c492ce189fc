import { recordEvent } from '../../access/audit/index.ts'
import { holdOffErasure } from '../../access/personal-data/index.ts'
import { hiddenHolder } from '../../access/guardianship/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import { compactKeyId, signCompactProof, type CompactClaims } from '../../vc/compact-proof/index.ts'
import { signerOf } from '../../vc/index.ts'
import {
  findCredential,
  keepMembers,
  type CredentialRecord,
  type PassportContent,
} from '../credentials/index.ts'
import { findKey, type KeyRing } from '../keys/index.ts'
import { numberCompetences, SERVER } from './number-competences.ts'
import { claimsDigest, codesToTell, stateClaims } from './state-claims.ts'
import { findCurrentProof, isOutdated, keepProof, type KeptProof } from './store.ts'
import { findFallen, isBelieved } from './what-stands.ts'

export interface CompactProofDeps {
  readonly db: Db
  readonly ring: KeyRing
  readonly clock: Clock
  readonly log: Logger
}

/**
 * The digits that a passport's printed QR code carries behind its address (design, section 6); undefined when it gets none: it
 * is withdrawn, has a successor, was signed by a key that is believed no more, or nobody may open its holder's page now,
 * so that the paper has to ask the server. Also without the key to sign with: a passport is printed in any case.
 *
 * `content` is what the page tells: what was signed less what was withdrawn since. Of that the proof tells what stands at
 * this moment. The one that was made once is used again as long as it says the same and its key may be believed.
 */
export async function compactProofOf(
  deps: CompactProofDeps,
  { record, content }: { readonly record: CredentialRecord; readonly content: PassportContent },
): Promise<string | undefined> {
  const { signed, revokedAt, supersededBy, erasedAt, learnerId } = record
  if (signed === null || revokedAt !== null || supersededBy !== null || erasedAt !== null) return undefined
  if ((await hiddenHolder(deps.db, learnerId, deps.clock.now())) !== undefined) return undefined
  if (!(await isBelieved(deps.db, record.id))) return undefined
  // looked up now: whoever gives the content may have read it a while ago
  const leavesOut = await findFallen(deps.db, record.id)
  const told = keepMembers(content, ({ code }) => !leavesOut.includes(code))
  try {
    const claims = stateClaims(told, await numberCompetences(deps, codesToTell(told)))
    const kept = await findCurrentProof(deps.db, record.id)
    if (kept && (await stillStands(deps.db, kept, claims))) return kept.digits
    return await makeProof(deps, record, { claims, leavesOut })
  } catch (error) {
    if (!(error instanceof AppError) || !NO_PROOF.has(error.code)) throw error
    deps.log.warn({ credential: record.id, reason: error.code }, 'a passport is printed without its proof')
    return undefined
  }
}

/** No key to sign with now; or a passport of which the limits of a proof cannot speak. */
const NO_PROOF: ReadonlySet<AppErrorCode> = new Set<AppErrorCode>([
  'keys-locked',
  'key-missing',
  'key-token-unavailable',
  'key-token-locked',
  'schema-mismatch',
])

async function stillStands(
  db: Db,
  kept: Pick<KeptProof, 'digits' | 'keyId' | 'claimsDigest'>,
  claims: CompactClaims,
): Promise<boolean> {
  if (kept.claimsDigest !== claimsDigest(claims)) return false
  const key = await findKey(db, kept.keyId)
  return key?.state !== 'compromised' && !(await isOutdated(db, kept.digits))
}

/**
 * Signs with the active key of whoever issued the passport, wherever that key rests, and keeps the proof; undefined when
 * its holder was erased meanwhile.
 */
async function makeProof(
  { db, ring, clock }: CompactProofDeps,
  record: CredentialRecord,
  { claims, leavesOut }: { readonly claims: CompactClaims; readonly leavesOut: readonly string[] },
): Promise<string | undefined> {
  const key = await ring.signingKey(db, record.issuerId)
  const signer = { keyId: await compactKeyId(key.keyId), sign: await signerOf(key) }
  const digits = await signCompactProof(claims, signer)
  const at = clock.now()
  return db.transaction(async (trx) => {
    await holdOffErasure(trx, record.learnerId)
    // the name in it would outlive the person
    if ((await findCredential(trx, record.id))?.erasedAt !== null) return undefined
    await keepProof(trx, {
      digits,
      credentialId: record.id,
      keyId: key.keyId,
      claimsDigest: claimsDigest(claims),
      leavesOut,
      stoodAt: isoInstant(at),
    })
    await recordEvent(trx, {
      at,
      actor: SERVER,
      action: 'compact-proof.made',
      ...(record.organisationId === null ? {} : { organisationId: record.organisationId }),
      subject: { type: 'credential', id: record.id },
      details: { code: record.code, key: key.keyId },
    })
    return digits
  })
}
