import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { isSiret } from '../../../server/access/organisations/index.ts'
import { readSheet } from '../../../server/records/imports/index.ts'
import { openNetwork, saidOn, type Network } from '../../support/app-world.ts'

type Cell = string | number | boolean | Date | null

/** An Excel workbook as Excel writes it. */
async function workbook(sheets: readonly (readonly (readonly Cell[])[])[]): Promise<Buffer> {
  const data = sheets.map((rows, index) => ({
    sheet: `Feuille ${index + 1}`,
    data: rows.map((row) =>
      row.map((value) =>
        value instanceof Date
          ? { value, type: Date, format: 'dd/mm/yyyy' }
          : value === null
            ? null
            : { value },
      ),
    ),
  }))
  return writeExcelFile(data).toBuffer()
}

const PEOPLE: Cell[][] = [
  ['Nom', 'Prénom', 'Né(e) le', 'Ville', 'Pays', 'Départ', 'Retour', 'Équipe internationale'],
  [
    'Sabatier',
    'Élise',
    new Date('2006-09-04T00:00:00Z'),
    'Leipzig',
    'Allemagne',
    new Date('2026-01-05T00:00:00Z'),
    new Date('2026-03-27T00:00:00Z'),
    3,
  ],
]

describe('a workbook', () => {
  it('is read like the CSV it would have been: dates as days, numbers as they show, the sheet that holds people', async () => {
    const bytes = await workbook([[['Notes'], ['à ranger']], PEOPLE])
    const table = await readSheet(bytes)
    expect(table).toMatchObject({ encoding: 'workbook', headerRow: 1 })
    expect(table.rows[0]?.cells).toEqual([
      'Sabatier',
      'Élise',
      '04/09/2006',
      'Leipzig',
      'Allemagne',
      '05/01/2026',
      '27/03/2026',
      '3',
    ])
  })

  it('without such a sheet says which sheets it read', async () => {
    await expect(
      readSheet(
        await workbook([
          [
            ['Couleur', 'Taille'],
            ['bleu', 3],
          ],
        ]),
      ),
    ).rejects.toMatchObject({
      code: 'file-not-a-table',
      problems: [{ message: 'imports.workbookHasNoNames', params: { value: 'Feuille 1' } }],
    })
  })

  it.each([
    ['another ZIP file', () => zip([['photo.txt', 'x']]), 'imports.fileIsWorkbook'],
    ['half a workbook', async () => (await workbook([PEOPLE])).subarray(0, 900), 'imports.fileIsWorkbook'],
    [
      'a workbook that unpacks to far more than a list',
      () => zip([['xl/workbook.xml', 'x'.repeat(26_000_000)]]),
      'imports.workbookTooLarge',
    ],
    [
      'a workbook that announces less than it unpacks to',
      () => zip([['xl/workbook.xml', 'x'.repeat(26_000_000), 10]]),
      'imports.workbookTooLarge',
    ],
    [
      'a workbook that announces gigabytes and holds nothing',
      () => zip([['xl/workbook.xml', '<x', 2_000_000_000]]),
      'imports.workbookUnreadable',
    ],
    [
      'a workbook with a cell at the end of the world',
      () => sheetOf('XFD1048576'),
      'imports.workbookTooLarge',
    ],
    [
      'a workbook with nothing right inside',
      () => zip([['xl/workbook.xml', '<x']]),
      'imports.workbookUnreadable',
    ],
    ['an old .xls', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'imports.fileIsWorkbook'],
  ])('%s is refused with its sentence', async (_name, make, message) => {
    await expect(readSheet(await make())).rejects.toMatchObject({ problems: [{ message }] })
  })

  it('whose bytes were changed anywhere never does more than be refused', async () => {
    const bytes = await workbook([PEOPLE])
    let seed = 7
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below
    for (let round = 0; round < 60; round++) {
      const broken = Buffer.from(bytes)
      for (let times = 0; times <= next(6); times++) broken[next(broken.length)] = next(256)
      await readSheet(broken).then(
        (table) => expect(table.rows.length).toBeGreaterThan(0),
        (error: unknown) =>
          expect(['file-not-a-table', 'file-empty', 'too-many-rows']).toContain(
            (error as { code: string }).code,
          ),
      )
    }
  })
})

/** A workbook of one sheet with one cell. */
function sheetOf(cell: string): Buffer {
  const schemas = 'http://schemas.openxmlformats.org'
  const main = `xmlns="${schemas}/spreadsheetml/2006/main"`
  const relation = `${schemas}/officeDocument/2006/relationships`
  return zip([
    [
      'xl/workbook.xml',
      `<workbook ${main} xmlns:r="${relation}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', `<styleSheet ${main}/>`],
    [
      'xl/worksheets/sheet1.xml',
      `<worksheet ${main}><sheetData><row r="${cell.replace(/\D/g, '')}"><c r="${cell}"><v>1</v></c></row></sheetData></worksheet>`,
    ],
  ])
}

/** A ZIP file of these entries, packed; an entry may announce another size than its own. */
function zip(entries: readonly (readonly [string, string, number?])[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text, announced = Buffer.byteLength(text)] of entries) {
    const data = Buffer.from(text)
    const packed = deflateRawSync(data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(announced, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(announced, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

describe('a SIRET', () => {
  it.each([
    ['73282932000074', true],
    ['35600000000048', true],
    // La Poste’s establishments follow their own rule
    ['35600000049837', true],
    ['73282932000075', false],
    ['7328293200007', false],
    ['7328293200007A', false],
  ])('%s: %s', (digits, valid) => {
    expect(isSiret(digits)).toBe(valid)
  })
})

/** The hidden fields and the choices of a page’s forms. */
function formOn(html: string, action: string): Record<string, string> {
  const form = html.slice(html.indexOf(`action="${action}"`)).split('</form>')[0] ?? ''
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  )
  const selects = [...form.matchAll(/<select[^>]* name="([^"]+)"[\s\S]*?<\/select>/g)].map(
    ([select, name = '']) => [name, /value="([^"]+)" selected/.exec(select)?.[1] ?? 'ignored'],
  )
  return Object.fromEntries([...hidden, ...selects]) as Record<string, string>
}

describe('a list imported by itself', () => {
  let network: Network
  beforeAll(async () => {
    network = await openNetwork()
  })
  afterAll(() => network.close())

  it('of people: shown first, confirmed, and the second time nothing changes', async () => {
    const coordinator = await network.browse('coordinator')
    const path = `/organisation/${network.home.slug}/learners/import`
    const bytes = await workbook([PEOPLE])
    const plan = await coordinator.upload(path, bytes, 'liste.xlsx')
    expect(plan.status).toBe(200)
    expect(saidOn(plan)).toContain('Élise Sabatier')
    const count = async () => (await network.db('learners')).length
    const before = await count()
    expect((await coordinator.send(`${path}/confirm`, formOn(plan.text, `${path}/confirm`))).status).toBe(303)
    expect(await count()).toBe(before + 1)
    const stay = (await network.db('mobilities').where({ host_town: 'Leipzig' })) as object[]
    expect(stay).toHaveLength(1)
    const again = await coordinator.upload(path, bytes, 'liste.xlsx')
    expect(saidOn(again)).toContain('déjà là')
    expect(again.text).not.toContain(`action="${path}/confirm"`)
  })

  it('whose columns we do not understand is read as we are told, and the next one too', async () => {
    const coordinator = await network.browse('coordinator')
    const path = `/organisation/${network.home.slug}/learners/import`
    const csv = 'Nom;Prénom;Anniversaire\nKerbrat;Soazig;01/02/2007\n'
    const plan = await coordinator.upload(path, Buffer.from(csv), 'liste.csv')
    const form = formOn(plan.text, `${path}/columns`)
    expect(form['column-2']).toBe('ignored')
    const told = await coordinator.send(`${path}/columns`, { ...form, 'column-2': 'field:birthDate' })
    expect(told.status).toBe(200)
    await coordinator.send(`${path}/confirm`, formOn(told.text, `${path}/confirm`))
    const soazig = (await network.db('learners').where({ given_name: 'Soazig' }).first()) as object
    expect(soazig).toMatchObject({ birth_date: '2007-02-01' })
    const next = await coordinator.upload(path, Buffer.from(csv.replace('Soazig', 'Nolwenn')), 'liste.csv')
    expect(formOn(next.text, `${path}/columns`)['column-2']).toBe('field:birthDate')
    // said by mistake, it is unsaid the same way
    const unsaid = { ...formOn(next.text, `${path}/columns`), 'column-2': 'ignored' }
    const corrected = await coordinator.send(`${path}/columns`, unsaid)
    await coordinator.send(`${path}/confirm`, formOn(corrected.text, `${path}/confirm`))
    const last = await coordinator.upload(path, Buffer.from(csv.replace('Soazig', 'Rozenn')), 'liste.csv')
    expect(formOn(last.text, `${path}/columns`)['column-2']).toBe('ignored')
    // the neighbours’ lists are their own
    const lead = await network.browse('neighbourLead')
    const away = `/organisation/${network.away.slug}/learners/import`
    const theirs = await lead.upload(away, Buffer.from(csv), 'liste.csv')
    expect(formOn(theirs.text, `${away}/columns`)['column-2']).toBe('ignored')
  })

  it('of structures: with SIRET; known ones are completed, wrong cells are named, and all or nothing is done', async () => {
    const admin = await network.browse('admin')
    const path = '/admin/structures/import'
    const head = 'Nom;Type;SIRET;Ville;Courriel\n'
    const wrong = await admin.upload(
      path,
      Buffer.from(`${head}ADEFIL;Association;73282932000075;Brest;pas-une-adresse\n`),
      's.csv',
    )
    expect(wrong.status).toBe(422)
    const said = saidOn(wrong)
    expect(said).toContain('Ligne 2, colonne C (SIRET)')
    expect(said).toContain('Ligne 2, colonne E (Courriel)')
    const right = `${head}ADEFIL;Association;732 829 320 00074;Brest;contact@adefil.exemple.fr\n${network.away.name};CFA;;Brest;\n`
    const plan = await admin.upload(path, Buffer.from(right), 's.csv')
    expect(saidOn(plan)).toContain('1 à créer · 1 à compléter')
    expect((await admin.send(`${path}/confirm`, formOn(plan.text, `${path}/confirm`))).status).toBe(303)
    expect(await network.db('organisations').where({ name: 'ADEFIL' }).first()).toMatchObject({
      kind: 'association',
      siret: '73282932000074',
      town: 'Brest',
    })
    expect(await network.db('organisations').where({ id: network.away.id }).first()).toMatchObject({
      town: 'Brest',
    })
    const taken = await admin.upload(path, Buffer.from(`${head}Une autre;;73282932000074;;\n`), 's.csv')
    expect(saidOn(taken)).toContain('une structure qui porte un autre nom')
  })

  it('of sessions: with kind, days and competences by name, in a structure one coordinates', async () => {
    const coordinator = await network.browse('coordinator')
    const path = `/organisation/${network.home.slug}/sessions/import`
    const head = 'Titre;Type;Date;Fin;Lieu;Compétences;Structure\n'
    const csv = `${head}Départ de mai;départ;04/05/2026;05/05/2026;Quimper;Équipe internationale, Allemand;\n`
    const plan = await coordinator.upload(path, Buffer.from(csv), 's.csv')
    expect((await coordinator.send(`${path}/confirm`, formOn(plan.text, `${path}/confirm`))).status).toBe(303)
    expect(await network.db('training_sessions').where({ title: 'Départ de mai' }).first()).toMatchObject({
      kind: 'departure',
      starts_on: '2026-05-04',
      ends_on: '2026-05-05',
      competences: '["EQUIPE","LANG-DE"]',
    })
    const again = await coordinator.upload(path, Buffer.from(csv), 's.csv')
    expect(saidOn(again)).toContain('1 déjà là')
    const wrong = `${head}X;peut-être;32/05/2026;;;Voler;${network.away.name}\n`
    const said = saidOn(await coordinator.upload(path, Buffer.from(wrong), 's.csv'))
    for (const part of ['« peut-être »', '« 32/05/2026 »', '« Voler »', 'vous ne la coordonnez pas'])
      expect(said).toContain(part)
  })
})
