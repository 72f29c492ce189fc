import { buildCredential, type CompetenceAward } from '../../server/issuer/credentials/index.ts'
import { parseIsoDate, type IsoDate } from '../../server/kernel/clock.ts'
import { newId, newPublicCode, type LearnerId, type OrganisationId } from '../../server/kernel/ids.ts'
import type { JsonObject } from '../../server/vc/index.ts'

export const PUBLIC_URL = 'https://passerelle.example'
export const STATUS_LIST = `${PUBLIC_URL}/status/8c1f7d1e-5a58-4b0e-9d55-3f1c0d6f7a10`
export const NOW = new Date('2026-07-03T14:00:00Z')

const NAMES = ['Inès Benali', 'Mathéo Roux', 'Lina Haddad', 'Noé Petit', 'Awa Diallo', 'Gaël Le Bihan']

/**
 * Different Open Badges for as many young people, as our own builder makes them from what a session knows: a level, a
 * stay with its host, an observation and a piece of evidence. Some 4.7 KB and 115 quads each.
 */
export function unsignedOpenBadges(count: number, did: string): JsonObject[] {
  return Array.from({ length: count }, (_, at) =>
    buildCredential(competenceAward(at), {
      id: `${PUBLIC_URL}/credentials/${newPublicCode()}`,
      publicUrl: PUBLIC_URL,
      issuer: {
        did,
        name: 'Mission locale de Clermont',
        url: 'https://mission-locale.example',
        email: 'mobilite@mission-locale.example',
        countryCode: 'FR',
      },
      status: [{ listUrl: STATUS_LIST, index: at * 7 + 3, purpose: 'revocation' }],
      now: NOW,
    }),
  )
}

export function competenceAward(at: number): CompetenceAward {
  const name = `${NAMES[at % NAMES.length] ?? ''} ${at}`
  return {
    kind: 'competence',
    awardKey: newId<string>(),
    learner: { id: newId<LearnerId>(), name, subjectUrn: `urn:uuid:${crypto.randomUUID()}` },
    organisationId: newId<OrganisationId>(),
    sessionId: null,
    locale: 'fr',
    awardedOn: day('2026-07-03'),
    attestedBy: 'Karim Le Goff',
    competence: 'INITIATIVE',
    level: '3',
    observation: 'A proposé un autre plan de coupe, puis l’a mené à bien avec l’équipe.',
    mobility: {
      programme: 'Erasmus+ formation professionnelle',
      kind: 'Fieldwork',
      activity: 'Stage en menuiserie',
      hostName: 'Tischlerei Petersen',
      hostTown: 'Brême',
      hostCountry: 'DE',
      startsOn: day('2026-03-02'),
      endsOn: day('2026-05-29'),
    },
    evidence: [{ name: 'Plan de coupe', narrative: 'Dessiné à deux.', genre: 'Document' }],
  }
}

function day(text: string): IsoDate {
  const parsed = parseIsoDate(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}
