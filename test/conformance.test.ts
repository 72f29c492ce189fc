import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Express } from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'
import { openPassingClient } from '../server/access/api-clients/index.ts'
import { createApp } from '../server/app.ts'
import { listInstances } from '../server/issuer/vc-api/index.ts'
import {
  NO_ISSUERS,
  openIssuerRegistry,
  type IssuerRegistry,
} from '../server/verifier/issuer-registry/index.ts'
import { openApp, type App } from './support/app-world.ts'

/**
 * Recorded requests of the public W3C and CCG suites, kept beside the repository (`../shared/conformance`): what they
 * expect, accept (2xx) or refuse (400, 422), against what we answer. Without that folder there is nothing to replay.
 */
const FOLDER = join(import.meta.dirname, '..', '..', 'shared', 'conformance')
const KINDS = ['issue', 'verify-vc', 'verify-vp'] as const
type Kind = (typeof KINDS)[number]

/** Who signed the vectors of the specifications: an https URL, whose document nobody serves. */
const REGISTERED = 'https://vc.example/issuers/5678'
/** A registry that knows it, with the keys of the vectors. */
const REGISTRY = join(import.meta.dirname, '..', 'docs', 'issuer-registry.example.json')
/** A status list that only the recording machine served. */
const UNREACHABLE = 'https://localhost:4444/status'

interface Recorded {
  readonly suite: string
  readonly expect: 'accept' | 'refuse'
  readonly body: object
}

const passing = openPassingClient('conformance')
let opened: App
let issuers: Awaited<ReturnType<typeof listInstances>>

beforeAll(async () => {
  opened = await openApp()
  // the requests were signed in November
  opened.time.now = new Date('2026-12-01T12:00:00Z')
  issuers = await listInstances(opened.services)
})
afterAll(() => opened.close())

const linesOf = (kind: Kind): string[] =>
  readFileSync(join(FOLDER, `${kind}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.includes(UNREACHABLE))

/** The application as a conformance run has it, with this registry of issuers. */
const conformanceApp = (registry: IssuerRegistry): Express =>
  createApp({ ...opened.services, conformance: passing, issuers: registry })

/** The requests that are answered otherwise than their suite expects. */
async function replay(app: Express, kind: Kind): Promise<string[]> {
  const differing: string[] = []
  for (const line of linesOf(kind)) {
    const [, name = 'ed25519'] = /\{\{issuer:(\w+)\}\}/.exec(line) ?? []
    const path = {
      issue: issuers.find((issuer) => issuer.name === name)?.path ?? '',
      'verify-vc': '/credentials/verify',
      'verify-vp': '/presentations/verify',
    }[kind]
    const named = issuers.reduce((text, { name, id }) => text.replaceAll(`{{issuer:${name}}}`, id), line)
    const recorded = JSON.parse(named) as Recorded
    const { status } = await request(app)
      .post(path)
      .set('Authorization', `Bearer ${passing.token}`)
      .send(recorded.body)
    const got = status < 300 ? 'accept' : [400, 422].includes(status) ? 'refuse' : `HTTP ${status}`
    if (got !== recorded.expect)
      differing.push(`${recorded.suite}: expected ${recorded.expect}, got ${got}: ${named.slice(0, 900)}`)
  }
  return differing
}

describe.skipIf(!existsSync(FOLDER))('the public suites', () => {
  it.each(KINDS)('are answered as they expect: %s', async (kind) => {
    const registry = await openIssuerRegistry(REGISTRY)
    expect(await replay(conformanceApp(registry), kind)).toEqual([])
  })

  it('miss nothing without a registry but the vectors of the one issuer it names', async () => {
    const differing = await replay(conformanceApp(NO_ISSUERS), 'verify-vc')
    expect(differing).toHaveLength(3)
    for (const line of differing) expect(line).toContain(`"issuer":"${REGISTERED}"`)
  })
})
