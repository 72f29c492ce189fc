import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyCredential, verifyPresentation } from '@digitalcredentials/verifier-core'
import request from 'supertest'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { revokeCredential } from '../../server/issuer/revocation/index.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../server/vc/index.ts'
import { openNetwork, OPERATOR, type App } from '../support/app-world.ts'

/**
 * What the product signs, put before the verifier of the Digital Credentials Consortium (another JSON-LD processor and
 * cryptosuite than ours, the one inside its wallets and web pages). It reads contexts, DID documents, status lists and
 * 1EdTech's schemas from the network: here from our own server and from files, and nothing else is ever asked.
 */
type Credential = Parameters<typeof verifyCredential>[0]['credential']
type Presentation = Parameters<typeof verifyPresentation>[0]['presentation']

const HERE = import.meta.dirname
const CLR_CONTEXT = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
const OB_SCHEMA = 'ob_v3p0_achievementcredential_schema.json'
const SCHEMAS = join(HERE, '..', '..', '..', 'shared', 'domain', 'ob3', 'schemas')
const hasSchemas = existsSync(SCHEMAS)

const overHttp = await openNetwork({ publicUrl: 'http://passerelle.test' })
const overHttps = await openNetwork({ publicUrl: 'https://passeport.example' })
afterAll(async () => {
  await overHttp.close()
  await overHttps.close()
})

const asked: string[] = []
beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', answer)
  // it comments on 1EdTech's schemas, and says so when there are none
  for (const how of ['log', 'warn', 'error'] as const) vi.spyOn(console, how).mockReturnValue()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** The little of the network there is. */
async function answer(input: string | URL | Request): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input)
  asked.push(url.href)
  const own = [overHttp, overHttps].find(({ services }) => services.publicUrl === url.origin)
  if (own !== undefined) {
    const found = await request(own.app).get(url.pathname).set('Accept', 'application/json')
    const headers = { 'Content-Type': found.headers['content-type'] ?? '' }
    return new Response(found.text, { status: found.status, headers })
  }
  const file = fileOf(url)
  return file === undefined ? new Response('', { status: 404 }) : new Response(readFileSync(file, 'utf8'))
}

function fileOf(url: URL): string | undefined {
  if (url.href === CLR_CONTEXT)
    return join(HERE, '../../credentials-schema/contexts/clr-v2p0-context-2.0.1.json')
  return url.pathname.endsWith(OB_SCHEMA) && hasSchemas ? join(SCHEMAS, OB_SCHEMA) : undefined
}

/** Everything a running network has signed, as its holders have it. */
async function signedBy({ db }: App, kind: 'competence' | 'mobility' | 'passport'): Promise<JsonObject[]> {
  const texts = await db('credentials').where({ kind }).whereNotNull('signed').pluck<string[]>('signed')
  return texts.map((text) => {
    const document: unknown = JSON.parse(text)
    if (!isJsonObject(document)) throw new Error('not a document')
    return document
  })
}

const isCredential = (document: unknown): document is Credential =>
  isJsonObject(document) && '@context' in document && 'issuer' in document

const isPresentation = (document: unknown): document is Presentation =>
  isJsonObject(document) && 'verifiableCredential' in document

async function verdictOn(document: JsonObject) {
  // it writes into what it is given
  const copy: unknown = structuredClone(document)
  if (!isCredential(copy)) throw new Error('not a credential')
  const {
    log = [],
    errors = [],
    additionalInformation = [],
  } = await verifyCredential({
    credential: copy,
    knownDIDRegistries: [],
  })
  return {
    steps: Object.fromEntries(log.map(({ id, valid }) => [id, valid])),
    errors: errors.map(({ name }) => name),
    schemas: additionalInformation.flatMap(({ results }) => results),
  }
}

const ACCEPTED = { valid_signature: true, revocation_status: true }

type Path = (string | number)[]

/** Where the texts of a document are; contexts apart, which are not the issuer's. */
function textsIn(value: JsonValue, path: Path = []): Path[] {
  if (typeof value === 'string') return [path]
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]))
  if (!isJsonObject(value)) return []
  return Object.entries(value)
    .filter(([name]) => name !== '@context')
    .flatMap(([name, member]) => textsIn(member, [...path, name]))
}

/** The same document with the last character of one text replaced by another. */
function withOneCharacterChanged(document: JsonObject, [step, ...rest]: Path): JsonObject {
  const change = (value: JsonValue, path: Path): JsonValue => {
    const [at, ...further] = path
    if (typeof value === 'string') return value.slice(0, -1) + (value.endsWith('2') ? '3' : '2')
    if (Array.isArray(value)) return value.map((item, index) => (index === at ? change(item, further) : item))
    if (!isJsonObject(value) || typeof at !== 'string') return value
    return { ...value, [at]: change(value[at] ?? null, further) }
  }
  const changed = change(document, step === undefined ? [] : [step, ...rest])
  if (!isJsonObject(changed)) throw new Error('not a document any more')
  return changed
}

describe('another verifier', () => {
  it.each([
    ['did:key', overHttp],
    ['did:web', overHttps],
  ])(
    'accepts every competence and stay signed under a %s, with their status lists',
    async (method, network) => {
      const documents = [...(await signedBy(network, 'competence')), ...(await signedBy(network, 'mobility'))]
      expect(documents.length).toBeGreaterThan(4)
      for (const document of documents) {
        expect(JSON.stringify(document['issuer'])).toContain(`"${method}:`)
        const { steps, errors, schemas } = await verdictOn(document)
        expect(errors).toEqual([])
        expect(steps).toMatchObject(ACCEPTED)
        if (hasSchemas) expect(schemas.map(({ result }) => result)).toEqual([{ valid: true }])
      }
    },
  )

  it('accepts a passport and, apart, each credential in it', async () => {
    const [passport] = await signedBy(overHttp, 'passport')
    if (passport === undefined) throw new Error('no passport was signed')
    expect(await verdictOn(passport)).toMatchObject({ errors: [], steps: ACCEPTED })
    const subject = passport['credentialSubject']
    const members = isJsonObject(subject) ? subject['verifiableCredential'] : undefined
    if (!Array.isArray(members)) throw new Error('an empty passport')
    for (const member of members.filter(isJsonObject))
      expect(await verdictOn(member)).toMatchObject({ errors: [], steps: ACCEPTED })
  })

  it('accepts them together, as a wallet would show them', async () => {
    const credentials = await signedBy(overHttp, 'competence')
    const presentation: unknown = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'VerifiablePresentation',
      verifiableCredential: structuredClone(credentials),
    }
    if (!isPresentation(presentation)) throw new Error('not a presentation')
    const { credentialResults = [], errors = [] } = await verifyPresentation({
      presentation,
      unsignedPresentation: true,
      knownDIDRegistries: [],
    })
    expect(errors).toEqual([])
    expect(credentialResults).toHaveLength(credentials.length)
    for (const { log = [] } of credentialResults)
      expect(log.find(({ id }) => id === 'valid_signature')?.valid).toBe(true)
  })

  it('refuses one changed character, wherever it is: in a claim, in the proof', async () => {
    const [competence] = await signedBy(overHttp, 'competence')
    if (competence === undefined) throw new Error('nothing was signed')
    const paths = textsIn(competence)
    expect(paths.length).toBeGreaterThan(40)
    const accepted: string[] = []
    for (const path of paths) {
      const { steps, errors } = await verdictOn(withOneCharacterChanged(competence, path))
      if (errors.length === 0 && steps['valid_signature'] === true) accepted.push(path.join('/'))
    }
    expect(accepted).toEqual([])
  })

  it('refuses a passport in which one credential says something else', async () => {
    const [passport] = await signedBy(overHttp, 'passport')
    if (passport === undefined) throw new Error('no passport was signed')
    const inside = textsIn(passport).filter((path) => path.includes('verifiableCredential'))
    for (const ending of ['name', 'value', 'proofValue', 'narrative']) {
      const path = inside.find((each) => each.at(-1) === ending)
      if (path === undefined) continue
      const { steps } = await verdictOn(withOneCharacterChanged(passport, path))
      expect(steps['valid_signature']).not.toBe(true)
    }
  })

  it('sees that one was withdrawn, and still that it was ours', async () => {
    const [first] = await overHttps
      .db('credentials')
      .where({ kind: 'mobility' })
      .select<{ code: string }[]>('code')
    const code = first?.code ?? ''
    await revokeCredential(overHttps.services, OPERATOR, { credential: code, reason: 'content-wrong' })
    const withdrawn = (await signedBy(overHttps, 'mobility')).find(
      ({ id }) => typeof id === 'string' && id.endsWith(code),
    )
    if (withdrawn === undefined) throw new Error('nothing was withdrawn')
    const { steps } = await verdictOn(withdrawn)
    expect(steps).toMatchObject({ valid_signature: true, revocation_status: false })
  })

  it('needed nothing but our server and the files of the standards', async () => {
    const [competence] = await signedBy(overHttps, 'competence')
    const [passport] = await signedBy(overHttps, 'passport')
    for (const document of [competence, passport]) if (document !== undefined) await verdictOn(document)
    const hosts = new Set(asked.map((url) => new URL(url).host))
    expect(hosts.has('passeport.example')).toBe(true)
    expect([...hosts].filter((host) => host !== 'passeport.example')).toEqual(['purl.imsglobal.org'])
  })
})
