import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  findCompetence,
  languageCompetences,
  mobilityFramework,
} from '../../../server/issuer/achievements/index.ts'
import {
  buildCredential,
  rebuildCredential,
  type BadgeAward,
} from '../../../server/issuer/credentials/index.ts'
import { DEFAULT_STATUS_PURPOSES } from '../../../server/issuer/status-lists/index.ts'
import type { JsonObject, JsonValue } from '../../../server/vc/index.ts'
import { verifyIndependently } from '../../support/independent-verifier.ts'
import { aCompetence, aContext, anAttendance, aStay, sign, STAY, SUBJECT } from './sample-facts.ts'

const { programme, kind, hostCountry, startsOn, endsOn } = STAY
const {
  mobility: _m,
  evidence: _e,
  observation: _o,
  confirmed: _c,
  declaredLevel: _d,
  ...plain
} = aCompetence()

const AWARDS: [string, BadgeAward][] = [
  ['a competence in three voices', aCompetence()],
  ['a competence attested, and no more', plain],
  ['a competence in English', aCompetence({ locale: 'en' })],
  [
    'a language',
    aCompetence({
      competence: 'LANG-DE',
      level: 'B1',
      declaredLevel: 'A2',
      confirmed: { level: 'B2', by: 'Hansen' },
    }),
  ],
  ['a language that ESCO does not list', { ...plain, competence: 'LANG-KW', level: 'A1' }],
  ['a stay', aStay()],
  [
    'a stay of which little is known',
    aStay({ mobility: { programme, kind, hostCountry, startsOn, endsOn } }),
  ],
  ['a session attended', anAttendance()],
  ['a session attended by half-days', attendedByHalfDays()],
]

function attendedByHalfDays(): BadgeAward {
  const { session, ...attendance } = anAttendance()
  return { ...attendance, session: { ...session, halfDays: { attended: 3, of: 4 } } }
}

const SCHEMAS = join(import.meta.dirname, '../../../../shared/domain/ob3/schemas')
const hasSchemas = existsSync(SCHEMAS)
if (!hasSchemas) console.warn('No ../shared here: credentials are not checked against the 1EdTech schemas.')

describe.skipIf(!hasSchemas)('the 1EdTech schemas of Open Badges 3.0', () => {
  const compiled: [string, ValidateFunction][] = []
  beforeAll(() => {
    for (const name of [
      'ob_v3p0_achievementcredential_schema.json',
      'strict_ob_v3p0_achievementcredential_schema.json',
    ]) {
      const ajv = new Ajv2019({ allErrors: true, strict: false })
      formats.default(ajv)
      compiled.push([name, ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8')) as object)])
    }
  })

  test.each(AWARDS)('accept %s', async (_what, award) => {
    const unsigned = buildCredential(award, aContext())
    for (const document of [unsigned, await sign(unsigned)])
      for (const [name, validate] of compiled) {
        validate(document)
        expect([name, validate.errors]).toEqual([name, null])
      }
  })

  test.each(AWARDS)('accept %s, corrected and issued anew', async (_what, award) => {
    const first = await sign(buildCredential(award, aContext()))
    const signed = await sign(rebuildCredential(first, { name: 'Inès Ben Ali' }, aContext()))
    for (const [name, validate] of compiled) {
      validate(signed)
      expect([name, validate.errors]).toEqual([name, null])
    }
  })

  test('refuse a second status entry, which is why a badge has one unless an installation says otherwise', () => {
    const context = aContext()
    const second = {
      ...context.status[0],
      purpose: 'suspension',
      index: 7,
    } as (typeof context.status)[number]
    const both = buildCredential(plain, { ...context, status: [...context.status, second] })
    for (const [, validate] of compiled) expect(validate(both)).toBe(false)
    expect(DEFAULT_STATUS_PURPOSES).toEqual(['revocation'])
  })
})

test.each(AWARDS)('%s is accepted by a verifier that shares no code with us', async (_what, award) => {
  const signed = await sign(buildCredential(award, aContext()))
  expect(await verifyIndependently(signed)).toBe(true)
  const text = JSON.stringify(signed)
  expect(await verifyIndependently(JSON.parse(text.replace('Inès Benali', 'Inès Benalj')))).toBe(false)
})

test('every competence and every language we ship makes a credential, in both languages', () => {
  for (const competence of [...mobilityFramework().competences, ...languageCompetences()])
    for (const locale of ['fr', 'en'] as const) {
      const level = competence.levels[0]?.code ?? '1'
      const built = buildCredential({ ...plain, competence: competence.code, level, locale }, aContext())
      expect(built['name']).toBe(findCompetence(competence.code)?.label[locale])
    }
})

test('each result points to a level of its own description, as Open Badges asks', () => {
  const subject = buildCredential(aCompetence(), aContext())['credentialSubject'] as JsonObject
  const achievement = subject['achievement'] as {
    resultDescription: { id: string; rubricCriterionLevel: { id: string }[] }[]
  }
  for (const result of subject['result'] as { resultDescription: string; achievedLevel: string }[]) {
    const described = achievement.resultDescription.find(({ id }) => id === result.resultDescription)
    expect(described?.rubricCriterionLevel.map(({ id }) => id)).toContain(result.achievedLevel)
  }
  expect(achievement.resultDescription.map(({ id }) => id.split('#')[1])).toEqual([
    'attested',
    'declared',
    'confirmed',
  ])
})

test('nothing identifies the person but a name and a random identifier', () => {
  for (const [, award] of AWARDS) {
    const { learner, awardKey, organisationId } = award
    const document = buildCredential(award, aContext())
    const { id, name, identifier } = document['credentialSubject'] as JsonObject
    expect({ id, name, identifier }).toEqual({
      id: SUBJECT,
      name: 'Inès Benali',
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: 'Inès Benali', identityType: 'name' },
      ],
    })
    const text = JSON.stringify(document)
    for (const internal of [learner.id, awardKey, organisationId]) expect(text).not.toContain(internal)
  }
})

test('no property can slip in that our schema does not list', () => {
  const keys = new Set<string>()
  for (const [, award] of AWARDS) collectKeys(buildCredential(award, aContext()), keys)
  const personal = /mail|birth|phone|gender|nationality|postal|street|photo|image|jamo/i
  expect([...keys].filter((name) => personal.test(name))).toEqual(['email'])
})

function collectKeys(value: JsonValue, into: Set<string>): void {
  if (Array.isArray(value)) value.forEach((item) => collectKeys(item, into))
  else if (typeof value === 'object' && value !== null)
    for (const [name, inside] of Object.entries(value)) {
      into.add(name)
      collectKeys(inside, into)
    }
}
