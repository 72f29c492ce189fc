import { describe, expect, test } from 'vitest'
import { CREDENTIALS_V2, verifyPresentation } from '../../server/vc/index.ts'
import type { JsonObject, VerifyPresentationOptions } from '../../server/vc/index.ts'
import {
  STATUS_INDEX,
  changed,
  codeOf,
  competence,
  newKey,
  serving,
  sign,
  signCarelessly,
  statusEntry,
  statusList,
  verifyOptions,
} from './builders.ts'

const issuer = await newKey()
const holder = await newKey()
const credential = await sign(competence(issuer.did), issuer)
const challenge = 'uqWkxJB92KBQBcY'
const domain = 'employer.example'

const presentation = (changes: JsonObject = {}): JsonObject => ({
  '@context': [CREDENTIALS_V2],
  type: ['VerifiablePresentation'],
  holder: holder.did,
  verifiableCredential: [credential],
  ...changes,
})
const present = (unsigned: JsonObject, proof: JsonObject = { challenge, domain }, by = holder) =>
  signCarelessly(unsigned, by, { proof, purpose: 'authentication' })
const verify = (document: unknown, changes: Partial<VerifyPresentationOptions> = {}) =>
  verifyPresentation(document, { ...verifyOptions(), challenge, domain, ...changes })
const withoutDomain = (): VerifyPresentationOptions => ({ ...verifyOptions(), challenge })

const signed = await present(presentation())
const expired = await sign(competence(issuer.did, { validUntil: '2026-06-30T12:00:00Z' }), issuer)
const listed = await sign(competence(issuer.did, { credentialStatus: statusEntry() }), issuer)

describe('a presentation', () => {
  test('by its holder, for us, with an authentic credential, is verified', async () => {
    const { verdict, checks, credentials } = await verify(signed)
    expect(verdict).toBe('verified')
    expect(checks.every(({ status }) => status === 'passed')).toBe(true)
    expect(credentials.map((shown) => shown.verdict)).toEqual(['verified'])
  })

  test('without a holder, or with a holder that is an object, is verified too', async () => {
    const { holder: _holder, ...anonymous } = presentation()
    expect((await verify(await present(anonymous))).verdict).toBe('verified')
    expect((await verify(await present(presentation({ holder: { id: holder.did } })))).verdict).toBe(
      'verified',
    )
  })

  test('signed by somebody else than its holder is refused', async () => {
    const thief = await newKey()
    const { verdict, checks } = await verify(await present(presentation(), { challenge, domain }, thief))
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'proof')).toBe('holder-not-signer')
  })

  test('signed by two different people is refused', async () => {
    const friend = await newKey()
    const { holder: _holder, ...anonymous } = presentation()
    const first = await present(anonymous)
    const second = await present(anonymous, { challenge, domain }, friend)
    const { verdict, checks } = await verify({ ...first, proof: [first.proof ?? {}, second.proof ?? {}] })
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'holder')).toBe('holder-not-signer')
  })

  test('made for another question is refused', async () => {
    const { verdict, checks } = await verify(signed, { challenge: 'another' })
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'holder')).toBe('challenge-mismatch')
  })

  test('made for another verifier is refused', async () => {
    const { verdict, checks } = await verify(signed, { domain: 'other.example' })
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'holder')).toBe('domain-mismatch')
    expect((await verify(await present(presentation(), { challenge }))).verdict).toBe('not-authentic')
  })

  test('made for some verifier is refused when we do not say who we are', async () => {
    expect(codeOf((await verifyPresentation(signed, withoutDomain())).checks, 'holder')).toBe(
      'domain-mismatch',
    )
    const unbound = await present(presentation(), { challenge })
    expect((await verifyPresentation(unbound, withoutDomain())).verdict).toBe('verified')
  })

  test('shown without a challenge of ours comes with a warning', async () => {
    const unbound = await present(presentation(), {})
    const { verdict, checks } = await verifyPresentation(unbound, verifyOptions())
    expect(verdict).toBe('verified')
    expect(codeOf(checks, 'holder')).toBe('holder-not-bound')
  })

  test('signed for assertions instead of authentication is refused', async () => {
    const wrong = await signCarelessly(presentation(), holder, { proof: { challenge, domain } })
    expect(codeOf((await verify(wrong)).checks, 'proof')).toBe('proof-purpose-wrong')
  })
})

describe('the credentials in a presentation', () => {
  test.each([
    ['not-authentic', { verifiableCredential: [changed(credential, ['name'], 'Autre')] }],
    ['expired', { verifiableCredential: [expired] }],
    ['unverifiable-now', { verifiableCredential: [listed] }],
  ])('make it %s as a whole', async (verdict, changes) => {
    expect((await verify(await present(presentation(changes)))).verdict).toBe(verdict)
  })

  test('make it revoked when one of them is', async () => {
    const document = await present(presentation({ verifiableCredential: [credential, listed] }))
    const list = await statusList(issuer, { set: [STATUS_INDEX] })
    const { verdict, credentials } = await verify(document, serving(list))
    expect(verdict).toBe('revoked')
    expect(credentials.map((shown) => shown.verdict)).toEqual(['verified', 'revoked'])
  })

  test('of an unknown issuer leave a warning', async () => {
    expect((await verify(signed, { isKnownIssuer: () => false })).verdict).toBe('issuer-unknown')
  })
})

describe('a malformed presentation gets a verdict, never an exception', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['an empty object', {}],
    ['one of another type', { ...signed, type: ['Something'] }],
    ['one without context', { ...signed, '@context': undefined }],
    ['one with a context of null', { ...signed, '@context': null }],
    [
      'one with the contexts in the wrong order',
      { ...signed, '@context': [{ a: 'https://a.example/' }, CREDENTIALS_V2] },
    ],
    ['one whose credential is a text', { ...signed, verifiableCredential: ['eyJhbGciOi'] }],
    ['one whose credential is null', { ...signed, verifiableCredential: [null] }],
    ['one whose holder is a number', { ...signed, holder: 5 }],
    ['one without proof', presentation()],
    ['one with a broken proof', { ...signed, proof: { type: 'DataIntegrityProof' } }],
    ['one with an edited context', { ...signed, '@context': [CREDENTIALS_V2, 'https://example.com'] }],
  ])('%s', async (_name, document) => {
    const plain: unknown = document === undefined ? undefined : JSON.parse(JSON.stringify(document))
    const { verdict, credentials } = await verify(plain)
    expect(['not-authentic', 'unverifiable-now']).toContain(verdict)
    expect(credentials).toEqual([])
  })
})
