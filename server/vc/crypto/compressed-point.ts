import { base64Url } from './multibase.ts'

/** The NIST curves of ECDSA Cryptosuites 1.0 (FIPS 186-5; SP 800-186, 3.2.1). */
export type CurveName = 'P-256' | 'P-384'

/** y² = x³ − 3x + b over the integers modulo p. */
interface Curve {
  readonly bytes: number
  readonly p: bigint
  readonly b: bigint
}

const CURVES: Readonly<Record<CurveName, Curve>> = {
  'P-256': {
    bytes: 32,
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8_aa3a93e7_b3ebbd55_769886bc_651d06b0_cc53b0f6_3bce3c3e_27d2604bn,
  },
  'P-384': {
    bytes: 48,
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7_e23ee7e4_988e056b_e3f82d19_181d9c6e_fe814112_0314088f_5013875a_c656398d_8a2ed19d_2a85c8ed_d3ec2aefn,
  },
}

/** Bytes of a number modulo p on this curve: half a raw signature, a secret key, a coordinate. */
export const fieldBytes = (curve: CurveName): number => CURVES[curve].bytes

/** A public key as a JSON Web Key (RFC 7518, 6.2.1), the only form that every WebCrypto imports. */
export interface EllipticJwk {
  readonly kty: 'EC'
  readonly crv: CurveName
  readonly x: string
  readonly y: string
}

/**
 * The point that 33 or 49 bytes stand for: 2 or 3 for an even or odd y, then x (SEC 1, 2.3.4). Undefined when they are no
 * point of the curve: a key off the curve could be chosen so that its signatures tell nothing.
 */
export function decompressPoint(curve: CurveName, compressed: Uint8Array): EllipticJwk | undefined {
  const { bytes, p, b } = CURVES[curve]
  const [sign] = compressed
  if (compressed.length !== bytes + 1 || (sign !== 2 && sign !== 3)) return undefined
  const x = toNumber(compressed.subarray(1))
  if (x >= p) return undefined
  const square = ((((x * x - 3n) * x + b) % p) + p) % p
  // both primes are 3 modulo 4, where this power is a root if there is one
  const root = power(square, (p + 1n) / 4n, p)
  if ((root * root) % p !== square) return undefined
  const y = (root & 1n) === BigInt(sign & 1) ? root : p - root
  return { kty: 'EC', crv: curve, x: base64Url(compressed.subarray(1)), y: base64Url(toBytes(y, bytes)) }
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

const toNumber = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)

function toBytes(number: bigint, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let index = length - 1, rest = number; index >= 0; index -= 1, rest >>= 8n) {
    bytes[index] = Number(rest & 255n)
  }
  return bytes
}
