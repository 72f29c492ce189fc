import request from 'supertest'
import { expect, test } from 'vitest'
import type { OrganisationId } from '../../../server/kernel/ids.ts'
import { LANGUAGES } from '../../../server/kernel/locale.ts'
import { translator } from '../../../server/platform/i18n/index.ts'
import { issueCredential, isJsonObject, type JsonObject } from '../../../server/vc/index.ts'
import { stayWords } from '../../../server/verifier/verification/stay-words.ts'
import { issuePassport, openWorld, signedByCode, verifierApp, type IssuingWorld } from '../verifying-world.ts'

const TEAM = {
  fr: ['Travailler dans une équipe internationale', 'avec initiative', 'Allemagne'],
  en: ['Working in an international team', 'with initiative', 'Germany'],
  de: ['In einem internationalen Team arbeiten', 'mit Eigeninitiative', 'Deutschland'],
  es: ['Trabajar en un equipo internacional', 'con iniciativa', 'Alemania'],
  it: ['Lavorare in un', 'con iniziativa', 'Germania'],
  pt: ['Trabalhar', 'com iniciativa', 'Alemanha'],
  pl: ['Praca w międzynarodowym zespole', 'z inicjatywą', 'Niemcy'],
} as const

test.each(LANGUAGES)(
  'competences, levels and countries are said in the visitor’s language: %s',
  async (language) => {
    const world = await openWorld()
    const { code } = await issuePassport(world)
    const page = await request(verifierApp(world)).get(`/v/${code}`).set('Accept-Language', language)
    for (const words of [...TEAM[language], translator(language)('verdict.verified.title')])
      expect(page.text).toContain(words)
    // what people wrote stays as they wrote it, and says in which language
    const written = 'Stage en menuiserie</span>'
    expect(page.text).toContain(language === 'fr' ? `<span>${written}` : `<span lang="fr">${written}`)
  },
)

test('a competence that our framework words otherwise today is said as it was signed, and in which language', async () => {
  const world = await openWorld()
  const { competences, organisationId } = await issuePassport(world)
  const code = competences[0]?.code ?? ''
  await world
    .db('credentials')
    .where({ code })
    .update({
      signed: JSON.stringify(await reworded(world, organisationId, await signedByCode(world, code))),
    })
  const page = await request(verifierApp(world)).get(`/v/${code}?lang=de`)
  expect(page.text).toContain('Das ist echt')
  expect(page.text).toContain('<h4 lang="fr">Faire équipe</h4>')
  expect(page.text).toContain('<span lang="fr">avec initiative</span>')
  expect(page.text).not.toContain('mit Eigeninitiative')
})

/** The same credential under a name that no framework has, signed by the structure that signed it. */
async function reworded(
  world: IssuingWorld,
  organisationId: OrganisationId,
  document: JsonObject,
): Promise<JsonObject> {
  const { proof: _former, ...unsigned } = document
  const { credentialSubject: subject } = unsigned
  if (!isJsonObject(subject) || !isJsonObject(subject['achievement'])) throw new Error('no badge')
  const achievement = { ...subject['achievement'], name: 'Faire équipe' }
  const { id } = await world.ring.issuerFor(world.db, organisationId)
  return issueCredential(
    { ...unsigned, credentialSubject: { ...subject, achievement } },
    await world.ring.signingKey(world.db, id),
    { now: world.clock.now() },
  )
}

test('a stay of one, three and five weeks is counted as people count in Polish', () => {
  const weeksUntil = (endsOn: string) =>
    stayWords(
      {
        programme: 'Erasmus+',
        hostCountry: 'DE',
        startsOn: '2026-03-02',
        endsOn,
        kind: 'Fieldwork',
      } as never,
      translator('pl'),
      'pl',
    ).length
  expect(['2026-03-22', '2026-04-05', '2026-03-02', '2026-03-04'].map(weeksUntil)).toEqual([
    '3 tygodnie',
    '5 tygodni',
    '1 dzień',
    '3 dni',
  ])
})

test('no sentence is left in another language, with a blank open, or with a form that no count reaches', async () => {
  const { verdict: original } = await import('../../../templates/locales/en/verdict.ts')
  const same: string[] = []
  for (const language of ['de', 'es', 'it', 'pt', 'pl'] as const) {
    const words = (
      (await import(`../../../templates/locales/${language}/verdict.ts`)) as { verdict: typeof original }
    ).verdict
    for (const [key, message] of Object.entries(words)) {
      const english = original[key as keyof typeof original]
      if (JSON.stringify(message) === JSON.stringify(english)) same.push(key)
      expect([key, blanksOf(message)]).toEqual([key, blanksOf(english)])
      if (language === 'pl' && typeof message !== 'string')
        expect(Object.keys(message).sort()).toEqual(['few', 'many', 'one', 'other'])
    }
  }
  expect(new Set(same)).toEqual(new Set(['observedBy', 'reportCode', 'reportStandards', 'status.failed']))
})

/** Names of the blanks that any form of a message has. */
const blanksOf = (message: unknown): string[] =>
  [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].filter((blank) => blank !== '{count}').sort()
