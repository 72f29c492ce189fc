import { compactProofOf, type CompactProofDeps } from '../../issuer/compact-proofs/index.ts'
import type { Passport } from './find-passports.ts'
import type { PrintedPassport } from './print-options.ts'

/** A passport as it is printed: with the proof that its QR code carries, where it gets one. */
export async function toPrint(deps: CompactProofDeps, passport: Passport): Promise<PrintedPassport> {
  const proof = await compactProofOf(deps, passport)
  return proof === undefined ? passport.content : { ...passport.content, proof }
}
