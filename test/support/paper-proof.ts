import { findPassportOf } from '../../server/holder/passports/index.ts'
import { compactProofOf } from '../../server/issuer/compact-proofs/index.ts'
import { findCredentialByCode } from '../../server/issuer/credentials/index.ts'
import type { Services } from '../../server/compose.ts'
import { compactKeyId, signCompactProof, type CompactClaims } from '../../server/vc/compact-proof/index.ts'
import { signerOf } from '../../server/vc/index.ts'

/** The digits that a passport's printed QR code carries. */
export async function proofOf(services: Services, code: string): Promise<string> {
  const record = await findCredentialByCode(services.db, code)
  const passport = record && (await findPassportOf(services.db, record.learnerId, 'fr'))
  const digits = passport && (await compactProofOf(services, passport))
  if (digits === undefined) throw new Error(`no proof for ${code}`)
  return digits
}

/** Any claims under the signature of whoever issued the passport `code`: what only the keeper of that key can do. */
export async function signLike(services: Services, code: string, claims: CompactClaims): Promise<string> {
  const record = await findCredentialByCode(services.db, code)
  if (record === undefined) throw new Error(`nothing at ${code}`)
  const key = await services.ring.signingKey(services.db, record.issuerId)
  return signCompactProof(claims, { keyId: await compactKeyId(key.keyId), sign: await signerOf(key) })
}

/** The same number with another last digit: what is signed is changed, or its signature. */
export const withOneDigitChanged = (digits: string): string =>
  digits.slice(0, -1) + String((Number(digits.at(-1)) + 1) % 10)
