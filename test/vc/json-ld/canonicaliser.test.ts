import { afterEach, describe, expect, test } from 'vitest'
import { canonicaliseDocument } from '../../../server/vc/json-ld/canonicalise.ts'
import { createCanonicaliser } from '../../../server/vc/json-ld/canonicaliser.ts'
import type { CanonicalDifference } from '../../../server/vc/json-ld/comparison.ts'
import { createCompiler } from '../../../server/vc/json-ld/compiled/compiler.ts'
import type { Compiler } from '../../../server/vc/json-ld/compiled/compiler.ts'
import { pinnedDocumentLoader } from '../../../server/vc/json-ld/document-loader.ts'
import type { LinkedDocument } from '../../../server/vc/json-ld/linked-document.ts'
import {
  canonicalisationCounts,
  configureCanonicalisation,
  createDocumentLoader,
  verifyCredential,
} from '../../../server/vc/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { changed, competence, newKey, sign, verifyOptions } from '../builders.ts'

const key = await newKey()
const badge = competence(key.did)
const expected = await canonicaliseDocument(badge, pinnedDocumentLoader)
const config: JsonObject = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }
const expectedProof = await canonicaliseDocument(
  { ...config, '@context': badge['@context'] ?? [] },
  pinnedDocumentLoader,
)

/** A compiler with a fault: it reads another name than the one that is written. */
function faultyCompiler(isFaulty: (document: JsonObject) => boolean = () => true): Compiler {
  const compiler = createCompiler()
  return {
    ...compiler,
    read: (document) => compiler.read(isFaulty(document) ? { ...document, id: 'urn:x:wrong' } : document),
  }
}

async function linked(
  canonicaliser: ReturnType<typeof createCanonicaliser>,
  document = badge,
): Promise<LinkedDocument> {
  const link = await canonicaliser.link(document, pinnedDocumentLoader)
  if ('check' in link) throw new Error(JSON.stringify(link.check))
  return link.linked
}

describe('a sample of what is read without the library', () => {
  test('is read by the library too, and nothing happens when they agree', async () => {
    const differences: CanonicalDifference[] = []
    const canonicaliser = createCanonicaliser({
      sampleRate: 1,
      onDifference: (found) => differences.push(found),
    })
    const document = await linked(canonicaliser)
    expect(await document.canonicalise()).toBe(expected)
    expect(await document.canonicaliseProof(config)).toBe(expectedProof)
    expect(differences).toEqual([])
    expect(canonicaliser.counts()).toMatchObject({ compiled: 2, library: 0, sampled: 2, differences: 0 })
  })

  test('that differs gives the alarm, is answered by the library, and ends reading without it', async () => {
    const differences: CanonicalDifference[] = []
    const canonicaliser = createCanonicaliser(
      { sampleRate: 1, onDifference: (found) => differences.push(found) },
      faultyCompiler(),
    )
    expect(await (await linked(canonicaliser)).canonicalise()).toBe(expected)
    expect(differences).toEqual([
      { about: 'document', outcome: 'other-form', types: ['VerifiableCredential', 'OpenBadgeCredential'] },
    ])
    expect(await (await linked(canonicaliser)).canonicalise()).toBe(expected)
    expect(differences).toHaveLength(1)
    expect(canonicaliser.counts()).toMatchObject({ compiled: 1, library: 1, differences: 1 })
  })

  test('gives the alarm for a proof too', async () => {
    const differences: CanonicalDifference[] = []
    const canonicaliser = createCanonicaliser(
      { sampleRate: 1, onDifference: (found) => differences.push(found) },
      faultyCompiler(({ type }) => type === 'DataIntegrityProof'),
    )
    expect(await (await linked(canonicaliser)).canonicaliseProof(config)).toBe(expectedProof)
    expect(differences).toMatchObject([{ about: 'proof', outcome: 'other-form' }])
  })

  test('that the library refuses is refused, with the alarm', async () => {
    const differences: CanonicalDifference[] = []
    const compiler = createCompiler()
    const canonicaliser = createCanonicaliser(
      { sampleRate: 1, onDifference: (found) => differences.push(found) },
      { ...compiler, read: () => compiler.read(badge) },
    )
    const link = await canonicaliser.link({ ...badge, undefinedWord: 'x' }, pinnedDocumentLoader)
    expect(link).toMatchObject({ check: { name: 'context', code: 'term-undefined' } })
    expect(differences).toMatchObject([{ about: 'document', outcome: 'refused-by-library' }])
  })

  test('has the size that was asked for', async () => {
    const numbers = [0.5, 0.009, 0.01, 0, 0.99]
    const canonicaliser = createCanonicaliser({ sampleRate: 0.01, random: () => numbers.shift() ?? 1 })
    for (let number = 0; number < 5; number += 1) await linked(canonicaliser)
    expect(canonicaliser.counts()).toMatchObject({ compiled: 5, sampled: 2 })
  })

  test('is empty when none was asked for', async () => {
    const canonicaliser = createCanonicaliser({ sampleRate: 0, random: () => 0 })
    await linked(canonicaliser)
    expect(canonicaliser.counts().sampled).toBe(0)
  })
})

describe('documents that only the library reads', () => {
  const context = 'https://elsewhere.example/context'
  const loaderWith = (meaning: string) =>
    createDocumentLoader({
      resolveDid: () => Promise.resolve(undefined),
      loadRemote: () => Promise.resolve({ '@context': { nickname: meaning } }),
    })
  const document = changed(
    { ...badge, '@context': [...(badge['@context'] as string[]), context] },
    ['credentialSubject', 'nickname'],
    'Nini',
  )

  test('mean what their contexts mean at that moment, and to that reader', async () => {
    const canonicaliser = createCanonicaliser()
    for (const meaning of [
      'https://a.example/#nickname',
      'https://b.example/#nickname',
      'https://a.example/#nickname',
    ]) {
      const link = await canonicaliser.link(document, loaderWith(meaning))
      expect('linked' in link && (await link.linked.canonicalise())).toContain(`<${meaning}> "Nini"`)
    }
    expect(canonicaliser.counts()).toMatchObject({ compiled: 0, library: 3 })
  })

  test('are unavailable when a context is, and not forged', async () => {
    const link = await createCanonicaliser().link(document, pinnedDocumentLoader)
    expect(link).toMatchObject({ check: { status: 'unavailable', code: 'context-unknown', detail: context } })
  })
})

describe('for the whole process', () => {
  afterEach(() => configureCanonicalisation({}))

  test('the sample is set once, and what was read is counted', async () => {
    configureCanonicalisation({ sampleRate: 1 })
    const signed = await sign(badge, key)
    expect((await verifyCredential(signed, verifyOptions())).verdict).toBe('verified')
    expect(canonicalisationCounts()).toMatchObject({ compiled: 4, library: 0, sampled: 4, differences: 0 })
  })
})
