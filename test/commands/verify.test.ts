import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { verify } from '../../server/commands/verify.ts'
import { bakedPng, pdfWith } from '../support/carriers.ts'
import { aMachine, type Written } from '../support/run-cli.ts'

const TABLE = [
  'Nom;Prénom;Date de naissance;Structure;Pays;Début;Fin;EQUIPE;ADAPTATION',
  'Dupont;Chloé;14/02/2005;CFA de Brest;Allemagne;05/01/2026;27/03/2026;3;2',
]
const LATER = [TABLE[0], 'Le Goff;Malo;03/09/2006;CFA de Brest;Irlande;02/02/2026;27/02/2026;2;4']

interface Result {
  readonly verdict: string
  readonly checks: { name: string; status: string; code: string }[]
}
interface Key {
  readonly keyId: string
  readonly issuer: string
  readonly state: string
}

const machine = aMachine()
let written: Written
let files: string[]

beforeAll(async () => {
  await writeFile(join(machine.dir, 'a.csv'), TABLE.join('\n'))
  written = await machine.json('run-session', 'a.csv', '--out', 'sortie')
  files = written.credentials.map(({ file }) => file)
})

const nth = (index: number): string => files[index] ?? ''
const verdictOf = async (file: string): Promise<[number | null, string]> => {
  const { code, out } = await machine.inProcess((config) => verify(config, file, { json: true }))
  return [code, (JSON.parse(out) as Result).verdict]
}

describe('passerelle verify', () => {
  it('says yes and leaves with 0 for a credential as it was written', async () => {
    expect(files).toHaveLength(3)
    expect(await verdictOf(nth(0))).toEqual([0, 'verified'])
    const { code, out } = await machine.run(['verify', nth(0)])
    expect(code).toBe(0)
    expect(out).toMatch(/passed\s+proof/)
  })

  it('reads from a pipe', async () => {
    const stdin = await readFile(nth(0), 'utf8')
    expect((await machine.run(['verify', '-'], { stdin })).code).toBe(0)
    const changed = await machine.run(['verify', '-', '--json'], { stdin: stdin.replace('Chloé', 'Chloë') })
    expect([changed.code, (JSON.parse(changed.out) as Result).verdict]).toEqual([1, 'not-authentic'])
  })

  it.each([
    ['garbage', 'ceci n’est pas une attestation', /ni passeport, ni badge, ni attestation/],
    ['nothing at all', '', /Choisissez un fichier/],
    ['JSON with 1,000 levels', '['.repeat(1_000) + ']'.repeat(1_000), /trop imbriqué/],
    ['3 MB', 'x'.repeat(3_000_000), /trop gros pour être lu ici/],
  ])('refuses %s with one sentence', async (_, content, says) => {
    const file = join(machine.dir, 'x.json')
    await writeFile(file, content)
    const { code, out, err } = await machine.inProcess((config) => verify(config, file, {}))
    expect(err).toMatch(says)
    expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1])
  })

  it('says which file is missing, and that a folder is none', async () => {
    const missing = await machine.run(['verify', 'nulle-part.json'])
    expect([missing.code, missing.err]).toEqual([
      1,
      'Ce fichier ou ce dossier n’existe pas : nulle-part.json\n',
    ])
    const folder = await machine.inProcess((config) => verify(config, machine.dir, {}))
    expect(folder.err).toBe(`C’est un dossier ; il faut un fichier : ${machine.dir}\n`)
  })

  it('does not take any JSON for a credential', async () => {
    const file = join(machine.dir, 'x.json')
    await writeFile(file, '{"hello": "world"}')
    const { code, err } = await machine.inProcess((config) => verify(config, file, {}))
    expect(err).toMatch(/ni une attestation ni un badge/)
    expect(code).toBe(1)
  })

  it('reads the files that credentials travel in', async () => {
    const signed = await readFile(nth(0), 'utf8')
    for (const bytes of [await bakedPng(signed), await pdfWith({ 'a.json': signed })]) {
      const file = join(machine.dir, 'x.bin')
      await writeFile(file, bytes)
      expect(await verdictOf(file)).toEqual([0, 'verified'])
    }
  })

  it('refuses 11 MB from a pipe without keeping them', async () => {
    const { code, err } = await machine.run(['verify', '-'], { stdin: ' '.repeat(11_000_000) })
    expect([code, err]).toEqual([1, 'Ce fichier est trop lourd : 10 Mo au plus.\n'])
  })
})

describe('passerelle revoke', () => {
  it('turns one credential, and no other, and says so once', async () => {
    const [, second] = written.credentials
    const id = second?.id ?? ''
    const revoked = await machine.json<{ id: string; reason: string }>(
      'revoke',
      id,
      '--reason',
      'Erreur de niveau',
    )
    // words of one's own stay inside, in the audit trail
    expect(revoked).toMatchObject({ id, reason: 'other' })
    expect(await verdictOf(nth(1))).toEqual([1, 'revoked'])
    expect(await verdictOf(nth(0))).toEqual([0, 'verified'])
    const again = await machine.run(['revoke', id, '--reason', 'encore'])
    expect([again.code, again.err]).toEqual([1, 'Cette attestation est déjà retirée.\n'])
  })

  it('needs a credential that exists, and a reason', async () => {
    const unknown = await machine.run(['revoke', '0123456789AB', '--reason', 'x'])
    expect([unknown.code, unknown.err]).toEqual([
      1,
      'Nous ne connaissons rien sous ce nom ou ce code : vérifiez-le.\n',
    ])
    expect((await machine.run(['revoke', written.credentials[0]?.id ?? ''])).code).toBe(1)
    expect(await verdictOf(nth(0))).toEqual([0, 'verified'])
  })
})

test('after `keys rotate` former credentials still verify, and new ones are signed with the new key', async () => {
  const before = await machine.json<Key[]>('keys', 'list')
  expect(before.map(({ issuer, state }) => `${issuer} ${state}`).sort()).toEqual([
    'cfa-de-brest active',
    'platform active',
  ])
  const former = before.find(({ issuer }) => issuer === 'cfa-de-brest')?.keyId ?? 'none'
  const { active } = await machine.json<{ active: string }>('keys', 'rotate', 'cfa-de-brest')
  expect(active).not.toBe(former)
  const after = await machine.json<Key[]>('keys', 'list')
  expect(after.find(({ keyId }) => keyId === former)?.state).toBe('retired')
  expect(after.find(({ keyId }) => keyId === active)?.state).toBe('active')

  await writeFile(join(machine.dir, 'b.csv'), LATER.join('\n'))
  const args = ['run-session', 'b.csv', '--out', 'sortie', '--title', 'Deuxième session']
  const second = await machine.json<Written>(...args)
  const keyOf = async (file: string): Promise<string> => {
    const { proof } = JSON.parse(await readFile(file, 'utf8')) as { proof: { verificationMethod: string }[] }
    return proof[0]?.verificationMethod ?? ''
  }
  expect(await keyOf(nth(0))).toContain(former)
  expect(await keyOf(second.credentials[0]?.file ?? '')).toContain(active)
  expect(await verdictOf(nth(0))).toEqual([0, 'verified'])
  expect(await verdictOf(nth(1))).toEqual([1, 'revoked'])
  expect(await verdictOf(second.credentials[0]?.file ?? '')).toEqual([0, 'verified'])

  const unknown = await machine.run(['keys', 'rotate', 'personne'])
  expect([unknown.code, unknown.err.split('\n').length]).toEqual([1, 2])
  const { out } = await machine.run(['keys', 'list'])
  expect(out).not.toMatch(/secret|private/i)
})
