import {
  verifyCompactProof,
  type CompactResult,
  type CompactTrust,
} from '../../server/vc/compact-proof/index.ts'
import type * as fallback from '../signature-fallback/main.ts'
import type { Paper } from '../verdict/read-address.ts'

/**
 * What a paper's proof is worth to this device. Where its WebCrypto does not know Ed25519, the script at `ed25519` does;
 * without that one either the answer stays `no-ed25519`.
 */
export async function judgePaper(
  { digits, code }: Paper,
  trust: CompactTrust,
  now: Date,
  ed25519: string,
): Promise<CompactResult> {
  const result = await verifyCompactProof(digits, code, trust, now)
  if (result.reason !== 'no-ed25519') return result
  try {
    const { verify } = (await import(ed25519)) as typeof fallback
    return await verifyCompactProof(digits, code, trust, now, verify)
  } catch {
    return result
  }
}
