import type {
  CompactClaims,
  CompactKey,
  CompactReason,
  CompactResult,
  CompactTrust,
  CompactVerdict,
  VerifySignature,
} from './compact-proof.ts'
import { bytesOfBase64Url } from './bytes.ts'
import { fromDigits } from './digits.ts'
import { decodeEnvelope, type Envelope } from './envelope.ts'
import { hasName } from './gone-names.ts'
import { latestMonth } from './month.ts'
import { verifyWithWebCrypto } from './verify-with-web-crypto.ts'

/**
 * What a proof is worth to somebody who has `trust` and no network: never throws. `digits` is what stood behind the `#`,
 * `code` the code of the same address. The signature is judged first, then its key, then what became of the passport, in
 * the order of severity of a full verification. Nothing that was read is given back unless signature, key and code hold.
 */
export async function verifyCompactProof(
  digits: string,
  code: string,
  trust: CompactTrust,
  now: Date,
  verifySignature: VerifySignature = verifyWithWebCrypto,
): Promise<CompactResult> {
  const bytes = fromDigits(digits)
  const envelope = bytes && decodeEnvelope(bytes)
  if (envelope === undefined) return refuse('not-readable')
  const candidates = trust.keys.filter(({ id }) => id === envelope.keyId)
  if (candidates.length === 0) return undecided('key-unknown')
  try {
    const key = await whoSigned(envelope, candidates, verifySignature)
    if (key === 'trust-not-readable') return undecided(key)
    if (key === undefined) return refuse('signature')
    const fault = keyFault(key, envelope.claims)
    if (fault !== undefined) return refuse(fault, key)
    if (envelope.claims.code !== code) return refuse('other-code')
    return { ...(await standing(envelope.claims, digits, trust, now)), claims: envelope.claims, key }
  } catch {
    // WebCrypto throws where it does not know Ed25519, or is not there at all (a page without https)
    return undecided('no-ed25519')
  }
}

const refuse = (reason: CompactReason, key?: CompactKey): CompactResult => ({
  verdict: 'not-authentic',
  reason,
  ...(key === undefined ? {} : { key }),
})

const undecided = (reason: CompactReason): CompactResult => ({ verdict: 'unverifiable-now', reason })

/** The key whose signature it is; more than one may share a short name. */
async function whoSigned(
  { toBeSigned, signature }: Envelope,
  candidates: readonly CompactKey[],
  verifySignature: VerifySignature,
): Promise<CompactKey | 'trust-not-readable' | undefined> {
  for (const key of candidates) {
    const publicKey = bytesOfBase64Url(key.x)
    if (publicKey?.length !== 32) return 'trust-not-readable'
    if (await verifySignature(publicKey, toBeSigned, signature)) return key
  }
  return undefined
}

/** Why a key's signature is not believed, though it is its signature. */
function keyFault({ state, until }: CompactKey, { issued }: CompactClaims): CompactReason | undefined {
  // the date is what whoever has the key chose to write: it cannot help
  if (state === 'compromised') return 'key-compromised'
  // a month is all we know: what was issued in the month of the retirement may have been before it
  if (until !== undefined && isAfter(issued, new Date(until))) return 'key-retired-before'
  return undefined
}

/** Whether a month had not begun yet at an instant; an instant nobody can read is before every month. */
const isAfter = (month: string, instant: Date): boolean => month > (latestMonth(instant) ?? '')

/** What became of a passport that is authentic. */
async function standing(
  { code, issued }: CompactClaims,
  digits: string,
  { gone }: CompactTrust,
  now: Date,
): Promise<{ verdict: CompactVerdict; reason?: CompactReason }> {
  const [revoked, suspended, succeeded, replaced] = await Promise.all([
    hasName(gone.revoked, code),
    hasName(gone.suspended, code),
    hasName(gone.superseded, code),
    // this very proof, of a passport that goes on under another one
    hasName(gone.superseded, digits),
  ])
  if (revoked) return { verdict: 'revoked', reason: 'revoked' }
  if (suspended) return { verdict: 'suspended', reason: 'suspended' }
  if (isAfter(issued, now)) return { verdict: 'not-yet-valid', reason: 'future' }
  // what is certain comes before what a damaged list leaves open, a mere successor after it
  if ([revoked, suspended, succeeded].includes(undefined)) return undecided('trust-not-readable')
  if (succeeded || replaced) return { verdict: 'superseded', reason: 'superseded' }
  return { verdict: 'verified' }
}
