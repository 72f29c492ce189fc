import { expect, test } from 'vitest'
import type { JsonObject } from '../../../server/vc/index.ts'
import { credentialOf, openVcApi, problemIn, signedIn, type VcApi } from './vc-api-world.ts'

const derive = (api: VcApi, verifiableCredential: unknown, selectivePointers: unknown) =>
  api.post('/credentials/derive', { verifiableCredential, options: { selectivePointers } })

async function issueForDisclosure(api: VcApi, mandatoryPointers: string[]): Promise<JsonObject> {
  const answer = await api.issue(credentialOf(api.did('sd')), { mandatoryPointers }, 'sd')
  expect(answer.status).toBe(201)
  return signedIn(answer)
}

test('an extract shows what was mandatory and what was chosen, and verifies', async () => {
  const api = await openVcApi()
  const signed = await issueForDisclosure(api, ['/issuer', '/credentialSubject/id'])
  const answer = await derive(api, signed, ['/credentialSubject/description'])
  expect(answer.status).toBe(201)
  const derived = signedIn(answer)
  expect(derived).toMatchObject({
    issuer: api.did('sd'),
    credentialSubject: { id: 'did:example:zephyrine', description: 'menuiserie' },
  })
  expect(JSON.stringify(derived)).not.toContain('Quillévéré')
  expect((await api.verify(derived)).status).toBe(200)
  const forged = { ...derived, credentialSubject: { id: 'did:example:zephyrine', description: 'plomberie' } }
  expect((await api.verify(forged)).status).toBe(400)
})

test('the proof from which extracts are made is not one to show', async () => {
  const api = await openVcApi()
  const signed = await issueForDisclosure(api, [])
  expect((await api.verify(signed)).status).toBe(400)
})

test('a pointer to nothing is refused when signing, and when deriving', async () => {
  const api = await openVcApi()
  const signing = await api.issue(credentialOf(api.did('sd')), { mandatoryPointers: ['/nothing'] }, 'sd')
  expect([signing.status, problemIn(signing).code]).toEqual([400, 'pointer-invalid'])
  const deriving = await derive(api, await issueForDisclosure(api, []), ['/credentialSubject/birthDate'])
  expect([deriving.status, problemIn(deriving).code]).toEqual([400, 'pointer-invalid'])
})

test.each(['/issuer', [7], ['issuer'], ['/~2'], [null]].map((pointers) => ({ pointers })))(
  'pointers are a list of JSON pointers: $pointers is refused',
  async ({ pointers }) => {
    const api = await openVcApi()
    const answer = await api.issue(credentialOf(api.did('sd')), { mandatoryPointers: pointers }, 'sd')
    expect(answer.status).toBe(400)
    expect(problemIn(answer).code).toBe('pointers-invalid')
    expect(problemIn(answer).pointer).toMatch(/^\/options\/mandatoryPointers/)
  },
)

test('only a credential made for it can be derived from', async () => {
  const api = await openVcApi()
  const signed = signedIn(await api.issue(credentialOf(api.did('ed25519'))))
  const answer = await derive(api, signed, ['/issuer'])
  expect([answer.status, problemIn(answer).code]).toEqual([400, 'not-derivable'])
  const nothing = await api.post('/credentials/derive', {})
  expect(problemIn(nothing)).toMatchObject({ code: 'credential-missing', pointer: '/verifiableCredential' })
})
