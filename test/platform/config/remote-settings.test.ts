import { expect, it } from 'vitest'
import { parseConfig } from '../../../server/platform/config/index.ts'
import { aMachine } from '../../support/run-cli.ts'

const PUBLIC = { PUBLIC_URL: 'https://passeport.exemple.fr' }

it('a public installation may ask any public host, one’s own machine nobody, unless told otherwise', () => {
  expect(parseConfig(PUBLIC).remoteHosts).toBe('*')
  expect(parseConfig({}).remoteHosts).toBe('none')
  expect(parseConfig({ PUBLIC_URL: 'http://localhost:3000' }).remoteHosts).toBe('none')
  expect(parseConfig({ REMOTE_HOSTS: '*' }).remoteHosts).toBe('*')
  expect(parseConfig({ ...PUBLIC, REMOTE_HOSTS: 'none' }).remoteHosts).toBe('none')
})

it.each([
  'https://exemple.fr',
  'localhost',
  '*.fr.',
  'exemple.fr:http',
  'a b',
  '127.0.0.1/8',
  '*.*',
  'none, exemple.fr',
])('a list of hosts is not understood when it says %s', (REMOTE_HOSTS) => {
  expect(() => parseConfig({ REMOTE_HOSTS })).toThrow(
    expect.objectContaining({
      code: 'configuration-invalid',
      params: expect.objectContaining({ name: 'REMOTE_HOSTS' }) as object,
    }),
  )
})

it('a registry of issuers that cannot be read stops the start in one sentence', async () => {
  const { code, err } = await aMachine({ ISSUER_REGISTRY: '/nulle/part/emetteurs.json' }).run([
    'keys',
    'list',
  ])
  expect(code).toBe(1)
  expect(err.trim()).toBe(
    'Un réglage n’est pas compris : ISSUER_REGISTRY. /nulle/part/emetteurs.json: ENOENT',
  )
})
