import { describe, expect, it } from 'vitest'
import { renderPassport, renderPassports } from '../../../server/holder/passports/render-passport.ts'
import { attachmentsOf, openPdf, readQrCodes, type Bitmap } from './open-pdf.ts'
import { competenceContent, mobilityContent, passportContent } from './passport-content.ts'

const words = (text: string): string => text.replace(/\s+/g, ' ')

/** Whether something is drawn in the strips at the left and right edges of the page, under the cover. */
function inkInMargins({ width, height, data }: Bitmap, margin: number): boolean {
  for (let row = Math.round(height * 0.45); row < height; row++)
    for (let column = 0; column < width; column++) {
      if (column > margin && column < width - margin) continue
      if ((data[(row * width + column) * 4] ?? 255) < 250) return true
    }
  return false
}

describe('the printed passport', () => {
  it('is read by a scanner and opens the verification page', async () => {
    const { bytes } = await renderPassport(passportContent(), { locale: 'fr' })
    const [first] = (await openPdf(bytes)).pages
    expect(first && (await readQrCodes(first))).toEqual(['HTTPS://PASSERELLE.EXAMPLE/V/7K3F9QXW2M4T'])
  })

  it('is read as well from a grey copy at fax resolution', async () => {
    const { bytes } = await renderPassport(passportContent(), { locale: 'fr' })
    const [first] = (await openPdf(bytes, 1.4)).pages
    if (!first) throw new Error('no page')
    const grey = new Uint8ClampedArray(first.data)
    for (let at = 0; at < grey.length; at += 4)
      grey.fill(((grey[at] ?? 0) + (grey[at + 1] ?? 0) + (grey[at + 2] ?? 0)) / 3, at, at + 3)
    expect(await readQrCodes({ ...first, data: grey })).toHaveLength(1)
  })

  it('says who, where, how long, what, at which level, who says so and how to reach them', async () => {
    const { bytes, unprintable } = await renderPassport(passportContent(), { locale: 'fr' })
    const text = words((await openPdf(bytes)).texts.join(' '))
    for (const said of [
      'Inès Benali',
      'Stage de menuiserie',
      'Tischlerei Hansen, Brême, Allemagne',
      'du 2 mars au 29 mai 2026 · 13 semaines',
      'Travailler dans une équipe internationale',
      'avec initiative',
      'déclaré',
      'attesté',
      'confirmé',
      'déclaré : en autonomie',
      'Inès a repris seule le plan d’un escalier',
      'Session de retour',
      'du 2 au 3 juillet 2026',
      'par Karim Le Goff, Mission locale de Quimper',
      'mobilite@ml-quimper.example',
      'par Tischlerei Hansen',
      'CFA du Bâtiment · Ligue de l’enseignement · Mission locale de Quimper · Région Bretagne',
      'passerelle.example/v/7K3F 9QXW 2M4T',
    ])
      expect(text).toContain(said)
    expect(unprintable).toEqual([])
  })

  it('is one page for a usual passport: seven competences, a stay, a session and two lines of observation', async () => {
    const observation = 'Inès a repris seule le plan d’un escalier, puis elle a guidé la pose. '.repeat(2)
    for (let count = 1; count <= 7; count++) {
      const content = passportContent({
        competences: Array.from({ length: count }, (_, index) => competenceContent(index)),
        mobilities: [mobilityContent({ observation })],
      })
      for (const locale of ['fr', 'en'] as const)
        expect((await openPdf((await renderPassport(content, { locale })).bytes, 0.1)).texts).toHaveLength(1)
    }
  })

  it('bears the name of the platform that signed it', async () => {
    const content = passportContent({ platform: 'Passerelle Auvergne' })
    for (const [locale, eyebrow] of [
      ['fr', 'PASSERELLE AUVERGNE · PASSEPORT DE COMPÉTENCES'],
      ['en', 'PASSERELLE AUVERGNE · SKILLS PASSPORT'],
    ] as const)
      expect((await openPdf((await renderPassport(content, { locale })).bytes, 0.1)).texts[0]).toContain(
        eyebrow,
      )
  })

  it('tells what was said of the person on each stay, and says once what was said twice', async () => {
    const base = passportContent()
    const stay = { ...base.stays[0], hostTown: 'Porto', hostCountry: 'PT' } as (typeof base.stays)[number]
    const said = 'Rassure toute l’équipe.'
    const content = passportContent({
      stays: [...base.stays, stay],
      mobilities: [mobilityContent(), mobilityContent({ mobility: stay, observation: said })],
      competences: [competenceContent(1, { observation: said }), competenceContent(2)],
    })
    const text = words(
      (await openPdf((await renderPassport(content, { locale: 'fr' })).bytes, 0.1)).texts.join(' '),
    )
    expect(text).toContain('Tischlerei Hansen, Brême, Allemagne · Karim Le Goff')
    expect(text).toContain('Tischlerei Hansen, Porto, Portugal · Karim Le Goff')
    expect(text.split(said)).toHaveLength(2)
  })

  it('speaks English to those who ask for it', async () => {
    const { bytes } = await renderPassport(passportContent(), { locale: 'en' })
    const text = words((await openPdf(bytes)).texts.join(' '))
    expect(text).toContain('Tischlerei Hansen, Brême, Germany')
    expect(text).toContain('2 March to 29 May 2026 · 13 weeks')
    expect(text).toContain('Employer: scan it, it is verified.')
  })

  it('carries the signed passport inside, byte for byte', async () => {
    const signedJson = '{"name":"Inès — محمد — 🎉","proof":{"proofValue":"z3…"}}\n'
    const { bytes } = await renderPassport(passportContent({ signedJson }), { locale: 'fr' })
    const attached = (await attachmentsOf(bytes)).get('passerelle.json')
    expect(Buffer.from(attached ?? []).toString('utf8')).toBe(signedJson)
  })

  it('names itself, its language and its structure to assistive technology', async () => {
    const { bytes } = await renderPassport(passportContent(), { locale: 'en' })
    const { PDFDocument, PDFName } = await import('pdf-lib')
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(document.getTitle()).toBe('Passerelle passport of Inès Benali')
    expect(String(document.catalog.get(PDFName.of('Lang')))).toContain('en-GB')
    expect(String(document.catalog.get(PDFName.of('MarkInfo')))).toContain('/Marked true')
    expect(document.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true)
  })

  it('fits twenty competences, long observations, five stays and a very long name, with nothing lost', async () => {
    const observation = (index: number) =>
      `Début${index}. ${'Elle a pris chaque matin la parole. '.repeat(60)} Fin${index}.`
    const base = passportContent()
    const stays = Array.from({ length: 5 }, (_, index) => ({ ...base.stays[0], hostTown: `Ville${index}` }))
    const content = passportContent({
      holderName:
        'Marie-Antoinette Josèphe Jeanne-Françoise de La Tour d’Auvergne-Lauraguais y Fernández-Montesinos',
      competences: Array.from({ length: 20 }, (_, index) => {
        const made = competenceContent(index, { observation: observation(index % 4) })
        return made.competence
          ? { ...made, competence: { ...made.competence, label: `Compétence numéro ${index} en tout genre` } }
          : made
      }),
      stays: stays as typeof base.stays,
      partners: Array.from({ length: 40 }, (_, index) => `Partenaire${index}`),
    })
    const opened = await openPdf((await renderPassport(content, { locale: 'fr' })).bytes, 1)
    const text = words(opened.texts.join(' '))
    for (let index = 0; index < 20; index++)
      expect(text).toContain(`Compétence numéro ${index} en tout genre`)
    for (let index = 0; index < 4; index++)
      expect(text).toMatch(new RegExp(`Début${index}\\..*Fin${index}\\.`))
    for (let index = 0; index < 5; index++) expect(text).toContain(`Ville${index}`)
    for (let index = 0; index < 40; index++) expect(text).toContain(`Partenaire${index}`)
    expect(text).toContain('Fernández-Montesinos')
    expect(opened.pages.map((page) => inkInMargins(page, 40))).toEqual(opened.pages.map(() => false))
  })

  it('prints Arabic, Vietnamese, Greek and Cyrillic names so that they can be searched, on the second day too', async () => {
    const names = [
      'محمد الأمين',
      'Nguyễn Thị Ánh',
      'Nguyen Thi Anh',
      'Κωνσταντίνος',
      'Олександр',
      'عزيز',
      'عرير',
    ]
    for (const holderName of [...names, ...names]) {
      const { bytes, unprintable } = await renderPassport(passportContent({ holderName }), { locale: 'fr' })
      expect(unprintable).toEqual([])
      expect((await openPdf(bytes, 0.5)).texts[0]).toContain(holderName)
    }
  })

  it('says which characters it could not print and shows a box in their place', async () => {
    const { bytes, unprintable } = await renderPassport(passportContent({ holderName: 'Zoé 🎉 漢' }), {
      locale: 'fr',
    })
    expect(unprintable).toEqual(['🎉', '漢'])
    expect(words((await openPdf(bytes, 0.5)).texts.join(' '))).toContain(
      'ne sait pas écrire : U+1F389, U+6F22',
    )
    const blank = await renderPassport(passportContent({ holderName: 'Zoé' }), { locale: 'fr' })
    const ink = ({ data }: Bitmap) => data.filter((value, at) => at % 4 === 0 && value > 250).length
    const [withBoxes] = (await openPdf(bytes)).pages
    const [without] = (await openPdf(blank.bytes)).pages
    if (!withBoxes || !without) throw new Error('no page')
    expect(ink(withBoxes)).not.toBe(ink(without))
  })

  it('shows a passport without stay, observation or partner as well', async () => {
    const content = passportContent({
      stays: [],
      competences: [],
      attestations: [],
      partners: [],
      mobilities: [],
      attendances: [],
    })
    const { texts } = await openPdf((await renderPassport(content, { locale: 'fr' })).bytes, 0.5)
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('Inès Benali')
  })

  it('stays small enough for a telephone with little data', async () => {
    const { bytes } = await renderPassport(passportContent(), { locale: 'fr' })
    expect(bytes.length).toBeLessThan(60_000)
  })

  it('gives the same bytes for the same passport', async () => {
    const [one, two] = [
      await renderPassport(passportContent(), { locale: 'fr' }),
      await renderPassport(passportContent(), { locale: 'fr' }),
    ]
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
  })
})

describe('all the passports of a session in one file', () => {
  it('holds each passport, each QR code and each signed file, and says who has characters it cannot print', async () => {
    const contents = [
      passportContent({ code: 'AAAA1111BBBB', holderName: 'Ana' }),
      passportContent({ code: 'CCCC2222DDDD', holderName: 'Zoé 🎉' }),
    ]
    const seen: number[] = []
    const { bytes, unprintable } = await renderPassports(contents, { locale: 'fr' }, (done) =>
      seen.push(done),
    )
    const { pages } = await openPdf(bytes)
    const codes = await Promise.all(pages.map(readQrCodes))
    expect(codes.flat()).toEqual([
      'HTTPS://PASSERELLE.EXAMPLE/V/AAAA1111BBBB',
      'HTTPS://PASSERELLE.EXAMPLE/V/CCCC2222DDDD',
    ])
    expect([...(await attachmentsOf(bytes)).keys()].sort()).toEqual([
      'passerelle-AAAA1111BBBB.json',
      'passerelle-CCCC2222DDDD.json',
    ])
    expect(unprintable).toEqual([{ holderName: 'Zoé 🎉', characters: ['🎉'] }])
    expect(seen).toEqual([1, 2])
  })
})
