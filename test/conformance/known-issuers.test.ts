import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import request from 'supertest'
import { openIssuerRegistry } from '../../server/verifier/issuer-registry/index.ts'
import { openApp, type App } from '../support/app-world.ts'
import { conformanceRegistry } from '../support/conformance-registry.ts'
import { temporaryFolder } from '../support/database.ts'

/** Recorded requests beside the repository, see conformance.test.ts; some are signed for an issuer without a DID. */
const FILE = join(import.meta.dirname, '..', '..', '..', 'shared', 'conformance', 'verify-vc.jsonl')
const ISSUER = 'https://vc.example/issuers/5678'

let opened: App
beforeAll(async () => {
  if (!existsSync(FILE)) return
  const path = join(temporaryFolder(), 'issuers.json')
  writeFileSync(path, JSON.stringify(conformanceRegistry([FILE])))
  opened = await openApp({ overrides: { issuers: await openIssuerRegistry(path) } })
  opened.time.now = new Date('2026-12-01T12:00:00Z')
})
afterAll(() => (existsSync(FILE) ? opened.close() : undefined))

it.skipIf(!existsSync(FILE))('an issuer in the registry is answered for as the suites expect', async () => {
  const lines = readFileSync(FILE, 'utf8').trim().split('\n')
  const mine = lines.filter((line) => line.includes(`"issuer":"${ISSUER}"`))
  expect(mine.length).toBeGreaterThan(30)
  const wrong: string[] = []
  for (const line of mine) {
    const recorded = JSON.parse(line) as { expect: string; body: object }
    const { status, text } = await request(opened.app).post('/credentials/verify').send(recorded.body)
    const got = status < 300 ? 'accept' : 'refuse'
    if (got !== recorded.expect) wrong.push(`${recorded.expect}, got ${text}: ${line.slice(0, 300)}`)
  }
  expect(wrong).toEqual([])
})
