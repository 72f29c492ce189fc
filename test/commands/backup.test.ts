import { cpSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backup } from '../../server/commands/backup.ts'
import { restore } from '../../server/commands/restore.ts'
import { verify } from '../../server/commands/verify.ts'
import { createFileStore } from '../../server/platform/files/index.ts'
import { temporaryFolder } from '../support/database.ts'
import { aMachine, startServer, type Machine, type Written } from '../support/run-cli.ts'

const TABLE = [
  'Nom;Prénom;Date de naissance;Structure;Pays;Début;Fin;EQUIPE;ADAPTATION',
  'Dupont;Chloé;14/02/2005;CFA de Brest;Allemagne;05/01/2026;27/03/2026;3;2',
]
const NEXT = [TABLE[0], 'Martin;Ravi;03/09/2006;CFA de Brest;Irlande;05/01/2026;27/03/2026;2;4']
const PASSPHRASE = 'douze petits pas vers Séville'
const PUBLIC = 'https://passeport.exemple.fr'

/** The commands in this process: most is tried without starting one. */
const restoring = (machine: Machine, from: string, options: { force?: boolean } = {}) =>
  machine.inProcess((config) => restore(config, from, options))
const verifying = (machine: Machine, file: string | undefined) =>
  machine.inProcess((config) => verify(config, file ?? '', {}))

interface Listed {
  readonly files: { path: string; bytes: number; sha256: string }[]
  readonly keys: string
}

describe('a backup of an installation at work', () => {
  const machine = aMachine({ KEYS_PASSPHRASE: PASSPHRASE, PUBLIC_URL: PUBLIC })
  let written: Written
  let server: Awaited<ReturnType<typeof startServer>>
  let out: string
  beforeAll(async () => {
    await writeFile(join(machine.dir, 'a.csv'), TABLE.join('\n'))
    written = await machine.json('run-session', 'a.csv', '--out', 'sortie')
    await createFileStore(join(machine.env.DATA_DIR, 'files')).put(Buffer.from('une photo'))
    server = await startServer(machine)
    out = join(machine.dir, 'sauvegarde')
    const answer = await machine.run(['backup', '--out', out], { env: { KEYS_PASSPHRASE: '' } })
    expect([answer.code, answer.err]).toEqual([0, ''])
    expect(answer.out).toContain('Gardez la phrase secrète ailleurs')
  })
  afterAll(() => server.stop())

  const elsewhere = (settings: Record<string, string> = {}): Machine =>
    aMachine({ KEYS_PASSPHRASE: PASSPHRASE, PUBLIC_URL: PUBLIC, ...settings })

  it('holds database, files and keys, each with its digest, for its owner only', () => {
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Listed
    const kinds = manifest.files.map(({ path }) => path.replace(/z6Mk\w+|[0-9a-f]{2}\/[0-9a-f]{64}/, '*'))
    expect(new Set(kinds)).toEqual(
      new Set(['database/passerelle.sqlite', 'files/*', 'keys/*.json', 'keys/root.json']),
    )
    expect(manifest.keys).toBe('passphrase')
    for (const { path } of [{ path: 'manifest.json' }, ...manifest.files])
      expect([path, (statSync(join(out, path)).mode & 0o777).toString(8)]).toEqual([path, '600'])
    expect((statSync(out).mode & 0o777).toString(8)).toBe('700')
  })

  it('comes to life elsewhere: what was signed verifies, signing goes on, files are there', async () => {
    const other = elsewhere()
    expect(await other.json('restore', out)).toMatchObject({
      database: 'sqlite',
      keys: 'passphrase',
      setAside: [],
    })
    for (const { file } of [...written.credentials, ...written.passports])
      if (file.endsWith('.json'))
        expect(await verifying(other, file)).toMatchObject({
          code: 0,
          out: expect.stringContaining('C’est authentique') as unknown,
        })
    await writeFile(join(other.dir, 'b.csv'), NEXT.join('\n'))
    const next = await other.json<Written>('run-session', 'b.csv', '--out', 'sortie')
    expect(next.credentials.length).toBeGreaterThan(0)
    const keys = await other.json<{ keyId: string }[]>('keys', 'list')
    expect(keys.map(({ keyId }) => keyId)).toEqual(
      (await machine.json<{ keyId: string }[]>('keys', 'list')).map(({ keyId }) => keyId),
    )
    expect(readdirSync(join(other.env.DATA_DIR, 'files'))).toHaveLength(1)
    expect(readdirSync(other.env.DATA_DIR).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('says so when the passphrase is another one, and puts nothing in place', async () => {
    const other = elsewhere({ KEYS_PASSPHRASE: 'une autre phrase secrète' })
    const { code, err } = await restoring(other, out)
    expect([code, err]).toEqual([
      1,
      'Les clés de signature ne s’ouvrent pas avec cette phrase secrète (KEYS_PASSPHRASE).\n',
    ])
    expect(readdirSync(other.dir)).toEqual([])
    const silent = elsewhere({ KEYS_PASSPHRASE: '' })
    expect((await restoring(silent, out)).out).toContain('Réglez KEYS_PASSPHRASE avant de démarrer')
    expect((await silent.run(['keys', 'list'])).err).toContain('ne s’ouvrent pas')
  })

  it.each([
    ['a changed file', (dir: string) => writeFileSync(join(dir, 'keys/root.json'), '{}'), 'keys/root.json'],
    ['a missing file', (dir: string) => rmSync(join(dir, 'keys/root.json')), 'keys/root.json'],
    [
      'a list that was edited',
      (dir: string) => writeFileSync(join(dir, 'manifest.json'), '{}'),
      'manifest.json',
    ],
    [
      'a path that leads elsewhere',
      (dir: string) => edit(dir, (text) => text.replace('"keys/root.json"', '"keys/../../root.json"')),
      'manifest.json',
    ],
    [
      'a link instead of a file',
      (dir: string) => {
        rmSync(join(dir, 'keys/root.json'))
        symlinkSync('/etc/hostname', join(dir, 'keys/root.json'))
      },
      'keys/root.json',
    ],
  ])('is refused with %s, and nothing is changed', async (_name, damage, file) => {
    const copy = join(temporaryFolder(), 'copie')
    cpSync(out, copy, { recursive: true })
    damage(copy)
    const other = elsewhere()
    const { code, err } = await restoring(other, copy)
    expect([code, err]).toEqual([
      1,
      `Cette sauvegarde n’est plus telle qu’elle a été écrite : ${file}. Rien n’a été changé : essayez-en une autre.\n`,
    ])
    expect(readdirSync(other.dir)).toEqual([])
  })

  it('takes the place of another installation only with --force, which is set aside whole', async () => {
    const other = elsewhere({ KEYS_PASSPHRASE: '' })
    await writeFile(join(other.dir, 'b.csv'), NEXT.join('\n'))
    await other.json('run-session', 'b.csv', '--out', 'sortie')
    const refused = await restoring(other, out)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Ajoutez --force')])
    const done = await restoring(other, out, { force: true })
    expect([done.code, done.err]).toEqual([0, ''])
    const env = { KEYS_PASSPHRASE: PASSPHRASE }
    expect(await other.run(['verify', written.credentials[0]?.file ?? ''], { env })).toMatchObject({
      code: 0,
    })
    // the former one lives on where it was put
    const before = (dir: string): string =>
      join(dir, readdirSync(dir).find((name) => name.startsWith('.before-')) ?? '')
    const settings = {
      KEYS_PASSPHRASE: '',
      DATA_DIR: before(other.env.DATA_DIR),
      KEYS_DIR: before(other.env.KEYS_DIR),
    }
    const [former] = readdirSync(join(other.dir, 'sortie', 'credentials'))
    const file = join(other.dir, 'sortie', 'credentials', former ?? '')
    expect(await other.run(['verify', file], { env: settings })).toMatchObject({ code: 0 })
  })

  it('does not push a server that runs from its database', async () => {
    const { code, err } = await restoring(machine, out, { force: true })
    expect([code, err]).toEqual([1, expect.stringContaining('Arrêtez-le, puis recommencez')])
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  it('takes the place of a database that nothing can read any more', async () => {
    const other = elsewhere()
    await mkdir(other.env.DATA_DIR, { recursive: true })
    await writeFile(join(other.env.DATA_DIR, 'passerelle.sqlite'), 'this is no database '.repeat(400))
    expect(await restoring(other, out, { force: true })).toMatchObject({ code: 0 })
    expect(await verifying(other, written.credentials[0]?.file)).toMatchObject({ code: 0 })
  })

  it('never goes into a folder that holds something', async () => {
    const { code, err } = await machine.inProcess((config) => backup(config, { out }))
    expect([code, err]).toEqual([1, expect.stringContaining('n’est pas vide')])
    const empty = await restoring(machine, temporaryFolder())
    expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('n’est pas une sauvegarde')])
  })
})

describe('a backup of keys that no passphrase protects', () => {
  const machine = aMachine()
  beforeAll(async () => {
    await machine.json('keys', 'list')
  })

  it('is not made unless asked for, because who has it can sign', async () => {
    const { code, err } = await machine.run(['backup', '--out', 'b'])
    expect([code, err]).toEqual([1, expect.stringContaining('--accept-unprotected')])
    expect(readdirSync(machine.dir)).not.toContain('b')
    const out = join(machine.dir, 'accepted')
    const asked = await machine.run(['backup', '--out', out, '--accept-unprotected'])
    expect([asked.code, asked.err]).toEqual([0, expect.stringContaining('ATTENTION')])
    expect(readdirSync(join(out, 'keys'))).toContain('root.key')
    const other = aMachine()
    expect(await restoring(other, out)).toMatchObject({ code: 0 })
    expect(await other.json('keys', 'list')).toEqual(await machine.json('keys', 'list'))
  })

  it('leaves a PostgreSQL database to pg_dump, and says so', async () => {
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const refused = await machine.run(['backup', '--out', 'p', '--accept-unprotected'], { env })
    expect([refused.code, refused.err]).toEqual([
      1,
      'La base est sur PostgreSQL : sauvegardez-la avec pg_dump, et ajoutez --without-database pour sauvegarder ici les clés et les fichiers.\n',
    ])
    const out = join(machine.dir, 'keys-only')
    const args = ['backup', '--out', out, '--accept-unprotected', '--without-database']
    expect(await machine.run(args, { env })).toMatchObject({ code: 0 })
    expect(readdirSync(out).sort()).toEqual(['keys', 'manifest.json'])
    expect(await restoring(aMachine(env), out)).toMatchObject({ code: 0 })
  })

  it('does not make a database where there is none', async () => {
    const other = aMachine({ KEYS_DIR: machine.env.KEYS_DIR })
    const options = { out: join(other.dir, 'x'), acceptUnprotected: true }
    const { code, err } = await other.inProcess((config) => backup(config, options))
    expect([code, err]).toEqual([1, expect.stringContaining('ENOENT')])
    expect(readdirSync(other.dir)).toEqual([])
  })
})

function edit(dir: string, change: (text: string) => string): void {
  const path = join(dir, 'manifest.json')
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}
