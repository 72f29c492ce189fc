import { describe, expect, it, test } from 'vitest'
import { AppError } from '../../../server/kernel/errors.ts'
import { columnLetter, readTable } from '../../../server/records/imports/index.ts'
import { spreadsheet, type Written } from './a-spreadsheet.ts'

const ROWS = [
  ['NOM', 'Prénom', "Pays d'accueil", 'Bilan'],
  ['Lefèvre', 'Zoë', 'Pays-Bas', 'Cuisine, service\nœuvré avec 3 « chefs » ; ménage'],
  ["N'Diaye", 'Aïcha', 'Île Maurice', 'dit "oui"'],
]

function failure(bytes: Uint8Array): AppError {
  try {
    readTable(bytes)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  return expect.fail('the file was read')
}

describe('reading a file as some program saved it', () => {
  const written: [string, Written][] = (
    [
      ['Excel, « CSV »', { encoding: 'windows-1252' }],
      ['Excel, « CSV UTF-8 »', { bom: true }],
      ['Excel, « Texte Unicode »', { encoding: 'utf-16le', delimiter: '\t' }],
      ['LibreOffice', { delimiter: ',', newline: '\n' }],
      ['LibreOffice, tabulations', { delimiter: '\t', newline: '\n' }],
      ['Numbers', { delimiter: ';', newline: '\n' }],
      ['an old Mac', { newline: '\r' }],
      ['UTF-16 the other way', { encoding: 'utf-16be' }],
      ['Excel, « CSV », commas', { encoding: 'windows-1252', delimiter: ',' }],
      ['UTF-8 with mark and commas', { bom: true, delimiter: ',' }],
    ] as const
  ).map(([name, how]) => [name, how])

  it.each(written)('%s', (_name, how) => {
    const table = readTable(spreadsheet(ROWS, how))
    expect(table.header).toEqual(ROWS[0])
    expect(table.rows.map(({ cells }) => cells)).toEqual(ROWS.slice(1))
    expect(table.rows.map(({ number }) => number)).toEqual([2, 3])
    expect(table.delimiter).toBe(how.delimiter ?? ';')
    expect(table.encoding).toBe(how.encoding ?? 'utf-8')
  })

  it('counts rows as the spreadsheet does: blank rows, cells of several lines, a title above', () => {
    const table = readTable(
      spreadsheet([
        ['Session de retour, juin 2026', '', ''],
        [],
        ['Nom', 'Prénom', 'Bilan'],
        ['Dupont', 'Chloé', 'une\ndeux\ntrois'],
        ['', '', ''],
        ['Le Goff', 'Malo', ''],
        ['', '', ''],
        ['', '', ''],
      ]),
    )
    expect(table.headerRow).toBe(3)
    expect(table.rows.map(({ number }) => number)).toEqual([4, 6])
  })

  it('does not count the thousands of blank rows that a copied format leaves', () => {
    const blank = Array.from({ length: 60_000 }, () => ['', '', ''])
    expect(
      readTable(spreadsheet([['Nom', 'Prénom', 'Pays'], ['Dupont', 'Chloé', 'Italie'], ...blank])).rows,
    ).toHaveLength(1)
  })

  it('obeys the « sep= » line of Excel, which is no row of the sheet', () => {
    const bytes = new TextEncoder().encode('sep=,\r\nNom,Prénom\r\nDupont,"Chloé; Marie"\r\n')
    const table = readTable(bytes)
    expect(table).toMatchObject({
      delimiter: ',',
      headerRow: 1,
      rows: [{ number: 2, cells: ['Dupont', 'Chloé; Marie'] }],
    })
  })

  it('is not misled by commas inside cells', () => {
    const table = readTable(
      spreadsheet([
        ['Nom', 'Prénom', 'Bilan'],
        ['Dupont', 'Chloé', 'un, deux, trois, quatre, cinq'],
      ]),
    )
    expect(table.delimiter).toBe(';')
  })

  it('keeps a lone quotation mark inside a cell', () => {
    const bytes = new TextEncoder().encode('Nom;Prénom;Activité\nDupont;Chloé;écran 5" et plus\n')
    expect(readTable(bytes).rows[0]?.cells[2]).toBe('écran 5" et plus')
  })

  it('turns back UTF-8 that somebody opened as Windows-1252 and saved again', () => {
    const twice = Buffer.from(Buffer.from('Nom;Prénom;Pays\nLefèvre;Zoë;Côte d’Ivoire\n').toString('latin1'))
    const cp1252 = new TextDecoder('windows-1252').decode(
      Buffer.from('Nom;Prénom;Pays\nLefèvre;Zoë;Côte d’Ivoire\n'),
    )
    for (const bytes of [twice, new TextEncoder().encode(cp1252)])
      expect(readTable(new Uint8Array(bytes))).toMatchObject({
        header: ['Nom', 'Prénom', 'Pays'],
        rows: [{ cells: ['Lefèvre', 'Zoë', 'Côte d’Ivoire'] }],
      })
  })

  it('composes letters that a Mac wrote in two parts', () => {
    expect(
      readTable(
        spreadsheet([
          ['Nom', 'Pre\u0301nom'],
          ['Dupont', 'Chloe\u0301'],
        ]),
      ).rows[0]?.cells[1],
    ).toBe('Chloé')
  })

  it('fills rows that are shorter than the titles and keeps cells beyond them', () => {
    const table = readTable(
      spreadsheet([
        ['Nom', 'Prénom', 'Pays'],
        ['Dupont', 'Chloé'],
        ['Le Goff', 'Malo', 'Italie', 'perdu'],
      ]),
    )
    expect(table.header).toEqual(['Nom', 'Prénom', 'Pays', ''])
    expect(table.rows[0]?.cells).toEqual(['Dupont', 'Chloé', '', ''])
  })
})

describe('a file that is no table is refused with what it is', () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  it.each([
    ['nothing at all', new Uint8Array(), 'file-empty', undefined],
    ['blank lines', text('\r\n;;;\r\n\r\n'), 'file-not-a-table', 'imports.fileHasNoNames'],
    ['only spaces', text(' \r\n\t'), 'file-empty', undefined],
    ['titles and nobody', text('Nom;Prénom\r\n;\r\n'), 'file-empty', undefined],
    [
      'a workbook',
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]),
      'file-not-a-table',
      'imports.fileIsWorkbook',
    ],
    [
      'an old workbook',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'file-not-a-table',
      'imports.fileIsWorkbook',
    ],
    ['a PDF', text('%PDF-1.7\n'), 'file-not-a-table', 'imports.fileIsBinary'],
    ['a photo', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0]), 'file-not-a-table', 'imports.fileIsBinary'],
    [
      'random bytes',
      Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256),
      'file-not-a-table',
      'imports.fileIsBinary',
    ],
    [
      'text with a NUL in it',
      text('Nom;Prénom\nDu\0pont;Chloé\n'),
      'file-not-a-table',
      'imports.fileIsBinary',
    ],
    ['a letter', text('Bonjour,\nvoici la liste.\n'), 'file-not-a-table', 'imports.fileHasNoNames'],
    [
      'a table of something else',
      text('Article;Prix\nPain;1,20\n'),
      'file-not-a-table',
      'imports.fileHasNoNames',
    ],
    ['JSON', text('[{"nom":"Dupont"}]'), 'file-not-a-table', 'imports.fileHasNoNames'],
  ])('%s', (_name, bytes, code, problem) => {
    const refused = failure(bytes)
    expect(refused.code).toBe(code)
    expect(refused.problems[0]?.message).toBe(problem)
  })

  test('a quotation mark nobody closed names its row', () => {
    const rows = ['Nom;Prénom;Bilan', 'Dupont;Chloé;bien', 'Le Goff;Malo;"très bien', 'Kerrien;Inès;']
    expect(failure(text(rows.join('\r\n')))).toMatchObject({
      code: 'file-not-a-table',
      problems: [{ message: 'imports.fileHasOpenQuote', params: { value: '3' } }],
    })
  })

  test('50,000 young people', () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => [`Nom${at}`, 'Prénom'])
    expect(failure(spreadsheet([['Nom', 'Prénom'], ...rows]))).toMatchObject({
      code: 'too-many-rows',
      params: { rows: 50_000, max: 2_000 },
    })
  })

  test('20 MB', () => {
    expect(failure(new Uint8Array(20_000_000).fill(65))).toMatchObject({
      code: 'file-too-large',
      params: { max: 5 },
    })
  })

  test('five million columns', () => {
    const bytes = text(`Nom;Prénom\r\nDupont${';x'.repeat(2_000_000)}\r\n`)
    expect(failure(bytes).problems[0]?.message).toBe('imports.fileHasTooManyColumns')
  })
})

test('columns have the letters of the spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
