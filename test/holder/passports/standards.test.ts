import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFDocument,
} from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPassport, renderPassports } from '../../../server/holder/passports/render-passport.ts'
import { renderSlipSheets } from '../../../server/holder/passports/index.ts'
import type { PrintOptions } from '../../../server/holder/passports/print-options.ts'
import { competenceContent, passportContent } from './passport-content.ts'
import { ARCHIVE_RULES } from './rules/archive-rules.ts'
import { allOf, at, bytesOf, dictAt, parsePdf, structureOf, type Rule } from './rules/parsed-pdf.ts'
import { READING_RULES } from './rules/reading-rules.ts'

const RULES: readonly Rule[] = [...READING_RULES, ...ARCHIVE_RULES]
const FORMS: readonly PrintOptions[] = [
  { locale: 'fr' },
  { locale: 'en', with: 'pl' },
  { locale: 'fr', form: 'booklet' },
  { locale: 'fr', form: 'booklet', with: 'de' },
]
/** Everything that is hard to write: names in several scripts, letters that no font has, more than a page holds. */
const HARD = passportContent({
  holderName: 'Zoé <محمد> & Ộ 🎉',
  proof: '1234567890'.repeat(36),
  competences: Array.from({ length: 30 }, (_, index) =>
    competenceContent(index, { observation: `Elle a parlé. ${index}` }),
  ),
})

const nameOf = (options: PrintOptions): string => Object.values(options).join(' ')

describe.each(RULES)('A passport $asks ($clause)', (rule) => {
  it.each(FORMS.map((options) => [nameOf(options), options] as const))('as %s', async (_, options) => {
    for (const content of [passportContent(), HARD]) {
      const { bytes } = await renderPassport(content, options)
      expect(rule.problems(await parsePdf(bytes))).toEqual([])
    }
  })
})

describe('The papers of a whole session', () => {
  it('keep the same rules: every passport in one file', async () => {
    const other = passportContent({ code: 'AAAA1111BBBB', holderName: 'Ana' })
    const { bytes } = await renderPassports([other, HARD], { locale: 'fr', form: 'booklet', with: 'it' })
    const document = await parsePdf(bytes)
    const author = ARCHIVE_RULES.find(({ asks }) => asks.includes('information dictionary'))
    for (const rule of RULES) if (rule !== author) expect(rule.problems(document)).toEqual([])
  })

  it('and so do the slips', async () => {
    const slips = [{ code: '7K3F9QXW2M4T8ABC', givenName: 'Inès' }]
    const input = { publicUrl: 'https://passerelle.example', slips, date: new Date('2026-07-03') }
    const document = await parsePdf(await renderSlipSheets(input, 'fr'))
    for (const rule of READING_RULES) expect(rule.problems(document)).toEqual([])
  })
})

/** How each rule is broken: a rule that nothing breaks protects nothing. */
const BREAKS: Readonly<Record<string, (document: PDFDocument) => void>> = {
  'says that it is tagged': ({ catalog }) => catalog.delete(PDFName.of('MarkInfo')),
  'shows its title': ({ catalog }) => catalog.delete(PDFName.of('ViewerPreferences')),
  'says in which language': (document) =>
    elementOf(document, 'Span').set(PDFName.of('Lang'), PDFString.of('')),
  'draws nothing that is neither': (document) => rewrite(document, (text) => text.replace('EMC', '')),
  'leads from each mark': (document) =>
    elementOf(document, 'H1').set(PDFName.of('K'), document.context.obj([])),
  'uses the structure types': (document) =>
    elementOf(document, 'P').set(PDFName.of('S'), PDFName.of('Absatz')),
  'skips no level': (document) => elementOf(document, 'H2').set(PDFName.of('S'), PDFName.of('H3')),
  'holds items in lists': (document) => elementOf(document, 'LI').set(PDFName.of('S'), PDFName.of('P')),
  'says of each figure': (document) => elementOf(document, 'Figure').delete(PDFName.of('Alt')),
  'tells each link': (document) => elementOf(document, 'Link').set(PDFName.of('K'), document.context.obj([])),
  'has a name of its own': ({ context }) => delete context.trailerInfo.ID,
  'says in XMP what it promises': ({ catalog }) => catalog.delete(PDFName.of('Metadata')),
  'says in XMP what its information': (document) =>
    document.context
      .lookup(document.context.trailerInfo.Info, PDFDict)
      .set(PDFName.of('Title'), PDFHexString.fromText('Autre')),
  'says what its colours mean': (document) => rewrite(document, (text) => text.replace(/ rg/, ' k')),
  'carries every font': (document) => {
    const widths = descendantOf(document).lookup(PDFName.of('W'), PDFArray).lookup(1, PDFArray)
    widths.set(7, PDFNumber.of(3000))
  },
  'can be read out': (document) => fontOf(document).delete(PDFName.of('ToUnicode')),
  'says of each file inside': ({ catalog }) => catalog.delete(PDFName.of('AF')),
  'runs nothing': ({ catalog, context }) =>
    catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript' })),
}

describe('Each rule sees what breaks it', () => {
  it.each(RULES.map((rule) => [rule.asks, rule] as const))('%s', async (asks, rule) => {
    const { bytes } = await renderPassport(passportContent(), { locale: 'fr', with: 'de' })
    const document = await parsePdf(bytes)
    const [, breakIt] = Object.entries(BREAKS).find(([start]) => asks.startsWith(start)) ?? []
    if (breakIt === undefined) throw new Error('no way to break it')
    expect(rule.problems(document)).toEqual([])
    breakIt(document)
    expect(rule.problems(document)).not.toEqual([])
  })
})

function elementOf(document: PDFDocument, role: string): PDFDict {
  const found = allOf(structureOf(document)).find((element) => element.role === role)
  if (found === undefined) throw new Error(`no ${role}`)
  return found.dict
}

function fontOf(document: PDFDocument): PDFDict {
  const fonts = dictAt(document, dictAt(document, document.getPage(0).node, 'Resources'), 'Font')
  const [first] = fonts?.keys() ?? []
  const found = first && dictAt(document, fonts, first.decodeText())
  if (!found) throw new Error('no font')
  return found
}

const descendantOf = (document: PDFDocument): PDFDict =>
  fontOf(document).lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)

/** Another content for the first page. */
function rewrite(document: PDFDocument, change: (text: string) => string): void {
  const page = document.getPage(0).node
  const text = bytesOf(at(document, page, 'Contents')).toString('latin1')
  const bytes = Buffer.from(change(text), 'latin1')
  const stream = PDFRawStream.of(document.context.obj({ Length: bytes.length }), bytes)
  page.set(PDFName.of('Contents'), document.context.register(stream))
}

const hasTool = (name: string): boolean => spawnSync(name, ['--version']).error === undefined

describe('Other people’s tools', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'passport-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function saved(options: PrintOptions): Promise<string> {
    const file = join(folder, `${nameOf(options).replaceAll(' ', '-')}.pdf`)
    writeFileSync(file, (await renderPassport(HARD, options)).bytes)
    return file
  }

  it.skipIf(!hasTool('qpdf'))('find nothing wrong in the file (qpdf --check)', async () => {
    for (const options of FORMS) {
      const { status, stdout, stderr } = spawnSync('qpdf', ['--check', await saved(options)], {
        encoding: 'utf8',
      })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toContain('No syntax or stream encoding errors')
    }
  })

  it.skipIf(!hasTool('pdfinfo'))(
    'read the booklet in its own order, whichever way it lies (pdfinfo)',
    async () => {
      const file = join(folder, 'order.pdf')
      writeFileSync(
        file,
        (await renderPassport(passportContent(), { locale: 'fr', form: 'booklet', with: 'de' })).bytes,
      )
      const { stdout } = spawnSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' })
      const order = [
        'Inès Benali',
        'Allemagne',
        'Deutschland',
        'CE QUE JE SAIS FAIRE',
        'WAS ICH KANN',
        'Travailler dans une équipe internationale',
        'Utiliser les outils',
        'Inès a repris seule',
        'QUI LE DIT',
        'mobilite@ml-quimper.example',
        'Employeur',
        'Einmal scannen',
        'CFA du Bâtiment',
      ].map((words) => stdout.indexOf(words))
      expect(order.every((place) => place >= 0)).toBe(true)
      expect(order).toEqual([...order].sort((one, other) => one - other))
    },
  )
})
