import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { country } from '../../../server/holder/europass/concepts.ts'
import { drawPages } from '../../../server/holder/europass/draw-pages.ts'
import { makeFile } from '../../../server/holder/europass/index.ts'
import { picturePng } from '../../../server/holder/pictures/index.ts'
import { revokeCredential, suspendCredential } from '../../../server/issuer/revocation/index.ts'
import { translator } from '../../../server/platform/i18n/index.ts'
import { pinnedContext, type JsonObject } from '../../../server/vc/index.ts'
import { aPerson, heldBy } from '../../access/personal-data/a-person.ts'
import { openApp, openNetwork, OPERATOR, saidOn, type App } from '../../support/app-world.ts'
import { competenceContent, passportContent } from '../passports/passport-content.ts'
import { readQrCodes } from '../passports/open-pdf.ts'
import { youngVisitor, type YoungVisitor } from '../young-visitor.ts'
import { elmProblems } from './elm-requirements.ts'

const MODEL_CONTEXT = join(import.meta.dirname, '../../../../shared/domain/elm/edc-ap-context.jsonld')
const hasModel = existsSync(MODEL_CONTEXT)
if (!hasModel) console.warn('No ../shared here: the European file is not expanded with the model’s context.')

let app: App
let world: Awaited<ReturnType<typeof aPerson>>
let phone: YoungVisitor
beforeEach(async () => {
  app = await openApp()
  world = await aPerson(app)
  phone = await youngVisitor(app, world.hers.learnerId)
})
afterEach(() => app.close())

async function theFile(): Promise<JsonObject> {
  const answer = await phone.file('/me/europass.jsonld')
  expect(answer.status).toBe(200)
  return JSON.parse((answer.body as Buffer).toString('utf8')) as JsonObject
}

/** Every object of a document with this type. */
function ofType(value: unknown, type: string): Record<string, never>[] {
  if (Array.isArray(value)) return value.flatMap((item) => ofType(item, type))
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap((item) => ofType(item, type))
  return (value as { type?: unknown }).type === type ? [value as Record<string, never>, ...below] : below
}

describe('The file for Europass', () => {
  test('says what the model asks of every part, and the check can tell', async () => {
    const document = await theFile()
    expect(elmProblems(document)).toEqual([])
    for (const [property, complaint] of [
      ['displayParameter', 'missing'],
      ['issuer', 'missing'],
      ['credentialSchema', 'missing'],
      ['issued', 'missing'],
    ] as const)
      expect(elmProblems({ ...document, [property]: undefined } as never)).toEqual([
        `document.${property}: ${complaint}`,
      ])
    for (const [type, property] of [
      ['Address', 'countryCode'],
      ['LearningAchievement', 'awardedBy'],
      ['LearningAssessment', 'grade'],
      ['AwardingProcess', 'awardingBody'],
      ['Organisation', 'legalName'],
      ['DisplayDetail', 'image'],
      ['Person', 'hasClaim'],
      ['Concept', 'inScheme'],
    ] as const) {
      const damaged = structuredClone(document)
      const node = ofType(damaged, type)[0] as Record<string, unknown>
      node[property] = undefined
      expect(elmProblems(damaged).join()).toContain(`.${property}: missing`)
    }
  })

  test.skipIf(!hasModel)(
    'means in the model’s own context what it says, with nothing that has no meaning',
    async () => {
      const document = await theFile()
      const [expanded] = (await expand(document)) as Record<string, unknown>[]
      expect(expanded?.['@type']).toContain('http://data.europa.eu/snb/model/elm/EuropeanDigitalCredential')
      const text = JSON.stringify(expanded)
      expect(text).toContain('http://publications.europa.eu/resource/authority/country/DEU')
      expect(text).toContain('http://data.europa.eu/esco/skill/')
      expect(text).toContain('http://data.europa.eu/snb/model/elm/provenBy')
      await expect(
        expand({ ...document, credentialSubject: { type: 'Person', invented: 'x' } }),
      ).rejects.toThrow()
    },
  )

  test('holds the stay, the competences with their levels, who attests, and the three voices apart', async () => {
    const document = await theFile()
    const achievements = ofType(document, 'LearningAchievement')
    expect(achievements).toHaveLength(2)
    const text = JSON.stringify(achievements)
    for (const words of [
      'Travailler dans une équipe',
      'Mission locale du Trégor',
      'Kammgarnspinnen',
      'Zwirnerei Quarz',
      'avec initiative',
      'with initiative',
      'Niveau que la personne déclare',
    ])
      expect(text).toContain(words)
    const grades = ofType(document, 'LearningAssessment').map(({ grade }) => grade)
    expect(JSON.stringify(grades)).not.toContain('déclare')
    expect(JSON.stringify(document)).toContain('2026-01-05T00:00:00Z')
    expect(ofType(document, 'Person')).toMatchObject([{ fullName: { fr: 'Wilhelmine Xanthopoulos' } }])
  })

  test('is not signed, bears no number of Europass, and says nothing that the passport does not say', async () => {
    const document = await theFile()
    expect(document).not.toHaveProperty('proof')
    const words = JSON.stringify({ ...document, displayParameter: undefined })
    expect(words).not.toMatch(/Europass Mobilit|2004-02-14|wilhelmine\.x@|carnet bleu|rebranché/i)
  })

  test('shows a page a language, as a picture whose code leads to the signed passport', async () => {
    const document = await theFile()
    const passport = (await heldBy(app, world.hers.learnerId)).find(({ kind }) => kind === 'passport')
    const pictures = ofType(document, 'MediaObject').map(({ content }) =>
      Buffer.from(String(content), 'base64'),
    )
    expect(pictures).toHaveLength(2)
    for (const picture of pictures) {
      expect(await readQrCodes(await bitmapOf(picture))).toEqual([
        `HTTP://PASSERELLE.TEST/V/${passport?.code ?? ''}`,
      ])
    }
    expect(JSON.stringify(document).length).toBeLessThan(400_000)
  })

  test('leaves out what was withdrawn, and is not made of nothing', async () => {
    const held = await heldBy(app, world.hers.learnerId)
    const competences = held.filter(({ kind }) => kind === 'competence')
    const [gone] = competences
    await revokeCredential(app.services, OPERATOR, { credential: gone?.code ?? '', reason: 'content-wrong' })
    expect(ofType(await theFile(), 'LearningAchievement')).toHaveLength(competences.length - 1)
    for (const { kind, code } of held)
      if (kind !== 'passport' && code !== gone?.code && kind !== 'endorsement')
        await revokeCredential(app.services, OPERATOR, { credential: code, reason: 'content-wrong' })
    expect((await phone.open('/me/europass.jsonld')).status).toBe(409)
  })

  test('leaves out what is suspended, since others would sign it; of a suspended passport there is none', async () => {
    const held = await heldBy(app, world.hers.learnerId)
    const codeOf = (kind: string) => held.find((one) => one.kind === kind)?.code ?? ''
    const reason = 'under-review'
    await suspendCredential(app.services, OPERATOR, { credential: codeOf('competence'), reason })
    expect(ofType(await theFile(), 'LearningAchievement')).toHaveLength(1)
    await suspendCredential(app.services, OPERATOR, { credential: codeOf('passport'), reason })
    expect((await phone.open('/me/europass.jsonld')).status).toBe(410)
  })
})

test('The page says plainly what the file is for, and what it is not', async () => {
  const said = saidOn(await phone.open('/me/europass'))
  expect(said).toContain('Ce n’est pas un Europass Mobilité')
  expect(said).toContain('il n’est pas signé')
  expect(said).toContain('Télécharger le fichier')
})

test('Nobody is given a file before something is signed', async () => {
  const network = await openNetwork()
  const waiting = await youngVisitor(network, network.elsewhere.learnerId)
  expect((await waiting.open('/me/europass.jsonld')).status).toBe(409)
  expect(saidOn(await waiting.open('/me/europass'))).toContain('pas encore là')
  await expect(makeFile(network.db, network.elsewhere.learnerId as never)).rejects.toMatchObject({
    code: 'not-yet-issued',
  })
  await network.close()
})

test('So many competences take several pages, and none is left out', async () => {
  const competences = Array.from({ length: 27 }, (_, index) => competenceContent(index))
  const pages = drawPages(passportContent({ competences }), { t: translator('fr'), locale: 'fr' })
  expect(pages.length).toBeGreaterThan(1)
  const told = pages.map(
    (svg) => /<desc id="description">(.*?)<\/desc>/.exec(svg)?.[1]?.split(', ').length ?? 0,
  )
  expect(told.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(27)
  for (const svg of pages)
    expect(await readQrCodes(await bitmapOf(await picturePng(svg, 1240)))).toHaveLength(1)
})

test('Countries are written as the Union’s list writes them', () => {
  const idOf = (alpha2: string) => JSON.stringify(country(alpha2)['id']).slice(-4, -1)
  expect(['ES', 'DE', 'GR', 'GB', 'XK', 'es'].map(idOf)).toEqual(['ESP', 'DEU', 'GRC', 'GBR', '1A0', 'ESP'])
})

async function expand(document: JsonObject): Promise<unknown> {
  const model: unknown = JSON.parse(readFileSync(MODEL_CONTEXT, 'utf8'))
  return jsonld.expand(document, {
    safe: true,
    base: null,
    documentLoader: async (url: string) => ({
      documentUrl: url,
      contextUrl: null,
      document: url === 'http://data.europa.eu/snb/model/context/edc-ap' ? model : await pinnedContext(url),
    }),
  })
}

async function bitmapOf(png: Buffer) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) }
}
