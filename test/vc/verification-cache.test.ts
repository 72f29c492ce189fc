import { beforeEach, describe, expect, test } from 'vitest'
import {
  canonicalisationCounts,
  createDocumentLoader,
  createVerificationCache,
  didKeyDocument,
  didWebDocument,
  isJsonObject,
  verifyCredential,
} from '../../server/vc/index.ts'
import type { JsonObject, JsonValue, VerificationCache, VerifyOptions } from '../../server/vc/index.ts'
import {
  STATUS_INDEX,
  changed,
  codeOf,
  competence,
  newKey,
  passport,
  serving,
  sign,
  signCarelessly,
  statusEntry,
  statusList,
  verifyOptions,
} from './builders.ts'

const did = 'did:web:passerelle.example:orgs:marche'
const key = await newKey(did)
const other = await newKey(did)
const keyDocument = didWebDocument({ did, keys: [key] })
const list = await statusList(key)
const revokedList = await statusList(key, { set: [STATUS_INDEX] })
const badge = await sign(
  competence(did, { credentialStatus: statusEntry(), validUntil: '2027-01-01T00:00:00Z' }),
  key,
)

let cache: VerificationCache
beforeEach(() => {
  cache = createVerificationCache({ maxBytes: 1_000_000 })
})

const resolving = (document: JsonObject | undefined): Partial<VerifyOptions> => ({
  documentLoader: createDocumentLoader({ resolveDid: () => Promise.resolve(document) }),
})

const options = (changes: Partial<VerifyOptions> = {}): VerifyOptions =>
  verifyOptions({ ...resolving(keyDocument), ...serving(list), cache, ...changes })

/** A copy, as it comes out of another request. */
const again = (document: JsonObject): JsonObject => JSON.parse(JSON.stringify(document)) as JsonObject

/** Verifies with a cache that knows the badge, the state of the world having changed since. */
async function verdictAfter(changes: Partial<VerifyOptions>) {
  expect((await verifyCredential(badge, options())).verdict).toBe('verified')
  const { hits } = cache.counts()
  const result = await verifyCredential(again(badge), options(changes))
  expect(cache.counts().hits).toBeGreaterThan(hits)
  return result
}

describe('a credential seen before', () => {
  test('is found good without being read again, and says the same', async () => {
    const first = await verifyCredential(badge, options())
    const { compiled, library } = canonicalisationCounts()
    expect(await verifyCredential(again(badge), options())).toEqual(first)
    expect(
      await verifyCredential(again(badge), options({ cache: createVerificationCache({ maxBytes: 1e6 }) })),
    ).toEqual(first)
    expect(canonicalisationCounts()).toMatchObject({ compiled: compiled + 4, library })
    // The credential, its status list, and the bits of that.
    expect(cache.counts()).toMatchObject({ entries: 3, hits: 3 })
  })

  test('is revoked when its status list says so now', async () => {
    expect((await verdictAfter(serving(revokedList))).verdict).toBe('revoked')
  })

  test('cannot be decided when its status list is not to be had', async () => {
    const { verdict } = await verdictAfter({ loadStatusList: () => Promise.reject(new Error('gone')) })
    expect(verdict).toBe('unverifiable-now')
  })

  test('expires', async () => {
    expect((await verdictAfter({ now: new Date('2027-01-01T00:00:01Z') })).verdict).toBe('expired')
  })

  test('is of an issuer whom nobody vouches for any more', async () => {
    expect((await verdictAfter({ isKnownIssuer: () => false })).verdict).toBe('issuer-unknown')
  })

  test('is not authentic when its key was taken out of the DID document', async () => {
    const { verdict, checks } = await verdictAfter(resolving(didWebDocument({ did, keys: [other] })))
    expect([verdict, codeOf(checks, 'proof')]).toEqual(['not-authentic', 'key-not-found'])
  })

  test('is not authentic when its key may no longer sign', async () => {
    const { checks } = await verdictAfter(resolving({ ...keyDocument, assertionMethod: [] }))
    expect(codeOf(checks, 'proof')).toBe('key-not-authorised')
  })

  test('is not authentic when its key was compromised since, unless it was witnessed before', async () => {
    const document = changed(keyDocument, ['verificationMethod', 0, 'revoked'], '2026-06-30T12:00:00Z')
    const { checks } = await verdictAfter(resolving(document))
    expect(codeOf(checks, 'proof')).toBe('key-compromised')
    const witness = () => Promise.resolve(new Date('2026-06-30T11:00:00Z'))
    expect((await verdictAfter({ ...resolving(document), witness })).verdict).toBe('verified')
  })

  test('is not authentic when another key took the name of its key', async () => {
    const document = changed(
      keyDocument,
      ['verificationMethod', 0, 'publicKeyMultibase'],
      other.publicKeyMultibase,
    )
    const { checks } = await verdictAfter(resolving(document))
    expect(codeOf(checks, 'proof')).toBe('signature-invalid')
    expect((await verdictAfter({})).verdict).toBe('verified')
  })

  test('cannot be decided when the DID document is not to be had', async () => {
    expect((await verdictAfter(resolving(undefined))).verdict).toBe('unverifiable-now')
  })

  test('is not authentic when its proof has expired since', async () => {
    const passing = await signCarelessly(competence(did), key, { proof: { expires: '2026-07-02T00:00:00Z' } })
    const { documentLoader } = options()
    expect((await verifyCredential(passing, options())).verdict).toBe('verified')
    const later = { now: new Date('2026-07-03T00:00:00Z'), documentLoader }
    expect(codeOf((await verifyCredential(again(passing), options(later))).checks, 'proof')).toBe(
      'proof-expired',
    )
  })
})

type Path = (string | number)[]

function textsIn(value: JsonValue, path: Path = []): Path[] {
  if (typeof value === 'string') return [path]
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, [...path, name]))
}

describe('a credential that is not quite the one seen before', () => {
  test('is not taken for it: no text may differ in one character', async () => {
    await verifyCredential(badge, options())
    const paths = textsIn(badge)
    expect(paths.length).toBeGreaterThan(40)
    for (const path of paths) {
      const text = String(path.reduce<unknown>((node, step) => Reflect.get(node as object, step), badge))
      const forged = changed(badge, path, text.slice(0, -1) + (text.endsWith('1') ? '2' : '1'))
      expect(cache.recall(forged), path.join('/')).toBeUndefined()
      expect((await verifyCredential(forged, options())).verdict, path.join('/')).not.toBe('verified')
    }
    expect(cache.recall(again(badge))).toBeDefined()
  })

  test.each<[string, (document: JsonObject) => unknown]>([
    ['a member more', (document) => ({ ...document, undefinedWord: 'x' })],
    ['a member less', ({ name: _name, ...document }) => document],
    ['a text in a list', (document) => ({ ...document, name: [document.name] })],
    ['an item more', (document) => ({ ...document, evidence: [...(document.evidence as object[]), 'x'] })],
    ['null for a member', (document) => ({ ...document, evidence: null })],
    [
      'an own way of becoming JSON',
      (document) => ({ ...changed(document, ['name'], 'x'), toJSON: () => document }),
    ],
    ['its text', (document) => JSON.stringify(document)],
    ['a list of it', (document) => [document]],
  ])('is not taken for it: %s', async (_, change) => {
    await verifyCredential(badge, options())
    expect(cache.recall(change(again(badge)))).toBeUndefined()
  })

  test('does not push out the good one', async () => {
    await verifyCredential(badge, options())
    await verifyCredential(changed(badge, ['name'], 'x'), options())
    expect(cache.recall(again(badge))).toBeDefined()
  })

  test('can be the very object, changed', async () => {
    const mine = again(badge)
    expect((await verifyCredential(mine, options())).verdict).toBe('verified')
    mine['name'] = 'Diriger une équipe'
    expect((await verifyCredential(mine, options())).verdict).toBe('not-authentic')
    expect((await verifyCredential(again(badge), options())).verdict).toBe('verified')
  })
})

describe('what is remembered', () => {
  test('is nothing of a forged credential', async () => {
    await verifyCredential(
      changed(badge, ['name'], 'x'),
      options({ loadStatusList: () => Promise.reject(new Error()) }),
    )
    expect(cache.counts().entries).toBe(0)
  })

  test('is nothing that rests on the context of somebody else', async () => {
    const context = 'https://elsewhere.example/context'
    const loader = (meaning: string) => ({
      documentLoader: createDocumentLoader({
        resolveDid: () => Promise.resolve(keyDocument),
        loadRemote: () => Promise.resolve({ '@context': { nickname: meaning } }),
      }),
    })
    const foreign = { ...badge, '@context': [...(badge['@context'] as string[]), context] }
    expect((await verifyCredential(foreign, options(loader('https://a.example/')))).verdict).toBe('verified')
    expect(cache.recall(foreign)).toBeUndefined()
  })

  test('cannot be changed through what was answered', async () => {
    const platform = await newKey()
    const collection = await sign(passport(platform.did, [badge]), platform)
    const resolveDid = (asked: string) => Promise.resolve(asked === did ? keyDocument : didKeyDocument(asked))
    const both = { documentLoader: createDocumentLoader({ resolveDid }) }
    for (let time = 0; time < 3; time += 1) {
      const { verdict, members } = await verifyCredential(again(collection), options(both))
      expect(verdict).toBe('verified')
      for (const { credential } of members ?? []) credential['name'] = 'changed by the reader'
    }
  })

  test('stays within its bounds, and what was not asked for longest goes first', async () => {
    const small = createVerificationCache({ maxBytes: 60_000 })
    const signed = await Promise.all(
      Array.from({ length: 30 }, (_, number) => sign(competence(did, { id: `urn:x:${number}` }), key)),
    )
    const [first = {}] = signed
    for (const document of signed) {
      await verifyCredential(document, options({ cache: small }))
      expect(small.recall(first)).toBeDefined()
      expect(small.counts().bytes).toBeLessThan(60_000)
    }
    expect(small.counts().entries).toBeLessThan(15)
    expect(small.recall(signed[1])).toBeUndefined()
    expect(small.recall(signed[29])).toBeDefined()
  })

  test('is nothing so large that all else would have to go', async () => {
    const small = createVerificationCache({ maxBytes: 10_000 })
    const large = await sign(competence(did, { name: 'x'.repeat(5000) }), key)
    expect((await verifyCredential(large, options({ cache: small }))).verdict).toBe('verified')
    expect(small.counts().entries).toBe(0)
  })

  test('is a status list by its whole text', async () => {
    const encoded = ({ credentialSubject }: JsonObject): string =>
      (credentialSubject as { encodedList: string }).encodedList
    const bits = await cache.decodeList(encoded(list))
    expect(await cache.decodeList(encoded(list))).toBe(bits)
    const others = await cache.decodeList(encoded(revokedList))
    expect(others).not.toEqual(bits)
    await expect(cache.decodeList('unsinn')).rejects.toMatchObject({ reason: 'bitstring-invalid' })
  })
})
