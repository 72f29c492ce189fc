import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { runSession } from '../../server/commands/run-session.ts'
import { openDatabase } from '../../server/platform/db/index.ts'
import { encodeWindows1252 } from '../../server/records/imports/decode-text.ts'
import { plainSpaces, snapshot } from '../support/app-world.ts'
import { ALL_SORTS_OF_NAMES, BAD_FILES, namesFile } from '../support/bad-files.ts'
import { verifyIndependently } from '../support/independent-verifier.ts'
import { aMachine, type Machine, type Written } from '../support/run-cli.ts'

/** As it lay on somebody's desk: a title above, titles shouted or whispered, columns for the cook, blank rows. */
const UGLY = [
  ['Retours de mobilité ÉTÉ 2026 – à compléter', '', '', '', '', '', '', '', '', '', '', ''],
  [],
  [
    'PAYS',
    'repas',
    'prenom',
    'Résoudre un imprévu',
    'NOM',
    'ANGLAIS',
    'adaptation',
    'date de naissance',
  ].concat(['DEBUT', 'fin', 'Structure d’accueil', 'n° tél.']),
  ['Allemagne', 'sans porc', 'Inès', '3', 'BENALI', 'b1', 'PAS ENCORE', '12/03/2006', '02/03/2026'].concat([
    '29/05/2026',
    'Bäckerei « Œuf »',
    '06 00 00 00 00',
  ]),
  [
    'portugal',
    '',
    'Noé',
    '2,0',
    'd’Arc-Lefèvre',
    '',
    '4',
    '8/12/2006',
    '9/3/2026',
    '27/03/2026',
    'Casa € João',
    '',
  ],
  [],
  ['', '', '', '', '', '', '', '', '', '', '', ''],
]

const cells = (rows: readonly (readonly string[])[], delimiter: string): Uint8Array => {
  const quoted = (cell: string): string => (cell.includes(delimiter) ? `"${cell}"` : cell)
  const text = rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n') + '\r\n\r\n'
  const bytes = encodeWindows1252(text)
  if (bytes === undefined) throw new Error('not in Windows-1252')
  return bytes
}

async function keep(machine: Machine, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(machine.dir, name)
  await writeFile(path, bytes)
  return path
}

async function stateOf(machine: Machine): Promise<Record<string, string>> {
  const db = openDatabase({ dataDir: machine.env.DATA_DIR })
  try {
    return await snapshot({ db })
  } finally {
    await db.destroy()
  }
}

const contents = (files: readonly { file: string }[]): Promise<string[]> =>
  Promise.all(files.map(({ file }) => readFile(file, 'latin1')))

describe('a spreadsheet nobody shaped, in Windows-1252 with tabs', () => {
  const machine = aMachine()
  let written: Written
  let file: string
  beforeAll(async () => {
    file = await keep(machine, 'Retours ÉTÉ.csv', cells(UGLY, '\t'))
    written = await machine.json('run-session', file, '--out', join(machine.dir, 'sortie'))
  })

  it('becomes credentials and passports on disk, each with the address where it is checked', async () => {
    expect(written.dataDir).toBe(machine.env.DATA_DIR)
    expect(written.passports.map(({ learner }) => learner).sort()).toEqual([
      'Inès BENALI',
      'Noé d’Arc-Lefèvre',
    ])
    expect(written.credentials).toHaveLength(6)
    for (const { id, file: path, learner, url } of written.credentials) {
      const credential = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
      expect(credential).toMatchObject({ id, credentialSubject: { name: learner } })
      expect(url).toBe(id.replace('/credentials/', '/v/'))
    }
    for (const { file: path, code, url } of written.passports) {
      expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
      expect(url).toMatch(new RegExp(`/v/${code}$`))
    }
  })

  it('says nothing that was not in it: no meals, no telephone, no « pas encore »', async () => {
    const all = (await contents(written.credentials)).join('\n')
    for (const hidden of ['porc', '06 00', 'repas', 'not-yet', 'pas encore', 'NOT-YET'])
      expect(all).not.toContain(hidden)
  })

  it('gives the same files when it is run again, whatever the order of its rows and what stands between its cells', async () => {
    const before = await contents([...written.credentials, ...written.passports])
    const state = await stateOf(machine)
    const [title, blank, header, ines, noe, ...rest] = UGLY
    const turned = [title, blank, header, noe, ines, ...rest].flatMap((row) => (row ? [row] : []))
    const again = await keep(machine, 'Retours ÉTÉ (2).csv', cells(turned, ','))
    const second = await machine.json<Written>('run-session', again, '--out', join(machine.dir, 'sortie'))
    expect(second).toEqual(written)
    expect(await contents([...second.credentials, ...second.passports])).toEqual(before)
    expect(await stateOf(machine)).toEqual(state)
  })

  it('signs what another verifier accepts, and refuses after one changed character', async () => {
    for (const source of await Promise.all(written.credentials.map((one) => readFile(one.file, 'utf8')))) {
      expect(await verifyIndependently(JSON.parse(source))).toBe(true)
      const changed = source.replace(/"name":\s*"(Inès|Noé)/, (found) => found.slice(0, -1) + 'ê')
      expect(changed).not.toBe(source)
      expect(await verifyIndependently(JSON.parse(changed))).toBe(false)
    }
  })

  it('holds every character of a credential: whichever is changed, it is refused', async () => {
    const [first] = await contents(written.credentials.slice(0, 1))
    const source = Buffer.from(first ?? '', 'latin1').toString('utf8')
    for (let at = 3; at < source.length; at += 61) {
      const other = source[at] === 'x' ? 'y' : 'x'
      const changed = source.slice(0, at) + other + source.slice(at + 1)
      expect([at, await accepted(changed)]).toEqual([at, false])
    }
  })
})

async function accepted(source: string): Promise<boolean> {
  try {
    return await verifyIndependently(JSON.parse(source))
  } catch {
    return false
  }
}

const AS_CHILD = ['a picture', '50,000 rows', 'the same young person twice', 'a level out of range']

describe('a file that cannot be imported', () => {
  const machine = aMachine()
  beforeAll(async () => {
    const file = await keep(machine, 'bon.csv', cells(UGLY, ';'))
    await machine.json('run-session', file, '--out', join(machine.dir, 'sortie'))
  })

  it.each(BAD_FILES)('gets one sentence and changes nothing: $name', async ({ name, bytes, says }) => {
    const before = await stateOf(machine)
    const file = await keep(machine, 'mauvais.csv', bytes())
    const options = { out: join(machine.dir, 'x'), json: true }
    // a process of its own for some; the others by the same functions in this one
    const { code, out, err } = AS_CHILD.includes(name)
      ? await machine.run(['run-session', file, '--out', options.out, '--json'])
      : await machine.inProcess((config) => runSession(config, file, options))
    expect(err).toMatch(says)
    expect(err).not.toMatch(/^\s+at /m)
    expect([code, out]).toEqual([1, ''])
    expect(await stateOf(machine)).toEqual(before)
  })

  it('leaves nothing in an installation that was empty, not even the structure it would have made', async () => {
    const fresh = aMachine()
    const file = await keep(fresh, 'a.csv', Buffer.from('Nom;Prénom;EQUIPE\nDupont;Chloé;7\n'))
    const { code } = await fresh.run([
      'run-session',
      file,
      '--out',
      fresh.dir,
      '--organisation',
      'CFA de Brest',
    ])
    expect(code).toBe(1)
    expect(await stateOf(fresh)).toMatchObject({
      organisations: expect.stringMatching(/^0 rows/) as string,
      learners: expect.stringMatching(/^0 rows/) as string,
      training_sessions: expect.stringMatching(/^0 rows/) as string,
    })
  })

  it('signs nothing for a structure that closed, and makes no other one of its name', async () => {
    const fresh = aMachine()
    const file = await keep(fresh, 'a.csv', Buffer.from('Nom;Prénom;EQUIPE\nDupont;Chloé;3\n'))
    const run = (organisation: string) =>
      fresh.inProcess((config) => runSession(config, file, { out: fresh.dir, json: true, organisation }))
    expect((await run('CFA de Brest')).code).toBe(0)
    const db = openDatabase({ dataDir: fresh.env.DATA_DIR })
    await db('organisations').update({ closed_at: '2026-07-03T09:00:00Z' })
    await db.destroy()
    const before = await stateOf(fresh)
    const { code, err } = await run('cfa de brest')
    expect([code, plainSpaces(err)]).toEqual([1, expect.stringContaining('« cfa de brest » est fermée')])
    expect(await stateOf(fresh)).toEqual(before)
  })

  it.each([
    ['a file that is not there', 'nulle-part.csv', {}, /n’existe pas : .*nulle-part\.csv/],
    ['a folder', '.', {}, /C’est un dossier/],
    [
      'a place that is no folder',
      'bon.csv',
      { out: 'bon.csv' },
      /Impossible de lire ou d’écrire ici : .*bon\.csv/,
    ],
    ['a language we do not ship', 'bon.csv', { lang: 'de' }, /--lang/],
    ['a day that is none', 'bon.csv', { date: '31/02/2026' }, /--date : Cette date n’existe pas/],
  ])(
    'nor does %s',
    async (_, file, { out = 'x', ...more }: { out?: string; lang?: string; date?: string }, says) => {
      const before = await stateOf(machine)
      const inside = (name: string): string => join(machine.dir, name)
      const { code, err } = await machine.inProcess((config) =>
        runSession(config, inside(file), { out: inside(out), ...more }),
      )
      expect(err).toMatch(says)
      expect(err).not.toMatch(/^\s+at /m)
      expect([code, err.trim().split('\n').length]).toEqual([1, 1])
      expect(await stateOf(machine)).toEqual(before)
    },
  )

  it('is shown before with --dry-run, which writes nothing', async () => {
    const before = await stateOf(machine)
    const good = await machine.run(['run-session', 'bon.csv', '--out', 'y', '--dry-run', '--title', 'Autre'])
    expect([good.code, plainSpaces(good.out)]).toEqual([
      0,
      expect.stringMatching(/2 jeunes lus.*Essai à blanc/),
    ])
    const file = await keep(machine, 'mauvais.csv', Buffer.from('Nom;Prénom;EQUIPE\nDupont;Chloé;7\n'))
    const bad = await machine.run(['run-session', file, '--out', 'y', '--dry-run', '--json'])
    expect(bad.code).toBe(1)
    expect((JSON.parse(bad.out) as { problems: string[] }).problems.join()).toMatch(
      /«\s7\s» n’est pas un niveau/,
    )
    expect(await stateOf(machine)).toEqual(before)
  })
})

test('names of every alphabet get their passport; a sign no font has is named', async () => {
  const machine = aMachine()
  const file = await keep(machine, 'noms.csv', namesFile())
  const { code, out, err } = await machine.run(['run-session', file, '--out', 'sortie', '--json'])
  expect(code).toBe(0)
  const { passports } = JSON.parse(out) as Written
  const names = ALL_SORTS_OF_NAMES.map(([family, given]) => `${given} ${family}`)
  expect(passports.map(({ learner }) => learner).sort()).toEqual([...names].sort())
  expect(new Set(passports.map((passport) => passport.file)).size).toBe(names.length)
  const lines = err.trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/Lou 🦊 Renard.*ne sait pas imprimer 🦊/)
})

test('two people who run the same file at the same moment sign it once', async () => {
  const machine = aMachine()
  const file = await keep(machine, 'a.csv', cells(UGLY, ';'))
  await machine.run(['migrate'])
  const runs = await Promise.all(
    [1, 2].map(() => machine.run(['run-session', file, '--out', 'sortie', '--json'])),
  )
  for (const { code, err } of runs) {
    expect(err).not.toMatch(/^\s+at /m)
    expect([0, 1]).toContain(code)
  }
  expect(runs.some(({ code }) => code === 0)).toBe(true)
  const { credentials } = await machine.json<Written>('run-session', file, '--out', 'sortie')
  expect(credentials).toHaveLength(6)
  expect(await stateOf(machine)).toMatchObject({ credentials: expect.stringMatching(/^8 rows/) as string })
})
