import request from 'supertest'
import { expect, test } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { credentialOf, openVcApi, problemIn, signedIn, type VcApi } from './vc-api-world.ts'

const ID = 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d'
const revocation = (status: unknown = true, credentialId: unknown = ID, statusPurpose = 'revocation') => ({
  credentialId,
  credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose },
  status,
})

async function issueWithStatus(api: VcApi, more: JsonObject = {}): Promise<JsonObject> {
  const answer = await api.issue(credentialOf(api.did('status'), more), {}, 'status')
  expect(answer.status).toBe(201)
  return signedIn(answer)
}

const entryOf = (signed: JsonObject): Record<string, string> =>
  signed['credentialStatus'] as Record<string, string>

test('the instance “status” adds an entry of its list, which is served signed', async () => {
  const api = await openVcApi()
  const signed = await issueWithStatus(api)
  const entry = entryOf(signed)
  expect(entry).toMatchObject({ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' })
  expect(Number(entry['statusListIndex'])).toBeLessThan(131_072)
  expect(entry['id']).toBe(`${entry['statusListCredential']}#${entry['statusListIndex']}`)
  const answer = await request(api.app).get(new URL(entry['statusListCredential'] ?? '').pathname)
  expect(answer.headers['content-type']).toBe('application/json')
  const list = answer.body as JsonObject
  expect(list).toMatchObject({
    id: entry['statusListCredential'],
    issuer: api.did('status'),
    credentialSubject: { statusPurpose: 'revocation', encodedList: expect.stringMatching(/^u/) as string },
  })
  expect((await api.verify(list)).status).toBe(200)
})

test('what its client withdraws is withdrawn, at once and for good', async () => {
  const api = await openVcApi()
  const signed = await issueWithStatus(api)
  const other = await issueWithStatus(api, { id: 'urn:uuid:2998e57b-e7fc-47ea-b1a6-80a8928021ae' })
  expect((await api.verify(signed)).status).toBe(200)
  expect((await api.post('/credentials/status', revocation())).status).toBe(200)
  const verified = await api.verify(signed)
  expect([verified.status, verified.body]).toEqual([400, expect.objectContaining({ verdict: 'revoked' })])
  expect((await api.verify(other)).status).toBe(200)
  const again = await api.post('/credentials/status', revocation(false))
  expect([again.status, problemIn(again).code]).toEqual([400, 'revocation-final'])
  expect((await api.verify(signed)).status).toBe(400)
})

test('asking twice changes nothing and is told once', async () => {
  const api = await openVcApi()
  await issueWithStatus(api)
  for (let time = 0; time < 2; time++)
    expect((await api.post('/credentials/status', revocation())).status).toBe(200)
  const events = await listEvents(api.db)
  expect(events.filter(({ action }) => action === 'instance-credential.revoked')).toHaveLength(1)
})

test('another client’s credentials are none of one’s business, under whatever id', async () => {
  const api = await openVcApi()
  const signed = await issueWithStatus(api)
  const other = await api.another()
  expect((await other.post('/credentials/status', revocation())).status).toBe(404)
  const copy = await other.issue(credentialOf(api.did('status')), {}, 'status')
  expect(entryOf(signedIn(copy))['id']).not.toBe(entryOf(signed)['id'])
  expect((await other.post('/credentials/status', revocation())).status).toBe(200)
  expect((await api.verify(signed)).status).toBe(200)
  expect((await api.verify(signedIn(copy))).status).toBe(400)
})

test('the same id keeps its entry: once withdrawn, it is not signed back to life', async () => {
  const api = await openVcApi()
  const first = await issueWithStatus(api)
  await api.post('/credentials/status', revocation())
  const second = await issueWithStatus(api)
  expect(entryOf(second)).toEqual(entryOf(first))
  expect((await api.verify(second)).body).toMatchObject({ verdict: 'revoked' })
})

test('a credential that is refused takes no entry', async () => {
  const api = await openVcApi()
  const refused = [
    await api.issue(credentialOf(api.did('status'), { credentialSubject: {} }), {}, 'status'),
    await api.issue(credentialOf('did:example:somebody'), {}, 'status'),
  ]
  for (const { status } of refused) expect(status).toBe(400)
  expect(await api.db('status_entries')).toEqual([])
  expect(await api.db('instance_credentials')).toEqual([])
})

test('this instance wants an id and adds the status alone', async () => {
  const api = await openVcApi()
  const { id: _, ...nameless } = credentialOf(api.did('status'))
  const without = await api.issue(nameless, {}, 'status')
  expect(problemIn(without)).toMatchObject({ code: 'id-needed', pointer: '/credential/id', status: 400 })
  const own = { credentialStatus: { type: 'https://example.org/#Other', id: 'urn:x:1' } }
  const withOwn = await api.issue(credentialOf(api.did('status'), own), {}, 'status')
  expect(problemIn(withOwn)).toMatchObject({ code: 'status-present', status: 400 })
})

test.each([`urn:x:${'é'.repeat(1000)}`, 'urn:x:\0', ''])(
  'an id that nobody could find again is not signed, nor asked for: %#',
  async (id) => {
    const api = await openVcApi()
    const refused = await api.issue(credentialOf(api.did('status'), { id }), {}, 'status')
    expect(problemIn(refused)).toMatchObject({ code: 'id-needed', status: 400 })
    const asked = await api.post('/credentials/status', revocation(true, id))
    expect(problemIn(asked)).toMatchObject({ code: 'request-malformed', pointer: '/credentialId' })
  },
)

test('a list that cannot be looked up says nothing of our database', async () => {
  const api = await openVcApi({ publicUrl: 'https://passerelle.test' })
  const statusListCredential = "https://passerelle.test/status/'--"
  const entry = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '1' }
  const more = { credentialStatus: { ...entry, statusListCredential } }
  const answer = await api.verify(signedIn(await api.issue(credentialOf(api.did('ed25519'), more))))
  expect(answer.body).toMatchObject({ verdict: 'unverifiable-now' })
  expect(answer.text).not.toMatch(/select|UTF8/)
  const unprintable = {
    credentialStatus: { ...entry, statusListCredential: 'https://passerelle.test/status/\0' },
  }
  expect((await api.issue(credentialOf(api.did('ed25519'), unprintable))).status).toBe(400)
})

test.each([
  { body: null, code: 'request-malformed' },
  { body: {}, code: 'request-malformed' },
  { body: revocation('yes'), code: 'request-malformed' },
  { body: revocation(true, 7), code: 'request-malformed' },
  {
    body: { ...revocation(), credentialStatus: { type: 'Other', statusPurpose: 'revocation' } },
    code: 'request-malformed',
  },
  { body: revocation(true, ID, 'suspension'), code: 'status-purpose-absent' },
])('a status request that says something else is refused: $code %#', async ({ body, code }) => {
  const api = await openVcApi()
  const signed = await issueWithStatus(api)
  const answer = await api.post('/credentials/status', body)
  expect([answer.status, problemIn(answer).code]).toEqual([400, code])
  expect((await api.verify(signed)).status).toBe(200)
})

test('an id that was never signed here is not found', async () => {
  const api = await openVcApi()
  await api.issue(credentialOf(api.did('ed25519')))
  expect((await api.post('/credentials/status', revocation())).status).toBe(404)
})
