import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDocumentLoader, didKeyDocument, verifyCredential } from '../../server/vc/index.ts'
import type { JsonObject } from '../../server/vc/index.ts'
import { verifyOptions } from './builders.ts'

/**
 * The recorded requests of the W3C suites that `../shared/conformance` holds, with somebody who knows the one issuer that
 * has no DID: then every one of them is answered as its suite expects. The few whose status list was served by the
 * recording machine alone must come out as open, not as false.
 */
const FILE = join(import.meta.dirname, '../../../shared/conformance/verify-vc.jsonl')
const ISSUER = 'https://vc.example/issuers/5678'
const UNREACHABLE = 'https://localhost:4444/status'

interface Recorded {
  readonly expect: 'accept' | 'refuse'
  readonly body: { readonly verifiableCredential?: JsonObject }
}

function recorded(): { line: number; text: string; request: Recorded }[] {
  if (!existsSync(FILE)) return []
  const lines = readFileSync(FILE, 'utf8').trim().split('\n')
  return lines.map((text, index) => ({ line: index + 1, text, request: JSON.parse(text) as Recorded }))
}

/** The keys with which the recorded vectors of that issuer were signed, as its controller document would list them. */
const keys = [...new Set(recorded().flatMap(({ text }) => keysOf(text)))]
const registry: JsonObject = { id: ISSUER, assertionMethod: keys }
const options = {
  ...verifyOptions(),
  now: new Date('2026-12-01T12:00:00Z'),
  documentLoader: createDocumentLoader({
    resolveDid: (did) => Promise.resolve(didKeyDocument(did)),
    loadRemote: (url) =>
      url === ISSUER ? Promise.resolve(registry) : Promise.reject(new Error('no network')),
  }),
}

function keysOf(text: string): string[] {
  if (!text.includes(`"issuer":"${ISSUER}"`) || !text.includes('"accept"')) return []
  return [...text.matchAll(/"verificationMethod":"([^"]+)"/g)].map(([, method]) => method ?? '')
}

describe.skipIf(!existsSync(FILE))('the requests that the W3C suites send to verifiers', () => {
  const accepted = recorded().filter(({ request }) => request.expect === 'accept')
  const refused = recorded().filter(({ request }) => request.expect === 'refuse')

  test.each(accepted)('line $line is accepted', async ({ text, request }) => {
    const { verdict } = await verifyCredential(request.body.verifiableCredential, options)
    expect(verdict).toBe(text.includes(UNREACHABLE) ? 'unverifiable-now' : 'verified')
  })

  test.each(refused)('line $line is refused', async ({ request }) => {
    const { verdict } = await verifyCredential(request.body.verifiableCredential, options)
    expect(['not-authentic', 'unverifiable-now']).toContain(verdict)
  })
})
