import { describe, expect, test } from 'vitest'
import {
  didKeyDocument,
  didKeyOf,
  didWebDocument,
  didWebOf,
  didWebUrl,
  keyTypeOf,
  verificationMethodOf,
} from '../../../server/vc/index.ts'
import { newKey } from '../builders.ts'

const first = await newKey()
const second = await newKey()

describe('did:key', () => {
  test('is the public key itself', () => {
    expect(didKeyOf(first.publicKeyMultibase)).toBe(`did:key:${first.publicKeyMultibase}`)
    expect(verificationMethodOf(first.did, first.publicKeyMultibase)).toBe(
      `${first.did}#${first.publicKeyMultibase}`,
    )
    expect(() => didKeyOf('z6MkTooShort')).toThrow('key-invalid')
  })

  test.each([
    ['Ed25519', /^did:key:z6Mk\w{44}$/],
    ['P-256', /^did:key:zDna\w{45}$/],
    ['P-384', /^did:key:z82L\w{67}$/],
  ] as const)('of a %s key has a length of its own', async (type, form) => {
    const { publicKeyMultibase, did } = await newKey(undefined, type)
    expect(did).toMatch(form)
    expect(keyTypeOf(publicKeyMultibase)).toBe(type)
    for (const other of [
      `${publicKeyMultibase}1`,
      publicKeyMultibase.slice(0, -1),
      publicKeyMultibase.slice(1),
    ]) {
      expect(keyTypeOf(other)).toBeUndefined()
      expect(() => didKeyOf(other)).toThrow('key-invalid')
    }
  })

  test('is not made of keys that we do not sign with', () => {
    expect(() => didKeyOf('zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme')).toThrow('key-invalid')
  })

  test('has a document that lists the key for assertions and authentication', () => {
    const document = didKeyDocument(first.did)
    expect(document.id).toBe(first.did)
    expect(document.assertionMethod).toEqual([first.verificationMethod])
    expect(document.authentication).toEqual([first.verificationMethod])
  })

  test.each(['did:key:', 'did:web:example.org', 'did:key:../../etc', 'nothing'])('is not %s', (did) => {
    expect(() => didKeyDocument(did)).toThrow('did-invalid')
  })
})

describe('did:web', () => {
  test.each([
    [
      'https://passerelle.example',
      [],
      'did:web:passerelle.example',
      'https://passerelle.example/.well-known/did.json',
    ],
    [
      'https://passerelle.example',
      ['orgs', 'marche'],
      'did:web:passerelle.example:orgs:marche',
      'https://passerelle.example/orgs/marche/did.json',
    ],
    [
      'https://passerelle.example:8443',
      [],
      'did:web:passerelle.example%3A8443',
      'https://passerelle.example:8443/.well-known/did.json',
    ],
    [
      'https://region.example/passerelle/',
      ['orgs', 'marche'],
      'did:web:region.example:passerelle:orgs:marche',
      'https://region.example/passerelle/orgs/marche/did.json',
    ],
  ])('of %s %j is %s', (url, path, did, document) => {
    expect(didWebOf(url, path)).toBe(did)
    expect(didWebUrl(did)).toBe(document)
  })

  test('needs https', () => {
    expect(() => didWebOf('http://localhost:3000')).toThrow('did-invalid')
    expect(() => didWebOf('passerelle')).toThrow('did-invalid')
  })

  test.each([
    'did:web:',
    'did:key:z6Mk',
    'did:web:a b',
    'did:web:x.example:..:y',
    'did:web:x.example:%2e%2e',
    'did:web:x.example:a%2Fb',
    'did:web:x.example%3A80%40y',
    'did:web:x.example:',
  ])('never leads elsewhere: %s has no address', (did) => {
    expect(() => didWebUrl(did)).toThrow('did-invalid')
  })

  test('lists all keys for assertions, so that what a retired key signed stays verifiable', () => {
    const did = 'did:web:passerelle.example'
    const document = didWebDocument({
      did,
      keys: [second, first],
      alsoKnownAs: ['https://passerelle.example'],
    })
    expect(document['@context']).toEqual([
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
    ])
    expect(document.alsoKnownAs).toEqual(['https://passerelle.example'])
    expect(document.assertionMethod).toEqual([
      `${did}#${second.publicKeyMultibase}`,
      `${did}#${first.publicKeyMultibase}`,
    ])
    expect(document.verificationMethod).toContainEqual({
      id: `${did}#${first.publicKeyMultibase}`,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: first.publicKeyMultibase,
    })
    expect(JSON.stringify(document)).not.toContain(first.secretKeyMultibase)
  })
})
