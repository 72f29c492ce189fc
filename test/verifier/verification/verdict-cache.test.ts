import request from 'supertest'
import { expect, onTestFinished, test } from 'vitest'
import { renameOrganisation } from '../../../server/access/organisations/index.ts'
import { createApp } from '../../../server/app.ts'
import { compose, type Services } from '../../../server/compose.ts'
import { compromiseKey } from '../../../server/issuer/key-life/index.ts'
import {
  liftSuspension,
  revokeCredential,
  suspendCredential,
} from '../../../server/issuer/revocation/index.ts'
import { createLogger } from '../../../server/platform/log/index.ts'
import { OPERATOR, openNetwork, saidOn, type Network } from '../../support/app-world.ts'
import { openBeside } from '../../support/open-beside.ts'

const HTML = { Accept: 'text/html', 'Accept-Language': 'fr' }

async function openTwoServers(): Promise<{ network: Network; beside: Services; codes: Codes }> {
  const network = await openNetwork()
  onTestFinished(() => network.close())
  const beside = await compose(network.services.config, {
    db: openBeside(network.db),
    log: createLogger('silent'),
    clock: network.services.clock,
  })
  return { network, beside, codes: await codesOf(network) }
}

interface Codes {
  readonly passport: string
  /** A credential inside it. */
  readonly member: string
}

async function codesOf({ db }: Network): Promise<Codes> {
  const passport = (await db('credentials').where({ kind: 'passport' }).first()) as Row
  const member = (await db('credentials')
    .where({ kind: 'competence', learner_id: passport.learner_id })
    .first()) as Row
  return { passport: passport.code, member: member.code }
}

interface Row {
  readonly code: string
  readonly learner_id: string
  readonly signing_key_id: string
}

const look = async (app: Network['app'], code: string, headers = HTML) =>
  request(app).get(`/v/${code}`).set(headers)

const verdictOf = async (app: Network['app'], code: string): Promise<unknown> => {
  const answer = await look(app, code, { ...HTML, Accept: 'application/json' })
  return (answer.body as { verdict: unknown }).verdict
}

test('a page that was shown before is the very same page', async () => {
  const { network, codes } = await openTwoServers()
  const first = await look(network.app, codes.passport)
  const second = await look(network.app, codes.passport)
  expect(second.status).toBe(200)
  expect(second.text).toBe(first.text)
  expect(second.headers).toMatchObject({ 'cache-control': 'no-store', 'content-language': 'fr' })
  expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
  const plain = { ...HTML, 'Accept-Encoding': 'identity' }
  const uncompressed = await look(network.app, codes.passport, plain)
  expect(uncompressed.headers['content-encoding']).toBeUndefined()
  expect(uncompressed.text).toBe(first.text)
  const asked = await request(network.app).head(`/v/${codes.passport}`).set(plain)
  expect(asked.headers['content-length']).toBe(String(Buffer.byteLength(first.text)))
})

test('a page that is ready leaves with every header that the first one had', async () => {
  const { network, codes } = await openTwoServers()
  const first = await look(network.app, codes.passport)
  const ready = await look(network.app, codes.passport)
  const lasting = ({ headers }: request.Response) =>
    Object.entries(headers as Record<string, string>)
      .filter(([name]) => !/^(date|ratelimit)/.test(name))
      .sort()
  expect(lasting(ready)).toEqual(lasting(first))
  expect(ready.headers['x-robots-tag']).toMatch(/noindex/)
  expect(ready.headers['vary']).toBe('Accept, Accept-Language, Accept-Encoding')
  expect(ready.headers['set-cookie']).toBeUndefined()
})

test('a page that says that something is gone says so to machines each time, and not only the first', async () => {
  const { network, codes } = await openTwoServers()
  await revokeCredential(network.services, OPERATOR, { credential: codes.passport, reason: 'holder-request' })
  await network
    .db('credentials')
    .where({ code: codes.passport })
    .update({ erased_at: '2026-07-03T08:00:00Z', signed: null })
  const first = await look(network.app, codes.passport)
  const second = await look(network.app, codes.passport)
  expect([first.status, second.status]).toEqual([410, 410])
})

test('somebody who guessed too often still gets the page that others have ready', async () => {
  const { network, codes } = await openTwoServers()
  await look(network.app, codes.passport)
  for (let guess = 0; guess < 100; guess++) await look(network.app, `guess-${guess}`)
  expect((await look(network.app, codes.passport)).status).toBe(200)
})

test('each visitor reads it in their own language', async () => {
  const { network, codes } = await openTwoServers()
  expect((await look(network.app, codes.passport)).text).toContain('<html lang="fr"')
  const english = { ...HTML, 'Accept-Language': 'en' }
  expect((await look(network.app, codes.passport, english)).text).toContain('<html lang="en"')
  expect((await look(network.app, codes.passport)).text).toContain('<html lang="fr"')
})

test('it says when it was checked: at this minute, also when nothing has changed', async () => {
  const { network, codes } = await openTwoServers()
  expect(saidOn(await look(network.app, codes.passport))).toContain('11:00')
  network.time.now = new Date('2026-07-03T09:01:10Z')
  expect(saidOn(await look(network.app, codes.passport))).toContain('11:01')
  const json = { ...HTML, Accept: 'application/json' }
  await look(network.app, codes.passport, json)
  network.time.now = new Date('2026-07-03T09:01:40Z')
  expect((await look(network.app, codes.passport, json)).body).toMatchObject({
    checkedAt: '2026-07-03T09:01:40Z',
  })
})

test('a withdrawal by another server shows at the next look, on the credential and in its passport', async () => {
  const { network, beside, codes } = await openTwoServers()
  expect(await verdictOf(network.app, codes.member)).toBe('verified')
  const before = await look(network.app, codes.passport)
  await revokeCredential(beside, OPERATOR, { credential: codes.member, reason: 'holder-request' })
  expect(await verdictOf(network.app, codes.member)).toBe('revoked')
  expect((await look(network.app, codes.passport)).text).not.toBe(before.text)
  expect((await look(network.app, codes.member)).text).toContain('data-verdict="revoked"')
})

test('a suspension shows at once, and so does its end', async () => {
  const { network, beside, codes } = await openTwoServers()
  const { member } = codes
  expect((await look(network.app, member)).text).toContain('data-verdict="verified"')
  await suspendCredential(beside, OPERATOR, { credential: member, reason: 'other' })
  expect((await look(network.app, member)).text).toContain('data-verdict="suspended"')
  await liftSuspension(beside, OPERATOR, { credential: member })
  expect((await look(network.app, member)).text).toContain('data-verdict="verified"')
})

test('a key that another server declares compromised makes the page say so at once', async () => {
  const { network, beside, codes } = await openTwoServers()
  expect(await verdictOf(network.app, codes.member)).toBe('verified')
  const { signing_key_id: keyId } = (await network
    .db('credentials')
    .where({ code: codes.member })
    .first()) as Row
  await compromiseKey(beside, OPERATOR, { keyId, since: new Date('2026-07-01T00:00:00Z') })
  expect(await verdictOf(network.app, codes.member)).toBe('not-authentic')
})

test('a passport that a newer one replaces leads there at once', async () => {
  const { network, beside, codes } = await openTwoServers()
  expect(await verdictOf(network.app, codes.passport)).toBe('verified')
  const successor = (await network.db('credentials').where({ code: codes.member }).first()) as { id: string }
  await beside.db('credentials').where({ code: codes.passport }).update({ superseded_by: successor.id })
  expect((await look(network.app, codes.passport)).text).toContain(`/v/${codes.member}`)
})

test('bytes that somebody changed in the register are not believed because they were before', async () => {
  const { network, beside, codes } = await openTwoServers()
  expect(await verdictOf(network.app, codes.member)).toBe('verified')
  const { signed } = (await beside.db('credentials').where({ code: codes.member }).first()) as {
    signed: string
  }
  await beside
    .db('credentials')
    .where({ code: codes.member })
    .update({ signed: signed.replace('"name":"', '"name":"X') })
  expect(await verdictOf(network.app, codes.member)).toBe('not-authentic')
})

test('a structure’s new name is there at once', async () => {
  const { network, beside, codes } = await openTwoServers()
  const before = await look(network.app, codes.passport)
  await renameOrganisation(beside, OPERATOR, {
    organisationId: network.home.id,
    name: 'Mission locale du Haut-Léon',
  })
  expect(saidOn(before)).not.toContain('Haut-Léon')
  expect(saidOn(await look(network.app, codes.passport))).toContain('Haut-Léon')
})

test('what begins to be valid does so at its instant, within a minute as well', async () => {
  const { network, codes } = await openTwoServers()
  // signed at 09:00:00; a verifier whose clock is late by ten seconds
  network.time.now = new Date('2026-07-03T08:59:50Z')
  expect(await verdictOf(network.app, codes.member)).toBe('not-yet-valid')
  network.time.now = new Date('2026-07-03T08:59:59.999Z')
  expect(await verdictOf(network.app, codes.member)).toBe('not-yet-valid')
  network.time.now = new Date('2026-07-03T09:00:00Z')
  expect(await verdictOf(network.app, codes.member)).toBe('verified')
  network.time.now = new Date('2026-07-03T08:59:59Z')
  expect(await verdictOf(network.app, codes.member)).toBe('not-yet-valid')
})

test('a signed-in visitor and one with something to be told get a page of their own', async () => {
  const { network, codes } = await openTwoServers()
  await look(network.app, codes.passport)
  const told = await look(network.app, codes.passport, {
    ...HTML,
    Cookie: 'passerelle_flash=sessions.saved',
  } as typeof HTML)
  expect(told.headers['set-cookie']).toBeDefined()
  const next = await look(network.app, codes.passport)
  expect(next.headers['set-cookie']).toBeUndefined()
  expect(next.text).not.toBe(told.text)
})

test('two servers on one database say the same, whichever made the change', async () => {
  const { network, beside, codes } = await openTwoServers()
  const other = createApp(beside)
  expect(await verdictOf(other, codes.member)).toBe('verified')
  await revokeCredential(network.services, OPERATOR, { credential: codes.member, reason: 'holder-request' })
  expect(await verdictOf(other, codes.member)).toBe('revoked')
  expect(await verdictOf(network.app, codes.member)).toBe('revoked')
})
