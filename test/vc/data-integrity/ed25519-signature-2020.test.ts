import { from } from '@digitalbazaar/ed25519-multikey'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { describe, expect, test } from 'vitest'
import { canonicaliseDocument } from '../../../server/vc/json-ld/canonicalise.ts'
import {
  CREDENTIALS_V2,
  createDocumentLoader,
  issueCredential,
  verifyCredential,
  verifyPresentation,
} from '../../../server/vc/index.ts'
import type { JsonObject, VerifyOptions } from '../../../server/vc/index.ts'
import { NOW, changed, codeOf, newKey, verifyOptions } from '../builders.ts'

const V1 = 'https://www.w3.org/2018/credentials/v1'
const SUITE = 'https://w3id.org/security/suites/ed25519-2020/v1'
const key = await newKey()

/** A credential of data model 1.1, as they were written before 2025. */
const credential = (changes: JsonObject = {}): JsonObject => ({
  '@context': [V1, SUITE, { alumniOf: 'https://schema.org/alumniOf' }],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential'],
  issuer: key.did,
  issuanceDate: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'urn:x:1', alumniOf: 'Lycée de la Marche' },
  ...changes,
})

/** Signed by the library that issuers of the time used. */
async function signOld(
  document: JsonObject,
  proofPurpose = 'assertionMethod',
  more: object = {},
): Promise<JsonObject> {
  const pair = await from({ type: 'Multikey', id: key.verificationMethod, controller: key.did, ...key })
  const suite = new Ed25519Signature2020({ signer: pair.signer(), date: NOW })
  const purpose = { update: (made: object) => Promise.resolve({ ...made, ...more, proofPurpose }) }
  const { documentLoader } = verifyOptions()
  return { ...document, proof: await suite.createProof({ document, purpose, proofSet: [], documentLoader }) }
}
const signed = await signOld(credential())
const verify = (document: JsonObject, changes: Partial<VerifyOptions> = {}) =>
  verifyCredential(document, verifyOptions(changes))

describe('a credential of data model 1.1 with an Ed25519Signature2020', () => {
  test('is verified', async () => {
    expect(signed.proof).toMatchObject({ type: 'Ed25519Signature2020' })
    expect((await verify(signed)).verdict).toBe('verified')
  })

  test('is verified under a key of the older type as well', async () => {
    const did = 'did:web:passerelle.example'
    const verificationMethod = `${did}#key-1`
    const method = {
      id: verificationMethod,
      type: 'Ed25519VerificationKey2020',
      controller: did,
      publicKeyMultibase: key.publicKeyMultibase,
    }
    const document = { id: did, verificationMethod: [method], assertionMethod: [verificationMethod] }
    const pair = await from({ type: 'Multikey', id: verificationMethod, controller: did, ...key })
    const suite = new Ed25519Signature2020({ signer: pair.signer(), date: NOW })
    const unsigned = credential({ issuer: did })
    const purpose = {
      update: (made: object) => Promise.resolve({ ...made, proofPurpose: 'assertionMethod' }),
    }
    const proof = await suite.createProof({ document: unsigned, purpose, proofSet: [], ...verifyOptions() })
    const documentLoader = createDocumentLoader({ resolveDid: () => Promise.resolve(document) })
    expect((await verify({ ...unsigned, proof }, { documentLoader })).verdict).toBe('verified')
  })

  test.each([
    ['expired', { expirationDate: '2026-06-30T00:00:00Z' }, '/expirationDate'],
    ['not-yet-valid', { issuanceDate: '2026-07-02T00:00:00Z' }, '/issuanceDate'],
    ['expired', { validUntil: '2026-06-30T00:00:00Z' }, '/validUntil'],
    ['verified', { expirationDate: '2026-07-02T00:00:00Z' }, undefined],
  ])('is %s by its dates', async (verdict, dates, pointer) => {
    const result = await verify(await signOld(credential(dates)))
    expect(result.verdict).toBe(verdict)
    expect(result.checks.find(({ name }) => name === 'validity')?.pointer).toBe(pointer)
  })

  test('leaves it open whether it was revoked, when its list is of the older kind', async () => {
    const credentialStatus = { id: 'urn:x:status', type: 'RevocationList2020Status' }
    const context = [
      V1,
      SUITE,
      {
        alumniOf: 'https://schema.org/alumniOf',
        RevocationList2020Status: 'https://w3id.org/vc-revocation-list-2020#RevocationList2020Status',
      },
    ]
    const result = await verify(await signOld(credential({ '@context': context, credentialStatus })))
    expect(result.verdict).toBe('unverifiable-now')
    expect(codeOf(result.checks, 'status')).toBe('status-unsupported')
  })

  test.each([
    ['a claim is another one', ['credentialSubject', 'alumniOf'], 'Harvard', 'signature-invalid'],
    ['the proof has another date', ['proof', 'created'], '2026-07-01T10:00:01Z', 'signature-invalid'],
    ['the proof has no date', ['proof', 'created'], undefined, 'signature-invalid'],
    ['the proof names a cryptosuite', ['proof', 'cryptosuite'], 'eddsa-rdfc-2022', 'cryptosuite-unknown'],
    ['the proof is of another purpose', ['proof', 'proofPurpose'], 'authentication', 'proof-purpose-wrong'],
    ['the signature is in base64url', ['proof', 'proofValue'], `u${'A'.repeat(86)}`, 'proof-invalid'],
  ])('is refused when %s', async (_name, path, value, code) => {
    const { verdict, checks } = await verify(changed(signed, path, value))
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'proof')).toBe(code)
  })

  test('is refused when its proof is passed off as one of today, and the other way round', async () => {
    const today = changed(signed, ['proof'], {
      ...(signed.proof as JsonObject),
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
    })
    expect((await verify(today)).verdict).toBe('not-authentic')
  })

  test('is refused when the context that explains its proof is gone', async () => {
    const without = changed(signed, ['@context'], [V1, { alumniOf: 'https://schema.org/alumniOf' }])
    expect((await verify(without)).verdict).toBe('not-authentic')
  })

  const end = { '@value': '2026-06-30T00:00:00Z', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' }
  test('is refused when its end hides under the full name, in either model’s words', async () => {
    const ended = await signOld(credential({ expirationDate: '2026-06-30T00:00:00Z' }))
    const { expirationDate: _end, ...endless } = ended
    const hidden = { ...endless, 'https://www.w3.org/2018/credentials#expirationDate': end }
    expect(codeOf((await verify(hidden)).checks, 'data-model')).toBe('term-aliased')
  })

  test('is refused when the holder explains the words of the proof anew, so that its expiry is a nonce', async () => {
    const made = await signOld(credential(), 'assertionMethod', { expires: '2026-06-30T00:00:00Z' })
    expect(codeOf((await verify(made)).checks, 'proof')).toBe('proof-expired')
    const { expires = '', ...rest } = made.proof as JsonObject
    const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
    const sec = 'https://w3id.org/security#'
    const own = {
      Ed25519Signature2020: `${sec}Ed25519Signature2020`,
      created: { '@id': 'http://purl.org/dc/terms/created', '@type': dateTime },
      nonce: { '@id': `${sec}expiration`, '@type': dateTime },
      proofPurpose: { '@id': `${sec}proofPurpose`, '@type': '@vocab' },
      assertionMethod: `${sec}assertionMethod`,
      verificationMethod: { '@id': `${sec}verificationMethod`, '@type': '@id' },
      alumniOf: 'https://schema.org/alumniOf',
    }
    // nothing that was signed changes
    const { proofValue: _value, ...config } = rest
    const { documentLoader } = verifyOptions()
    const before = { ...config, expires, '@context': made['@context'] ?? [] }
    const after = { ...config, nonce: expires, '@context': [V1, own] }
    const [one, other] = await Promise.all(
      [before, after].map((part) => canonicaliseDocument(part, documentLoader)),
    )
    expect(one).toBe(other)
    const explained = { ...made, '@context': [V1, own], proof: { ...rest, nonce: expires } }
    expect(codeOf((await verify(explained)).checks, 'proof')).toBe('signature-invalid')
  })

  test.each([
    ['beside that of 2.0', [V1, CREDENTIALS_V2, SUITE]],
    ['after that of 2.0', [CREDENTIALS_V2, V1, SUITE]],
  ])('is refused with the context of one model %s: no word has two meanings', async (_name, context) => {
    const { verdict } = await verify({ ...signed, '@context': context, validFrom: '2023-01-01T00:00:00Z' })
    expect(verdict).toBe('not-authentic')
  })

  test('is shown in a presentation of its time', async () => {
    const presentation: JsonObject = {
      '@context': [V1, SUITE],
      type: ['VerifiablePresentation'],
      holder: key.did,
      verifiableCredential: [signed],
    }
    const shown = await signOld(presentation, 'authentication')
    const { verdict, credentials } = await verifyPresentation(shown, verifyOptions())
    expect([verdict, credentials.map((member) => member.verdict)]).toEqual(['verified', ['verified']])
    expect(
      (await verifyPresentation({ ...shown, holder: 'did:web:other.example' }, verifyOptions())).verdict,
    ).toBe('not-authentic')
  })
})

describe('we never sign', () => {
  test('by data model 1.1', async () => {
    for (const document of [credential(), credential({ '@context': [V1, CREDENTIALS_V2] })]) {
      await expect(issueCredential(document, key, { now: NOW })).rejects.toMatchObject({
        reason: 'credential-invalid',
      })
    }
  })
})
