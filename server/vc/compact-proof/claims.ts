import { CROCKFORD } from '../../kernel/ids.ts'
import { MAX_NAME_BYTES, MAX_SKILLS, MAX_STAYS, type CompactClaims } from './compact-proof.ts'
import { bytesOfHex, hexOf } from './bytes.ts'
import { monthNumber } from './month.ts'
import { isSkill, readSkills, skillBytes } from './skill-bytes.ts'
import { isStay, readStays, stayBytes } from './stay-bytes.ts'
import { decodeCbor, encodeCbor, type Cbor } from './strict-cbor.ts'

/** Claims of a CBOR Web Token: `iat` and `cti` (RFC 8392, 3.1.6, 3.1.7), and one of private use (9.1.1). */
const IAT = 6
const CTI = 7
const PASSPORT = -65537

const CODE_LENGTH = 12

/**
 * The claims as CBOR: `iat` the first instant (UTC) of the month of issue, `cti` the 60 bits of the code, and in the private
 * claim the name, the competences and the stays, each of these two packed in a byte string.
 */
export function encodeClaims({ code, name, issued, stays, skills }: CompactClaims): Uint8Array {
  return encodeCbor(
    new Map<number, Cbor>([
      [IAT, Date.parse(`${issued}-01T00:00:00Z`) / 1000],
      [CTI, codeBytes(code)],
      [PASSPORT, [name, packed(skills.map(skillBytes)), packed(stays.map(stayBytes))]],
    ]),
  )
}

/** The claims in CBOR; undefined when they are none of ours. Throws for bytes that are not strict CBOR. */
export function decodeClaims(bytes: Uint8Array): CompactClaims | undefined {
  const claims = decodeCbor(bytes)
  if (!(claims instanceof Map) || claims.size !== 3) return undefined
  const [issuedAt, cti, passport] = [IAT, CTI, PASSPORT].map((claim): unknown => claims.get(claim))
  if (!isSeconds(issuedAt) || !isBytes(cti) || !Array.isArray(passport)) return undefined
  const [name, skillsTold, staysTold] = passport as unknown[]
  if (typeof name !== 'string' || !isBytes(skillsTold) || !isBytes(staysTold)) return undefined
  const issued = new Date(issuedAt * 1000).toISOString().slice(0, 7)
  const [code, skills, stays] = [codeText(cti), readSkills(skillsTold), readStays(staysTold)]
  if (code === undefined || skills === undefined || stays === undefined) return undefined
  const read = { code, name, issued, stays, skills }
  return claimsFault(read) === undefined ? read : undefined
}

/** What is wrong with claims, in English; undefined when they can be written down. */
export function claimsFault(claims: CompactClaims): string | undefined {
  const { code, name, issued, stays, skills } = claims
  if (code.length !== CODE_LENGTH || !Array.from(code).every((symbol) => CROCKFORD.includes(symbol)))
    return 'code'
  if (name === '' || new TextEncoder().encode(name).length > MAX_NAME_BYTES || !name.isWellFormed())
    return 'name'
  if (monthNumber(issued) === undefined) return 'issued'
  if (stays.length > MAX_STAYS || !stays.every(isStay)) return 'stays'
  if (skills.length > MAX_SKILLS || !skills.every(isSkill)) return 'skills'
  return undefined
}

/** Seconds a Date can hold and {@link monthNumber} accepts; the exact instant is checked by writing it again. */
const isSeconds = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 33

const packed = (pieces: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(pieces.flat())

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array

/** Five bits a symbol, big-endian, in 8 bytes of which the first four bits are zero. */
function codeBytes(code: string): Uint8Array {
  let value = 0n
  for (const symbol of code) value = (value << 5n) | BigInt(CROCKFORD.indexOf(symbol))
  return bytesOfHex(value.toString(16).padStart(16, '0'))
}

function codeText(bytes: Uint8Array): string | undefined {
  if (bytes.length !== 8 || (bytes[0] ?? 0) > 0x0f) return undefined
  const value = BigInt(`0x${hexOf(bytes)}`)
  return Array.from({ length: CODE_LENGTH }, (_, at) =>
    CROCKFORD.charAt(Number((value >> BigInt(5 * (CODE_LENGTH - 1 - at))) & 31n)),
  ).join('')
}
