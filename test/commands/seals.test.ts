import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { backup } from '../../server/commands/backup.ts'
import { restore } from '../../server/commands/restore.ts'
import { sealsAdd, sealsList, sealsRemove, type SealFileOptions } from '../../server/commands/seals.ts'
import { makeCertificateChain } from '../support/make-certificate-chain.ts'
import { aMachine } from '../support/run-cli.ts'

const TABLE = [
  'Nom;Prénom;Date de naissance;Structure;Pays;Début;Fin;EQUIPE;ADAPTATION',
  'Dupont;Chloé;14/02/2005;CFA de Brest;Allemagne;05/01/2026;27/03/2026;3;2',
]
const CFA = 'cfa-de-brest'
const hasOpenssl = spawnSync('openssl', ['version']).error === undefined

describe('passerelle seals', () => {
  const machine = aMachine()
  const path = (name: string): string => join(machine.dir, name)
  const adding = (options: SealFileOptions, structure = CFA) =>
    machine.inProcess((config) => sealsAdd(config, structure, options))
  const files = { certificate: path('chain.pem'), key: path('key.pem') }
  beforeAll(async () => {
    await writeFile(path('a.csv'), TABLE.join('\n'))
    await machine.json('run-session', 'a.csv', '--out', 'sortie')
    const chain = await makeCertificateChain({ name: 'Cachet du CFA' })
    await writeFile(files.certificate, chain.certificates)
    await writeFile(path('own.pem'), chain.own)
    await writeFile(files.key, chain.key)
  })

  it('has nothing to list before one is added, and says how to', async () => {
    const { code, out } = await machine.inProcess((config) => sealsList(config, {}))
    expect([code, out]).toEqual([0, expect.stringContaining('passerelle seals add')])
  })

  it('adds one from the command line, says until when it is good, and lists it', async () => {
    const { code, out, err } = await machine.run([
      'seals',
      'add',
      CFA,
      '--certificate',
      'chain.pem',
      '--key',
      'key.pem',
    ])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('seront signés «\u00a0Cachet du CFA\u00a0», jusqu’au 2036-01-01')
    expect(await machine.json('seals', 'list')).toMatchObject([
      { structure: CFA, name: 'Cachet du CFA', state: 'valid', certificates: 2 },
    ])
    const listed = await machine.inProcess((config) => sealsList(config, {}))
    expect(listed.out).toBe(`${CFA}  valide  2036-01-01  Cachet du CFA\n`)
  })

  it('warns of a certificate that comes without its issuer', async () => {
    const { out } = await adding({ ...files, certificate: path('own.pem') })
    expect(out).toContain('les lecteurs de PDF ne reconnaîtront pas la structure')
    expect((await adding(files)).out).not.toContain('Attention')
  })

  it.each<[string, SealFileOptions, string, string]>([
    ['no file at all', {}, CFA, 'Donnez --certificate et --key'],
    ['no key', { certificate: 'chain.pem' }, CFA, 'Donnez --certificate et --key'],
    ['a file that is not there', { ...files, key: 'nulle-part.pem' }, CFA, 'nulle-part.pem'],
    ['a certificate for a key', { ...files, key: files.certificate }, CFA, 'pas de clé privée lisible'],
    ['a structure nobody knows', files, 'cfa-de-nulle-part', 'Nous ne connaissons rien sous ce nom'],
    ['a .p12 that is none', { p12: files.key, passphraseFile: files.key }, CFA, '.p12 ne s’ouvre pas'],
  ])('refuses %s in one sentence', async (_name, options, structure, sentence) => {
    const { code, err } = await adding(options, structure)
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)])
  })

  it.skipIf(!hasOpenssl)('reads certificate and key from one .p12 file, with its passphrase', async () => {
    writeFileSync(path('words.txt'), 'sept marées\n')
    const make = [
      'pkcs12',
      '-export',
      '-in',
      files.certificate,
      '-inkey',
      files.key,
      '-out',
      path('seal.p12'),
    ]
    const made = spawnSync('openssl', [...make, '-passout', `file:${path('words.txt')}`], {
      encoding: 'utf8',
    })
    expect([made.status, made.stderr]).toEqual([0, ''])
    const { code, err } = await adding({ p12: path('seal.p12'), passphraseFile: path('words.txt') })
    expect([code, err]).toEqual([0, ''])
    expect(await machine.json('seals', 'list')).toMatchObject([{ name: 'Cachet du CFA', certificates: 2 }])
    writeFileSync(path('other.txt'), 'huit marées\n')
    const refused = await adding({ p12: path('seal.p12'), passphraseFile: path('other.txt') })
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('.p12 ne s’ouvre pas')])
  })

  it('travels with a backup, and opens where it is restored', async () => {
    const out = path('sauvegarde')
    expect(
      await machine.inProcess((config) => backup(config, { out, acceptUnprotected: true })),
    ).toMatchObject({ code: 0 })
    const other = aMachine()
    // one of the machine's own gives way to those of the backup
    await other.inProcess((config) => sealsList(config, {}))
    const restored = await other.inProcess((config) => restore(config, out, { force: true }))
    expect(restored).toMatchObject({ code: 0 })
    expect(await other.json('seals', 'list')).toMatchObject([{ structure: CFA, state: 'valid' }])
    expect(readdirSync(join(other.env.KEYS_DIR, 'seals'))).toHaveLength(1)
  })

  it('removes it, and has nothing left to remove the second time', async () => {
    const removing = () => machine.inProcess((config) => sealsRemove(config, CFA, {}))
    expect((await removing()).out).toContain('le cachet est retiré')
    expect((await removing()).out).toContain('Rien n’a changé')
    expect(await machine.json('seals', 'list')).toEqual([])
  })
})
