import sharp, { type Sharp } from 'sharp'
import {
  findPassportOf,
  renderPassport,
  toPrint,
  type PrintedPassport,
  type PrintOptions,
} from '../../../server/holder/passports/index.ts'
import { findCredentialByCode } from '../../../server/issuer/credentials/index.ts'
import { openPdf, type Bitmap } from '../../holder/passports/open-pdf.ts'
import type { DemoServer } from '../demo-server.ts'
import { savePng } from './pictures.ts'

const PAGE_SCALE = 1.5
/** The young person whose passport has everything: three voices, an observation. */
const SOMEBODY = 'Inès Benali'
/** A name that is written from right to left, for the picture: the paper does not mind whose it is. */
const ANOTHER_NAME = 'محمد الأمين بن علي'

const PAPERS: readonly (readonly [name: string, options: PrintOptions, holderName?: string])[] = [
  ['passport', { locale: 'fr' }],
  ['passport-bilingual', { locale: 'fr', with: 'de' }],
  ['passport-booklet', { locale: 'fr', form: 'booklet' }],
  ['passport-booklet-bilingual', { locale: 'fr', form: 'booklet', with: 'es' }],
  ['passport-arabic', { locale: 'fr', with: 'en' }, ANOTHER_NAME],
]

/** A passport of the demonstration in its forms, as the printer gives it; the booklets folded as well. */
export async function passportPapers(server: DemoServer): Promise<void> {
  const passport = await passportOf(server)
  for (const [name, options, holderName = passport.holderName] of PAPERS) {
    const { bytes } = await renderPassport({ ...passport, holderName }, options)
    const [page] = (await openPdf(bytes, PAGE_SCALE)).pages
    if (page === undefined) throw new Error(`no page: ${name}`)
    await save(pictureOf(page), name)
    if (options.form === 'booklet') await save(sharp(await foldedOf(page)), `${name}-folded`)
  }
}

/** As it is printed: with the proof that its code carries. */
async function passportOf(server: DemoServer): Promise<PrintedPassport> {
  const code = server.files.passports.find(({ learner }) => learner === SOMEBODY)?.code
  return server.beside(async (services) => {
    const record = await findCredentialByCode(services.db, code ?? '')
    const passport = record && (await findPassportOf(services.db, record.learnerId, 'fr'))
    if (passport === undefined) throw new Error('the demonstration made no such passport')
    return toPrint(services, passport)
  })
}

const pictureOf = ({ width, height, data }: Bitmap) =>
  sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' })

async function save(picture: Sharp, name: string): Promise<void> {
  console.log(`${name}  ${Math.round((await savePng(picture, name)) / 1000)} kB`)
}

const GAP = 14

/** The four panels as a reader holds them, side by side. */
async function foldedOf(page: Bitmap): Promise<Buffer> {
  const [width, height] = [Math.floor(page.width / 2), Math.floor(page.height / 2)]
  const whole = await pictureOf(page).png().toBuffer()
  const panel = async (left: number, top: number, turn: 0 | 180) =>
    sharp(await sharp(whole).extract({ left, top, width, height }).png().toBuffer())
      .rotate(turn)
      .png()
      .toBuffer()
  const panels = [
    await panel(width, height, 0),
    await panel(width, 0, 180),
    await panel(0, 0, 180),
    await panel(0, height, 0),
  ]
  return sharp({
    create: { width: 4 * width + 5 * GAP, height: height + 2 * GAP, channels: 3, background: '#c9c3b8' },
  })
    .composite(panels.map((input, index) => ({ input, left: GAP + index * (width + GAP), top: GAP })))
    .png()
    .toBuffer()
}
