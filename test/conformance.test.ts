import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import request from 'supertest'
import { openApp, type App } from './support/app-world.ts'

/**
 * Recorded requests of the public W3C and CCG suites, kept beside the repository (`../shared/conformance`): what they
 * expect, accept (2xx) or refuse (400, 422), against what we answer. Without that folder there is nothing to replay.
 */
const FOLDER = join(import.meta.dirname, '..', '..', 'shared', 'conformance')
const KINDS = { 'verify-vc': '/credentials/verify', 'verify-vp': '/presentations/verify' } as const

interface Recorded {
  readonly suite: string
  readonly expect: 'accept' | 'refuse'
  readonly body: unknown
}

/** What we refuse although a suite accepts it: by the words that tell such a request. Everything else must agree. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  'data model 1.1': 'https://www.w3.org/2018/credentials/v1',
  'an issuer registry: https issuers without a DID': '"issuer":"https://vc.example/issuers/5678"',
  'the legacy Ed25519Signature2020': '"type":"Ed25519Signature2020"',
  'a status list that only the recording machine served': 'https://localhost:4444/status',
}

let opened: App
beforeAll(async () => {
  opened = await openApp()
  // the requests were signed in November
  opened.time.now = new Date('2026-12-01T12:00:00Z')
})
afterAll(() => opened.close())

it.skipIf(!existsSync(FOLDER)).each(Object.entries(KINDS))(
  'answers %s as the suites expect',
  async (kind, path) => {
    const lines = readFileSync(join(FOLDER, `${kind}.jsonl`), 'utf8')
      .trim()
      .split('\n')
    const unsupported = new Map<string, number>()
    const wrong: string[] = []
    for (const line of lines) {
      const recorded = JSON.parse(line) as Recorded
      const { status } = await request(opened.app)
        .post(path)
        .send(recorded.body as object)
      const got = status < 300 ? 'accept' : [400, 422].includes(status) ? 'refuse' : `HTTP ${status}`
      if (got === recorded.expect) continue
      const [reason] = Object.entries(UNSUPPORTED).find(([, words]) => line.includes(words)) ?? []
      if (got === 'refuse' && reason !== undefined)
        unsupported.set(reason, (unsupported.get(reason) ?? 0) + 1)
      else wrong.push(`${recorded.suite}: expected ${recorded.expect}, got ${got}: ${line.slice(0, 900)}`)
    }
    const left = [...unsupported.values()].reduce((sum, count) => sum + count, 0) + wrong.length
    console.log(`${kind}: ${lines.length - left} of ${lines.length} agree`, Object.fromEntries(unsupported))
    expect(wrong).toEqual([])
  },
)
