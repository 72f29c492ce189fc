import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../server/commands/serve.ts'
import { aMachine, startServer } from '../support/run-cli.ts'

interface Target {
  readonly baseUrl: string
  readonly issueHeaders: { readonly authorization: string }
  readonly issuers: Readonly<Record<string, { readonly id: string; readonly path: string }>>
  readonly verify: string
  readonly vpVerify: string
}

const machine = aMachine()
const file = join(machine.dir, 'target.json')
let server: Awaited<ReturnType<typeof startServer>>
let target: Target

beforeAll(async () => {
  server = await startServer(machine, ['serve', '--conformance', '--target-file', file])
  target = JSON.parse(readFileSync(file, 'utf8')) as Target
})
afterAll(() => server.stop())

const issue = (name: string, headers: Record<string, string> = target.issueHeaders) =>
  fetch(target.baseUrl + (target.issuers[name]?.path ?? ''), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      credential: {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d',
        type: ['VerifiableCredential'],
        issuer: target.issuers[name]?.id,
        credentialSubject: { id: 'did:example:subject' },
      },
    }),
  })

describe('serve --conformance', () => {
  it('writes where to ask and with which token, for its owner’s eyes only', () => {
    expect(target.baseUrl).toBe(server.url)
    expect(target).toMatchObject({ verify: '/credentials/verify', vpVerify: '/presentations/verify' })
    expect(Object.keys(target.issuers)).toEqual(['ed25519', 'p256', 'p384', 'status', 'sd'])
    for (const { id } of Object.values(target.issuers)) expect(id).toMatch(/^did:key:z/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('lets whoever read that file have things signed, and nobody else', async () => {
    for (const name of Object.keys(target.issuers)) expect((await issue(name)).status).toBe(201)
    expect((await issue('ed25519', {})).status).toBe(401)
  })

  it('keeps its token nowhere: the next run has another, and the old one opens nothing', async () => {
    const { authorization } = target.issueHeaders
    await server.stop()
    server = await startServer(machine, ['serve', '--conformance', '--target-file', file])
    const before = target
    target = JSON.parse(readFileSync(file, 'utf8')) as Target
    expect(target.issueHeaders.authorization).not.toBe(authorization)
    expect(target.issuers).toEqual(before.issuers)
    expect((await issue('ed25519', { authorization })).status).toBe(401)
    expect((await issue('ed25519')).status).toBe(201)
  })
})

describe('serve --conformance does not start', () => {
  const other = aMachine({ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' })
  const secure = aMachine({ PORT: '0', PUBLIC_URL: 'https://passeport.exemple.fr', LOG_LEVEL: 'silent' })
  const refused = join(secure.dir, 'target.json')

  it.each([
    ['an https address', secure],
    ['a host name', aMachine({ PORT: '0', PUBLIC_URL: 'http://passeport.exemple.fr', LOG_LEVEL: 'silent' })],
  ])('where others can reach the server by %s, unless somebody really means it', async (_name, machine) => {
    const { code, err } = await machine.run(['serve', '--conformance', '--target-file', refused])
    expect(code).toBe(1)
    expect(err).toContain('--yes-really')
    expect(existsSync(refused)).toBe(false)
    expect(existsSync(join(machine.dir, 'data'))).toBe(false)
  })

  it('where its file cannot be written, and does not run on unseen', async () => {
    const folder = join(other.dir, 'target')
    mkdirSync(folder)
    const { code, err } = await other.run(['serve', '--conformance', '--target-file', folder])
    expect(code).toBe(1)
    expect(err).toContain(folder)
    expect(readdirSync(other.dir).filter((name) => name.startsWith('target.'))).toEqual([])
  })

  it.each([{ conformance: true }, { targetFile: 'target.json' }])(
    'without both of its options: %j',
    async (options) => {
      const { code, err } = await other.inProcess((config) => serve(config, undefined, options))
      expect(code).toBe(1)
      expect(err).toContain('--target-file')
    },
  )
})

describe('serve --conformance --yes-really', () => {
  it('starts behind https too, its issuers still did:key, and warns whoever started it', async () => {
    const secure = aMachine({ PUBLIC_URL: 'https://passeport.exemple.fr' })
    const written = join(secure.dir, 'target.json')
    const args = ['serve', '--conformance', '--target-file', written, '--yes-really']
    const started = await startServer(secure, args)
    const { issuers } = JSON.parse(readFileSync(written, 'utf8')) as Target
    await started.stop()
    for (const { id } of Object.values(issuers)) expect(id).toMatch(/^did:key:z/)
  })
})
