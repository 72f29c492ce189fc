import { describe, expect, it } from 'vitest'
import { drawText } from '../../../server/holder/passports/pdf/draw-text.ts'
import { createFontShelf } from '../../../server/holder/passports/pdf/font-shelf.ts'
import { INK } from '../../../server/holder/passports/pdf/palette.ts'
import { setText, type TextStyle } from '../../../server/holder/passports/pdf/set-text.ts'
import { createSheet, node, tagged, type Sheet } from '../../../server/holder/passports/pdf/sheet.ts'
import { writeDocument } from '../../../server/holder/passports/pdf/write-document.ts'
import { renderPassport } from '../../../server/holder/passports/render-passport.ts'
import { openPdf, type Bitmap } from './open-pdf.ts'
import { passportContent } from './passport-content.ts'

const range = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
const letters = (text: string): string[] => Array.from(text)
const isLetter = (character: string): boolean => /^\p{L}$/u.test(character)

const ALPHABETS: Readonly<Record<string, readonly string[]>> = {
  'Western and Central Europe': range(0xc0, 0x17f).filter(isLetter),
  Romanian: letters('ȘșȚț'),
  Vietnamese: [...range(0x1ea0, 0x1ef9), ...letters('ƠơƯưĂăĐđ')],
  'Turkish and Azerbaijani': letters('ıİğşƏəÇç'),
  'West Africa': letters('ŊŋƐɛƆɔƁɓƊɗƘƙẸẹỌọṢṣ'),
  'letters with two marks': ['ẹ́', 'ọ̀', 'ė̃', 'ŋ́', 'ɛ̃'],
  Greek: [...range(0x386, 0x3ce).filter(isLetter), ...letters('ἈᾶῆῷΆ')],
  Cyrillic: [...range(0x400, 0x45f), ...letters('ҐґӘәҒғҚқҢңӨөҰұҮүҺһӢӣӮӯ')],
  Arabic: range(0x621, 0x64a).filter(isLetter),
  Hebrew: range(0x5d0, 0x5ea),
  Georgian: range(0x10d0, 0x10f0),
  Armenian: [...range(0x531, 0x556), ...range(0x561, 0x586)],
  Devanagari: ['प्रि', 'या', 'कु', 'मा', 'री', 'श', 'र्मा'],
  'Persian, Kurdish and Urdu': letters('پچژگکیۆێڕڵەٹڈڑںےہھ'),
}
/** What a letter is drawn in, in points. */
const CELL = 34
const COLUMNS = 16
const MARGIN = 20

/** A page with each letter in a cell of its own. */
async function draw(alphabet: readonly string[], style: TextStyle): Promise<Bitmap> {
  const shelf = createFontShelf()
  const sheet: Sheet = createSheet(shelf)
  const root = node('Document')
  alphabet.forEach((letter, index) => {
    const [x, y] = placeOf(index)
    tagged(sheet, node('P', root), () => drawText(sheet, setText(letter, style), x + 6, y, INK))
  })
  const facts = { title: 'x', subject: 'x', locale: 'fr', date: new Date(0) } as const
  const [page] = (await openPdf(await writeDocument([sheet], shelf, root, facts), 1)).pages
  if (page === undefined) throw new Error('no page')
  return page
}

const placeOf = (index: number): [number, number] => [
  MARGIN + (index % COLUMNS) * CELL,
  MARGIN + Math.floor(index / COLUMNS) * CELL,
]

/** How dark a letter's cell is: what is drawn, not what a search finds. */
function ink({ width, data }: Bitmap, index: number): number {
  const [left, top] = placeOf(index).map(Math.round) as [number, number]
  let sum = 0
  for (let y = top; y < top + CELL; y++)
    for (let x = left; x < left + CELL; x++) sum += 255 - (data[(y * width + x) * 4] ?? 255)
  return sum / 255
}

describe('Any name on earth prints, or the gap is said', () => {
  it.each(Object.entries(ALPHABETS))('%s: every letter is drawn, in both weights', async (_, alphabet) => {
    for (const weight of ['regular', 'bold'] as const) {
      const style: TextStyle = { weight, size: 20, leading: 28 }
      expect(alphabet.flatMap((letter) => setText(letter, style).missing)).toEqual([])
      const page = await draw(alphabet, style)
      expect(alphabet.filter((_letter, index) => ink(page, index) < 4)).toEqual([])
    }
  })

  it('draws a letter’s marks too: none looks like the bare letter', async () => {
    const pairs = letters('éeÉEñnşsộoởoįiйиёеΐιأاپبگک')
    const page = await draw(pairs, { weight: 'regular', size: 24, leading: 30 })
    for (let index = 0; index < pairs.length; index += 2)
      expect(Math.abs(ink(page, index) - ink(page, index + 1))).toBeGreaterThan(1)
  })

  it('joins Persian letters, and keeps them joined beside Latin ones', () => {
    const style: TextStyle = { weight: 'bold', size: 20, leading: 28 }
    const [name, mixed] = [setText('پگاه', style), setText('پگاه Rahimi', style)]
    const glyphs = (set: typeof name) =>
      set.lines[0]?.runs.find(({ text }) => text === 'پگاه')?.shaped.glyphs.map(({ id }) => id)
    expect(glyphs(mixed)).toEqual(glyphs(name))
    const alone = letters('پگاه').map(
      (letter) => setText(letter, style).lines[0]?.runs[0]?.shaped.glyphs[0]?.id,
    )
    expect(glyphs(name)?.filter((id) => alone.includes(id))).not.toHaveLength(4)
  })

  it('sets Hebrew from right to left, and a Latin name beside it from left to right', () => {
    const [line] = setText('דוד Levi', { weight: 'regular', size: 20, leading: 28 }).lines
    const codePoints = line?.runs.flatMap(({ shaped }) => shaped.glyphs.flatMap((glyph) => glyph.codePoints))
    const drawn = String.fromCodePoint(...(codePoints ?? []))
    expect(drawn).toContain('Levi')
    expect(drawn).toContain(Array.from('דוד').reverse().join(''))
  })

  it.each([
    ['Thai', 'สมชาย'],
    ['Chinese', '王小明'],
    ['Ethiopic', 'ሰላም'],
    ['Tifinagh', 'ⵜⴰⵏⵉⵔⵜ'],
  ])('%s: says on the paper and to whoever prints that it cannot', async (_, holderName) => {
    for (const form of ['page', 'booklet'] as const) {
      const content = passportContent({ holderName: `Nino ${holderName}` })
      const { bytes, unprintable } = await renderPassport(content, { locale: 'fr', with: 'it', form })
      expect(unprintable.length).toBeGreaterThan(0)
      const text = (await openPdf(bytes, 0.1)).texts.join(' ').replace(/\s+/g, ' ')
      expect(text).toContain('ne sait pas écrire')
      expect(text).toContain('non può scrivere')
    }
  })
})
