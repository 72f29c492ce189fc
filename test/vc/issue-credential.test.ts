import { describe, expect, test } from 'vitest'
import { CREDENTIALS_V2, VcError, issueCredential, verifyCredential } from '../../server/vc/index.ts'
import type { JsonObject, SigningKey, VcErrorCode } from '../../server/vc/index.ts'
import { NOW, changed, competence, newKey, sign, verifyOptions } from './builders.ts'

const key = await newKey()

async function refusal(
  unsigned: JsonObject,
  by: SigningKey = key,
): Promise<{ reason: VcErrorCode; codes: string[] }> {
  const error: unknown = await issueCredential(unsigned, by, { now: NOW }).catch((thrown: unknown) => thrown)
  if (!(error instanceof VcError)) throw new Error('it was signed')
  expect(error.code).toBe('schema-mismatch')
  return { reason: error.reason, codes: error.checks.map(({ code }) => code) }
}

describe('signing a credential', () => {
  test('adds one eddsa-rdfc-2022 proof by the key of the issuer, dated now', async () => {
    const signed = await sign(competence(key.did), key)
    expect(signed.proof).toEqual([
      expect.objectContaining({
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        proofPurpose: 'assertionMethod',
        verificationMethod: key.verificationMethod,
        created: '2026-07-01T10:00:00Z',
      }),
    ])
    expect((await verifyCredential(signed, verifyOptions())).verdict).toBe('verified')
  })

  test('leaves the document it was given as it was, and shares nothing with it', async () => {
    const unsigned = competence(key.did)
    const before = structuredClone(unsigned)
    const signed = await sign(unsigned, key)
    expect(unsigned).toEqual(before)
    expect(signed.credentialSubject).toEqual(unsigned.credentialSubject)
    expect(signed.credentialSubject).not.toBe(unsigned.credentialSubject)
  })

  test('says the same each time: the signature of the same document at the same instant does not change', async () => {
    expect(await sign(competence(key.did), key)).toEqual(await sign(competence(key.did), key))
  })

  test('works for an issuer that is not a did:key', async () => {
    const web = await newKey('did:web:passerelle.example:orgs:marche')
    const signed = await sign(competence(web.did), web)
    expect(signed.issuer).toMatchObject({ id: web.did })
  })
})

describe('what is not signed', () => {
  test('a credential in the name of another issuer', async () => {
    const other = await newKey()
    expect((await refusal(competence(other.did))).reason).toBe('foreign-issuer')
    expect((await refusal({ ...competence(key.did), issuer: other.did })).reason).toBe('foreign-issuer')
  })

  test('a credential by a key whose name belongs to another DID', async () => {
    const other = await newKey()
    const mixed = { ...key, verificationMethod: other.verificationMethod }
    expect((await refusal(competence(key.did), mixed)).reason).toBe('key-invalid')
  })

  test('a credential that is signed already', async () => {
    expect((await refusal(await sign(competence(key.did), key))).reason).toBe('already-signed')
    expect((await refusal({ ...competence(key.did), proof: [] })).reason).toBe('already-signed')
  })

  test('a credential that ends before it begins', async () => {
    const reversed = competence(key.did, {
      validFrom: '2026-06-30T00:00:00Z',
      validUntil: '2026-06-29T00:00:00Z',
    })
    expect(await refusal(reversed)).toEqual({ reason: 'credential-invalid', codes: ['validity-reversed'] })
  })

  test.each([
    ['no subject', undefined],
    ['an empty list of subjects', []],
    ['an empty subject', {}],
    ['a list with an empty subject', [{ name: 'Inès' }, {}]],
    ['a subject that is a text', 'Inès'],
  ])('a credential with %s', async (_name, subject) => {
    expect(await refusal(changed(competence(key.did), ['credentialSubject'], subject))).toEqual({
      reason: 'credential-invalid',
      codes: ['subject-invalid'],
    })
  })

  test('a term that no context defines: it would be left out of the signature', async () => {
    const unsigned = changed(competence(key.did), ['credentialSubject', 'nickname'], 'Nini')
    expect(await refusal(unsigned)).toEqual({ reason: 'credential-invalid', codes: ['term-undefined'] })
  })

  test('a type that no context defines', async () => {
    const unsigned = changed(competence(key.did), ['type'], ['VerifiableCredential', 'SecretHandshake'])
    expect(await refusal(unsigned)).toEqual({ reason: 'credential-invalid', codes: ['term-undefined'] })
  })

  test('a context that we do not ship: nothing is fetched while signing', async () => {
    const unsigned = changed(
      competence(key.did),
      ['@context'],
      [CREDENTIALS_V2, 'https://elsewhere.example/v1'],
    )
    expect((await refusal(unsigned)).reason).toBe('context-unavailable')
  })

  test('a context that gives a protected word another meaning', async () => {
    const context = [CREDENTIALS_V2, { name: 'https://elsewhere.example/#name' }]
    const unsigned = { ...competence(key.did), '@context': context, type: ['VerifiableCredential'] }
    expect((await refusal(changed(unsigned, ['credentialSubject'], { id: 'urn:x:1' }))).reason).toBe(
      'credential-invalid',
    )
  })

  test('a document a thousand levels deep', async () => {
    let deep: JsonObject = { id: 'urn:x:deep' }
    for (let level = 0; level < 1000; level += 1) deep = { achievement: deep }
    expect(await refusal({ ...competence(key.did), credentialSubject: deep })).toEqual({
      reason: 'credential-invalid',
      codes: ['too-deep'],
    })
  })

  test('anything, with a key that is not an Ed25519 key', async () => {
    const broken = { ...key, secretKeyMultibase: 'zNotAKey' }
    const error: unknown = await issueCredential(competence(key.did), broken, { now: NOW }).catch(
      (e: unknown) => e,
    )
    expect(error).toMatchObject({ reason: 'key-invalid' })
    expect(String(error)).not.toContain('zNotAKey')
  })
})
