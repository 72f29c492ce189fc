import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyIndependently } from '../support/independent-verifier.ts'
import { aMachine, startServer, type Written } from '../support/run-cli.ts'

const TABLE = [
  'Nom;Prénom;Date de naissance;Structure;Pays;Début;Fin;EQUIPE;ADAPTATION',
  'Dupont;Chloé;14/02/2005;CFA de Brest;Allemagne;05/01/2026;27/03/2026;3;2',
]
const PUBLIC = 'https://passeport.exemple.fr'
const DID = 'did:web:passeport.exemple.fr'

interface Report {
  readonly verified: boolean
  readonly verdict: string
  readonly problemDetails: { title: string }[]
  readonly checks: { name: string; status: string; code: string }[]
}
interface DidDocument {
  readonly '@context': string[]
  readonly id: string
  readonly assertionMethod: string[]
}

/** The server as it runs in production: behind a proxy that speaks https for it. */
const machine = aMachine({ PUBLIC_URL: PUBLIC, TRUST_PROXY: '1' })
let written: Written
let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  await writeFile(join(machine.dir, 'a.csv'), TABLE.join('\n'))
  written = await machine.json('run-session', 'a.csv', '--out', 'sortie')
  server = await startServer(machine)
})
afterAll(() => server.stop())

const get = (path: string, accept = 'application/json', language = 'fr') =>
  fetch(server.url + path, { headers: { Accept: accept, 'Accept-Language': language }, redirect: 'manual' })
const post = (path: string, body: unknown) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
const credential = async (): Promise<string> => readFile(written.credentials[0]?.file ?? '', 'utf8')
const code = (): string => written.passports[0]?.code ?? ''

describe('the address on the paper', () => {
  it('answers a program with verdict and checks, a person with a page in their language', async () => {
    const answer = await get(`/v/${code()}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('application/json'),
    ])
    const report = (await answer.json()) as Report
    expect(report.verdict).toBe('verified')
    for (const check of report.checks) {
      expect(typeof check.name).toBe('string')
      expect(['passed', 'skipped']).toContain(check.status)
      expect(typeof check.code).toBe('string')
    }
    const french = await (await get(`/v/${code()}`, 'text/html')).text()
    const english = await (await get(`/v/${code()}`, 'text/html', 'en')).text()
    for (const page of [french, english]) expect(page).toContain('Chloé Dupont')
    expect(french).toContain('<html lang="fr"')
    expect(english).toContain('<html lang="en"')
  })

  it('is 404 with the word for a code nobody was given', async () => {
    const answer = await get('/v/0123456789AB')
    expect([answer.status, ((await answer.json()) as Report).verdict]).toEqual([404, 'not-found'])
    const page = await get('/v/0123456789AB', 'text/html')
    expect([page.status, page.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('text/html'),
    ])
  })

  it('and the id of a credential give the same bytes that were written', async () => {
    const { id } = written.credentials[0] ?? { id: '' }
    expect(id.startsWith(`${PUBLIC}/credentials/`)).toBe(true)
    const answer = await get(new URL(id).pathname, 'application/vc')
    expect(await answer.text()).toBe(await credential())
  })
})

describe('POST /credentials/verify', () => {
  it('takes what we signed and refuses it after one changed character', async () => {
    const source = await credential()
    const good = await post('/credentials/verify', { verifiableCredential: JSON.parse(source) as unknown })
    expect([good.status, await good.json()]).toEqual([
      200,
      expect.objectContaining({ verified: true, problemDetails: [], verdict: 'verified' }),
    ])
    const changed: unknown = JSON.parse(source.replace('Chloé', 'Chloë'))
    const bad = await post('/credentials/verify', { verifiableCredential: changed })
    const report = (await bad.json()) as Report
    expect([bad.status, report.verified, report.verdict]).toEqual([400, false, 'not-authentic'])
    expect(report.problemDetails.length).toBeGreaterThan(0)
  })

  it('sees a withdrawal by somebody at the command line at once', async () => {
    const [, second] = written.credentials
    const source: unknown = JSON.parse(await readFile(second?.file ?? '', 'utf8'))
    await machine.json('revoke', second?.id ?? '', '--reason', 'content-wrong')
    const answer = await post('/credentials/verify', { verifiableCredential: source })
    expect([answer.status, ((await answer.json()) as Report).verdict]).toEqual([400, 'revoked'])
    const page = (await (await get(new URL(second?.url ?? '').pathname)).json()) as Report
    expect(page.verdict).toBe('revoked')
  })
})

describe('the DID documents', () => {
  const didDocument = async (path: string): Promise<DidDocument> => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    return (await answer.json()) as DidDocument
  }

  it('of the platform and of each structure are where did:web looks, and open what was signed', async () => {
    const platform = await didDocument('/.well-known/did.json')
    expect(platform.id).toBe(DID)
    const structure = await didDocument('/orgs/cfa-de-brest/did.json')
    expect(structure.id).toBe(`${DID}:orgs:cfa-de-brest`)
    expect(structure['@context'][0]).toBe('https://www.w3.org/ns/did/v1')
    const signed = JSON.parse(await credential()) as { issuer: { id: string } }
    expect(signed.issuer.id).toBe(structure.id)
    expect(await verifyIndependently(signed, { didDocuments: { [structure.id]: structure } })).toBe(true)
    expect((await get('/orgs/nobody/did.json')).status).toBe(404)
  })

  it('keep a retired key, and the server uses the new one without a restart', async () => {
    const before = await didDocument('/orgs/cfa-de-brest/did.json')
    await machine.json('keys', 'rotate', 'cfa-de-brest')
    const after = await didDocument('/orgs/cfa-de-brest/did.json')
    expect(after.assertionMethod).toHaveLength(before.assertionMethod.length + 1)
    expect(after.assertionMethod).toEqual(expect.arrayContaining(before.assertionMethod))
    const answer = await post('/credentials/verify', {
      verifiableCredential: JSON.parse(await credential()) as unknown,
    })
    expect(answer.status).toBe(200)
  })
})

describe('the server', () => {
  it('says that it lives, and that it is ready', async () => {
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/readyz')).status).toBe(200)
  })

  it('behind https sends its cookies over https only, and asks browsers to stay there', async () => {
    const page = await get('/login', 'text/html')
    for (const cookie of page.headers.getSetCookie()) expect(cookie).toMatch(/; Secure/)
    expect(page.headers.getSetCookie().length).toBeGreaterThan(0)
    expect(page.headers.get('strict-transport-security')).toContain('max-age=')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('x-powered-by')).toBeNull()
  })

  it('ends well when it is asked to, also while somebody holds a connection open', async () => {
    const other = await startServer(aMachine())
    await (await fetch(`${other.url}/login`, { headers: { Connection: 'keep-alive' } })).text()
    expect(await other.stop()).toEqual({ code: 0, signal: null })
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow()
  })
})
