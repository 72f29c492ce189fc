import { describe, expect, it } from 'vitest'
import { setText, type SetText, type TextStyle } from '../../../server/holder/passports/pdf/set-text.ts'

const STYLE: TextStyle = { weight: 'regular', size: 10, leading: 15 }
const facesOf = (set: SetText) => [
  ...new Set(set.lines.flatMap(({ runs }) => runs.map(({ face }) => face?.name))),
]
const visual = (set: SetText) => set.lines.map(({ runs }) => runs.map(({ text }) => text))

describe('setting text', () => {
  it('breaks lines at spaces and hyphens, and never goes past the column', () => {
    const set = setText('Une phrase assez longue pour tenir sur plusieurs lignes, porte-à-porte.', STYLE, 80)
    expect(set.lines.length).toBeGreaterThan(3)
    for (const line of set.lines) expect(line.width).toBeLessThanOrEqual(80)
  })

  it('breaks a word wider than the column rather than cutting it', () => {
    const word = 'a'.repeat(200)
    const set = setText(word, STYLE, 80)
    expect(visual(set).flat().join('')).toBe(word)
    for (const line of set.lines) expect(line.width).toBeLessThanOrEqual(80)
  })

  it('keeps the punctuation of French on the line of its word', () => {
    const lines = visual(setText('Employeur\u00a0: scannez', STYLE, 60))
    expect(lines[0]?.join('')).toContain('Employeur\u00a0:')
  })

  it('starts a new line where the author did', () => {
    expect(setText('un\ndeux\r\ntrois', STYLE).lines).toHaveLength(3)
  })

  it('sets a French name in the house face', () => {
    expect(facesOf(setText('Chloé Lefèvre-d’Œuf', STYLE))).toEqual(['AtkinsonHyperlegible-Regular'])
  })

  it('sets a Vietnamese name in one single face, not letter by letter', () => {
    expect(facesOf(setText('Nguyễn Thị Ánh', STYLE))).toEqual(['NotoSans-Regular'])
    expect(facesOf(setText('Κωνσταντίνος', STYLE))).toEqual(['NotoSans-Regular'])
    expect(facesOf(setText('Олександр Щербак', STYLE))).toEqual(['NotoSans-Regular'])
  })

  it('joins Arabic letters and sets them from right to left', () => {
    const set = setText('محمد علي', STYLE)
    expect(facesOf(set)).toEqual(['NotoSansArabic-Regular'])
    expect(visual(set)[0]).toEqual(['علي', ' ', 'محمد'])
    const joined = set.lines[0]?.runs.find(({ text }) => text === 'محمد')?.shaped.glyphs ?? []
    const alone = ['م', 'ح', 'د'].flatMap((letter) =>
      setText(letter, STYLE).lines.flatMap(({ runs }) =>
        runs.flatMap(({ shaped }) => shaped.glyphs.map(({ id }) => id)),
      ),
    )
    expect(joined.some(({ id }) => !alone.includes(id))).toBe(true)
  })

  it('keeps the order of a sentence that holds an Arabic word and a number', () => {
    const set = setText('dit «\u00a0شكرا\u00a0» en 2026', STYLE)
    expect(visual(set)[0]?.join('')).toBe('dit «\u00a0شكرا\u00a0» en 2026')
  })

  it('turns brackets round inside right-to-left text', () => {
    expect(visual(setText('علي (محمد) علي', STYLE))[0]?.join('')).toBe(
      'علي (محمد) علي'.split(' ').reverse().join(' '),
    )
  })

  it('says which characters no font has, and leaves room for a substitute', () => {
    const set = setText('Zoé 👩🏽‍🎓 漢', STYLE)
    expect(set.missing).toEqual(['👩🏽‍🎓', '漢'])
    expect(set.lines[0]?.runs.filter(({ face }) => face === undefined).every(({ width }) => width > 5)).toBe(
      true,
    )
  })

  it('prints nothing for the invisible marks that reorder text', () => {
    expect(visual(setText('Zo\u202eé\u200b', STYLE))[0]?.join('')).toBe('Zoé')
  })

  it('sets an empty text as one empty line', () => {
    expect(setText('', STYLE).lines).toHaveLength(1)
  })
})
