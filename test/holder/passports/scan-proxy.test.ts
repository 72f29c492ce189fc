import { beforeAll, describe, expect, it } from 'vitest'
import { renderPassport, type PrintedPassport } from '../../../server/holder/passports/index.ts'
import { scanUrl } from '../../../server/holder/passports/scan-url.ts'
import { encodeQr, QUIET_ZONE } from '../../../server/platform/qr/index.ts'
import { verifyCompactProof, type CompactTrust } from '../../../server/vc/compact-proof/index.ts'
import { claims, sameCompactKey, trustIn } from '../../vc/compact-proof/builders.ts'
import { photograph, type Place } from './camera.ts'
import { findQrCode, openPdf, readQrCodes, type Bitmap } from './open-pdf.ts'
import { passportContent } from './passport-content.ts'

/** Pixels a point: about seven in a module of half a millimetre. */
const SCALE = 5
const SHEETS = 6
/** A telephone looks many times a second: what one picture hides, the next one may show. */
const FRAMES = 3
const NOW = new Date('2026-07-03T12:00:00Z')

interface Printed {
  readonly page: Bitmap
  readonly text: string
  readonly centre: Place
  /** Pixels of the page in a module. */
  readonly module: number
  /** Modules of the code with its quiet zone. */
  readonly modules: number
}

let trust: CompactTrust
const passports = new Map<number, Printed>()

beforeAll(async () => {
  const key = await sameCompactKey()
  trust = await trustIn([key.entry])
  for (const competences of [6, 16]) {
    const content = passportContent()
    const skills = Array.from({ length: competences }, (_, at) => skillOf(at + 1))
    const said = claims({ code: content.code, name: content.holderName, issued: '2026-07', skills })
    passports.set(competences, await print({ ...content, proof: await key.proof(said) }))
  }
})

const skillOf = (number: number) => ({ number, level: 3, of: 4, voice: 'attested' as const })

async function print(content: PrintedPassport): Promise<Printed> {
  const { bytes } = await renderPassport(content, { locale: 'fr' })
  const [page] = (await openPdf(bytes, SCALE)).pages
  if (page === undefined) throw new Error('no page')
  const text = scanUrl('https://passerelle.example', 'v', content.code, content.proof).qr
  const { centre, side } = await findQrCode(page)
  const { size } = encodeQr(text)
  return { page, text, centre, module: side / size, modules: size + 2 * QUIET_ZONE }
}

function printed(competences: number): Printed {
  const found = passports.get(competences)
  if (found === undefined) throw new Error('not printed')
  return found
}

/** What zxing reads from some sheets, each folded elsewhere and turned in its own way. */
async function readSheets(passport: Printed, seen: number): Promise<(string | undefined)[]> {
  const read: (string | undefined)[] = []
  for (let sheet = 0; sheet < SHEETS; sheet++) {
    const degrees = 3 + (25 * sheet) / (SHEETS - 1)
    let text: string | undefined
    for (let frame = 0; frame < FRAMES && text === undefined; frame++)
      text = (await readQrCodes(photograph(passport.page, { ...passport, seen, degrees, sheet, frame })))[0]
    read.push(text)
  }
  return read
}

describe.each([6, 16])('the code on a printed passport of %i competences', (competences) => {
  it('has modules of half a millimetre and more, and is at most 45 mm wide', () => {
    const { module, modules } = printed(competences)
    const millimetres = (module / SCALE) * (25.4 / 72)
    // a corner is found to a fraction of a pixel
    expect(millimetres).toBeGreaterThanOrEqual(0.499)
    expect(millimetres * modules).toBeLessThanOrEqual(45)
  })

  it.each([4, 6])(
    'is read from every sheet in grey, folded, turned, blurred and noisy, at %i pixels of the camera a module',
    async (seen) => {
      const passport = printed(competences)
      expect(await readSheets(passport, seen)).toEqual(Array.from({ length: SHEETS }, () => passport.text))
    },
  )

  it('carries what a telephone verifies by itself', async () => {
    const [read = ''] = await readSheets(printed(competences), 4)
    const [address = '', digits = ''] = read.split('#')
    const judged = await verifyCompactProof(digits, address.split('/').at(-1) ?? '', trust, NOW)
    expect(judged.verdict).toBe('verified')
    expect(judged.claims?.skills).toHaveLength(competences)
  })

  it('is not read where a camera sees too little of it: these pictures are hard', async () => {
    const nothing = Array.from({ length: SHEETS }, () => undefined)
    expect(await readSheets(printed(competences), 1.5)).toEqual(nothing)
  })
})
