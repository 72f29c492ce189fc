import { expect, test } from 'vitest'
import {
  buildCredential,
  buildPassport,
  readPassport,
  type BadgeAward,
} from '../../../server/issuer/credentials/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { verifyIndependently } from '../../support/independent-verifier.ts'
import { aCompetence, aContext, anAttendance, aPassport, aStay, day, sign, STAY } from './sample-facts.ts'

const signed = (award: BadgeAward, issuer = {}): Promise<JsonObject> =>
  sign(buildCredential(award, aContext(issuer)))

const platform = { name: 'Passerelle Bretagne', url: 'https://passerelle.example' }

async function aSignedPassport(name = 'Inès Benali', locale: 'fr' | 'en' = 'fr') {
  const earlier = { ...STAY, hostCountry: 'ES', startsOn: day('2025-01-06'), endsOn: day('2025-01-24') }
  const members = [
    await signed(aCompetence({}, name)),
    await signed(
      aCompetence(
        { competence: 'LANG-DE', level: 'B1', declaredLevel: 'A2', confirmed: { level: 'B1', by: 'Hansen' } },
        name,
      ),
    ),
    await signed(aStay({ mobility: earlier }, name), {
      name: 'CFA du Bâtiment',
      url: undefined,
      email: undefined,
    }),
    await signed(aStay({}, name)),
    await signed(anAttendance({}, name), { name: 'École de la 2e chance' }),
  ]
  const { countryCode: _, email: __, ...issuer } = aContext().issuer
  const context = { ...aContext(), issuer: { ...issuer, ...platform } }
  return { members, context, passport: await sign(buildPassport(aPassport(name, locale), members, context)) }
}

test('a passport is read back from its signed bytes, and keeps them', async () => {
  const { passport, context } = await aSignedPassport()
  const signedJson = JSON.stringify(passport)
  const content = readPassport(signedJson)
  expect(content).toMatchObject({
    code: context.id.slice(-12),
    url: context.id,
    holderName: 'Inès Benali',
    locale: 'fr',
    issuedOn: '2026-07-03',
    signedJson,
  })
  expect(content.competences.map(({ competence }) => competence?.code)).toEqual(['EQUIPE', 'LANG-DE'])
  expect(content.attendances.map(({ title }) => title)).toEqual(['Retour de mobilité, Quimper'])
})

test('tells each stay once, the latest first', async () => {
  const { passport } = await aSignedPassport()
  expect(readPassport(JSON.stringify(passport)).stays.map(({ hostCountry }) => hostCountry)).toEqual([
    'DE',
    'ES',
  ])
})

test('names who attests, and the partners as equals in alphabetical order', async () => {
  const { passport } = await aSignedPassport()
  const { partners, attestations } = readPassport(JSON.stringify(passport))
  expect(partners).toEqual([
    'CFA du Bâtiment',
    'École de la 2e chance',
    'Mission locale de Quimper',
    'Passerelle Bretagne',
  ])
  expect(attestations.map(({ did: _did, ...said }) => said)).toEqual([
    { organisation: 'CFA du Bâtiment', official: 'Karim Le Goff' },
    {
      organisation: 'École de la 2e chance',
      official: 'Karim Le Goff',
      email: 'mobilite@ml-quimper.example',
      url: 'https://ml-quimper.example',
    },
    {
      organisation: 'Mission locale de Quimper',
      official: 'Karim Le Goff',
      email: 'mobilite@ml-quimper.example',
      url: 'https://ml-quimper.example',
    },
  ])
})

test('is issued by the platform, in whose name no trainer speaks', async () => {
  const { passport } = await aSignedPassport()
  expect(passport['issuer']).toEqual({ id: aContext().issuer.did, type: ['Profile'], ...platform })
})

test('is read in the reader’s language, and signed in its own', async () => {
  const { passport } = await aSignedPassport('عمر', 'en')
  const content = readPassport(JSON.stringify(passport), 'en')
  expect(content).toMatchObject({ holderName: 'عمر', locale: 'en' })
  expect(content.competences[0]?.title).toBe('Working in an international team')
  expect(passport['name']).toBe('Mobility passport')
})

test('holds its members exactly as they were signed, and is accepted by a verifier that shares no code with us', async () => {
  const { passport, members } = await aSignedPassport('Nguyễn Thị Ánh')
  expect((passport['credentialSubject'] as JsonObject)['verifiableCredential']).toEqual(members)
  const text = JSON.stringify(passport)
  expect(await verifyIndependently(JSON.parse(text))).toBe(true)
  expect(await verifyIndependently(JSON.parse(text.replace('avec initiative', 'avec initiativf')))).toBe(
    false,
  )
  expect(await verifyIndependently(JSON.parse(text.replace('Nguyễn Thị Ánh', 'Nguyễn Thị Ánk')))).toBe(false)
})
