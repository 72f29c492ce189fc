import { createSign, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../../server/platform/log/index.ts'
import { createRemoteFetcher, parseRemoteHosts } from '../../../server/platform/remote/index.ts'
import { verifyDocument } from '../../../server/verifier/verification/index.ts'
import { multikeyOf } from '../../../server/vc/did/multikey-of-method.ts'
import { isJsonObject, type JsonObject, type SigningKey } from '../../../server/vc/index.ts'
import { openApp, type App } from '../../support/app-world.ts'
import { openFakeInternet, type FakeInternet } from '../../support/fake-internet.ts'
import { competence, newKey, sign, signCarelessly, statusEntry, statusList } from '../../vc/builders.ts'

const HOST = 'ecole.example.org'
const HOSTILE = 'hostile.example.org'
const DID = `did:web:${HOST}:service`
const LIST = `https://${HOST}/status/7`
const WORDS = `https://${HOST}/words.jsonld`

let internet: FakeInternet
let opened: App
beforeAll(async () => {
  internet = await openFakeInternet([HOST, HOSTILE])
  const hosts = parseRemoteHosts('*')
  if (hosts === undefined) throw new Error()
  const remote = createRemoteFetcher({
    hosts,
    clock: { now: () => opened.time.now },
    log: createLogger('silent'),
    network: internet.network,
    limits: { totalMs: 1000, idleMs: 500, failureMs: 0 },
  })
  opened = await openApp({ publicUrl: 'https://passerelle.test', overrides: { remote } })
})
afterAll(async () => {
  await opened.close()
  await internet.close()
})
beforeEach(() => {
  internet.sites.clear()
  internet.asked.length = 0
})

const verify = async (document: JsonObject) => {
  const { verdict, checks } = await verifyDocument(opened.services, document)
  return { verdict, codes: checks.filter(({ status }) => status !== 'passed').map(({ code }) => code) }
}

const didDocument = (key: SigningKey, id = key.did): JsonObject => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id,
  verificationMethod: [
    {
      id: key.verificationMethod,
      type: 'Multikey',
      controller: id,
      publicKeyMultibase: key.publicKeyMultibase,
    },
  ],
  assertionMethod: [key.verificationMethod],
})

const listOf = (key: SigningKey, set: readonly number[] = [], changes: JsonObject = {}) =>
  statusList(key, { set, changes: { id: LIST, ...changes } })

const withStatus = (key: SigningKey) =>
  sign(
    competence(key.did, {
      credentialStatus: statusEntry({ id: `${LIST}#3`, statusListCredential: LIST, statusListIndex: '3' }),
    }),
    key,
  )

describe('a credential of another issuer with a did:web', () => {
  it('is authentic, and the issuer unknown', async () => {
    const key = await newKey(DID)
    internet.servePaths(HOST, { '/service/did.json': didDocument(key), '/status/7': await listOf(key) })
    expect(await verify(await withStatus(key))).toEqual({
      verdict: 'issuer-unknown',
      codes: ['issuer-unknown'],
    })
    expect(internet.asked.map(({ path }) => path)).toEqual(['/service/did.json', '/status/7'])
  })

  it('is withdrawn when its issuer’s list says so', async () => {
    const key = await newKey(DID)
    internet.servePaths(HOST, { '/service/did.json': didDocument(key), '/status/7': await listOf(key, [3]) })
    expect(await verify(await withStatus(key))).toMatchObject({ verdict: 'revoked' })
  })

  it('cannot be decided now, and is not called forged, while the list, or the key, cannot be had', async () => {
    const key = await newKey(DID)
    const document = await withStatus(key)
    internet.servePaths(HOST, { '/service/did.json': didDocument(key) })
    expect(await verify(document)).toEqual({
      verdict: 'unverifiable-now',
      codes: ['issuer-unknown', 'status-list-unreachable'],
    })
    internet.servePaths(HOST, {})
    expect((await verify(document)).verdict).toBe('unverifiable-now')
    internet.sites.set(HOST, () => undefined)
    expect((await verify(document)).codes).toContain('did-not-resolved')
  })

  it('is refused when tampered with, or signed by a key its issuer does not list', async () => {
    const key = await newKey(DID)
    const other = await newKey(DID)
    internet.servePaths(HOST, { '/service/did.json': didDocument(key) })
    const good = await sign(competence(DID), key)
    expect(await verify({ ...good, name: 'Autre chose' })).toMatchObject({ verdict: 'not-authentic' })
    expect(await verify(await sign(competence(DID), other))).toMatchObject({
      verdict: 'not-authentic',
      codes: expect.arrayContaining(['key-not-found']) as string[],
    })
  })

  it('is not believed when the document found is about somebody else', async () => {
    const key = await newKey(DID)
    internet.servePaths(HOST, { '/service/did.json': didDocument(key, 'did:web:example.com') })
    expect(await verify(await sign(competence(DID), key))).toMatchObject({ verdict: 'not-authentic' })
  })

  it('is never asked about at our own address', async () => {
    const key = await newKey('did:web:passerelle.test:orgs:nobody')
    expect((await verify(await sign(competence(key.did), key))).verdict).toBe('unverifiable-now')
    expect(internet.lookups).not.toContain('passerelle.test')
  })
})

describe('a credential of an issuer with an https identifier', () => {
  const ISSUER = `https://${HOST}/issuers/1`

  it('is authentic by the controller document found there, with relative key names and JSON Web Keys', async () => {
    const key = await newKey(ISSUER)
    const { ['verificationMethod']: _, ...bare } = didDocument(key)
    const named = { ...key, verificationMethod: `${ISSUER}#key-1` }
    const multikey = { type: 'Multikey', publicKeyMultibase: key.publicKeyMultibase }
    for (const written of [multikey, { type: 'JsonWebKey', publicKeyJwk: jwkOf(key) }]) {
      const method = { id: '#key-1', controller: ISSUER, ...written }
      internet.servePaths(HOST, {
        '/issuers/1': { ...bare, verificationMethod: [method], assertionMethod: ['#key-1'] },
      })
      const document = await sign(competence(ISSUER), named)
      expect(await verify(document)).toEqual({ verdict: 'issuer-unknown', codes: ['issuer-unknown'] })
    }
  })

  it.each(['P-256', 'P-384'] as const)(
    'is authentic when signed with a JSON Web Key of %s',
    async (curve) => {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: curve })
      const publicKeyJwk: unknown = publicKey.export({ format: 'jwk' })
      if (!isJsonObject(publicKeyJwk)) throw new Error(curve)
      const method = { id: `${ISSUER}#ec`, type: 'JsonWebKey', controller: ISSUER, publicKeyJwk }
      const { publicKeyMultibase } = multikeyOf(method)
      const hash = curve === 'P-256' ? 'sha256' : 'sha384'
      const document = await sign(competence(ISSUER), {
        did: ISSUER,
        verificationMethod: method.id,
        publicKeyMultibase: typeof publicKeyMultibase === 'string' ? publicKeyMultibase : '',
        sign: (data) =>
          Promise.resolve(createSign(hash).update(data).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' })),
      })
      internet.servePaths(HOST, {
        '/issuers/1': { id: ISSUER, verificationMethod: [method], assertionMethod: ['#ec'] },
      })
      expect(await verify(document)).toEqual({ verdict: 'issuer-unknown', codes: ['issuer-unknown'] })
      expect((await verify({ ...document, name: 'Autre chose' })).verdict).toBe('not-authentic')
    },
  )

  it('is refused when that document is of another identifier, or publishes the private key', async () => {
    const key = await newKey(ISSUER)
    const document = await sign(competence(ISSUER), key)
    internet.servePaths(HOST, { '/issuers/1': { ...didDocument(key), id: `${ISSUER}/` } })
    expect((await verify(document)).verdict).toBe('not-authentic')
    const method = { id: key.verificationMethod, type: 'JsonWebKey', controller: ISSUER }
    const exposed = { ...method, publicKeyJwk: { ...jwkOf(key), d: 'AAAA' } }
    internet.servePaths(HOST, { '/issuers/1': { ...didDocument(key), verificationMethod: [exposed] } })
    expect((await verify(document)).verdict).toBe('not-authentic')
  })

  it('may be signed with a key of elsewhere that the issuer itself lists, and no other', async () => {
    const lent = await newKey()
    const signed = await signCarelessly(competence(ISSUER), lent)
    internet.servePaths(HOST, { '/issuers/1': { id: ISSUER, assertionMethod: [lent.verificationMethod] } })
    expect((await verify(signed)).verdict).toBe('issuer-unknown')
    const stolen = await newKey()
    expect(await verify(await signCarelessly(competence(ISSUER), stolen))).toMatchObject({
      verdict: 'not-authentic',
      codes: expect.arrayContaining(['issuer-not-key-controller']) as string[],
    })
  })
})

describe('contexts of others', () => {
  const MEANING = { '@context': { fondation: 'https://schema.org/funder' } }
  /** Signed with the meaning inside, then given by its address: the signed statements are the same. */
  const speaking = async (key: SigningKey, address: string) => {
    const unsigned = competence(key.did, { fondation: 'https://example.org/f' })
    const [first, second] = unsigned['@context'] as string[]
    const signed = await sign(
      { ...unsigned, '@context': [first, second, MEANING['@context']] as JsonObject['x'] },
      key,
    )
    return { ...signed, '@context': [first, second, address] as string[] } satisfies JsonObject
  }

  it('are read where they are, and not known now when they cannot be had', async () => {
    const document = await speaking(await newKey(), WORDS)
    expect(await verify(document)).toMatchObject({ verdict: 'unverifiable-now' })
    internet.serve(HOST, MEANING, { 'Content-Type': 'application/ld+json' })
    expect(await verify(document)).toEqual({ verdict: 'issuer-unknown', codes: ['issuer-unknown'] })
  })

  it('change nothing unseen: another meaning is another document', async () => {
    const document = await speaking(await newKey(), WORDS)
    internet.serve(HOST, { '@context': { fondation: 'https://schema.org/sponsor' } })
    expect((await verify(document)).verdict).toBe('not-authentic')
  })

  it('may not redefine what the standard says, or do so without effect', async () => {
    const document = await speaking(await newKey(), WORDS)
    const redefining = async (term: string) => {
      internet.serve(HOST, { '@context': { ...MEANING['@context'], [term]: 'https://evil.example/x' } })
      return (await verify(document)).verdict
    }
    for (const term of ['VerifiableCredential', 'OpenBadgeCredential', 'DataIntegrityProof', 'name', 'id'])
      expect([term, await redefining(term)]).toEqual([term, 'not-authentic'])
    // what the type of a credential defines takes precedence over what came before it
    for (const term of ['credentialSubject', 'issuer', 'validUntil', 'achievement'])
      expect([term, await redefining(term)]).toEqual([term, 'issuer-unknown'])
  })

  it('that include themselves, each other or ever new ones end soon', async () => {
    const document = await speaking(await newKey(), `https://${HOSTILE}/0`)
    internet.serve(HOSTILE, { '@context': [`https://${HOSTILE}/0`, MEANING['@context']] })
    expect((await verify(document)).verdict).not.toBe('issuer-unknown')
    let n = 0
    internet.sites.set(HOSTILE, (_req, res) => {
      res.writeHead(200, { 'Content-Type': 'application/ld+json' })
      res.end(JSON.stringify({ '@context': [`https://${HOSTILE}/${String(++n)}`, MEANING['@context']] }))
    })
    expect((await verify(document)).verdict).not.toBe('issuer-unknown')
    n = 0
    internet.sites.set(HOSTILE, (_req, res) => {
      const many = Array.from({ length: 50 }, () => `https://${HOSTILE}/${String(++n)}`)
      res.writeHead(200, { 'Content-Type': 'application/ld+json' })
      res.end(JSON.stringify({ '@context': many }))
    })
    expect((await verify(document)).verdict).not.toBe('issuer-unknown')
    expect(internet.asked.length).toBeLessThan(100)
  })
})

describe('a status list', () => {
  it('that has a status in itself is read once, and nothing is followed from it', async () => {
    const key = await newKey(DID)
    const itself = statusEntry({ id: `${LIST}#0`, statusListCredential: LIST, statusListIndex: '0' })
    const list = await listOf(key, [0], { credentialStatus: itself })
    internet.servePaths(HOST, { '/service/did.json': didDocument(key), '/status/7': list })
    expect((await verify(await withStatus(key))).verdict).toBe('issuer-unknown')
    expect(internet.asked.filter(({ path }) => path === '/status/7')).toHaveLength(1)
  })

  it('of another issuer, or another address, decides nothing', async () => {
    const key = await newKey(DID)
    const document = await withStatus(key)
    const stranger = await newKey()
    for (const list of [await listOf(stranger), await listOf(key, [], { id: `${LIST}7` })]) {
      internet.servePaths(HOST, { '/service/did.json': didDocument(key), '/status/7': list })
      expect((await verify(document)).verdict).toBe('unverifiable-now')
    }
  })

  it('that cannot be had tells whoever asks nothing of what names mean inside our network', async () => {
    const key = await newKey()
    const document = await withStatus(key)
    const answers = []
    for (const addresses of [['10.0.0.7'], []]) {
      internet.answers.set(HOST, [addresses])
      const { verdict, checks } = await verifyDocument(opened.services, document)
      expect(verdict).toBe('unverifiable-now')
      answers.push(checks)
    }
    internet.answers.clear()
    expect(answers[0]).toEqual(answers[1])
  })

  it('that is a credential pointing to itself ends', async () => {
    const key = await newKey(DID)
    const selfish = await sign(
      competence(key.did, {
        id: LIST,
        credentialStatus: statusEntry({ id: `${LIST}#3`, statusListCredential: LIST, statusListIndex: '3' }),
      }),
      key,
    )
    internet.servePaths(HOST, { '/service/did.json': didDocument(key), '/status/7': selfish })
    expect((await verify(selfish)).verdict).toBe('unverifiable-now')
    expect(internet.asked).toHaveLength(2)
  })
})

function jwkOf({ publicKeyMultibase }: SigningKey): JsonObject {
  const bytes = base58(publicKeyMultibase.slice(1)).subarray(2)
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') }
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
function base58(text: string): Uint8Array {
  let number = 0n
  for (const symbol of text) number = number * 58n + BigInt(ALPHABET.indexOf(symbol))
  return Buffer.from(number.toString(16).padStart(68, '0'), 'hex')
}
