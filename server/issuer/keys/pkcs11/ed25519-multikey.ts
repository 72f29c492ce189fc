/** Multicodec `ed25519-pub` (Controlled Identifiers 1.0, 2.2.2 Multikey). */
const PREFIX = [0xed, 0x01]
const POINT_BYTES = 32
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/**
 * The public key of `CKA_EC_POINT` as Multikey, `z6Mk…`: the 32 bytes themselves, or as DER OCTET STRING, as PKCS#11 3.0
 * and 3.1 read it differently. Undefined when it is neither.
 */
export function multikeyOfPoint(point: Uint8Array): string | undefined {
  const isDer = point.length === POINT_BYTES + 2 && point[0] === 0x04 && point[1] === POINT_BYTES
  const bytes = isDer ? point.subarray(2) : point
  return bytes.length === POINT_BYTES ? `z${base58(Uint8Array.of(...PREFIX, ...bytes))}` : undefined
}

/** Base58-btc of bytes that do not begin with zero, as Multikeys never do. */
function base58(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; number > 0n; number /= 58n) text = `${ALPHABET[Number(number % 58n)] ?? ''}${text}`
  return text
}
