import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import { pinnedDocumentLoader } from '../../../server/vc/json-ld/document-loader.ts'
import { canonicaliseDataset, canonicaliseDocument } from '../../../server/vc/json-ld/canonicalise.ts'
import { canonicaliseStatements } from '../../../server/vc/json-ld/compiled/canonicalise-statements.ts'
import { createCompiler } from '../../../server/vc/json-ld/compiled/compiler.ts'
import { linkByLibrary } from '../../../server/vc/json-ld/link-by-library.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { documentsToRead } from './documents-to-read.ts'
import { createDice, mutate } from './mutate-document.ts'

/** The same documents each time; others with FUZZ_SEED, more with FUZZ_DOCUMENTS. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_701)
const DOCUMENTS = Number(process.env['FUZZ_DOCUMENTS'] ?? 6000)
/** jsonld with its own context resolver takes ten times as long: one document in so many is read by it too. */
const STOCK_EVERY = 30

const shapes = await documentsToRead()
const compiler = createCompiler()

type Outcome = { text: string } | { refused: true }
const outcomeOf = (reading: Promise<string>): Promise<Outcome> =>
  reading.then(
    (text) => ({ text }),
    () => ({ refused: true }),
  )

/** By jsonld as it comes, with nothing of ours but the contexts. */
async function byStock(document: JsonObject): Promise<string> {
  const dataset = await jsonld.toRDF(document, {
    documentLoader: pinnedDocumentLoader,
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
  })
  return canonicaliseDataset(dataset, 'SHA-256')
}

const byLibrary = (document: JsonObject): Promise<Outcome> =>
  outcomeOf(canonicaliseDocument(document, pinnedDocumentLoader))

/** By the compiled way; undefined when it leaves the document to the library. */
async function byCompiler(document: JsonObject): Promise<Outcome | undefined> {
  const statements = await compiler.read(document)
  return statements === undefined ? undefined : outcomeOf(canonicaliseStatements(statements, 'SHA-256'))
}

async function hidesProperty(document: JsonObject): Promise<boolean> {
  const link = await linkByLibrary(document, pinnedDocumentLoader, () => Promise.resolve(''))
  return 'linked' in link && link.linked.findHiddenProperty() !== undefined
}

describe('what is read without the library', () => {
  test(`says the same as what the library reads, for ${DOCUMENTS} damaged documents from seed ${SEED}`, async () => {
    const dice = createDice(SEED)
    const counts = { readable: 0, compiled: 0, stock: 0 }
    for (let number = 0; number < DOCUMENTS; number += 1) {
      const document = mutate(shapes[dice(shapes.length)] ?? {}, dice)
      const about = `document ${number} from seed ${SEED}: ${JSON.stringify(document)}`
      const library = await byLibrary(document)
      const compiled = await byCompiler(document)
      if (compiled !== undefined) {
        expect(compiled, about).toEqual(library)
        expect(await hidesProperty(document), about).toBe(false)
      }
      if (number % STOCK_EVERY === 0) {
        expect(await outcomeOf(byStock(document)), about).toEqual(library)
        counts.stock += 1
      }
      if ('text' in library) counts.readable += 1
      if (compiled !== undefined) counts.compiled += 1
    }
    console.log(
      `seed ${SEED}: ${counts.readable} of ${DOCUMENTS} can be read, ${counts.compiled} without the library`,
    )
    // It could pass by leaving everything to the library.
    expect(counts.readable).toBeGreaterThan(DOCUMENTS * 0.3)
    expect(counts.compiled).toBeGreaterThan(counts.readable * 0.7)
  })

  test.each(['SHA-256', 'SHA-384'] as const)(
    'is hashed with %s inside as the library does it',
    async (hash) => {
      let compiled = 0
      for (const document of shapes) {
        const statements = await compiler.read(document)
        if (statements === undefined) continue
        compiled += 1
        const expected = await canonicaliseDocument(document, pinnedDocumentLoader, hash)
        expect(await canonicaliseStatements(statements, hash)).toBe(expected)
      }
      expect(compiled).toBeGreaterThan(20)
    },
  )

  test('is everything we write ourselves, the passport with the credentials in it too', async () => {
    const ours = shapes.filter(
      ({ id }) => typeof id === 'string' && id.startsWith('https://passerelle.example/'),
    )
    expect(ours.length).toBeGreaterThan(6)
    for (const document of ours) expect(await compiler.read(document)).toBeDefined()
  })

  test('tells nodes apart that say the same in different places, and those that do not', async () => {
    const [badge = {}] = shapes
    const twin = { type: ['Evidence'], name: 'x', narrative: 'y' }
    const rubric = { type: ['Evidence'], name: 'x', audience: 'y' }
    for (const evidence of [
      [twin, twin],
      [twin, twin, rubric],
      [{ ...twin, id: 'urn:x:1' }, twin, twin, twin],
    ]) {
      const document = { ...badge, evidence }
      const compiled = await byCompiler(document)
      expect(compiled).toBeDefined()
      expect(compiled).toEqual(await byLibrary(document))
    }
  })

  test.each([
    [
      'a decisive property by its full address',
      { 'https://www.w3.org/2018/credentials#validUntil': '2020-01-01T00:00:00Z' },
    ],
    ['the id by its keyword', { '@id': 'urn:x:other' }],
    ['an empty type', { issuer: { id: 'did:example:issuer', type: '' } }],
    ['the type by its keyword', { '@type': 'VerifiableCredential' }],
    ['a context of its own', { '@context': [{ until: 'https://www.w3.org/2018/credentials#validUntil' }] }],
    ['a word that no context defines', { undefinedWord: 'x' }],
    ['a member that copies lose', JSON.parse('{"__proto__": "x"}') as JsonObject],
    ['half a character', { name: '\ud83d' }],
    ['a text from right to left', { name: { '@value': 'שלום', '@language': 'he', '@direction': 'rtl' } }],
    ['a fraction', { awardedDate: 1.5 }],
    ['a blank node by name', { evidence: { id: '_:b0', type: ['Evidence'], name: 'x' } }],
    ['a relative address', { image: { id: 'images/1.png', type: 'Image' } }],
  ])('leaves to the library %s', async (_, changes) => {
    const [badge = {}] = shapes
    expect(await compiler.read({ ...badge, issuer: { id: 'did:example:issuer' } })).toBeDefined()
    expect(await compiler.read({ ...badge, ...changes })).toBeUndefined()
  })
})

describe('what strangers send', () => {
  const strange = (number: number): JsonObject => ({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
    id: `urn:x:${number}`,
    type: ['VerifiableCredential', `Stranger${number}`],
    issuer: 'did:example:stranger',
    [`word${number}`]: 'x',
    credentialSubject: { id: 'urn:x:s', [`word${number}`]: { [`deeper${number}`]: 'y' } },
  })

  test('is forgotten before it fills the memory, and what we write is read on', async () => {
    const small = createCompiler(200)
    for (let number = 0; number < 100; number += 1) {
      expect(await small.read(strange(number))).toBeDefined()
      expect(small.size()).toBeLessThan(400)
    }
    const [badge = {}] = shapes
    const statements = await small.read(badge)
    expect(statements && (await canonicaliseStatements(statements, 'SHA-256'))).toBe(
      await canonicaliseDocument(badge, pinnedDocumentLoader),
    )
  })

  test('is left to the library when one document alone would fill it', async () => {
    const small = createCompiler(50)
    const subject = Object.fromEntries(
      Array.from({ length: 500 }, (_, word) => [`word${word}`, { deeper: 'x' }]),
    )
    expect(await small.read({ ...strange(0), credentialSubject: subject })).toBeUndefined()
    expect(small.size()).toBeLessThan(200)
  })

  test('with names too long to remember is left to the library', async () => {
    expect(await compiler.read({ ...strange(0), ['w'.repeat(300)]: 'x' })).toBeUndefined()
    expect(
      await compiler.read({ ...strange(0), type: ['VerifiableCredential', 'T'.repeat(300)] }),
    ).toBeUndefined()
  })

  test('read at the same time by many is read by each as by itself', async () => {
    const fresh = createCompiler()
    const documents = Array.from({ length: 30 }, (_, number) => strange(number % 5))
    const read = await Promise.all(documents.map((document) => fresh.read(document)))
    for (const [index, statements] of read.entries()) {
      expect(statements && (await canonicaliseStatements(statements, 'SHA-256'))).toBe(
        await canonicaliseDocument(documents[index] ?? {}, pinnedDocumentLoader),
      )
    }
  })
})
