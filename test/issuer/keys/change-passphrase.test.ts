import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changePassphrase, opensWith, protectionOf } from '../../../server/issuer/keys/index.ts'
import { openRootSecret } from '../../../server/issuer/keys/open-root-secret.ts'
import { createLogger } from '../../../server/platform/log/index.ts'
import { temporaryFolder } from '../../support/database.ts'

const log = createLogger('silent')
const [OLD, NEW] = ['douze petits pas vers Séville', 'treize grands pas vers Brême']
let keysDir: string
let root: Uint8Array

beforeEach(async () => {
  keysDir = join(temporaryFolder(), 'keys')
  root = await openRootSecret({ keysDir, log })
})
afterEach(() => rmSync(keysDir, { recursive: true, force: true }))

const open = (passphrase?: string) =>
  openRootSecret({ keysDir, log, ...(passphrase === undefined ? {} : { passphrase }) })

describe('changing the passphrase of the keys folder', () => {
  it('leaves the root secret, and with it every key and slip, as it is', async () => {
    await changePassphrase(keysDir, { from: undefined, to: OLD })
    expect(await protectionOf(keysDir)).toBe('passphrase')
    expect(Buffer.from(await open(OLD))).toEqual(Buffer.from(root))
    await changePassphrase(keysDir, { from: OLD, to: NEW })
    expect(Buffer.from(await open(NEW))).toEqual(Buffer.from(root))
    await expect(open(OLD)).rejects.toMatchObject({ code: 'keys-locked' })
    await changePassphrase(keysDir, { from: NEW, to: null })
    expect(await protectionOf(keysDir)).toBe('key-file')
    expect(Buffer.from(await open())).toEqual(Buffer.from(root))
    for (const name of readdirSync(keysDir)) expect(statSync(join(keysDir, name)).mode & 0o777).toBe(0o600)
    expect(readdirSync(keysDir).sort()).toEqual(['root.json', 'root.key'])
  })

  it('leaves the old way in when it stops before the new box is in its place', async () => {
    await changePassphrase(keysDir, { from: undefined, to: OLD })
    // without a passphrase the key file is written first; a box of another time lies unfinished beside
    writeFileSync(join(keysDir, 'root.key'), Buffer.alloc(32, 7).toString('base64url'))
    writeFileSync(join(keysDir, 'root.json.1.tmp'), '{"version":1')
    expect(await opensWith(keysDir, OLD)).toBe(true)
    expect(Buffer.from(await open(OLD))).toEqual(Buffer.from(root))
  })

  it('leaves the new way in when it stops right after', async () => {
    const before = join(temporaryFolder(), 'before')
    cpSync(keysDir, before, { recursive: true })
    await changePassphrase(keysDir, { from: undefined, to: OLD })
    // the old way in was not removed yet
    cpSync(join(before, 'root.key'), join(keysDir, 'root.key'))
    expect(Buffer.from(await open(OLD))).toEqual(Buffer.from(root))
    expect(readdirSync(keysDir)).toEqual(['root.json'])
  })

  it.each([
    ['a wrong passphrase', { from: 'pas la bonne', to: NEW }],
    ['none', { from: undefined, to: NEW }],
  ])('is refused with %s, and changes nothing', async (_name, change) => {
    await changePassphrase(keysDir, { from: undefined, to: OLD })
    const before = readFileSync(join(keysDir, 'root.json'), 'utf8')
    await expect(changePassphrase(keysDir, change)).rejects.toMatchObject({ code: 'keys-locked' })
    expect(readFileSync(join(keysDir, 'root.json'), 'utf8')).toBe(before)
  })

  it('has nothing to change where there are no keys', async () => {
    const empty = temporaryFolder()
    expect(await protectionOf(empty)).toBe('empty')
    expect(await opensWith(empty, OLD)).toBe(false)
    await expect(changePassphrase(empty, { from: undefined, to: NEW })).rejects.toMatchObject({
      code: 'keys-locked',
    })
  })
})
