import { describe, expect, test } from 'vitest'
import {
  buildCredential,
  buildPassport,
  readCredential,
  readPassport,
} from '../../../server/issuer/credentials/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { aCompetence, aContext, anAttendance, aPassport, aStay, sign, STAY } from './sample-facts.ts'

const mismatch = expect.objectContaining({ code: 'schema-mismatch' }) as Error

describe('what is never written down for signing', () => {
  test('a competence that we do not ship', () => {
    expect(() => buildCredential(aCompetence({ competence: 'JONGLER' }), aContext())).toThrow(mismatch)
  })

  test('a level of another scale, in any voice', () => {
    for (const change of [
      { level: 'B1' as const },
      { declaredLevel: 'C2' as const },
      { confirmed: { level: 'A1' as const, by: 'Hansen' } },
    ])
      expect(() => buildCredential(aCompetence(change), aContext())).toThrow(mismatch)
    expect(() => buildCredential(aCompetence({ competence: 'LANG-DE', level: '3' }), aContext())).toThrow(
      mismatch,
    )
  })

  test('« pas encore »', () => {
    const award = { ...aCompetence(), level: 'not-yet' } as unknown as ReturnType<typeof aCompetence>
    expect(() => buildCredential(award, aContext())).toThrow(mismatch)
  })

  test('a person without a name, or known by anything but a random identifier', () => {
    const { learner } = aCompetence()
    for (const wrong of [
      { name: ' ' },
      { subjectUrn: 'mailto:ines@example.org' },
      { subjectUrn: 'urn:uuid:1' },
    ])
      expect(() => buildCredential(aCompetence({ learner: { ...learner, ...wrong } }), aContext())).toThrow(
        mismatch,
      )
  })

  test('a country that is no code, an address that is none of ours, an issuer without DID', () => {
    expect(() =>
      buildCredential(aStay({ mobility: { ...STAY, hostCountry: 'Allemagne' } }), aContext()),
    ).toThrow(mismatch)
    expect(() => buildCredential(aStay(), { ...aContext(), id: 'https://x.example/credentials/1' })).toThrow(
      mismatch,
    )
    expect(() => buildCredential(aStay(), aContext({ did: 'https://x.example' }))).toThrow(mismatch)
  })

  test('a passport of nothing, or of credentials that nobody signed', () => {
    expect(() => buildPassport(aPassport(), [], aContext())).toThrow(mismatch)
    const unsigned = buildCredential(anAttendance(), aContext())
    expect(() => buildPassport(aPassport(), [unsigned], aContext())).toThrow(mismatch)
  })

  test('the wrong contact of a structure, which is left out instead', () => {
    const context = aContext({ url: 'www.ml-quimper', email: 'contact chez ml' })
    expect(readCredential(buildCredential(aStay(), context)).issuer).toEqual({
      did: context.issuer.did,
      name: 'Mission locale de Quimper',
    })
  })
})

describe('a document that is not one of ours is refused with one closed error, whatever it is', () => {
  const ours = buildCredential(aCompetence(), aContext()) as JsonObject & { credentialSubject: JsonObject }
  const { achievement } = ours.credentialSubject as { achievement: JsonObject }
  const withAchievement = (change: JsonObject) => ({
    ...ours,
    credentialSubject: { ...ours.credentialSubject, achievement: { ...achievement, ...change } },
  })

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 3],
    ['a list', []],
    ['an empty object', {}],
    ['a credential about something else', { ...ours, type: ['VerifiableCredential', 'MembershipCard'] }],
    ['a credential from elsewhere', { ...ours, id: 'https://other.example/badges/12' }],
    ['a subject that is a list', { ...ours, credentialSubject: [ours.credentialSubject] }],
    ['an issuer without name', { ...ours, issuer: 'did:web:other.example' }],
    ['dates that are none', { ...ours, awardedDate: 'yesterday' }],
    ['another kind of badge', withAchievement({ achievementType: 'Diploma' })],
    ['another language', withAchievement({ inLanguage: 'de' })],
    ['levels that are none of ours', withAchievement({ resultDescription: [] })],
    [
      'a stay without place',
      {
        ...ours,
        credentialSubject: { name: 'x', achievement: { ...achievement, achievementType: 'Fieldwork' } },
      },
    ],
    ['a session that is none', withAchievement({ achievementType: 'CertificateOfCompletion' })],
  ])('%s', (_what, document) => {
    expect(() => readCredential(document as JsonObject)).toThrow(mismatch)
    expect(() => readPassport(JSON.stringify(document))).toThrow(mismatch)
  })

  test('text that is no JSON, and JSON a thousand levels deep', () => {
    expect(() => readPassport('{')).toThrow(mismatch)
    expect(() => readPassport('')).toThrow(mismatch)
    expect(() => readPassport('['.repeat(1000) + ']'.repeat(1000))).toThrow(mismatch)
  })

  test('a passport with a stranger’s credential inside', async () => {
    const member = await sign(buildCredential(anAttendance(), aContext()))
    const passport = buildPassport(aPassport(), [member], aContext()) as JsonObject & {
      credentialSubject: JsonObject
    }
    passport.credentialSubject['verifiableCredential'] = [{ ...member, type: ['VerifiableCredential'] }]
    expect(() => readPassport(JSON.stringify(passport))).toThrow(mismatch)
  })
})
