import { describe, expect, test } from 'vitest'
import {
  createDocumentLoader,
  didWebDocument,
  isJsonObject,
  verifyCredential,
} from '../../server/vc/index.ts'
import type { JsonObject, JsonValue } from '../../server/vc/index.ts'
import { verifyIndependently } from '../support/independent-verifier.ts'
import {
  changed,
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

const structure = await newKey()
const platform = await newKey()
const signed = await sign(competence(structure.did, { credentialStatus: statusEntry() }), structure)
const members = [signed]
for (const [index, code] of ['ADAPTER', 'LANG-DE'].entries()) {
  const unsigned = changed(
    competence(structure.did, { id: `https://passerelle.example/credentials/${code}`, name: code }),
    ['credentialSubject', 'achievement', 'id'],
    `https://passerelle.example/achievements/${code}`,
  )
  members.push(
    await sign(changed(unsigned, ['credentialSubject', 'result', 0, 'value'], String(index + 1)), structure),
  )
}
const collection = await sign(passport(platform.did, members), platform)
const options = verifyOptions(serving(await statusList(structure)))

type Path = (string | number)[]

/** Where the texts of a document are, contexts and proofs apart. */
function textsIn(value: JsonValue, path: Path = []): Path[] {
  if (typeof value === 'string') return [path]
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]))
  if (!isJsonObject(value)) return []
  return Object.entries(value)
    .filter(([name]) => name !== '@context')
    .flatMap(([name, member]) => textsIn(member, [...path, name]))
}

function textAt(document: JsonObject, path: Path): string {
  let value: unknown = document
  for (const step of path) value = (value as Record<string | number, unknown>)[step]
  return String(value)
}

/** The same document with the last character of one text replaced. */
function withOneCharacterChanged(document: JsonObject, path: Path): JsonObject {
  const text = textAt(document, path)
  return changed(document, path, text.slice(0, -1) + (text.endsWith('1') ? '2' : '1'))
}

describe('a verifier that shares no code with ours', () => {
  test('accepts a competence, and so do we', async () => {
    expect(await verifyIndependently(signed)).toBe(true)
    expect((await verifyCredential(signed, options)).verdict).toBe('verified')
  })

  test('accepts a passport with the credentials in it, and so do we', async () => {
    expect(await verifyIndependently(collection)).toBe(true)
    for (const member of members) expect(await verifyIndependently(member)).toBe(true)
    expect((await verifyCredential(collection, options)).verdict).toBe('verified')
  })

  test('accepts the status list', async () => {
    expect(await verifyIndependently(await statusList(structure, { set: [5] }))).toBe(true)
  })

  test('accepts an issuer with a DID document, and only with it', async () => {
    const did = 'did:web:passerelle.example:orgs:marche'
    const key = await newKey(did)
    const credential = await sign(competence(did), key)
    const document = didWebDocument({ did, keys: [key] })
    expect(await verifyIndependently(credential, { didDocuments: { [did]: document } })).toBe(true)
    expect(await verifyIndependently(credential)).toBe(false)
    const documentLoader = createDocumentLoader({ resolveDid: () => Promise.resolve(document) })
    expect((await verifyCredential(credential, verifyOptions({ documentLoader }))).verdict).toBe('verified')
  })

  test('refuses a signature in the name of another issuer', async () => {
    expect(await verifyIndependently(await signCarelessly(competence(platform.did), structure))).toBe(false)
  })

  test.each([undefined, null, 'text', [], {}, { proof: {} }])(
    'refuses %j without an exception',
    async (document) => {
      expect(await verifyIndependently(document)).toBe(false)
    },
  )
})

describe('one changed character, anywhere', () => {
  test('in a competence is refused by both verifiers', async () => {
    const paths = textsIn(signed)
    expect(paths.length).toBeGreaterThan(40)
    for (const path of paths) {
      const forged = withOneCharacterChanged(signed, path)
      expect([path, await verifyIndependently(forged)]).toEqual([path, false])
      expect([path, (await verifyCredential(forged, options)).verdict]).toEqual([path, 'not-authentic'])
    }
  })

  test('in a passport, inside its members too, is refused by both verifiers', async () => {
    const paths = textsIn(collection).filter(
      (path) => path[2] === undefined || path[2] === 0 || path[0] !== 'credentialSubject',
    )
    expect(paths.some((path) => path.includes('verifiableCredential'))).toBe(true)
    for (const path of paths) {
      const forged = withOneCharacterChanged(collection, path)
      expect([path, await verifyIndependently(forged)]).toEqual([path, false])
      expect([path, (await verifyCredential(forged, options)).verdict]).toEqual([path, 'not-authentic'])
    }
  })
})
