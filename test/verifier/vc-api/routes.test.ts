import request from 'supertest'
import { expect, test } from 'vitest'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import {
  issuePassport,
  openWorld,
  signAnything,
  signedByCode,
  SYSTEM,
  verifierApp,
} from '../verifying-world.ts'

test('a good credential is verified with no problem to report', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  const answer = await request(verifierApp(world))
    .post('/credentials/verify')
    .send({ verifiableCredential: await signedByCode(world, code), options: {} })
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({ verified: true, problemDetails: [], verdict: 'verified' })
})

test('a withdrawn credential is refused with the reason', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  await revokeCredential(world, SYSTEM, { credential: code, reason: 'other' })
  const answer = await request(verifierApp(world))
    .post('/credentials/verify')
    .send({ verifiableCredential: await signedByCode(world, code) })
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({
    verified: false,
    problemDetails: [{ title: 'status: revoked', status: 400 }],
  })
})

test('only the checks that are asked for are made; words we do not know are ignored', async () => {
  const world = await openWorld()
  const expired = await signAnything(world, { validUntil: '2026-12-31T00:00:00Z' })
  world.clock.set('2027-03-01T00:00:00Z')
  const app = verifierApp(world)
  const verify = (options: object): request.Test =>
    request(app).post('/credentials/verify').send({ verifiableCredential: expired, options })
  expect((await verify({ checks: ['proof'] })).status).toBe(200)
  expect((await verify({ checks: ['proof', 'validity'] })).status).toBe(400)
  expect((await verify({ checks: ['horoscope'] })).status).toBe(400)
  expect((await verify({ checks: 'proof', anything: 1 })).status).toBe(400)
})

test('what is no word among the checks asked for is ignored, whatever it is', async () => {
  const world = await openWorld()
  const options = { checks: ['proof', null, 7, ['status'], { toString: 'no function' }, '__proto__'] }
  const answer = await request(verifierApp(world))
    .post('/credentials/verify')
    .type('json')
    .send(JSON.stringify({ verifiableCredential: await signAnything(world, {}), options }))
  expect(answer.status).toBe(200)
})

test.each([
  {},
  [],
  { options: {} },
  { verifiableCredential: 'text' },
  { verifiableCredential: null },
  null,
  'text',
])('a request without a credential (%j) is refused, never an error of ours', async (body) => {
  const answer = await request(verifierApp(await openWorld()))
    .post('/credentials/verify')
    .type('json')
    .send(JSON.stringify(body))
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({ verified: false })
})

test.each([
  {},
  { verifiablePresentation: null },
  { verifiablePresentation: { type: ['NonconformingDocument'] } },
])('a presentation without form or proof (%j) is refused', async (body) => {
  const answer = await request(verifierApp(await openWorld()))
    .post('/presentations/verify')
    .send(body)
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({ verified: false })
})

test('a challenge that is no text is refused: it could not be compared', async () => {
  const answer = await request(verifierApp(await openWorld()))
    .post('/presentations/verify')
    .send({ verifiablePresentation: { type: ['VerifiablePresentation'] }, options: { challenge: 12 } })
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({
    problemDetails: [{ code: 'request-malformed', pointer: '/options/challenge' }],
  })
})

test('broken JSON and a wrong media type are answered as problems', async () => {
  const app = verifierApp(await openWorld())
  const broken = await request(app).post('/credentials/verify').type('json').send('{"a":')
  expect(broken.status).toBe(400)
  expect(broken.headers['content-type']).toMatch(/problem\+json/)
  expect((await request(app).post('/credentials/verify').type('text').send('hello')).status).toBe(415)
})
