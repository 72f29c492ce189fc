import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { multikeyOf } from '../../../server/vc/did/multikey-of-method.ts'
import { isJsonObject, type JsonObject } from '../../../server/vc/index.ts'

const jwk = (curve: 'ed25519' | 'P-256' | 'P-384' | 'secp256k1'): JsonObject => {
  const { publicKey } =
    curve === 'ed25519' ? generateKeyPairSync(curve) : generateKeyPairSync('ec', { namedCurve: curve })
  const key: unknown = publicKey.export({ format: 'jwk' })
  if (!isJsonObject(key)) throw new Error(curve)
  return key
}
const method = (publicKeyJwk: JsonObject, type = 'JsonWebKey') =>
  multikeyOf({ id: 'did:web:example.org#1', type, controller: 'did:web:example.org', publicKeyJwk })

describe('a JSON Web Key in a controller document', () => {
  it.each([
    ['ed25519', 'z6Mk'],
    ['P-256', 'zDna'],
    ['P-384', 'z82L'],
  ] as const)('of %s is read as the Multikey it is', (curve, start) => {
    for (const type of ['JsonWebKey', 'JsonWebKey2020']) {
      const { publicKeyMultibase, ...rest } = method(jwk(curve), type)
      expect(rest).toEqual({
        id: 'did:web:example.org#1',
        type: 'Multikey',
        controller: 'did:web:example.org',
      })
      expect(publicKeyMultibase).toMatch(new RegExp(`^${start}`))
    }
  })

  it('keeps of its second coordinate whether it is odd', () => {
    const even = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) }
    const odd = { ...even, y: `${'A'.repeat(42)}E` }
    expect(method(even)['publicKeyMultibase']).not.toBe(method(odd)['publicKeyMultibase'])
  })

  it.each([
    ['of a curve we do not know', () => jwk('secp256k1')],
    ['with its private part', () => ({ ...jwk('P-256'), d: 'AAAA' })],
    ['without a coordinate', () => ({ kty: 'EC', crv: 'P-256', x: 'A'.repeat(43) })],
    ['with a short coordinate', () => ({ ...jwk('P-256'), x: 'AAAA' })],
    ['with padding', () => ({ ...jwk('ed25519'), x: `${'A'.repeat(43)}=` })],
    ['of two kinds', () => ({ ...jwk('ed25519'), kty: 'EC' })],
  ])('%s gives no key', (_case, make) => {
    expect(method(make())).toEqual({
      id: 'did:web:example.org#1',
      type: 'JsonWebKey',
      controller: 'did:web:example.org',
    })
  })

  it('is no Multikey because a member says so', () => {
    expect(multikeyOf({ type: 'JsonWebKey', publicKeyMultibase: 'z6Mk' })).toEqual({ type: 'JsonWebKey' })
  })
})
