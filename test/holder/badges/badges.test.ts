import { crc32 } from 'node:zlib'
import { PNG } from 'pngjs'
import { SaxesParser } from 'saxes'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bakePng, bakeSvg, drawBadge, type Badge } from '../../../server/holder/badges/index.ts'
import { revokeCredential, suspendCredential } from '../../../server/issuer/revocation/index.ts'
import { translator } from '../../../server/platform/i18n/index.ts'
import { verifyCredential } from '../../../server/vc/index.ts'
import { verifyOptions } from '../../../server/verifier/verification/verify-options.ts'
import { aPerson, heldBy } from '../../access/personal-data/a-person.ts'
import { openApp, OPERATOR, saidOn, unescapeHtml, type App } from '../../support/app-world.ts'
import { readQrCodes } from '../passports/open-pdf.ts'
import { youngVisitor, type YoungVisitor } from '../young-visitor.ts'

let app: App
let world: Awaited<ReturnType<typeof aPerson>>
let phone: YoungVisitor
let held: Awaited<ReturnType<typeof heldBy>>
beforeEach(async () => {
  app = await openApp()
  world = await aPerson(app)
  phone = await youngVisitor(app, world.hers.learnerId)
  held = await heldBy(app, world.hers.learnerId)
})
afterEach(() => app.close())

const first = () => {
  const found = held.find(({ kind }) => kind === 'competence')
  if (found === undefined) throw new Error('a competence was signed')
  return found
}

describe('A badge as PNG', () => {
  test('is a sound PNG that carries its own credential, uncompressed, once, as it was signed', async () => {
    const { code, signed } = first()
    const answer = await phone.file(`/me/badges/${code}.png`)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' })
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="Badge-.*\.png"/)
    const chunks = chunksOf(answer.body as Buffer)
    expect(chunks[0]?.type).toBe('IHDR')
    expect(chunks.at(-1)?.type).toBe('IEND')
    expect(chunks.filter(({ sound }) => !sound)).toEqual([])
    const texts = chunks.filter(({ type }) => type === 'iTXt')
    expect(texts).toHaveLength(1)
    expect(creditIn(texts[0]?.data)).toBe(signed)
    const { width, height } = PNG.sync.read(answer.body as Buffer)
    expect([width, height]).toEqual([1080, 1080])
    const { verdict } = await verifyCredential(
      JSON.parse(signed),
      verifyOptions(app.services, JSON.parse(signed)),
    )
    expect(verdict).toBe('verified')
    // and not when one letter of it is another
    const forged = JSON.parse(signed.replace('Wilhelmine', 'Wilhelmina')) as unknown
    expect((await verifyCredential(forged, verifyOptions(app.services, forged))).verdict).toBe(
      'not-authentic',
    )
  })

  test('shows a code that a telephone reads: the page of this very credential', async () => {
    const { code } = first()
    const answer = await phone.file(`/me/badges/${code}.png`)
    expect(await readQrCodes(await bitmapOf(answer.body as Buffer))).toEqual([
      `HTTP://PASSERELLE.TEST/V/${code}`,
    ])
    const halved = await sharp(answer.body as Buffer)
      .resize(540)
      .png()
      .toBuffer()
    expect(await readQrCodes(await bitmapOf(halved))).toHaveLength(1)
  })

  test('has a preview for the page that carries nothing and weighs little', async () => {
    const answer = await phone.file(`/me/badges/${first().code}/preview.png`)
    const bytes = answer.body as Buffer
    expect(bytes.length).toBeLessThan(7_500)
    expect(chunksOf(bytes).map(({ type }) => type)).not.toContain('iTXt')
  })
})

describe('A badge as SVG', () => {
  test('carries its own credential right after the root, and asks for nothing outside', async () => {
    const { code, signed } = first()
    const answer = await phone.file(`/me/badges/${code}.svg`)
    expect(answer.headers['content-type']).toContain('image/svg+xml')
    const svg = (answer.body as Buffer).toString('utf8')
    const read = readSvg(svg)
    expect(read.elements.slice(0, 2)).toEqual(['svg', 'openbadges:credential'])
    expect(read.namespace).toBe('https://purl.imsglobal.org/ob/v3p0')
    expect(read.credential).toBe(signed)
    expect([...new Set(read.elements)].sort()).toEqual(
      ['circle', 'clipPath', 'desc', 'g', 'openbadges:credential', 'path', 'rect', 'svg', 'title'].sort(),
    )
    expect(read.attributes.filter((name) => /^on|href|style|src/.test(name))).toEqual([])
    expect(read.title).toContain((JSON.parse(signed) as { name: string }).name)
    expect(read.description).toContain('Wilhelmine Xanthopoulos')
    expect(read.description).toContain(`passerelle.test/v/${code.slice(0, 4)}`)
  })

  test('is drawn by other software as it is by ours: the same code is read', async () => {
    const { code } = first()
    const answer = await phone.file(`/me/badges/${code}.svg?lang=en`)
    expect(readSvg((answer.body as Buffer).toString('utf8')).title).toMatch(/team|setting/)
    const drawn = await sharp(answer.body as Buffer)
      .png()
      .toBuffer()
    expect(await readQrCodes(await bitmapOf(drawn))).toEqual([`HTTP://PASSERELLE.TEST/V/${code}`])
  })

  test('keeps the JSON whole whatever is written in it', () => {
    const signed = JSON.stringify({ name: 'a]]>b<script>&\u0000', odd: '\ufffe' })
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>', signed)
    expect(JSON.parse(readSvg(svg).credential)).toEqual(JSON.parse(signed))
    expect(creditIn(chunksOf(bakePng(onePixel(), signed)).find(({ type }) => type === 'iTXt')?.data)).toBe(
      signed,
    )
  })
})

describe('Whose badges they are', () => {
  test('are their holder’s alone, and of competences alone', async () => {
    const other = await youngVisitor(app, world.his.learnerId)
    const passport = held.find(({ kind }) => kind === 'passport')?.code ?? ''
    for (const ending of ['.png', '.svg', '/preview.png']) {
      expect((await other.open(`/me/badges/${first().code}${ending}`)).status).toBe(404)
      expect((await phone.open(`/me/badges/${passport}${ending}`)).status).toBe(404)
      expect((await phone.open(`/me/badges/000000000000${ending}`)).status).toBe(404)
    }
  })

  test('are gone, with a sentence that says so, once withdrawn, paused or corrected', async () => {
    const [one, two] = held.filter(({ kind }) => kind === 'competence')
    if (one === undefined || two === undefined) throw new Error('two competences were signed')
    await revokeCredential(app.services, OPERATOR, {
      credential: one.code,
      reason: 'issued-in-error',
    })
    const gone = await phone.open(`/me/badges/${one.code}.png`)
    expect(gone.status).toBe(410)
    expect(saidOn(gone)).toContain('ce fichier ne se télécharge plus')
    await suspendCredential(app.services, OPERATOR, { credential: two.code, reason: 'under-review' })
    expect((await phone.open(`/me/badges/${two.code}.svg`)).status).toBe(410)
    expect(saidOn(await phone.open('/me/badges'))).toContain('Tes badges apparaîtront ici')
  })
})

describe('The page of the badges', () => {
  test('offers each as two files and to LinkedIn, after saying what LinkedIn is told', async () => {
    const page = await phone.open('/me/badges')
    const { code } = first()
    for (const ending of ['.png', '.svg', '/preview.png'])
      expect(page.text).toContain(`/me/badges/${code}${ending}`)
    const html = unescapeHtml(page.text)
    expect(html.indexOf('LinkedIn s’ouvre et reçoit')).toBeLessThan(html.indexOf('https://www.linkedin.com/'))
    const links = [...html.matchAll(/href="(https:\/\/www\.linkedin\.com[^"]*)" rel="noopener noreferrer"/g)]
    expect(links).toHaveLength(held.filter(({ kind }) => kind === 'competence').length)
    const asked = links.map(([, href = '']) => new URL(href)).find(({ href }) => href.includes(code))
    expect(asked?.href).toMatch(/^https:\/\/www\.linkedin\.com\/profile\/add\?/)
    const told = Object.fromEntries(asked?.searchParams ?? [])
    expect(told).toMatchObject({
      startTask: 'CERTIFICATION_NAME',
      organizationName: 'Mission locale du Trégor',
      issueYear: '2026',
      issueMonth: '7',
      certUrl: `http://passerelle.test/v/${code}`,
      certId: code,
    })
    expect(Object.keys(told)).toHaveLength(7)
    expect(JSON.stringify(told)).not.toContain('Wilhelmine')
    // nothing of theirs is loaded
    expect(html).not.toMatch(/src="https:/)
    expect(page.headers['content-security-policy']).not.toContain('linkedin')
  })

  test('gives the files of a private passport, and neither LinkedIn nor silence about it', async () => {
    await phone.send('/me/visibility', { wish: 'private' }).expect(303)
    const page = await phone.open('/me/badges')
    expect(saidOn(page)).toContain('Ton passeport est privé')
    expect(page.text).not.toContain('linkedin.com')
    expect((await phone.file(`/me/badges/${first().code}.png`)).status).toBe(200)
  })
})

describe('What is drawn', () => {
  const usual = (content: object, competence: object): Badge =>
    ({
      signed: '{}',
      content: {
        url: 'https://passerelle.example/credentials/7K3F9QXW2M4T',
        code: '7K3F9QXW2M4T',
        holderName: 'Inès Benali',
        issuer: { did: 'did:web:x', name: 'Mission locale' },
        ...content,
      },
      competence: { label: 'Oser', level: '3', levelLabel: 'Seul', levelMax: 4, ...competence },
    }) as unknown as Badge

  test.each([
    ['an ordinary name', 'Inès Benali', 'Oser'],
    ['a name in Arabic', 'إيناس بن علي', 'Oser'],
    ['a name in Vietnamese', 'Nguyễn Thị Ánh', 'Oser'],
    ['characters no face has', 'Li 𓀀', 'Oser'],
    ['names of two hundred letters', 'Wolfeschlegel'.repeat(15), 'Anticonstitutionnellement '.repeat(8)],
    ['names with marks of XML in them', '<b>"&\' \u0007', 'A < B && C > D'],
  ])('stays within the picture and is well-formed: %s', async (_, holderName, label) => {
    const svg = drawBadge(usual({ holderName }, { label }), 'fr', translator('fr'))
    readSvg(svg)
    const { data, info } = await sharp(Buffer.from(svg))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    // paper alone at both edges beside the band
    for (let y = 300; y < 1000; y += 1)
      for (const x of [20, 1060]) {
        const at = (y * info.width + x) * 4
        expect([...data.subarray(at, at + 3)]).toEqual([0xfb, 0xf8, 0xf3])
      }
    expect(await readQrCodes({ ...info, data: new Uint8ClampedArray(data) })).toEqual([
      'HTTPS://PASSERELLE.EXAMPLE/V/7K3F9QXW2M4T',
    ])
  })
})

/** The chunks of a PNG (PNG, 5.3), each with whether its check sum holds. */
function chunksOf(png: Buffer): { type: string; data: Buffer; sound: boolean }[] {
  const chunks = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const body = png.subarray(at + 4, at + 8 + length)
    chunks.push({
      type: body.toString('latin1', 0, 4),
      data: body.subarray(4),
      sound: crc32(body) === png.readUInt32BE(at + 8 + length),
    })
    at += 12 + length
  }
  return chunks
}

/** The text of an `iTXt` chunk (PNG, 11.3.3.4) of Open Badges 3.0; anything else in it is no badge. */
function creditIn(data: Buffer = Buffer.alloc(0)): string {
  const head = Buffer.concat([Buffer.from('openbadgecredential'), Buffer.alloc(5)])
  expect(data.subarray(0, head.length)).toEqual(head)
  return data.toString('utf8', head.length)
}

function readSvg(svg: string) {
  const parser = new SaxesParser({ xmlns: true })
  const read = {
    elements: [] as string[],
    attributes: [] as string[],
    namespace: '',
    credential: '',
    title: '',
    description: '',
  }
  let within = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, uri, attributes }) => {
    within = name
    read.elements.push(name)
    read.attributes.push(...Object.keys(attributes))
    if (name === 'openbadges:credential') read.namespace = uri
  })
  parser.on('cdata', (text) => (read.credential += text))
  parser.on('text', (text) => {
    if (within === 'title') read.title += text
    if (within === 'desc') read.description += text
  })
  parser.write(svg).close()
  return read
}

async function bitmapOf(png: Buffer) {
  const { data, info } = await sharp(png)
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) }
}

const onePixel = (): Buffer => PNG.sync.write(new PNG({ width: 1, height: 1 }))
