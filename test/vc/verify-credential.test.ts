import { describe, expect, test } from 'vitest'
import {
  CREDENTIALS_V2,
  OPEN_BADGES_CONTEXT,
  createDocumentLoader,
  didKeyDocument,
  didWebDocument,
  verifyCredential,
} from '../../server/vc/index.ts'
import type { JsonObject, VerifyOptions } from '../../server/vc/index.ts'
import {
  NOW,
  changed,
  codeOf,
  competence,
  newKey,
  sign,
  signCarelessly,
  statusEntry,
  verifyOptions,
} from './builders.ts'

const key = await newKey()
const signed = await sign(competence(key.did), key)
const [proof = {}] = signed.proof as JsonObject[]
const expired = await sign(competence(key.did, { validUntil: '2026-06-30T12:00:00Z' }), key)
const verify = (document: unknown, changes: Partial<VerifyOptions> = {}) =>
  verifyCredential(document, verifyOptions(changes))

describe('an authentic credential', () => {
  test('is verified, check by check', async () => {
    const { verdict, checks } = await verify(signed)
    expect(verdict).toBe('verified')
    expect(checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'document passed',
      'data-model passed',
      'context passed',
      'proof passed',
      'issuer passed',
      'validity passed',
    ])
  })

  test('of an issuer nobody vouches for is authentic, with a warning', async () => {
    const { verdict, checks } = await verify(signed, { isKnownIssuer: () => false })
    expect(verdict).toBe('issuer-unknown')
    expect(checks).toContainEqual({
      name: 'issuer',
      status: 'warning',
      code: 'issuer-unknown',
      pointer: '/issuer',
    })
  })

  test.each([
    ['not-yet-valid', { validFrom: '2026-07-01T10:00:01Z' }],
    ['expired', { validUntil: '2026-07-01T09:59:59Z' }],
    ['verified', { validFrom: '2026-07-01T10:00:00Z', validUntil: '2026-07-01T12:00:00+02:00' }],
  ])('is %s by its dates', async (verdict, dates) => {
    expect((await verify(await sign(competence(key.did, dates), key))).verdict).toBe(verdict)
  })

  test('is not changed by being verified', async () => {
    const before = structuredClone(signed)
    await verify(signed)
    expect(signed).toEqual(before)
  })

  test('names its schema, which we say we did not look at', async () => {
    const schema = { id: 'https://passerelle.example/schema.json', type: 'JsonSchema' }
    const result = await verify(await sign(competence(key.did, { credentialSchema: schema }), key))
    expect(result.verdict).toBe('verified')
    expect(codeOf(result.checks, 'schema')).toBe('schema-not-checked')
  })

  test('is not asked for what the caller leaves out, and never spared the proof', async () => {
    expect((await verify(expired, { only: ['proof'] })).verdict).toBe('verified')
    expect(codeOf((await verify(expired, { only: ['proof'] })).checks, 'validity')).toBe('not-asked')
    const forged = changed(signed, ['name'], 'Autre chose')
    expect((await verify(forged, { only: ['validity'] })).verdict).toBe('not-authentic')
  })
})

describe('a forged credential', () => {
  test.each([
    ['the holder has another name', ['credentialSubject', 'name'], 'Inès Martim'],
    ['the level is another one', ['credentialSubject', 'result', 0, 'value'], '4'],
    ['the title is another one', ['name'], 'Diriger une équipe'],
    ['the date is another one', ['validFrom'], '2025-06-30T00:00:00Z'],
    ['a claim is gone', ['evidence'], undefined],
    ['the proof was made at another time', ['proof', 0, 'created'], '2026-07-01T10:00:01Z'],
  ])('is refused when %s', async (_name, path, value) => {
    const { verdict, checks } = await verify(changed(signed, path, value))
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'proof')).toBe('signature-invalid')
    expect(checks.filter(({ status }) => status === 'skipped').map(({ name }) => name)).toContain('status')
  })

  test('is refused when it names another issuer than the one whose key signed', async () => {
    const other = await newKey()
    const { verdict, checks } = await verify(await signCarelessly(competence(other.did), key))
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'proof')).toBe('issuer-not-key-controller')
  })

  test('is refused when one of its proofs is good and another is not, in either order', async () => {
    const bad = { ...proof, created: '2026-01-01T00:00:00Z' }
    for (const proofs of [
      [proof, bad],
      [bad, proof],
    ]) {
      const { verdict, checks } = await verify({ ...signed, proof: proofs })
      expect(verdict).toBe('not-authentic')
      expect(codeOf(checks, 'proof')).toBe('signature-invalid')
    }
    expect((await verify({ ...signed, proof: [proof, proof] })).verdict).toBe('verified')
  })

  test('is refused when its proof has run out', async () => {
    const past = await signCarelessly(competence(key.did), key, {
      proof: { expires: '2026-07-01T09:00:00Z' },
    })
    expect(codeOf((await verify(past)).checks, 'proof')).toBe('proof-expired')
    const future = await signCarelessly(competence(key.did), key, {
      proof: { expires: '2026-07-02T09:00:00Z' },
    })
    expect((await verify(future)).verdict).toBe('verified')
    expect((await verify(changed(past, ['proof', 'expires'], undefined))).verdict).toBe('not-authentic')
  })

  test('is refused when the proof was made for another purpose', async () => {
    const login = await signCarelessly(competence(key.did), key, { purpose: 'authentication' })
    expect(codeOf((await verify(login)).checks, 'proof')).toBe('proof-purpose-wrong')
  })

  test('is refused when a proof builds on one that is not there', async () => {
    const chained = await signCarelessly(competence(key.did), key, {
      proof: { previousProof: 'urn:uuid:gone' },
    })
    expect(codeOf((await verify(chained)).checks, 'proof')).toBe('previous-proof-missing')
  })

  test('is accepted when a second proof covers the first', async () => {
    const first = await signCarelessly(competence(key.did), key, { proof: { id: 'urn:uuid:first' } })
    const { proof: before, ...unsecured } = first
    const chain = await signCarelessly({ ...unsecured, proof: before ?? {} }, key)
    expect((await verify(chain)).verdict).toBe('verified')
  })
})

describe('a proof of the wrong shape', () => {
  test.each([
    ['is missing', undefined, 'proof-missing'],
    ['is an empty list', [], 'proof-missing'],
    ['is null', null, 'proof-invalid'],
    ['is a text', 'trust me', 'proof-invalid'],
    ['has no type', { ...proof, type: undefined }, 'proof-invalid'],
    ['has no value', { ...proof, proofValue: null }, 'proof-invalid'],
    ['has a value in another alphabet', { ...proof, proofValue: 'uAAAA' }, 'proof-invalid'],
    ['is of an invented kind', { ...proof, cryptosuite: 'eddsa-rdfc-2023' }, 'cryptosuite-unknown'],
    ['has no key', { ...proof, verificationMethod: undefined }, 'proof-invalid'],
    ['has a day that does not exist', { ...proof, created: '2026-02-30T00:00:00Z' }, 'proof-invalid'],
    [
      'brings its own context',
      { ...proof, '@context': [{ expires: 'https://x.example/#e' }, CREDENTIALS_V2] },
      'proof-invalid',
    ],
    [
      'hides a member under its full name',
      { ...proof, 'https://w3id.org/security#expiration': 'x' },
      'proof-invalid',
    ],
  ])('%s', async (_name, wrong, code) => {
    const document = JSON.parse(JSON.stringify({ ...signed, proof: wrong })) as JsonObject
    const { verdict, checks } = await verify(document)
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'proof')).toBe(code)
  })

  test('that we cannot read proves nothing, and is no forgery either', async () => {
    const other = changed(signed, ['proof', 0, 'cryptosuite'], 'eddsa-jcs-2022')
    expect((await verify(other)).verdict).toBe('unverifiable-now')
    const jws = 'eyJhbGciOiJFZERTQSIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19..c2ln'
    for (const type of ['JsonWebSignature2020', 'Ed25519Signature2018']) {
      const older = { type, created: NOW.toISOString(), proofPurpose: 'assertionMethod', jws }
      expect((await verify({ ...signed, proof: older })).verdict).toBe('unverifiable-now')
    }
  })
})

describe('the key of the issuer', () => {
  const did = 'did:web:passerelle.example'
  const resolving = (document: JsonObject | undefined) => ({
    documentLoader: createDocumentLoader({ resolveDid: () => Promise.resolve(document) }),
  })

  test('is found in the DID document, retired or not', async () => {
    const [old, current] = [await newKey(did), await newKey(did)]
    const document = didWebDocument({ did, keys: [current, old] })
    expect((await verify(await sign(competence(did), old), resolving(document))).verdict).toBe('verified')
  })

  test('no longer counts once it left the DID document', async () => {
    const [stolen, current] = [await newKey(did), await newKey(did)]
    const result = await verify(
      await sign(competence(did), stolen),
      resolving(didWebDocument({ did, keys: [current] })),
    )
    expect(result.verdict).toBe('not-authentic')
    expect(codeOf(result.checks, 'proof')).toBe('key-not-found')
  })

  test.each([
    ['is not listed for assertions', ['assertionMethod'], [], 'key-not-authorised'],
    [
      'belongs to another controller',
      ['verificationMethod', 0, 'controller'],
      'did:web:other.example',
      'key-not-authorised',
    ],
    ['was revoked', ['verificationMethod', 0, 'revoked'], '2026-06-01T00:00:00Z', 'key-compromised'],
    ['is in a document about somebody else', ['id'], 'did:web:other.example', 'key-not-found'],
  ])('does not count when it %s', async (_name, path, value, code) => {
    const web = await newKey(did)
    const document = changed(didWebDocument({ did, keys: [web] }), path, value)
    const result = await verify(await sign(competence(did), web), resolving(document))
    expect(result.verdict).toBe('not-authentic')
    expect(codeOf(result.checks, 'proof')).toBe(code)
  })

  test('cannot be had now: the credential is not called false', async () => {
    const web = await newKey(did)
    const result = await verify(await sign(competence(did), web), resolving(undefined))
    expect(result.verdict).toBe('unverifiable-now')
    expect(codeOf(result.checks, 'proof')).toBe('did-not-resolved')
  })

  test('under a malformed did:key is refused', async () => {
    const document = changed(signed, ['proof', 0, 'verificationMethod'], 'did:key:zzz#zzz')
    const result = await verify(document)
    expect(result.verdict).toBe('not-authentic')
    expect(() => didKeyDocument('did:key:zzz')).toThrow('did-invalid')
  })
})

describe('contexts and terms', () => {
  test('a context we do not know leaves the verdict open', async () => {
    const foreign = changed(
      signed,
      ['@context'],
      [CREDENTIALS_V2, OPEN_BADGES_CONTEXT, 'https://elsewhere.example/v1'],
    )
    const { verdict, checks } = await verify(foreign)
    expect(verdict).toBe('unverifiable-now')
    expect(checks).toContainEqual(
      expect.objectContaining({
        name: 'context',
        status: 'unavailable',
        code: 'context-unknown',
        detail: 'https://elsewhere.example/v1',
      }),
    )
  })

  test('a context may be loaded from elsewhere when the caller allows it', async () => {
    const documentLoader = createDocumentLoader({
      resolveDid: (did) => Promise.resolve(didKeyDocument(did)),
      loadRemote: () => Promise.resolve({ '@context': {} }),
    })
    const foreign = changed(
      signed,
      ['@context'],
      [CREDENTIALS_V2, OPEN_BADGES_CONTEXT, 'https://elsewhere.example/v2'],
    )
    expect((await verify(foreign, { documentLoader })).verdict).toBe('verified')
  })

  test('a claim that no context defines was not signed, and is refused', async () => {
    const { verdict, checks } = await verify(changed(signed, ['credentialSubject', 'nickname'], 'Nini'))
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'context')).toBe('term-undefined')
  })

  const end = { '@value': '2026-06-30T12:00:00Z', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' }
  const { validUntil: _end, ...endless } = expired

  test.each([
    ['under its full IRI', { ...endless, 'https://www.w3.org/2018/credentials#validUntil': end }],
    [
      'under a name of the holder’s own',
      {
        ...endless,
        '@context': [
          CREDENTIALS_V2,
          OPEN_BADGES_CONTEXT,
          {
            fin: {
              '@id': 'https://www.w3.org/2018/credentials#validUntil',
              '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
            },
          },
        ],
        fin: '2026-06-30T12:00:00Z',
      },
    ],
  ])('an expiry date hidden %s does not make the credential valid again', async (_name, document) => {
    const { verdict, checks } = await verify(document)
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'data-model')).toBe('term-aliased')
  })

  test('an id under another name is noticed', async () => {
    const { id, ...rest } = signed
    expect(codeOf((await verify({ ...rest, '@id': id })).checks, 'data-model')).toBe('term-aliased')
  })

  test('a decoy that JSON-LD leaves out does not stand in for a status under its full IRI', async () => {
    const unsigned = competence(key.did, { credentialStatus: statusEntry() })
    const { credentialStatus = '', ...rest } = await sign(unsigned, key)
    const decoy = { '@value': null, type: 'https://elsewhere.example/#Nothing' }
    const moved = { ...rest, 'https://www.w3.org/2018/credentials#credentialStatus': credentialStatus }
    expect((await verify(moved)).verdict).toBe('not-authentic')
    for (const decoys of [decoy, [decoy], [decoy, decoy]]) {
      expect((await verify({ ...moved, credentialStatus: decoys })).verdict).toBe('not-authentic')
    }
  })

  test('what is said of the credential twice, in the same words, is only said once', async () => {
    const self = { id: signed.id ?? '', type: ['Evidence'] }
    const twice = await sign(competence(key.did, { evidence: [self] }), key)
    expect((await verify(twice)).verdict).toBe('verified')
  })

  test('claims tucked into JSON-LD keywords are refused', async () => {
    expect(codeOf((await verify({ ...signed, '@included': [] })).checks, 'data-model')).toBe('term-aliased')
  })
})

describe('documents that are not even documents', () => {
  let deep: unknown = 'deep'
  for (let level = 0; level < 1000; level += 1) deep = { credentialSubject: deep }
  let list: unknown = []
  for (let level = 0; level < 100_000; level += 1) list = [list]
  const cyclic: Record<string, unknown> = { ...signed }
  cyclic.evidence = cyclic

  test.each([
    ['nothing', undefined, 'not-a-json-object'],
    ['null', null, 'not-a-json-object'],
    ['a text', 'credential', 'not-a-json-object'],
    ['a list', [signed], 'not-a-json-object'],
    ['something that is not JSON', { ...signed, validFrom: NOW }, 'not-json'],
    ['a number that is none', { ...signed, name: Number.NaN }, 'not-json'],
    ['a member called __proto__', JSON.parse('{"__proto__": {"a": 1}}'), 'not-json'],
  ])('%s gets a failed check, never an exception', async (_name, document, code) => {
    const { verdict, checks } = await verify(document)
    expect(verdict).toBe('not-authentic')
    expect(checks[0]).toMatchObject({ name: 'document', status: 'failed', code })
  })

  test.each([
    ['an object a thousand levels deep', deep, 'too-deep'],
    ['a list a hundred thousand levels deep', { ...signed, evidence: list }, 'too-deep'],
    ['an object that contains itself', cyclic, 'too-deep'],
    ['more values than a passport can have', { ...signed, evidence: Array(200_000).fill(1) }, 'too-large'],
    ['nodes in a ring, all alike', { ...signed, evidence: ringOf(300) }, 'too-large'],
    ['more text than a passport can have', { ...signed, name: 'x'.repeat(9_000_000) }, 'too-large'],
  ])('%s is not read, and not called forged', async (_name, document, code) => {
    const { verdict, checks } = await verify(document)
    expect(verdict).toBe('unverifiable-now')
    expect(checks[0]).toMatchObject({ name: 'document', status: 'unavailable', code })
  })

  test('the same for depths just below our bound', async () => {
    let nested: JsonObject = { name: 'x' }
    for (let level = 0; level < 60; level += 1) nested = { achievement: nested }
    expect((await verify({ ...signed, credentialSubject: nested })).verdict).toBe('not-authentic')
  })
})

/** Blank nodes, each naming the next one and nothing else: what canonicalisation takes longest for. */
function ringOf(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `_:b${at}`,
    related: { id: `_:b${(at + 1) % count}` },
  }))
}
