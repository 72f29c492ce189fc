import type { CompactClaims } from './compact-proof.ts'
import { bytesOfHex, hexOf, sameBytes } from './bytes.ts'
import { decodeClaims, encodeClaims } from './claims.ts'
import { KEY_ID_BYTES } from './compact-key-id.ts'
import { decodeCbor, encodeCbor, type Cbor } from './strict-cbor.ts'

/** Header parameters of COSE (RFC 9052, 3.1) and the algorithm EdDSA (RFC 9053, 2.2). */
const ALG = 1
const KID = 4
const EDDSA = -8
const SIGNATURE_BYTES = 64

/** A COSE_Sign1 read: who says it signed, what, and the bytes that the signature has to be over. */
export interface Envelope {
  readonly keyId: string
  readonly claims: CompactClaims
  readonly toBeSigned: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

/** The protected header: algorithm and key, both under the signature. */
const protectedHeader = (keyId: string): Uint8Array =>
  encodeCbor(
    new Map<number, Cbor>([
      [ALG, EDDSA],
      [KID, bytesOfHex(keyId)],
    ]),
  )

/** What is signed: Sig_structure of a COSE_Sign1 (RFC 9052, 4.4), with no data from outside. */
export const signatureInput = (keyId: string, claims: CompactClaims): Uint8Array =>
  encodeCbor(['Signature1', protectedHeader(keyId), new Uint8Array(), encodeClaims(claims)])

/** A COSE_Sign1 (RFC 9052, 4.2), untagged: what stands behind our `#` can be nothing else (RFC 9052, 2). */
export const encodeEnvelope = (keyId: string, claims: CompactClaims, signature: Uint8Array): Uint8Array =>
  encodeCbor([protectedHeader(keyId), new Map(), encodeClaims(claims), signature])

/**
 * Reads one. Undefined when it is none of ours, or one that we would have written in other bytes: a statement has one
 * spelling, so that nobody shows the same proof in a second form.
 */
export function decodeEnvelope(bytes: Uint8Array): Envelope | undefined {
  try {
    const parts = decodeCbor(bytes)
    if (!Array.isArray(parts)) return undefined
    const [header, , payload, signature] = parts as readonly unknown[]
    if (!isBytes(header) || !isBytes(payload) || !isBytes(signature)) return undefined
    const keyId = readKeyId(header)
    const claims = decodeClaims(payload)
    if (keyId === undefined || claims === undefined || signature.length !== SIGNATURE_BYTES) return undefined
    if (!sameBytes(encodeEnvelope(keyId, claims, signature), bytes)) return undefined
    return {
      keyId,
      claims,
      toBeSigned: new Uint8Array(signatureInput(keyId, claims)),
      signature: new Uint8Array(signature),
    }
  } catch {
    // the decoder throws for what is not strict CBOR, and so for most of what was mangled
    return undefined
  }
}

function readKeyId(header: Uint8Array): string | undefined {
  const parameters = decodeCbor(header)
  if (!(parameters instanceof Map)) return undefined
  const keyId: unknown = parameters.get(KID)
  return isBytes(keyId) && keyId.length === KEY_ID_BYTES ? hexOf(keyId) : undefined
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array
