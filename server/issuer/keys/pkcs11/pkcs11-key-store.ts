import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { AppError } from '../../../kernel/errors.ts'
import type { KeyStore } from '../key-store.ts'
import {
  CKA,
  CKK_EC_EDWARDS,
  CKM_EC_EDWARDS_KEY_PAIR_GEN,
  CKM_EDDSA,
  CKO_PRIVATE_KEY,
  CKR,
  ED25519_PARAMS,
} from './constants.ts'
import type { Attribute, Cryptoki, Handle } from './cryptoki.ts'
import { multikeyOfPoint } from './ed25519-multikey.ts'
import { CryptokiError } from './native-calls.ts'
import { openToken, type TokenSettings } from './token.ts'

const SIGNATURE_BYTES = 64
/** CK_BBOOL, and CK_ULONG in the byte order of this machine. */
const YES: Uint8Array = Uint8Array.of(1)
const NO: Uint8Array = Uint8Array.of(0)

/**
 * Private keys in a PKCS#11 token, made there and never leaving it: sensitive, not extractable, found again by the label
 * that is their public name. Whoever holds the machine may ask the token to sign; nobody takes a key away.
 */
export function pkcs11KeyStore(settings: TokenSettings): KeyStore {
  const token = openToken(settings)
  const sign = (keyId: string, data: Uint8Array): Promise<Uint8Array> =>
    token.use(async (cryptoki, session) => {
      const key = findKey(cryptoki, session, keyId)
      if (key === undefined) throw new AppError('key-missing', { key: keyId })
      return cryptoki.sign(session, { mechanism: CKM_EDDSA, key, data, size: SIGNATURE_BYTES })
    })
  return {
    async create() {
      const { keyId, point } = await token.use(generate)
      if (!(await isPair(point, (data) => sign(keyId, data))))
        throw new AppError('key-token-unavailable', { reason: 'CKM_EDDSA' })
      return keyId
    },
    async open(keyId) {
      const found = await token.use((cryptoki, session) => findKey(cryptoki, session, keyId))
      return found === undefined ? undefined : { sign: (data) => sign(keyId, data) }
    },
  }
}

/** Makes a pair, then gives it the name that only its public half can tell. */
function generate(cryptoki: Cryptoki, session: Handle): { keyId: string; point: Uint8Array } {
  const pair = generatePair(cryptoki, session)
  const point = cryptoki.read(session, pair.publicKey, { type: CKA.ecPoint, size: 256 })
  const keyId = multikeyOfPoint(point)
  if (keyId === undefined) throw new AppError('key-token-unavailable', { reason: 'CKA_EC_POINT' })
  for (const half of [pair.publicKey, pair.privateKey]) cryptoki.write(session, half, namesOf(keyId))
  return { keyId, point: point.subarray(-32) }
}

/** Tokens disagree on how the curve is called: the names are tried in turn. */
function generatePair(cryptoki: Cryptoki, session: Handle) {
  let refusal: unknown
  for (const params of ED25519_PARAMS) {
    try {
      return cryptoki.generateKeyPair(session, {
        mechanism: CKM_EC_EDWARDS_KEY_PAIR_GEN,
        publicKey: [at(CKA.token, YES), at(CKA.verify, YES), at(CKA.ecParams, params)],
        privateKey: [
          ...[at(CKA.token, YES), at(CKA.private, YES), at(CKA.sign, YES)],
          ...[at(CKA.sensitive, YES), at(CKA.extractable, NO)],
        ],
      })
    } catch (error) {
      if (!(error instanceof CryptokiError) || !CURVE_REFUSED.includes(error.answer)) throw error
      refusal = error
    }
  }
  throw refusal
}

const CURVE_REFUSED: readonly number[] = [
  CKR.attributeValueInvalid,
  CKR.domainParamsInvalid,
  CKR.curveNotSupported,
]

function findKey(cryptoki: Cryptoki, session: Handle, keyId: string): Handle | undefined {
  const kind = [at(CKA.class, ulong(CKO_PRIVATE_KEY)), at(CKA.keyType, ulong(CKK_EC_EDWARDS))]
  return cryptoki.find(session, [...kind, ...namesOf(keyId)])[0]
}

const namesOf = (keyId: string): Attribute[] => [
  at(CKA.label, Buffer.from(keyId, 'ascii')),
  at(CKA.id, Buffer.from(keyId, 'ascii')),
]

const at = (type: number, value: Uint8Array): Attribute => ({ type, value })

function ulong(value: number): Uint8Array {
  // `unsigned long`: as wide as a pointer, except on Windows
  const wide = process.platform !== 'win32' && process.arch !== 'ia32' && process.arch !== 'arm'
  return wide
    ? new Uint8Array(BigUint64Array.of(BigInt(value)).buffer)
    : new Uint8Array(Uint32Array.of(value).buffer)
}

/** Whether the token really signs with the private half of this public key, before anything relies on it. */
async function isPair(point: Uint8Array, sign: (data: Uint8Array) => Promise<Uint8Array>): Promise<boolean> {
  const data = randomBytes(32)
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(point).toString('base64url') }
  return verify(null, data, createPublicKey({ key: jwk, format: 'jwk' }), await sign(data))
}
