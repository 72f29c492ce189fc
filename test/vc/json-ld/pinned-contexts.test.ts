import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { publishedDigestSri, publishedDigests } from '../../../server/vc/json-ld/published-digests.ts'
import { pinnedContext, pinnedContextUrls } from '../../../server/vc/json-ld/pinned-contexts.ts'
import {
  CLR_CONTEXT,
  CREDENTIALS_V2,
  OPEN_BADGES_CONTEXT,
  createDocumentLoader,
  isJsonObject,
} from '../../../server/vc/index.ts'
import type { JsonValue } from '../../../server/vc/index.ts'

/** The same text for the same meaning: members in alphabetical order, no white space. */
function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}

const digest = async (url: string) =>
  createHash('sha256')
    .update(canonical((await pinnedContext(url)) ?? null))
    .digest('hex')

describe('the contexts we ship', () => {
  // Computed from the bytes that W3C and 1EdTech publish: a changed context would change what old signatures mean.
  test.each([
    [CREDENTIALS_V2, 'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf'],
    [
      'https://w3id.org/security/data-integrity/v2',
      '7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305',
    ],
    [OPEN_BADGES_CONTEXT, 'c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99'],
    [
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
    ],
    [CLR_CONTEXT, 'ff5ab3cbe89f16a7a57b802718b2fe9673d911cd319e5727799f6d327d87e38d'],
  ])('%s means what was published', async (url, expected) => {
    expect(await digest(url)).toBe(expected)
  })

  test('have the digests of the published bytes, not of our copies', () => {
    // VC Data Model 2.0, appendix B.1: 59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734
    const hex = '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734'
    expect(publishedDigestSri(CREDENTIALS_V2)).toBe(`sha256-${Buffer.from(hex, 'hex').toString('base64')}`)
    expect(publishedDigests(CREDENTIALS_V2)).toContain('zQmUNM6HqwZxuJ5k6cYRKAiqjUkx1qxWJe4WTqsg7ZJtEFm')
    expect(publishedDigests(CREDENTIALS_V2)).toContain('uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA')
    expect(publishedDigests(CREDENTIALS_V2)).toContain('uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ')
    expect(publishedDigests('https://elsewhere.example/v1')).toEqual([])
  })

  test('are all there, and the same object each time', async () => {
    expect(pinnedContextUrls().length).toBeGreaterThan(9)
    for (const url of pinnedContextUrls()) {
      const document = await pinnedContext(url)
      expect(document).toHaveProperty('@context')
      expect(await pinnedContext(url)).toBe(document)
    }
  })

  test('are never asked of the network, even where there is one', async () => {
    const asked: string[] = []
    const load = createDocumentLoader({
      resolveDid: () => Promise.resolve(undefined),
      loadRemote: (url) => {
        asked.push(url)
        return Promise.resolve({ '@context': {} })
      },
    })
    for (const url of pinnedContextUrls()) await load(url)
    expect(asked).toEqual([])
    await load('https://elsewhere.example/v1')
    expect(asked).toEqual(['https://elsewhere.example/v1'])
  })

  test('are all there is for a loader without network', async () => {
    const load = createDocumentLoader({ resolveDid: () => Promise.reject(new Error('offline')) })
    await expect(load('https://elsewhere.example/v1')).rejects.toThrow(
      'cannot load https://elsewhere.example/v1',
    )
    await expect(load('did:web:elsewhere.example')).rejects.toThrow('cannot load did:web:elsewhere.example')
  })
})
