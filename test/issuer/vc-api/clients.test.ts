import request from 'supertest'
import { expect, test } from 'vitest'
import { API_SCOPES, type ApiScope } from '../../../server/kernel/api-client.ts'
import { openNetwork } from '../../support/app-world.ts'
import { credentialOf, openVcApi, problemIn } from './vc-api-world.ts'

const ROUTES: readonly { path: string; scope: ApiScope }[] = [
  { path: '/credentials/issue', scope: 'credentials:issue' },
  { path: '/issuers/p256/credentials/issue', scope: 'credentials:issue' },
  { path: '/credentials/status', scope: 'credentials:status' },
  { path: '/credentials/derive', scope: 'credentials:derive' },
]

test.each(ROUTES)('without a token $path asks for one, and names no error', async ({ path }) => {
  const api = await openVcApi()
  for (const authorization of [undefined, '', 'Basic YTpi', `psl_${'a'.repeat(43)}`]) {
    const call = request(api.app).post(path).send({})
    const answer = await (authorization === undefined ? call : call.set('Authorization', authorization))
    expect([answer.status, problemIn(answer).code]).toEqual([401, 'token-missing'])
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="passerelle"')
    expect(answer.headers['content-type']).toContain('application/problem+json')
  }
})

test.each(ROUTES)('a token that is none of ours opens nothing: $path', async ({ path }) => {
  const api = await openVcApi()
  for (const token of ['x', `psl_${'a'.repeat(43)}`, `${api.token} ${api.token}`, api.token.slice(0, -1)]) {
    const answer = await request(api.app).post(path).set('Authorization', `Bearer ${token}`).send({})
    expect([answer.status, problemIn(answer).code]).toEqual([401, 'token-refused'])
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="passerelle", error="invalid_token"')
    expect(answer.text).not.toContain(token)
  }
})

test.each(ROUTES)(
  'a token without the right is told which one is missing: $path',
  async ({ path, scope }) => {
    const api = await openVcApi()
    const other = await api.another(API_SCOPES.filter((one) => one !== scope))
    const answer = await other.post(path, {})
    expect([answer.status, problemIn(answer).code]).toEqual([403, 'scope-missing'])
    expect(answer.headers['www-authenticate']).toBe(
      `Bearer realm="passerelle", error="insufficient_scope", scope="${scope}"`,
    )
  },
)

test('the scheme is read in whatever case, and a token in the address is not read at all', async () => {
  const api = await openVcApi()
  const body = { credential: credentialOf(api.did('ed25519')) }
  const small = await request(api.app)
    .post('/credentials/issue')
    .set('Authorization', `bearer ${api.token}`)
    .send(body)
  expect(small.status).toBe(201)
  const inAddress = await request(api.app).post(`/credentials/issue?access_token=${api.token}`).send(body)
  expect(inAddress.status).toBe(401)
})

test('a browser signed in as admin opens nothing here: cookies are not looked at', async () => {
  const network = await openNetwork()
  try {
    const { agent } = await network.browse('admin')
    for (const { path } of ROUTES) expect((await agent.post(path).send({})).status).toBe(401)
  } finally {
    await network.close()
  }
})

test('a body is not even read before the token is', async () => {
  const api = await openVcApi()
  const answer = await request(api.app).post('/credentials/issue').type('json').send('{"broken')
  expect(answer.status).toBe(401)
})

test('guessing tokens is slowed down; sending documents that we refuse is not', async () => {
  const api = await openVcApi()
  for (let time = 0; time < 110; time++) expect((await api.post('/credentials/issue', {})).status).toBe(400)
  const guess = () => request(api.app).post('/credentials/issue').set('Authorization', 'Bearer x').send({})
  for (let time = 0; time < 40; time++) expect((await guess()).status).toBe(401)
  expect((await guess()).status).toBe(429)
  expect((await request(api.app).get('/login')).status).toBe(200)
})

test('a conformance run is not slowed down', async () => {
  const api = await openVcApi({ conformance: true })
  for (let time = 0; time < 130; time++) expect((await api.verify({}, {})).status).toBe(400)
  for (let time = 0; time < 130; time++) expect((await api.post('/credentials/issue', {})).status).toBe(400)
})
