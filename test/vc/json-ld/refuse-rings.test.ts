import { describe, expect, test } from 'vitest'
import { canonicaliseDocument } from '../../../server/vc/json-ld/canonicalise.ts'
import { pinnedDocumentLoader } from '../../../server/vc/json-ld/document-loader.ts'
import type { JsonObject } from '../../../server/vc/json-value.ts'

/** Nodes that each name the next; `name` says how the names are written. */
function chain(count: number, name: (at: number) => string, closed: boolean): JsonObject {
  const nodes = Array.from({ length: count }, (_, at) => ({
    '@id': name(at),
    called: `n${at}`,
    ...(closed || at + 1 < count ? { knows: name((at + 1) % count) } : {}),
  }))
  const context = {
    p: { '@id': '_:b', '@prefix': true },
    called: 'https://x.example/n',
    knows: { '@id': 'https://x.example/k', '@type': '@id' },
  }
  return { '@context': context, '@graph': nodes }
}

const canonical = (document: JsonObject) => canonicaliseDocument(document, pinnedDocumentLoader)

describe('many blank nodes in a ring', () => {
  test.each([
    ['named as they are', (at: number) => `_:b${at}`],
    ['named through a prefix that stands for a blank node', (at: number) => `p:${at}`],
  ])('are refused, %s', async (_name, name) => {
    await expect(canonical(chain(600, name, true))).rejects.toThrow('too many blank nodes in a ring')
  })

  test('are read when they are few', async () => {
    expect((await canonical(chain(3, (at) => `_:b${at}`, true))).split('\n')).toHaveLength(7)
  })

  test('are read when the chain is open', async () => {
    const lines = await canonical(chain(600, (at) => `_:b${at}`, false))
    expect(lines.split('\n')).toHaveLength(1200)
  })
})
