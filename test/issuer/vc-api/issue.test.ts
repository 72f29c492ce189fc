import { expect, test } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import { listKeys } from '../../../server/issuer/keys/index.ts'
import { listInstances } from '../../../server/issuer/vc-api/index.ts'
import { openApp } from '../../support/app-world.ts'
import { verifyIndependently } from '../../support/independent-verifier.ts'
import { credentialOf, openVcApi, problemIn, signedIn } from './vc-api-world.ts'

test.each([
  { name: 'ed25519', cryptosuite: 'eddsa-rdfc-2022', key: 'z6Mk' },
  { name: 'p256', cryptosuite: 'ecdsa-rdfc-2019', key: 'zDna' },
  { name: 'p384', cryptosuite: 'ecdsa-rdfc-2019', key: 'z82L' },
  { name: 'status', cryptosuite: 'eddsa-rdfc-2022', key: 'z6Mk' },
])('$name signs with a key of its own, and what it signs verifies', async ({ name, cryptosuite, key }) => {
  const api = await openVcApi()
  expect(api.did(name)).toContain(`did:key:${key}`)
  const answer = await api.issue(credentialOf(api.did(name)), {}, name)
  expect(answer.status).toBe(201)
  const signed = signedIn(answer)
  expect(signed).toMatchObject({
    issuer: api.did(name),
    proof: [{ cryptosuite, proofPurpose: 'assertionMethod' }],
  })
  const verified = await api.verify(signed)
  expect([verified.status, verified.body]).toEqual([200, expect.objectContaining({ verified: true })])
  const forged = { ...signed, name: 'Équipe nationale' }
  expect((await api.verify(forged)).status).toBe(400)
})

test('/credentials/issue is the instance ed25519, and its credentials verify elsewhere too', async () => {
  const api = await openVcApi()
  const answer = await api.post('/credentials/issue', { credential: credentialOf(api.did('ed25519')) })
  expect(answer.status).toBe(201)
  expect(await verifyIndependently(signedIn(answer))).toBe(true)
})

test('nobody vouches for an instance: what it signs is authentic, its issuer unknown', async () => {
  const api = await openVcApi()
  const signed = signedIn(await api.issue(credentialOf(api.did('p256')), {}, 'p256'))
  expect((await api.verify(signed)).body).toMatchObject({ verified: true, verdict: 'issuer-unknown' })
})

test.each(['http://passerelle.test', 'https://passeport.exemple.fr'])(
  'an instance never signs in the name of the platform (%s)',
  async (publicUrl) => {
    const api = await openVcApi({ publicUrl })
    const { ring } = api.services
    const platform = await ring.issuerFor(api.db, null)
    for (const instance of ['ed25519', 'status', 'sd']) {
      const answer = await api.issue(credentialOf(platform.did), {}, instance)
      expect(answer.status).toBe(400)
      expect(problemIn(answer)).toMatchObject({ code: 'foreign-issuer', pointer: '/credential/issuer' })
    }
    expect(api.did('ed25519')).toMatch(/^did:key:/)
    expect(await ring.isOwnDid(api.db, platform.did)).toBe(true)
    expect(await ring.isOwnDid(api.db, api.did('ed25519'))).toBe(false)
  },
)

test('an instance has no did:web, and is not among the keys that are listed and rotated', async () => {
  const api = await openVcApi({ publicUrl: 'https://passeport.exemple.fr' })
  expect((await api.get('/orgs/instance:ed25519/did.json')).status).toBe(404)
  expect((await api.get('/orgs/instance%3Aed25519/did.json')).status).toBe(404)
  const did = 'did:web:passeport.exemple.fr:orgs:instance%3Aed25519'
  expect(await api.services.ring.resolveDid(api.db, did)).toBeUndefined()
  const listed = (await listKeys(api.services)).map(({ issuer }) => issuer)
  expect(listed).toEqual(['platform'])
})

test('the private keys of the instances are in the key store, sealed', async () => {
  const api = await openVcApi()
  const rows = await api.db<{ algorithm: string; id: string }>('signing_keys')
  expect(rows.map(({ algorithm }) => algorithm).sort()).toEqual(
    ['Ed25519', 'Ed25519', 'Ed25519', 'P-256', 'P-256', 'P-384'].sort(),
  )
  for (const { id } of rows) expect(await api.services.ring.store.open(id)).toBeDefined()
})

test('several requests that come first at once find one issuer each', async () => {
  const { services, close } = await openApp()
  try {
    const lists = await Promise.all([1, 2, 3].map(() => listInstances(services)))
    expect(lists[1]).toEqual(lists[0])
    expect(lists[2]).toEqual(lists[0])
  } finally {
    await close()
  }
})

test('an instance whose key was taken out of service goes on under another DID, with lists of its own', async () => {
  const api = await openVcApi()
  const old = api.did('status')
  const credential = credentialOf(old)
  expect((await api.issue(credential, {}, 'status')).status).toBe(201)
  await api
    .db('signing_keys')
    .where({ id: old.slice('did:key:'.length) })
    .update({ state: 'retired', retired_at: '2026-07-03T09:00:00Z' })
  expect((await api.issue(credential, {}, 'status')).status).toBe(400)
  const renewed = (await listInstances(api.services)).find(({ name }) => name === 'status')?.id ?? ''
  expect(renewed).not.toBe(old)
  const answer = await api.issue({ ...credential, issuer: renewed }, {}, 'status')
  expect(answer.status).toBe(201)
  expect((await api.verify(signedIn(answer))).status).toBe(200)
})

test.each([
  { what: 'no issuer', change: { issuer: undefined }, code: 'issuer-invalid', pointer: '/credential/issuer' },
  {
    what: 'no subject',
    change: { credentialSubject: undefined },
    code: 'subject-invalid',
    pointer: '/credential/credentialSubject',
  },
  {
    what: 'an empty subject',
    change: { credentialSubject: [] },
    code: 'subject-invalid',
    pointer: '/credential/credentialSubject',
  },
  {
    what: 'a wrong first context',
    change: { '@context': ['https://example.org/x'] },
    code: 'context-invalid',
    pointer: '/credential/@context/0',
  },
  {
    what: 'the older data model',
    change: { '@context': ['https://www.w3.org/2018/credentials/v1'], issuanceDate: '2026-01-01T00:00:00Z' },
    code: 'context-invalid',
    pointer: '/credential/@context/0',
  },
  { what: 'a term that nobody defines', change: { nonsense: 1 }, code: 'term-undefined' },
  {
    what: 'a context that is not pinned',
    change: { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://example.org/x'] },
    code: 'context-unknown',
  },
  {
    what: 'a proof',
    change: { proof: { type: 'DataIntegrityProof' } },
    code: 'already-signed',
    pointer: '/credential',
  },
  {
    what: 'an end before its start',
    change: { validFrom: '2027-01-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' },
    code: 'validity-reversed',
  },
])(
  'a credential with $what is refused with a code, a place and a sentence',
  async ({ change, code, pointer }) => {
    const api = await openVcApi()
    const answer = await api.issue({ ...credentialOf(api.did('ed25519')), ...change })
    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const problem = problemIn(answer)
    expect(problem).toMatchObject({ code, status: 400, ...(pointer === undefined ? {} : { pointer }) })
    expect(problem.type).toMatch(/^(https:|urn:)/)
    expect(problem.detail).toMatch(/^[\w@].*[.)]$/)
    expect(problem.detail).not.toContain('Zéphyrine')
    expect((answer.body as { problemDetails: unknown[] }).problemDetails[0]).toMatchObject({ code })
  },
)

test.each([null, 'text', 7, [], {}, { credential: null }, { credential: 'text' }, { credential: [] }])(
  'a body that holds no credential (%j) is refused',
  async (body) => {
    const api = await openVcApi()
    const answer = await api.post('/credentials/issue', body)
    expect(answer.status).toBe(400)
    expect(['request-malformed', 'credential-missing']).toContain(problemIn(answer).code)
  },
)

test('options that we do not know are ignored, whatever they are', async () => {
  const api = await openVcApi()
  const credential = credentialOf(api.did('ed25519'))
  for (const options of [null, 'text', [], { mandatoryPointers: 7, anything: {} }])
    expect((await api.post('/credentials/issue', { credential, options })).status).toBe(201)
})

test('an instance that does not exist is not found', async () => {
  const api = await openVcApi()
  expect((await api.issue(credentialOf('did:key:x'), {}, 'platform')).status).toBe(404)
})

test('the instances are listed with their DIDs, to clients that may use them', async () => {
  const api = await openVcApi()
  const answer = await api.get('/issuers')
  const body: unknown = answer.body
  expect((body as { issuers: { name: string }[] }).issuers.map(({ name }) => name)).toEqual([
    'ed25519',
    'p256',
    'p384',
    'status',
    'sd',
  ])
  expect((body as { issuers: unknown[] }).issuers[1]).toEqual({
    name: 'p256',
    id: api.did('p256'),
    path: '/issuers/p256/credentials/issue',
    cryptosuite: 'ecdsa-rdfc-2019',
  })
})

test('the audit trail says who had something signed, and nothing of what', async () => {
  const api = await openVcApi()
  await api.issue(credentialOf(api.did('ed25519')))
  await api.issue(credentialOf(api.did('status')), {}, 'status')
  const events = await listEvents(api.db)
  const issued = events.filter(({ action }) => action === 'instance-credential.issued')
  expect(issued).toHaveLength(2)
  for (const { actorKind, actorName } of issued)
    expect([actorKind, actorName]).toEqual(['client', 'Portail d’essai'])
  for (const rows of [events, await api.db('instance_credentials'), await api.db('credentials')])
    expect(JSON.stringify(rows)).not.toMatch(/Quillévéré|internationale|zephyrine/)
})

test('only a conformance run signs credentials of the older data model', async () => {
  const api = await openVcApi({ conformance: true })
  const older = {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential'],
    issuer: api.did('ed25519'),
    issuanceDate: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:zephyrine' },
  }
  const answer = await api.issue(older)
  expect(answer.status).toBe(201)
  expect((await api.verify(signedIn(answer))).status).toBe(200)
})
