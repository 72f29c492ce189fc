import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encryptedFileKeyStore } from '../../../server/issuer/keys/encrypted-file-key-store.ts'
import { openRootSecret } from '../../../server/issuer/keys/open-root-secret.ts'
import { generateKeyPair } from '../../../server/vc/index.ts'
import { createLogger } from '../../../server/platform/log/index.ts'
import { temporaryFolder } from '../../support/database.ts'

const log = createLogger('silent')
const PASSPHRASE = 'douze petits pas vers Séville'
let parent: string
let keysDir: string

beforeEach(() => {
  parent = temporaryFolder()
  keysDir = join(parent, 'keys')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('the keys folder', () => {
  it('prepares itself on the first run, readable by nobody else', async () => {
    mkdirSync(keysDir)
    chmodSync(keysDir, 0o755)
    const root = await openRootSecret({ keysDir, log })
    expect(root).toHaveLength(32)
    expect(modeOf(keysDir)).toBe('700')
    expect(readdirSync(keysDir).sort()).toEqual(['root.json', 'root.key'])
    for (const file of readdirSync(keysDir)) expect(modeOf(join(keysDir, file))).toBe('600')
  })

  it('opens again with the same secret', async () => {
    const first = await openRootSecret({ keysDir, log })
    expect(Buffer.from(await openRootSecret({ keysDir, log }))).toEqual(Buffer.from(first))
  })

  it('stays closed without its key file', async () => {
    await openRootSecret({ keysDir, log })
    rmSync(join(keysDir, 'root.key'))
    await expect(openRootSecret({ keysDir, log })).rejects.toMatchObject({ code: 'keys-locked' })
  })

  it('opens with the passphrase it was made with, and no other', async () => {
    const first = await openRootSecret({ keysDir, passphrase: PASSPHRASE, log })
    expect(readdirSync(keysDir)).toEqual(['root.json'])
    const again = await openRootSecret({ keysDir, passphrase: PASSPHRASE.normalize('NFD'), log })
    expect(Buffer.from(again)).toEqual(Buffer.from(first))
    await expect(openRootSecret({ keysDir, passphrase: 'douze petits pas', log })).rejects.toMatchObject({
      code: 'keys-locked',
    })
    await expect(openRootSecret({ keysDir, log })).rejects.toMatchObject({ code: 'keys-locked' })
  })

  it('takes a passphrase later without losing a key', async () => {
    const before = await openRootSecret({ keysDir, log })
    const after = await openRootSecret({ keysDir, passphrase: PASSPHRASE, log })
    expect(Buffer.from(after)).toEqual(Buffer.from(before))
    expect(readdirSync(keysDir)).toEqual(['root.json'])
    await expect(openRootSecret({ keysDir, log })).rejects.toMatchObject({ code: 'keys-locked' })
  })

  it.each(['', '{', '{"version":2}', '[]'])('stays closed when its box is damaged: %j', async (text) => {
    await openRootSecret({ keysDir, log })
    writeFileSync(join(keysDir, 'root.json'), text)
    await expect(openRootSecret({ keysDir, log })).rejects.toMatchObject({ code: 'keys-locked' })
  })

  it.each([undefined, PASSPHRASE])(
    'makes no new root beside keys of another one (passphrase: %s)',
    async (words) => {
      const passphrase = words === undefined ? {} : { passphrase: words }
      const store = encryptedFileKeyStore(keysDir, await openRootSecret({ keysDir, log, ...passphrase }))
      const keyId = await store.create()
      const opened = await store.open(keyId)
      const box = readFileSync(join(keysDir, 'root.json'))
      rmSync(join(keysDir, 'root.json'))
      await expect(openRootSecret({ keysDir, log, ...passphrase })).rejects.toMatchObject({
        code: 'keys-incomplete',
        params: { folder: keysDir, file: 'root.json' },
      })
      expect(readdirSync(keysDir)).not.toContain('root.json')
      writeFileSync(join(keysDir, 'root.json'), box)
      const root = await openRootSecret({ keysDir, log, ...passphrase })
      expect(await encryptedFileKeyStore(keysDir, root).open(keyId)).toEqual(opened)
    },
  )

  it('makes a root where the first run stopped before it had one', async () => {
    await openRootSecret({ keysDir, log })
    rmSync(join(keysDir, 'root.json'))
    expect(await openRootSecret({ keysDir, log })).toHaveLength(32)
  })

  it('is prepared once when several processes start on it together', async () => {
    const program = `
      import { openRootSecret } from './server/issuer/keys/open-root-secret.ts'
      import { createLogger } from './server/platform/log/index.ts'
      const root = await openRootSecret({ keysDir: process.argv[1], log: createLogger('silent') })
      console.log(Buffer.from(root).toString('hex'))`
    const roots = await Promise.all(Array.from({ length: 4 }, () => runNode(program, keysDir)))
    expect(new Set(roots).size).toBe(1)
    expect(roots[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(readdirSync(keysDir).sort()).toEqual(['root.json', 'root.key'])
  })
})

describe('a private key at rest', () => {
  const openStore = async () => encryptedFileKeyStore(keysDir, await openRootSecret({ keysDir, log }))

  it('is one encrypted file that does not show the key', async () => {
    const store = await openStore()
    const keyId = await store.create()
    const opened = await store.open(keyId)
    const secret = opened !== undefined && 'secretKeyMultibase' in opened ? opened.secretKeyMultibase : ''
    expect(secret).toMatch(/^z/)
    const file = join(keysDir, `${keyId}.json`)
    expect(modeOf(file)).toBe('600')
    expect(readFileSync(file, 'utf8')).not.toContain(secret)
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)).toEqual([
      'version',
      'kdf',
      'salt',
      'nonce',
      'ciphertext',
    ])
    expect(await (await openStore()).open(keyId)).toEqual(opened)
  })

  it('does not open under another name, nor after one changed character', async () => {
    const store = await openStore()
    const [mine, other] = [await store.create(), await store.create()]
    const text = readFileSync(join(keysDir, `${mine}.json`), 'utf8')
    writeFileSync(join(keysDir, `${other}.json`), text)
    await expect(store.open(other)).rejects.toMatchObject({ code: 'keys-locked' })
    const box = JSON.parse(text) as { ciphertext: string }
    const flipped = (box.ciphertext.startsWith('A') ? 'B' : 'A') + box.ciphertext.slice(1)
    writeFileSync(join(keysDir, `${mine}.json`), JSON.stringify({ ...box, ciphertext: flipped }))
    await expect(store.open(mine)).rejects.toMatchObject({ code: 'keys-locked' })
  })

  it('cannot be asked for by a path', async () => {
    await expect((await openStore()).open('../../etc/passwd')).rejects.toMatchObject({ code: 'key-missing' })
  })

  it('is absent when this folder never had it', async () => {
    const { publicKeyMultibase } = await generateKeyPair()
    expect(await (await openStore()).open(publicKeyMultibase)).toBeUndefined()
  })
})

function runNode(program: string, argument: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program, argument], {
    cwd: join(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.once('error', reject)
    child.once('exit', () => resolve(output.trim()))
  })
}
