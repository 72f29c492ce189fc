import { generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { createDocumentLoader, type JsonObject, type VerifyOptions } from '../../../server/vc/index.ts'
import { verifyToken } from '../../../server/vc/jose/index.ts'
import {
  changed,
  competence,
  newKey,
  NOW,
  serving,
  statusEntry,
  statusList,
  STATUS_INDEX,
  verifyOptions,
} from '../builders.ts'
import { competenceOf1, rawToken, signToken, tokenKey, type TokenKey } from './tokens.ts'

const verify = async (token: string, changes: Partial<VerifyOptions> = {}) => {
  const { verdict, checks, credential } = await verifyToken(token, verifyOptions(changes))
  const [refusal] = checks.filter(({ status }) => status !== 'passed' && status !== 'skipped')
  return { verdict, code: refusal?.code, name: refusal?.name, credential }
}
const seconds = (instant: string): number => Math.floor(new Date(instant).getTime() / 1000)
const key = await tokenKey()

/** A loader that knows these documents. */
const knowing = (documents: Readonly<Record<string, JsonObject>>): Partial<VerifyOptions> => ({
  documentLoader: createDocumentLoader({
    resolveDid: (did) => Promise.resolve(documents[did]),
    loadRemote: (url) => {
      const found = documents[url]
      return found === undefined ? Promise.reject(new Error('404')) : Promise.resolve(found)
    },
  }),
})
const controllerDocument = (id: string, { jwk }: TokenKey, fragment = 'key-1'): JsonObject => ({
  id,
  verificationMethod: [{ id: `${id}#${fragment}`, type: 'JsonWebKey', controller: id, publicKeyJwk: jwk }],
  assertionMethod: [`#${fragment}`],
})

describe('a token is verified like any credential', () => {
  it('with each kind of signature that we speak', async () => {
    for (const alg of ['EdDSA', 'ES256', 'ES384', 'RS256', 'PS256']) {
      const signer = await tokenKey(alg)
      const token = await signToken(competence(signer.did), signer)
      expect(await verify(token)).toMatchObject({ verdict: 'verified', credential: competence(signer.did) })
      const forged = token.replace(/^([^.]+)\.([^.]+)\./, (_, header: string) => {
        const other = JSON.stringify(competence(signer.did, { name: 'Parler chinois' }))
        return `${header}.${Buffer.from(other).toString('base64url')}.`
      })
      expect(await verify(forged)).toMatchObject({ verdict: 'not-authentic', code: 'signature-invalid' })
    }
  })

  it('when its issuer is a did:key, or a did:web whose document is to be had', async () => {
    const own = await newKey()
    const { importPrivate } = await ed25519Of(own)
    const signer = { ...key, privateKey: importPrivate, did: own.did, kid: own.verificationMethod }
    expect(await verify(await signToken(competence(own.did), signer))).toMatchObject({ verdict: 'verified' })
    const did = 'did:web:ecole.example.org'
    const token = await signToken(competence(did), key, { kid: `${did}#key-1` })
    expect(await verify(token, knowing({ [did]: controllerDocument(did, key) }))).toMatchObject({
      verdict: 'verified',
    })
    expect(await verify(token, knowing({}))).toMatchObject({
      verdict: 'unverifiable-now',
      code: 'did-not-resolved',
    })
  })

  it('when it names its key by a fragment, by a name of its own, or not at all', async () => {
    for (const kid of ['#0', 'my-key', undefined])
      expect(await verify(await signToken(competence(key.did), key, { kid }))).toMatchObject({
        verdict: 'verified',
      })
  })

  it('in the older data model, whose claims say what the credential leaves out', async () => {
    const claims = {
      iss: key.did,
      jti: 'https://uni.example/credentials/1',
      sub: 'urn:uuid:3f1b6f3e-8c0e-4b75-9a3a-b6a4f7f0c111',
      nbf: seconds('2026-06-30T00:00:00Z'),
      exp: seconds('2027-06-30T00:00:00Z'),
    }
    const token = await signToken({ ...claims, vc: competenceOf1(key.did) }, key, { typ: 'JWT' })
    expect(await verify(token)).toMatchObject({
      verdict: 'verified',
      credential: {
        id: claims.jti,
        issuanceDate: '2026-06-30T00:00:00.000Z',
        expirationDate: '2027-06-30T00:00:00.000Z',
      },
    })
    expect(await verify(token, { now: new Date('2028-01-01T00:00:00Z') })).toMatchObject({
      verdict: 'expired',
    })
    expect(await verify(token, { now: new Date('2026-01-01T00:00:00Z') })).toMatchObject({
      verdict: 'not-yet-valid',
    })
  })

  it('and asks its status list, its issuer and its dates like any other', async () => {
    const own = await newKey()
    const { importPrivate } = await ed25519Of(own)
    const signer = { ...key, privateKey: importPrivate, did: own.did, kid: own.verificationMethod }
    const token = await signToken(competence(own.did, { credentialStatus: statusEntry() }), signer)
    expect(await verify(token, serving(await statusList(own)))).toMatchObject({ verdict: 'verified' })
    const revoked = await statusList(own, { set: [STATUS_INDEX] })
    expect(await verify(token, serving(revoked))).toMatchObject({ verdict: 'revoked' })
    expect(await verify(token)).toMatchObject({
      verdict: 'unverifiable-now',
      code: 'status-list-unreachable',
    })
    expect(
      await verify(token, { ...serving(await statusList(own)), isKnownIssuer: () => false }),
    ).toMatchObject({ verdict: 'issuer-unknown' })
    const ended = await signToken(competence(key.did, { validUntil: '2026-06-30T12:00:00Z' }), key)
    expect(await verify(ended)).toMatchObject({ verdict: 'expired' })
  })
})

describe('the dates of a token count beside those of its credential', () => {
  const now = Math.floor(NOW.getTime() / 1000)
  it('when they have passed, or lie ahead', async () => {
    const signed = (claims: JsonObject) => signToken({ ...competence(key.did), ...claims }, key)
    expect(await verify(await signed({ exp: now - 10 }))).toMatchObject({ verdict: 'expired' })
    expect(await verify(await signed({ nbf: now + 3600 }))).toMatchObject({ verdict: 'not-yet-valid' })
    expect(await verify(await signed({ iat: now + 3600 }))).toMatchObject({ verdict: 'not-yet-valid' })
    expect(await verify(await signed({ exp: now + 3600, nbf: now - 3600, iat: now + 5 }))).toMatchObject({
      verdict: 'verified',
    })
    expect(await verify(await signed({ exp: 'tomorrow' }))).toMatchObject({ code: 'claims-mismatch' })
  })
})

describe('a token does not say one thing and its credential another', () => {
  it('about its issuer, its number, its subject or its dates', async () => {
    const foreign = { iss: 'did:web:elsewhere.example', jti: 'urn:uuid:1', sub: 'urn:uuid:2' }
    for (const [claim, value] of Object.entries(foreign)) {
      const token = await signToken({ ...competence(key.did), [claim]: value }, key)
      expect(await verify(token)).toMatchObject({ verdict: 'not-authentic', code: 'claims-mismatch' })
    }
    const older = competenceOf1(key.did, {
      issuanceDate: '2026-06-30T00:00:00Z',
      expirationDate: '2027-01-01T00:00:00Z',
    })
    const iss = key.did
    for (const dates of [{ nbf: seconds('2020-01-01T00:00:00Z') }, { exp: seconds('2030-01-01T00:00:00Z') }])
      expect(await verify(await signToken({ iss, vc: older, ...dates }, key))).toMatchObject({
        code: 'claims-mismatch',
      })
    expect(await verify(await signToken({ iss, vc: older }, key))).toMatchObject({ verdict: 'verified' })
  })

  it('nor carries two credentials', async () => {
    const token = await signToken({ ...competence(key.did), vc: competenceOf1(key.did) }, key)
    expect(await verify(token)).toMatchObject({ verdict: 'not-authentic', code: 'claims-mismatch' })
  })
})

describe('a key that comes with the token says nothing about who signed', () => {
  const other = 'did:web:universite.example.org'

  it('so that it does not speak for an issuer whose keys are known', async () => {
    const stranger = await tokenKey()
    const documents = knowing({ [other]: controllerDocument(other, key) })
    const token = await signToken(competence(other), stranger, { kid: undefined, jwk: stranger.jwk })
    expect(await verify(token, documents)).toMatchObject({
      verdict: 'not-authentic',
      code: 'issuer-not-key-controller',
    })
    const right = await signToken(competence(other), key, { kid: undefined, jwk: key.jwk })
    expect(await verify(right, documents)).toMatchObject({ verdict: 'verified' })
  })

  it('nor for a did whose document cannot be had now', async () => {
    const token = await signToken(competence(other), key, { kid: undefined, jwk: key.jwk })
    expect(await verify(token, knowing({}))).toMatchObject({
      verdict: 'unverifiable-now',
      code: 'did-not-resolved',
    })
  })

  it('but shows that nothing was changed, where the issuer says nowhere by which keys it signs', async () => {
    const issuer = 'https://badges.example.org/issuers/1'
    const profile = { id: issuer, type: 'Profile', name: 'Université' }
    const rsa = await tokenKey('RS256')
    const token = await signToken(competence(issuer), rsa, { kid: undefined, jwk: rsa.jwk, typ: 'JWT' })
    for (const documents of [knowing({ [issuer]: profile }), knowing({})])
      // the administrator may vouch for the address: not for whoever brings a key
      expect(await verify(token, { ...documents, isKnownIssuer: () => true })).toMatchObject({
        verdict: 'issuer-unknown',
        code: 'issuer-unknown',
      })
    expect(await verify(`${token.slice(0, -8)}AAAAAAAA`, knowing({}))).toMatchObject({
      code: 'signature-invalid',
    })
    const atAddress = await signToken(competence(issuer), rsa, { kid: 'https://badges.example.org/keys/1' })
    const served = knowing({ 'https://badges.example.org/keys/1': rsa.jwk })
    expect(await verify(atAddress, served)).toMatchObject({ verdict: 'issuer-unknown' })
    expect(await verify(atAddress, knowing({}))).toMatchObject({ verdict: 'unverifiable-now' })
  })

  it('and is refused when its private half is in it', async () => {
    const token = rawToken({ alg: 'EdDSA', jwk: { ...key.jwk, d: 'secret' } }, competence(key.did))
    expect(await verify(token)).toMatchObject({ verdict: 'not-authentic', code: 'proof-invalid' })
  })
})

describe('the traps of tokens', () => {
  it('a token without a signature is not signed', async () => {
    for (const signature of ['', 'c2lnbmF0dXJl'])
      expect(await verify(rawToken({ alg: 'none' }, competence(key.did), signature))).toMatchObject({
        verdict: 'not-authentic',
        code: 'proof-missing',
      })
  })

  it('a public key is no shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(key.jwk))
    const mac = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ])
    const unsigned = rawToken({ alg: 'HS256', kid: key.kid }, competence(key.did), '').slice(0, -1)
    const signature = await crypto.subtle.sign('HMAC', mac, new TextEncoder().encode(unsigned))
    const token = `${unsigned}.${Buffer.from(signature).toString('base64url')}`
    expect(await verify(token)).toMatchObject({ verdict: 'not-authentic', code: 'cryptosuite-unknown' })
  })

  it('a token that names another algorithm than its key’s is not signed by it', async () => {
    const rsa = await tokenKey('RS256')
    const token = await signToken(competence(rsa.did), { ...rsa, alg: 'RS256' })
    const [, payload, signature] = token.split('.')
    for (const alg of ['PS256', 'ES256', 'EdDSA']) {
      const header = Buffer.from(JSON.stringify({ alg, kid: rsa.kid })).toString('base64url')
      expect(await verify(`${header}.${payload}.${signature}`)).toMatchObject({ verdict: 'not-authentic' })
    }
  })

  it('an extension that must be understood and is not makes the token invalid', async () => {
    for (const header of [{ crit: ['exp'] }, { crit: ['b64'], b64: false }, { b64: false }, { crit: [] }])
      expect(
        await verify(rawToken({ alg: 'EdDSA', kid: key.kid, ...header }, competence(key.did))),
      ).toMatchObject({ code: 'proof-invalid' })
  })

  it('a token made for something else is no credential', async () => {
    for (const typ of ['at+jwt', 'dpop+jwt', 'vp+jwt'])
      expect(await verify(await signToken(competence(key.did), key, { typ }))).toMatchObject({
        verdict: 'not-authentic',
        code: 'proof-purpose-wrong',
      })
  })

  it('a standard signature that we do not speak is no forgery', async () => {
    const { privateKey } = await generateKeyPair('ES512')
    const token = await signToken(competence(key.did), { ...key, privateKey, alg: 'ES512' })
    expect(await verify(token)).toMatchObject({
      verdict: 'unverifiable-now',
      code: 'cryptosuite-unsupported',
    })
  })

  it('a short RSA key, and one for encryption, sign nothing', async () => {
    const { privateKey, publicKey } = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 1024,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify'],
    )
    const { n, e } = await crypto.subtle.exportKey('jwk', publicKey)
    const jwk = { kty: 'RSA', n: n ?? '', e: e ?? '' }
    const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
    const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: `${did}#0` })).toString('base64url')
    const unsigned = `${header}.${Buffer.from(JSON.stringify(competence(did))).toString('base64url')}`
    const signature = await crypto.subtle.sign(
      'RSASSA-PKCS1-v1_5',
      privateKey,
      new TextEncoder().encode(unsigned),
    )
    expect(await verify(`${unsigned}.${Buffer.from(signature).toString('base64url')}`)).toMatchObject({
      verdict: 'not-authentic',
    })
    const closed = `did:jwk:${Buffer.from(JSON.stringify({ ...key.jwk, use: 'enc' })).toString('base64url')}`
    const token = await signToken(competence(closed), key, { kid: `${closed}#0` })
    expect(await verify(token)).toMatchObject({ verdict: 'not-authentic', code: 'key-not-authorised' })
  })

  it('a key that was declared compromised verifies nothing', async () => {
    const did = 'did:web:ecole.example.org'
    const document = controllerDocument(did, key)
    const revoked = changed(document, ['verificationMethod', 0, 'revoked'], '2026-01-01T00:00:00Z')
    const token = await signToken(competence(did), key, { kid: `${did}#key-1` })
    expect(await verify(token, knowing({ [did]: revoked }))).toMatchObject({
      verdict: 'not-authentic',
      code: 'key-compromised',
    })
  })

  it('what is no token at all is refused, and never throws', async () => {
    for (const token of [
      '',
      '.',
      'a.b',
      'a.b.c',
      'e30.e30.',
      `${'e'.repeat(30_000)}.e30.e30`,
      'e30.W10.e30',
      'eyJhbGciOiJFZERTQSJ9.bnVsbA.AA',
    ])
      expect((await verify(token)).verdict).toBe('not-authentic')
    expect(await verify(`eyJ${'a'.repeat(5_000_000)}.e30.AA`)).toMatchObject({
      verdict: 'unverifiable-now',
      code: 'too-large',
    })
    let deep: JsonObject = {}
    for (let level = 0; level < 200; level++) deep = { a: deep }
    expect(await verify(await signToken(competence(key.did, { deep }), key))).toMatchObject({
      code: 'too-deep',
    })
  })
})

/** The private half of one of our keys, as WebCrypto has it. */
async function ed25519Of({ secretKeyMultibase, publicKeyMultibase }: Awaited<ReturnType<typeof newKey>>) {
  const { decodeMultibase58, base64Url } = await import('../../../server/vc/crypto/multibase.ts')
  const part = (text: string): string => base64Url((decodeMultibase58(text) ?? new Uint8Array()).slice(2, 34))
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: part(secretKeyMultibase), x: part(publicKeyMultibase) }
  return { importPrivate: await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']) }
}
