import { describe, expect, test } from 'vitest'
import { buildCredential, readCredential, type BadgeAward } from '../../../server/issuer/credentials/index.ts'
import { isJsonObject, type JsonObject } from '../../../server/vc/index.ts'
import { aCompetence, aContext, anAttendance, aStay, day, NOW, sign, STAY } from './sample-facts.ts'

/** What a stranger holds: the signed bytes, parsed. */
async function signedBytes(award: BadgeAward, context = aContext()): Promise<JsonObject> {
  const parsed: unknown = JSON.parse(JSON.stringify(await sign(buildCredential(award, context))))
  if (!isJsonObject(parsed)) throw new Error('not an object')
  return parsed
}

describe('what was awarded is read back from the signed JSON alone', () => {
  test('a competence in three voices, its observation, evidence and stay', async () => {
    const award = aCompetence()
    const context = aContext()
    expect(readCredential(await signedBytes(award, context))).toEqual({
      kind: 'competence',
      url: context.id,
      code: context.id.slice(-12),
      holderName: 'Inès Benali',
      locale: 'fr',
      title: 'Travailler dans une équipe internationale',
      competence: {
        code: 'EQUIPE',
        label: 'Travailler dans une équipe internationale',
        description: expect.stringMatching(/\.$/) as string,
        language: 'fr',
        level: '3',
        levelLabel: 'avec initiative',
        levelMax: 4,
        levelLanguage: 'fr',
        declaredLevel: '2',
        declaredLabel: 'en autonomie',
        confirmedLevel: '4',
        confirmedLabel: 'et le transmet',
        confirmedBy: 'Anke Hansen, maître d’apprentissage',
      },
      observation: award.observation,
      mobility: STAY,
      issuer: {
        did: context.issuer.did,
        name: 'Mission locale de Quimper',
        url: 'https://ml-quimper.example',
        email: 'mobilite@ml-quimper.example',
      },
      attestedBy: 'Karim Le Goff',
      awardedOn: '2026-07-03',
      validFrom: '2026-07-03T16:20:00Z',
      evidence: award.evidence,
    })
  })

  test('a competence that only the trainer speaks of', async () => {
    const {
      mobility: _m,
      evidence: _e,
      observation: _o,
      confirmed: _c,
      declaredLevel: _d,
      ...award
    } = aCompetence()
    const content = readCredential(await signedBytes(award))
    expect(content.competence).toMatchObject({ level: '3', levelLabel: 'avec initiative' })
    expect(Object.keys(content.competence ?? {})).not.toContain('declaredLevel')
    expect(Object.keys(content.competence ?? {})).not.toContain('confirmedLevel')
    expect(content).not.toHaveProperty('mobility')
    expect(content).not.toHaveProperty('observation')
    expect(content.evidence).toEqual([])
  })

  test('a language on the European scale', async () => {
    const award = aCompetence({
      competence: 'LANG-DE',
      level: 'B1',
      declaredLevel: 'B2',
      confirmed: { level: 'B1', by: 'Hansen' },
    })
    expect(readCredential(await signedBytes(award)).competence).toMatchObject({
      code: 'LANG-DE',
      label: 'Communiquer en allemand',
      level: 'B1',
      levelLabel: 'B1, à l’aise au quotidien',
      levelMax: 6,
      declaredLevel: 'B2',
    })
  })

  test('a stay', async () => {
    const content = readCredential(await signedBytes(aStay()))
    expect(content).toMatchObject({
      kind: 'mobility',
      title: 'Stage en menuiserie',
      observation: 'Deux escaliers, un toit.',
    })
    expect(content.mobility).toEqual(STAY)
  })

  test.each(['Fieldwork', 'CommunityService', 'CoCurricular'] as const)(
    'a stay of kind %s of which only the country is known',
    async (kind) => {
      const { programme, startsOn, endsOn } = STAY
      const mobility = { programme, kind, hostCountry: 'PT', startsOn, endsOn }
      expect(readCredential(await signedBytes(aStay({ mobility }))).mobility).toEqual(mobility)
      expect(readCredential(await signedBytes(aCompetence({ mobility }))).mobility).toEqual(mobility)
    },
  )

  test('a session attended', async () => {
    const award = anAttendance()
    const content = readCredential(await signedBytes(award))
    expect(content).toMatchObject({ kind: 'attendance', title: 'Retour de mobilité, Quimper' })
    expect(content.session).toEqual(award.session)
    const departure = {
      title: 'Départ',
      kind: 'departure',
      startsOn: day('2026-01-05'),
      endsOn: day('2026-01-05'),
    } as const
    expect(readCredential(await signedBytes(anAttendance({ session: departure }))).session).toEqual(departure)
  })

  test('a session of which somebody attended three half-days of four', async () => {
    const session = { ...anAttendance().session, halfDays: { attended: 3, of: 4 } }
    expect(readCredential(await signedBytes(anAttendance({ session }))).session).toEqual(session)
  })

  test.each([
    'Nguyễn Thị Ánh',
    'عمر',
    'O’Brien-Lévêque',
    'Zoé 🦊 Ok',
    'Łukasz Żółć',
    '李小龍',
    'D\'Arc "Jo" \\ <b>',
    'e\u0301 décomposé',
  ])('the name « %s », letter for letter', async (name) => {
    for (const award of [aCompetence({}, name), aStay({}, name), anAttendance({}, name)])
      expect(readCredential(await signedBytes(award)).holderName).toBe(name)
  })

  test('words with line breaks, quotes and every alphabet', async () => {
    const observation = 'Ligne 1\n\nLigne 2\t« guillemets » "quotes" \\ \u2028 😀 شكرا'
    expect(readCredential(await signedBytes(aCompetence({ observation }))).observation).toBe(observation)
  })

  test('without the facts that were left empty', async () => {
    const mobility = { ...STAY, hostName: '', hostTown: '  ', activity: '' }
    const content = readCredential(await signedBytes(aCompetence({ mobility, observation: ' ' })))
    expect(content).not.toHaveProperty('observation')
    expect(Object.keys(content.mobility ?? {}).sort()).toEqual([
      'endsOn',
      'hostCountry',
      'kind',
      'programme',
      'startsOn',
    ])
  })
})

describe('the reader’s language', () => {
  test('translates the words of our framework and nothing that people wrote', async () => {
    const content = readCredential(await signedBytes(aCompetence()), 'en')
    expect(content).toMatchObject({ locale: 'fr', title: 'Working in an international team' })
    expect(content.competence).toMatchObject({
      levelLabel: 'with initiative',
      declaredLabel: 'independently',
      confirmedLabel: 'and passes it on',
    })
    expect(content.observation).toContain('escalier')
  })

  test('leaves words that we have changed since as they were signed', async () => {
    const signed = await signedBytes(aCompetence())
    const old = JSON.parse(
      JSON.stringify(signed).replaceAll(
        'Travailler dans une équipe internationale',
        'Travailler à plusieurs',
      ),
    ) as JsonObject
    expect(readCredential(old, 'en').competence?.label).toBe('Travailler à plusieurs')
  })

  test('is the other way round for a credential written in English', async () => {
    const signed = await signedBytes(aCompetence({ locale: 'en' }))
    expect(readCredential(signed)).toMatchObject({ locale: 'en', title: 'Working in an international team' })
    expect(readCredential(signed, 'fr').title).toBe('Travailler dans une équipe internationale')
  })
})

test('the same award and context always make the same document', () => {
  const award = aCompetence()
  const context = aContext()
  expect(buildCredential(award, context)).toEqual(
    buildCredential(structuredClone(award), { ...context, now: NOW }),
  )
})
