import { nodeCrypto } from '../node/node-crypto.ts'
import type { HashName } from './digest.ts'
import { decompressPoint, fieldBytes, type CurveName, type EllipticJwk } from './compressed-point.ts'
import type { SignBytes, VerifyBytes } from './ed25519.ts'
import { base64Url, decodeMultibase58 } from './multibase.ts'

interface CurveRules {
  /** The headers of Controlled Identifiers 1.0, 2.2.2 Multikey: p256-pub, p384-pub and their private halves. */
  readonly publicHeader: readonly [number, number]
  readonly secretHeader: readonly [number, number]
  /** ECDSA Cryptosuites 1.0, 3.2: the hash goes with the curve, inside the signature too. */
  readonly hash: HashName
}

const RULES: Readonly<Record<CurveName, CurveRules>> = {
  'P-256': { publicHeader: [0x80, 0x24], secretHeader: [0x86, 0x26], hash: 'SHA-256' },
  'P-384': { publicHeader: [0x81, 0x24], secretHeader: [0x87, 0x26], hash: 'SHA-384' },
}

/** The hash that belongs to a curve. */
export const hashOfCurve = (curve: CurveName): HashName => RULES[curve].hash

/** What verifies with one key: raw r‖s signatures of the one length of its curve. */
export interface EcdsaVerifier {
  readonly curve: CurveName
  readonly verify: VerifyBytes
}

/**
 * The signing function of a `z42…` or `z2fa…` Multikey: raw r‖s, 64 or 96 bytes, as ECDSA Cryptosuites 1.0 wants it and
 * not DER. Undefined when the text is none, or of another curve than the public key.
 */
export async function importEcdsaSigner(
  secretKeyMultibase: string,
  publicKeyMultibase: string,
): Promise<SignBytes | undefined> {
  const point = readPublicKey(publicKeyMultibase)
  if (point === undefined) return undefined
  const { crv: curve } = point
  const secret = afterHeader(secretKeyMultibase, RULES[curve].secretHeader)
  if (secret?.length !== fieldBytes(curve)) return undefined
  const jwk = { ...point, d: base64Url(secret) }
  const { hash } = RULES[curve]
  if (nodeCrypto !== undefined) {
    const { createPrivateKey, sign } = nodeCrypto
    const key = createPrivateKey({ key: jwk, format: 'jwk' })
    return (data) => Promise.resolve(sign(hash, data, { key, dsaEncoding: 'ieee-p1363' }))
  }
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: curve }, false, ['sign'])
  return async (data) =>
    new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash }, key, new Uint8Array(data)))
}

const verifiers = new Map<string, EcdsaVerifier>()
/** Keys of issuers seen lately. */
const MAX_VERIFIERS = 1000

/** The verifying function of a `zDna…` (P-256) or `z82L…` (P-384) Multikey; undefined when the text is none. */
export async function importEcdsaVerifier(publicKeyMultibase: string): Promise<EcdsaVerifier | undefined> {
  const known = verifiers.get(publicKeyMultibase)
  if (known !== undefined) return known
  const point = readPublicKey(publicKeyMultibase)
  if (point === undefined) return undefined
  const verifier = { curve: point.crv, verify: await verifierOf(point) }
  if (verifiers.size >= MAX_VERIFIERS) verifiers.clear()
  verifiers.set(publicKeyMultibase, verifier)
  return verifier
}

async function verifierOf(point: EllipticJwk): Promise<VerifyBytes> {
  const { crv: curve } = point
  const { hash } = RULES[curve]
  // Node would read a signature of the other curve's length as numbers out of range; it is none at all.
  const length = 2 * fieldBytes(curve)
  if (nodeCrypto !== undefined) {
    const { createPublicKey, verify } = nodeCrypto
    const key = createPublicKey({ key: { ...point }, format: 'jwk' })
    return (data, signature) =>
      Promise.resolve(
        signature.length === length && verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature),
      )
  }
  const key = await crypto.subtle.importKey(
    'jwk',
    { ...point },
    { name: 'ECDSA', namedCurve: curve },
    false,
    ['verify'],
  )
  return async (data, signature) =>
    signature.length === length && crypto.subtle.verify({ name: 'ECDSA', hash }, key, signature, data)
}

/** The curve and point of a public Multikey; undefined for anything else, a point off its curve included. */
export function readPublicKey(multibase: string): EllipticJwk | undefined {
  for (const curve of ['P-256', 'P-384'] as const) {
    const compressed = afterHeader(multibase, RULES[curve].publicHeader)
    if (compressed !== undefined) return decompressPoint(curve, compressed)
  }
  return undefined
}

function afterHeader(multibase: string, header: readonly [number, number]): Uint8Array | undefined {
  // Decoding base58 takes time that grows with the square of the length; no key here has more than 72 symbols.
  const bytes = multibase.length <= 80 ? decodeMultibase58(multibase) : undefined
  return bytes?.[0] === header[0] && bytes[1] === header[1] ? bytes.subarray(2) : undefined
}
