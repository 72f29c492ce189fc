import jsonld from 'jsonld'
import contexts from 'jsonld/lib/context.js'
import { describe, expect, test } from 'vitest'
import { createContextResolver } from '../../../server/vc/json-ld/context-resolver.ts'
import { createDocumentLoader, pinnedDocumentLoader } from '../../../server/vc/json-ld/document-loader.ts'
import type { DocumentLoader } from '../../../server/vc/json-ld/document-loader.ts'
import { pinnedResolutions } from '../../../server/vc/json-ld/pinned-resolutions.ts'
import { pinnedContextUrls } from '../../../server/vc/json-ld/pinned-contexts.ts'
import { CREDENTIALS_V2, OPEN_BADGES_CONTEXT } from '../../../server/vc/index.ts'
import type { JsonObject, JsonValue } from '../../../server/vc/index.ts'
import { documentsToRead } from './documents-to-read.ts'

/** What expansion says, or why it says nothing: with our resolver, or with jsonld's own. */
async function expansion(
  document: JsonObject,
  ours: boolean,
  documentLoader = pinnedDocumentLoader,
): Promise<unknown> {
  const options = { documentLoader, safe: true, base: null }
  return jsonld
    .expand(document, ours ? { ...options, contextResolver: createContextResolver() } : options)
    .catch((error: unknown) => String(error))
}

const withContext = (context: JsonValue, changes: JsonObject = {}): JsonObject => ({
  '@context': context,
  id: 'urn:x:1',
  type: ['VerifiableCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { id: 'urn:x:2', name: 'Inès' },
  ...changes,
})

describe('contexts kept between documents', () => {
  test('mean what jsonld makes of them, the first time and later', async () => {
    for (const document of await documentsToRead()) {
      const stock = await expansion(document, false)
      for (let time = 0; time < 3; time += 1) expect(await expansion(document, true)).toEqual(stock)
    }
  })

  test.each<[string, JsonValue]>([
    ['a base', [CREDENTIALS_V2, { '@base': 'https://ex.org/' }]],
    ['a language', [CREDENTIALS_V2, { '@language': 'fr' }]],
    [
      'a direction, which jsonld forgets at the next context',
      [CREDENTIALS_V2, { '@direction': 'rtl' }, { foo: 'https://ex.org/foo' }],
    ],
    ['a direction at the end', [CREDENTIALS_V2, { '@direction': 'rtl' }]],
    ['a vocabulary', [CREDENTIALS_V2, { '@vocab': 'https://ex.org/' }, OPEN_BADGES_CONTEXT]],
    ['nothing before the others', [null, CREDENTIALS_V2]],
    ['nothing after the others, which is refused', [CREDENTIALS_V2, null]],
    [
      'a protected word with another meaning, which is refused',
      [CREDENTIALS_V2, { name: 'https://ex.org/name' }],
    ],
    ['a protected word with the same meaning', [CREDENTIALS_V2, { name: 'https://schema.org/name' }]],
    ['the same twice', [CREDENTIALS_V2, CREDENTIALS_V2]],
    [
      'an older one, which is refused',
      [CREDENTIALS_V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'],
    ],
    ['what is no context', [CREDENTIALS_V2, 5]],
    ['a list in a list', [CREDENTIALS_V2, [OPEN_BADGES_CONTEXT]]],
    ['one inside another', { '@context': [CREDENTIALS_V2, OPEN_BADGES_CONTEXT] }],
    [
      'a context that does not propagate',
      [CREDENTIALS_V2, { '@propagate': false, foo: 'https://ex.org/foo' }],
    ],
  ])('are the same beside %s', async (_, context) => {
    const document = withContext(context, {
      evidence: { type: ['Evidence'], name: 'x', description: ['a', 'b'] },
    })
    const stock = await expansion(document, false)
    for (let time = 0; time < 3; time += 1) expect(await expansion(document, true)).toEqual(stock)
  })

  test('do not let one use of a context stand in for another', async () => {
    // As context of a property it may give a protected word another meaning; as context of a node it may not. jsonld's own
    // memory mixes the two up, and takes the second after it has seen the first.
    const older = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'
    const loader: DocumentLoader = createDocumentLoader({
      resolveDid: () => Promise.resolve(undefined),
      loadRemote: () =>
        Promise.resolve({ '@context': { inside: { '@id': 'https://ex.org/inside', '@context': older } } }),
    })
    const document = withContext([CREDENTIALS_V2, 'https://elsewhere.example/c'], { inside: { name: 'x' } })
    expect(await expansion(document, true, loader)).toEqual(await expansion(document, false, loader))
    const mixed = { ...document, issuer: { '@context': older, id: 'did:example:issuer' } }
    expect(await expansion(mixed, true, loader)).toContain('redefine a protected term')
  })

  test('are only ours: what somebody else serves is forgotten', async () => {
    const document = withContext([CREDENTIALS_V2, 'https://elsewhere.example/c'], { word: 'x' })
    const asked: string[] = []
    for (const meaning of ['a', 'b']) {
      const loader = createDocumentLoader({
        resolveDid: () => Promise.resolve(undefined),
        loadRemote: (url) => {
          asked.push(url)
          return Promise.resolve({ '@context': [OPEN_BADGES_CONTEXT, { word: `https://ex.org/${meaning}` }] })
        },
      })
      expect(JSON.stringify(await expansion(document, true, loader))).toContain(`https://ex.org/${meaning}`)
    }
    expect(asked).toHaveLength(2)
  })

  test('are all resolved, and stand for what we ship', async () => {
    for (const url of pinnedContextUrls()) expect(await pinnedResolutions().ofUrl(url), url).toBeDefined()
    expect(await pinnedResolutions().ofUrl('https://elsewhere.example/c')).toBeUndefined()
  })

  test('are begun anew before they fill the memory', async () => {
    const urls = pinnedContextUrls().filter(
      (url) => url.includes('examples') || url.includes('undefined-terms'),
    )
    const before = pinnedResolutions()
    for (let number = 0; number < 600; number += 1) {
      const list = Array.from({ length: 10 }, (_, bit) => urls[(number >> bit) & 1] ?? '')
      await contexts.process({
        activeCtx: contexts.getInitialContext({}),
        localCtx: list,
        options: {
          contextResolver: createContextResolver(),
          documentLoader: pinnedDocumentLoader,
          base: null,
          eventHandler: [],
        },
      })
    }
    expect(pinnedResolutions()).not.toBe(before)
    const [document = {}] = await documentsToRead()
    expect(await expansion(document, true)).toEqual(await expansion(document, false))
  })
})
