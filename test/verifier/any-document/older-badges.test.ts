import request from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../../server/platform/log/index.ts'
import { createRemoteFetcher, parseRemoteHosts } from '../../../server/platform/remote/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { openApp, saidOn, type App } from '../../support/app-world.ts'
import { bakedPng } from '../../support/carriers.ts'
import { openFakeInternet, type FakeInternet } from '../../support/fake-internet.ts'

const HOST = 'badges.example.org'
const OTHER = 'elsewhere.example.org'
const ASSERTION = `https://${HOST}/assertions/1`

let internet: FakeInternet
let opened: App
let alone: App
beforeAll(async () => {
  internet = await openFakeInternet([HOST, OTHER])
  const hosts = parseRemoteHosts('*')
  if (hosts === undefined) throw new Error()
  const remote = createRemoteFetcher({
    hosts,
    clock: { now: () => new Date() },
    log: createLogger('silent'),
    network: internet.network,
    limits: { totalMs: 1000, idleMs: 500, failureMs: 0, cacheBytes: 0 },
  })
  opened = await openApp({ publicUrl: 'https://passerelle.test', overrides: { remote } })
  alone = await openApp({ publicUrl: 'https://passerelle.test' })
})
afterAll(async () => {
  await opened.close()
  await alone.close()
  await internet.close()
})
beforeEach(() => {
  internet.sites.clear()
  internet.asked.length = 0
})

const assertion: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: ASSERTION,
  recipient: {
    type: 'email',
    hashed: true,
    identity: 'sha256$c7ef86405ba71b85acd8e2e95166c4b111448089f2e1599f42fe1bba46e865c5',
  },
  badge: `https://${HOST}/badges/1`,
  verification: { type: 'HostedBadge' },
  issuedOn: '2020-05-01T00:00:00Z',
}
const site = (changes: JsonObject = {}, badge: JsonObject = {}) =>
  internet.servePaths(HOST, {
    '/assertions/1': { ...assertion, ...changes },
    '/badges/1': {
      type: 'BadgeClass',
      id: `https://${HOST}/badges/1`,
      name: 'Secourisme',
      issuer: `https://${HOST}/issuer`,
      ...badge,
    },
    '/issuer': { type: 'Profile', id: `https://${HOST}/issuer`, name: 'Croix bleue' },
  })

let visitors = 0
const send = (document: string, { app }: App = opened, accept = 'application/json') =>
  request(app)
    .post('/verify')
    .set({ Accept: accept, 'Accept-Language': 'fr', 'X-Forwarded-For': `10.9.0.${++visitors}` })
    .field('document', document)
const answerTo = async (document: JsonObject, app?: App) => {
  const answer = await send(JSON.stringify(document), app)
  const { answer: said, verdict } = answer.body as { answer: string; verdict: string }
  // whatever its site says: there is no signature
  expect(verdict).toBe('unverifiable-now')
  return said
}

describe('a badge of Open Badges 2.0', () => {
  it('is explained, and compared with what its issuer’s site says today', async () => {
    site()
    const page = await send(JSON.stringify(assertion), opened, 'text/html')
    expect(page.status).toBe(200)
    const words = saidOn(page)
    for (const each of [
      'Un badge Open Badges 2.0',
      'Secourisme',
      'Croix bleue',
      HOST,
      'Rien d’autre ne le prouve',
    ])
      expect(words).toContain(each)
    expect(words).not.toContain('C’est authentique')
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(await answerTo(assertion)).toBe('same')
  })

  it('whose site says something else, withdrew it, or does not answer', async () => {
    site({ recipient: { type: 'email', hashed: false, identity: 'autre@example.org' } })
    expect(await answerTo(assertion)).toBe('different')
    site({ revoked: true })
    expect(await answerTo(assertion)).toBe('withdrawn')
    internet.servePaths(HOST, {})
    expect(await answerTo(assertion)).toBe('unreachable')
  })

  it('that somebody hosts in the name of another says so', async () => {
    site({}, { issuer: { id: `https://${OTHER}/issuer`, name: 'Université' } })
    expect(await answerTo(assertion)).toBe('elsewhere')
  })

  it('is not asked about where it is signed, where it is ours, and where nobody may be asked', async () => {
    site()
    expect(await answerTo({ ...assertion, id: 'https://passerelle.test/assertions/1' })).toBe('not-asked')
    expect(await answerTo({ ...assertion, id: 'urn:uuid:1' })).toBe('not-asked')
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = await send(`${part({ alg: 'RS256' })}.${part(assertion)}.AAAA`)
    expect(signed.body).toMatchObject({ answer: 'not-asked', signed: true, kind: 'open-badge-2' })
    expect(internet.asked).toEqual([])
    expect(['not-asked', 'unreachable']).toContain(await answerTo(assertion, alone))
  })

  it('is found through the address in a picture', async () => {
    site()
    const answer = await request(opened.app)
      .post('/verify')
      .set({ Accept: 'application/json', 'X-Forwarded-For': '10.9.1.1' })
      .attach('file', await bakedPng(ASSERTION, { keyword: 'openbadges', type: 'tEXt' }), 'x.png')
    expect(answer.body).toMatchObject({
      answer: 'same',
      title: 'Secourisme',
      issuer: 'Croix bleue',
      carrier: 'png',
    })
  })
})
