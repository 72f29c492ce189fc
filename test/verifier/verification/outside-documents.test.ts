import { describe, expect, it } from 'vitest'
import type { RemoteFetcher } from '../../../server/platform/remote/index.ts'
import { openOutside } from '../../../server/verifier/verification/outside-documents.ts'

const publicUrl = 'https://passerelle.test'
const LIMITS = { totalMs: 100, documents: 5, contextWork: 1000, listValues: 20 }
const BADGE = { a: 1, b: [1, 2, 3], c: { d: 1 } }

/** A network that notes what it is asked, and answers `{}`, or never. */
function network(answers = true) {
  const asked: string[] = []
  const remote: RemoteFetcher = {
    fetchJson: (url, { signal }) => {
      asked.push(url)
      return new Promise((resolve, reject) => {
        if (answers) resolve({ url })
        signal?.addEventListener('abort', () => reject(new Error('timeout')))
        if (signal?.aborted === true) reject(new Error('timeout'))
      })
    },
  }
  return { asked, remote }
}

describe('one verification', () => {
  it('waits for all others together no longer than its time', async () => {
    const { remote, asked } = network(false)
    const outside = openOutside({ publicUrl, remote }, BADGE, LIMITS)
    const began = performance.now()
    for (const n of [1, 2, 3, 4])
      await expect(outside.loadStatusList(`https://a.example/${n}`)).rejects.toThrow()
    expect(asked).toHaveLength(4)
    // four waits would be four times as long
    expect(performance.now() - began).toBeLessThan(4 * LIMITS.totalMs)
  })

  it('asks for a few documents, each once', async () => {
    const { remote, asked } = network()
    const outside = openOutside({ publicUrl, remote }, BADGE, LIMITS)
    for (const n of [1, 1, 2, 3, 4, 5, 5]) await outside.loadDocument(`https://a.example/${n}`)
    await expect(outside.loadDocument('https://a.example/6')).rejects.toThrow('too many')
    expect(asked).toHaveLength(5)
  })

  it('finds out where a did:web is, and resolves no other method', async () => {
    const { remote, asked } = network()
    const outside = openOutside({ publicUrl, remote }, BADGE)
    await outside.resolveDid('did:web:a.example:orgs:b')
    await outside.resolveDid('did:web:a.example')
    expect(asked).toEqual(['https://a.example/orgs/b/did.json', 'https://a.example/.well-known/did.json'])
    expect(await outside.resolveDid('did:ion:abc')).toBeUndefined()
    await expect(outside.resolveDid('did:web:a.example/../x')).rejects.toThrow('did-invalid')
    expect(asked).toHaveLength(2)
  })

  it('reads what the administrator wrote before it asks anybody', async () => {
    const { remote, asked } = network()
    const document = { id: 'did:web:a.example' }
    const issuers = {
      documentOf: (id: string) => (id.includes('a.example') ? document : undefined),
      trusts: () => false,
    }
    const outside = openOutside({ publicUrl, remote, issuers }, BADGE)
    expect(await outside.resolveDid('did:web:a.example')).toBe(document)
    expect(await outside.loadDocument('https://a.example/1')).toBe(document)
    expect(asked).toEqual([])
  })

  it('never asks itself, and nobody where there is no network', async () => {
    const { remote, asked } = network()
    const outside = openOutside({ publicUrl, remote }, BADGE)
    await expect(outside.loadStatusList(`${publicUrl}/status/1`)).rejects.toThrow('our own')
    await expect(outside.resolveDid('did:web:passerelle.test')).rejects.toThrow('our own')
    expect(asked).toEqual([])
    await expect(openOutside({ publicUrl }, BADGE).loadDocument('https://a.example/')).rejects.toThrow(
      'no network',
    )
  })

  it('refuses contexts that would cost too much in this document, and lists that are none', async () => {
    const terms = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`t${n}`, 'x']))
    const pages: Record<string, unknown> = {
      '60': terms(60),
      '90': terms(90),
      '19': terms(19),
      '20': terms(20),
    }
    const remote: RemoteFetcher = { fetchJson: (url) => Promise.resolve(pages[url.slice(-2)]) }
    const open = () => openOutside({ publicUrl, remote }, BADGE, LIMITS)
    const outside = open()
    expect(await outside.loadDocument('https://a.example/90')).toEqual(pages['90'])
    expect(await outside.loadDocument('https://a.example/90')).toEqual(pages['90'])
    await expect(outside.loadDocument('https://a.example/60')).rejects.toThrow('too large')
    expect(await open().loadDocument('https://a.example/60')).toEqual(pages['60'])
    expect(await open().loadStatusList('https://a.example/19')).toEqual(pages['19'])
    await expect(open().loadStatusList('https://a.example/20')).rejects.toThrow('too large')
  })
})
