import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import {
  buildCredential,
  buildEndorsement,
  buildPassport,
  readEndorsement,
  readPassport,
  rebuildEndorsement,
  type EndorsementAward,
} from '../../../server/issuer/credentials/index.ts'
import { createDocumentLoader, didKeyDocument, verifyCredential } from '../../../server/vc/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { verifyIndependently } from '../../support/independent-verifier.ts'
import { aContext, anEndorsement, aPassport, aStay, day, key, NOW, sign, STAY } from './sample-facts.ts'

const SCHEMAS = join(import.meta.dirname, '../../../../shared/domain/ob3/schemas')
const ADAPTED = 'ob_v3p0_achievementcredential_schema.json'
const STRICT = 'strict_ob_v3p0_achievementcredential_schema.json'

function compile(file: string, definition?: string): ValidateFunction {
  const ajv = new Ajv2019({ allErrors: true, strict: false })
  formats.default(ajv)
  const schema = JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')) as object
  if (definition === undefined) return ajv.compile(schema)
  ajv.addSchema(schema, 'whole')
  return ajv.compile({ $ref: `whole#/$defs/${definition}` })
}

const verdictOf = async (document: JsonObject) => {
  const result = await verifyCredential(document, {
    now: NOW,
    documentLoader: createDocumentLoader({ resolveDid: (did) => Promise.resolve(didKeyDocument(did)) }),
    loadStatusList: () => Promise.reject(new Error('no network here')),
    isKnownIssuer: () => true,
    only: ['proof'],
  })
  return result.verdict
}

const stayId = aContext().id
const about = (issuer = {}) => ({ ...aContext(issuer), endorsed: stayId })
const { hostName: _host, hostTown: _town, activity: _activity, ...bare } = STAY
const { tutor: _tutor, sentence: _sentence, ...wordless } = anEndorsement()

const AWARDS: [string, EndorsementAward][] = [
  ['a host who wrote a sentence and agreed to be named', anEndorsement()],
  ['a host who only confirmed, in English', { ...wordless, locale: 'en' }],
  ['a host of whom little is known', { ...wordless, stay: bare }],
  [
    'a host reached on paper who gives other dates',
    anEndorsement({
      dates: { startsOn: day('2026-03-09'), endsOn: day('2026-05-29') },
      reached: { way: 'paper', askedOn: day('2026-06-01'), answeredOn: day('2026-06-03') },
    }),
  ],
]

describe.skipIf(!existsSync(SCHEMAS))('the 1EdTech schemas of Open Badges 3.0', () => {
  test.each(AWARDS)('accept the endorsement of %s, first and issued anew', async (_who, award) => {
    const signed = await sign(buildEndorsement(award, about()))
    const anew = await sign(rebuildEndorsement(signed, { name: 'Inès Ben Ali' }, about()))
    for (const document of [signed, anew])
      for (const validate of [
        compile('ob_v3p0_endorsementcredential_schema.json'),
        compile(ADAPTED, 'EndorsementCredential'),
        compile(STRICT, 'EndorsementCredential'),
      ]) {
        validate(document)
        expect(validate.errors).toBeNull()
      }
  })

  test('know an endorsement inside the badge it is about as well: ours stand beside it, but nothing keeps others from doing so', async () => {
    const badge = buildCredential(aStay(), aContext())
    const signed = await sign({
      ...badge,
      endorsement: [await sign(buildEndorsement(anEndorsement(), about()))],
    })
    for (const file of [ADAPTED, STRICT]) {
      const validate = compile(file)
      validate(signed)
      expect([file, validate.errors]).toEqual([file, null])
    }
    expect(await verdictOf(signed)).toBe('verified')
  })
})

test.each(AWARDS)(
  'the endorsement of %s is accepted by a verifier that shares no code with us',
  async (_who, award) => {
    const signed = await sign(buildEndorsement(award, about()))
    expect(await verdictOf(signed)).toBe('verified')
    expect(await verifyIndependently(signed)).toBe(true)
    for (const [said, forged] of [
      ['Inès Benali', 'Inès Benalj'],
      [stayId, `${stayId.slice(0, -1)}${stayId.endsWith('0') ? '1' : '0'}`],
    ] as const) {
      const tampered = JSON.parse(JSON.stringify(signed).replaceAll(said, forged)) as JsonObject
      expect(await verdictOf(tampered)).toBe('not-authentic')
      expect(await verifyIndependently(tampered)).toBe(false)
    }
  },
)

test('what the host said is read back from the signed JSON alone, and nobody is made to attest it', async () => {
  const context = about()
  const signed = await sign(buildEndorsement(anEndorsement(), context))
  expect(readEndorsement(signed)).toMatchObject({
    url: context.id,
    endorses: stayId,
    title: 'Inès Benali\u00a0: séjour confirmé par Tischlerei Hansen',
    holderName: 'Inès Benali',
    host: { name: 'Tischlerei Hansen', place: 'Brême, Allemagne', tutor: 'Anke Hansen, Tischlermeisterin' },
    sentence: 'Inès hat den Plan einer Treppe allein übernommen.',
    dates: 'du 2 mars 2026 au 29 mai 2026',
    reached: 'Lien personnel envoyé par courriel le 1er juin 2026, réponse reçue le 3 juin 2026.',
    issuer: { name: 'Mission locale de Quimper' },
  })
  expect(signed['issuer']).not.toHaveProperty('official')
})

test('a host who did not agree to be named is not named', () => {
  const text = JSON.stringify(buildEndorsement({ ...wordless, sentence: 'Gern wieder.' }, about()))
  expect(text).not.toContain('Anke')
  expect(text).not.toContain('meisterin')
})

test('what a host wrote stays text: markup is signed as the characters it is', async () => {
  const sentence = '<script>alert(1)</script> [x](javascript:alert(1)) "quoted"'
  const signed = await sign(buildEndorsement(anEndorsement({ sentence }), about()))
  expect(readEndorsement(signed).sentence).toBe(sentence)
})

test('issued anew, it speaks of the newer credential, under its own id, and says the same', async () => {
  const first = await sign(buildEndorsement(anEndorsement(), about()))
  const newer = aContext().id
  const context = { ...aContext(), endorsed: newer }
  const again = rebuildEndorsement(first, {}, context)
  const { url: _url, code: _code, endorses, ...said } = readEndorsement(again)
  const { url: _u, code: _c, endorses: _e, ...before } = readEndorsement(first)
  expect(endorses).toBe(newer)
  expect(said).toEqual(before)
  expect(JSON.stringify(again)).not.toContain(readEndorsement(first).url)
  expect(readEndorsement(rebuildEndorsement(first, { name: 'Inès Ben Ali' }, context))).toMatchObject({
    holderName: 'Inès Ben Ali',
    title: 'Inès Ben Ali\u00a0: séjour confirmé par Tischlerei Hansen',
  })
})

test('a passport holds it beside the credential it is about, and both are told apart', async () => {
  const stay = await sign(buildCredential(aStay(), { ...aContext(), id: stayId }))
  const said = await sign(buildEndorsement(anEndorsement(), about()))
  const passport = await sign(buildPassport(aPassport(), [stay, said], aContext({ name: 'Passerelle' })))
  expect(await verdictOf(passport)).toBe('verified')
  expect(await verifyIndependently(passport)).toBe(true)
  const content = readPassport(JSON.stringify(passport))
  expect(content.mobilities.map(({ url }) => url)).toEqual([stayId])
  expect(content.endorsements.map(({ endorses, sentence }) => [endorses, sentence])).toEqual([
    [stayId, 'Inès hat den Plan einer Treppe allein übernommen.'],
  ])
})

test('nothing is signed that our own schema does not describe: a sentence too long, a subject that is no credential', () => {
  expect(() => buildEndorsement(anEndorsement({ sentence: 'x'.repeat(501) }), about())).toThrow(
    expect.objectContaining({ code: 'schema-mismatch' }),
  )
  expect(() => buildEndorsement(anEndorsement(), aContext())).toThrow(
    expect.objectContaining({ code: 'schema-mismatch' }),
  )
})

test('the key that signs is the structure’s', async () => {
  const signed = await sign(buildEndorsement(anEndorsement(), about()))
  expect(readEndorsement(signed).issuer.did).toBe(key.did)
})
