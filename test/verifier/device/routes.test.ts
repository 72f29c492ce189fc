import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '../../../server/access/organisations/index.ts'
import { LANGUAGES } from '../../../server/kernel/locale.ts'
import type { CompactTrust } from '../../../server/vc/compact-proof/index.ts'
import { openApp, OPERATOR, PRIVATE_NAMES, type App } from '../../support/app-world.ts'

const EVERYTHING = [
  '/sw.js',
  '/verify/trust.json',
  ...LANGUAGES.flatMap((language) => [
    `/verify/skills/${language}.json`,
    `/verify/words/${language}.json`,
    `/verify/here/${language}`,
  ]),
]

let world: App
beforeAll(async () => {
  world = await openApp()
})
afterAll(() => world.close())

const get = (path: string) => request(world.app).get(path).set('Accept', '*/*')

describe('what a visitor’s device verifies with', () => {
  it('is the same for everybody: no cookie, kept by the device, asked for again each time', async () => {
    for (const path of EVERYTHING) {
      const answer = await get(path)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(answer.headers['cache-control']).toBe('no-cache')
      for (const name of PRIVATE_NAMES) expect(answer.text).not.toContain(name)
      const again = await get(path).set('If-None-Match', String(answer.headers['etag']))
      expect([path, again.status, again.text]).toEqual([path, 304, ''])
    }
  })

  it('is sent compressed to whoever takes that, and as it is to whoever does not', async () => {
    const packed = await get('/verify/here/fr').set('Accept-Encoding', 'gzip')
    const plain = await get('/verify/here/fr').set('Accept-Encoding', 'identity')
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(packed.text).toBe(plain.text)
    expect(packed.headers['vary']).toContain('Accept-Encoding')
  })

  it('speaks no language that we do not', async () => {
    for (const path of [
      '/verify/skills/xx.json',
      '/verify/words/xx.json',
      '/verify/here/xx',
      '/verify/here/fr-FR',
    ])
      expect((await get(path)).status).toBe(404)
  })

  it('changes its language as any page does', async () => {
    const answer = await get('/verify/here/fr?lang=de')
    expect([answer.status, answer.headers['location']]).toEqual([303, '/verify/here/de'])
    expect((await get('/verify/here/de')).text).toContain('<html lang="de"')
  })

  it('does not count among what an address may have: a fair has one address', async () => {
    for (let visit = 0; visit < 130; visit += 1)
      expect((await get('/verify/trust.json')).headers['ratelimit']).toBeUndefined()
    expect((await get('/verify')).status).toBe(200)
    expect((await get('/verify')).headers['ratelimit']).toBeDefined()
    // only files that there are
    expect((await get('/verify/words/xx.json')).headers['ratelimit']).toBeDefined()
  })

  it('lets a page have a worker of ours, and of nobody else', async () => {
    const answer = await get('/sw.js')
    expect(answer.headers['content-type']).toContain('text/javascript')
    expect(answer.headers['content-security-policy']).toContain("worker-src 'self'")
    // a worker that is no module may hold neither
    expect(answer.text).not.toMatch(/^\s*(import|export)\b/m)
  })
})

describe('the keys and withdrawals', () => {
  const tagOf = async () => String((await get('/verify/trust.json')).headers['etag'])

  it('name no holder, and every key by its owner', async () => {
    const trust = (await get('/verify/trust.json')).body as CompactTrust
    expect(trust.keys.map(({ issuer, state }) => [issuer, state])).toContainEqual(['Passerelle', 'active'])
    expect(Object.keys(trust.gone)).toEqual(['revoked', 'suspended', 'superseded'])
  })

  it('are the ones a device has already, as long as nothing was written that changes them', async () => {
    const before = await tagOf()
    world.time.now = new Date(world.time.now.getTime() + 3_600_000)
    await createOrganisation(world.services, OPERATOR, { name: 'CFA de Quimper', kind: 'cfa' })
    expect(await tagOf()).toBe(before)
  })

  it('are others as soon as a key is', async () => {
    const before = await tagOf()
    const organisation = await createOrganisation(world.services, OPERATOR, {
      name: 'CFA de Brest',
      kind: 'cfa',
    })
    await world.services.ring.issuerFor(world.db, organisation.id)
    expect(await tagOf()).not.toBe(before)
  })
})
