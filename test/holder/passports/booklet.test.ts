import { describe, expect, it } from 'vitest'
import { renderPassport } from '../../../server/holder/passports/render-passport.ts'
import { openPdf, readQrCodes, type Bitmap } from './open-pdf.ts'
import { competenceContent, passportContent } from './passport-content.ts'
import { allOf, at, parsePdf, structureOf, textOf } from './rules/parsed-pdf.ts'

const BOOKLET = { locale: 'fr', form: 'booklet' } as const
/** PDFium takes the hyphen at the end of a line for one that only divides a word. */
const words = (text: string): string => text.replace(/\ufffe/g, '-').replace(/\s+/g, ' ')
/** As many digits as the proof of sixteen competences. */
const PROOF = '8675309241'.repeat(72)

/** A panel as a reader holds it, once the sheet is folded: upright, in the order of reading. */
function folded({ width, height, data }: Bitmap): Bitmap[] {
  const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)]
  const panel = (left: number, top: number, upsideDown: boolean): Bitmap => {
    const out = new Uint8ClampedArray(w * h * 4)
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++) {
        const from = ((top + y) * width + left + x) * 4
        const to = (upsideDown ? (h - 1 - y) * w + (w - 1 - x) : y * w + x) * 4
        for (let channel = 0; channel < 4; channel++) out[to + channel] = data[from + channel] ?? 0
      }
    return { width: w, height: h, data: out }
  }
  return [panel(w, h, false), panel(w, 0, true), panel(0, 0, true), panel(0, h, false)]
}

/** How much of a part of a panel is not white, from 0 to 1. */
function ink({ width, height, data }: Bitmap, from = 0, to = 1): number {
  let dark = 0
  const [first, last] = [Math.round(height * from), Math.round(height * to)]
  for (let at = first * width * 4; at < last * width * 4; at += 4) if ((data[at] ?? 255) < 245) dark++
  return dark / ((last - first) * width)
}

describe('the booklet', () => {
  it('is one sheet for a usual passport, in one language and in two', async () => {
    for (const options of [BOOKLET, { ...BOOKLET, with: 'de' }, { ...BOOKLET, with: 'pl' }] as const)
      for (const count of [1, 3, 6, 8]) {
        const competences = Array.from({ length: count }, (_, index) => competenceContent(index))
        const content = passportContent({ competences, proof: PROOF })
        expect((await openPdf((await renderPassport(content, options)).bytes, 0.1)).texts).toHaveLength(1)
      }
  })

  it('is folded to a cover, two sides that stand upright inside, and the verification', async () => {
    const [page] = (await openPdf((await renderPassport(passportContent(), BOOKLET)).bytes)).pages
    const [cover, left, right, back] = page ? folded(page) : []
    if (!cover || !left || !right || !back) throw new Error('no panels')
    expect(ink(cover)).toBeGreaterThan(0.6)
    // upright: the heading is at the head, and the foot is the emptier end
    for (const inside of [left, right]) {
      expect(ink(inside, 0, 0.5)).toBeGreaterThan(0.01)
      expect(ink(inside, 0, 0.5)).toBeGreaterThan(ink(inside, 0.5, 1) * 0.7)
    }
    expect(await readQrCodes(back)).toEqual(['HTTPS://PASSERELLE.EXAMPLE/V/7K3F9QXW2M4T'])
    expect(await readQrCodes(cover)).toEqual([])
  })

  it('carries the longest proof in a code that a grey printer and a telephone both manage', async () => {
    const { bytes } = await renderPassport(passportContent({ proof: PROOF }), { ...BOOKLET, with: 'de' })
    const [page] = (await openPdf(bytes, 2.5)).pages
    const back = page && folded(page)[3]
    if (!back) throw new Error('no back')
    const data = new Uint8ClampedArray(back.data)
    for (let at = 0; at < data.length; at += 4)
      data.fill(((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3, at, at + 3)
    expect(await readQrCodes({ ...back, data })).toEqual([
      `HTTPS://PASSERELLE.EXAMPLE/V/7K3F9QXW2M4T#${PROOF}`,
    ])
  })

  it('keeps clear of the folds and of the edges that an office printer leaves white', async () => {
    const content = passportContent({
      proof: PROOF,
      competences: Array.from({ length: 40 }, (_, index) =>
        competenceContent(index, { observation: `Vu ${index}. ${'Elle parle. '.repeat(40)}` }),
      ),
    })
    const { pages } = await openPdf((await renderPassport(content, { ...BOOKLET, with: 'pt' })).bytes)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages)
      for (const { width, height, data } of folded(page)) {
        const isDark = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 200
        // 4.5 mm from each side, but for the marks that say where to fold
        const border = Math.round((4.5 * 72 * 2) / 25.4)
        for (let y = 2 * border; y < height - 2 * border; y++)
          for (const x of [2, border, width - 2 - border, width - 3]) expect(isDark(x, y)).toBe(false)
      }
  }, 60_000)

  it('goes on on a second sheet that folds the same way, with nothing lost', async () => {
    const base = passportContent()
    const stays = Array.from({ length: 7 }, (_, index) => ({ ...base.stays[0], hostTown: `Ville${index}` }))
    const content = passportContent({
      holderName: 'Marie-Antoinette Josèphe de La Tour d’Auvergne-Lauraguais y Fernández-Montesinos',
      competences: Array.from({ length: 24 }, (_, index) => {
        const made = competenceContent(index, {
          observation: `Début${index}. ${'Elle a pris la parole. '.repeat(30)} Fin${index}.`,
        })
        const label = `Compétence numéro ${index} en tout genre`
        return made.competence ? { ...made, competence: { ...made.competence, label } } : made
      }),
      stays: stays as typeof base.stays,
      partners: Array.from({ length: 30 }, (_, index) => `Partenaire${index}`),
      proof: PROOF,
    })
    const opened = await openPdf((await renderPassport(content, { ...BOOKLET, with: 'es' })).bytes, 1)
    const text = words(opened.texts.join(' '))
    for (let index = 0; index < 24; index++) {
      expect(text).toContain(`Compétence numéro ${index} en tout genre`)
      expect(text).toMatch(new RegExp(`Début${index}\\..*Fin${index}\\.`))
    }
    for (let index = 0; index < 7; index++) expect(text).toContain(`Ville${index}`)
    for (let index = 0; index < 30; index++) expect(text).toContain(`Partenaire${index}`)
    expect(text).toContain('Fernández-')
    expect(text).toContain('Montesinos')
    expect(text).toContain(`2 / ${opened.texts.length}`)
  }, 60_000)

  it('tells every stay on the cover while there is room, else all of them inside', async () => {
    const base = passportContent()
    const stay = (index: number) =>
      ({ ...base.stays[0], hostTown: `Ville${index}` }) as (typeof base.stays)[number]
    for (const [count, inside] of [
      [2, false],
      [6, true],
    ] as const) {
      const content = passportContent({ stays: Array.from({ length: count }, (_, index) => stay(index)) })
      const text = words((await openPdf((await renderPassport(content, BOOKLET)).bytes, 0.1)).texts.join(' '))
      expect(text.includes('MES SÉJOURS')).toBe(inside)
      for (let index = 0; index < count; index++) expect(text).toContain(`Ville${index}`)
    }
  })
})

describe('a passport in two languages', () => {
  const both = async (change: Parameters<typeof passportContent>[0], second: 'de' | 'pl' | 'en') => {
    const { bytes } = await renderPassport(passportContent(change), { locale: 'fr', with: second })
    return { bytes, text: words((await openPdf(bytes, 0.1)).texts.join(' ')) }
  }
  /** A competence of the framework that is shipped. */
  const shipped = () => {
    const made = competenceContent(0)
    if (!made.competence) throw new Error('no competence')
    const label = 'Travailler dans une équipe internationale'
    return { ...made, competence: { ...made.competence, code: 'EQUIPE', label } }
  }

  it('says headings, levels, voices, dates, countries and shipped competences in both', async () => {
    const { text } = await both({ competences: [shipped()] }, 'de')
    for (const said of [
      'KOMPETENZPASS',
      'Deutschland · 2. März bis 29. Mai 2026 · 13 Wochen',
      'WAS ICH KANN',
      'In einem internationalen Team arbeiten',
      'mit Hilfe',
      'angegeben: selbstständig',
      'bescheinigt',
      'Pass ausgestellt am 3. Juli 2026',
      'CE QUE JE SAIS FAIRE',
      'Travailler dans une équipe internationale',
    ])
      expect(text).toContain(said)
  })

  it('leaves a network’s own competence and what people wrote in their own language', async () => {
    const { text } = await both({}, 'pl')
    expect(text).toContain('Co potrafię'.toLocaleUpperCase('pl'))
    expect(text.split('Travailler dans une équipe internationale')).toHaveLength(2)
    expect(text.split('Inès a repris seule')).toHaveLength(2)
  })

  it('tells assistive technology where the other language is spoken', async () => {
    const { bytes } = await both({ competences: [shipped()] }, 'de')
    const document = await parsePdf(bytes)
    const spoken = allOf(structureOf(document)).map(({ dict }) => textOf(at(document, dict, 'Lang')))
    expect(new Set(spoken)).toEqual(new Set([undefined, 'de']))
    const english = await renderPassport(passportContent({ competences: [competenceContent(0)] }), {
      locale: 'en',
    })
    const other = await parsePdf(english.bytes)
    const signed = allOf(structureOf(other)).map(({ dict }) => textOf(at(other, dict, 'Lang')))
    // a label and a sentence that were signed in French
    expect(signed).toContain('fr-FR')
  })

  it('is in one language when the other is the same', async () => {
    const [one, two] = [
      await renderPassport(passportContent(), { locale: 'fr' }),
      await renderPassport(passportContent(), { locale: 'fr', with: 'fr' }),
    ]
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
  })
})
