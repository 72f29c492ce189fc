import type { IsoDate } from '../../../server/kernel/clock.ts'
import type { CredentialContent, MobilityFacts } from '../../../server/issuer/credentials/index.ts'
import type { PrintedPassport } from '../../../server/holder/passports/index.ts'

const LEVELS = ['avec de l’aide', 'en autonomie', 'avec initiative', 'et le transmet']
const LABELS = [
  'Travailler dans une équipe internationale',
  'S’adapter à un cadre nouveau',
  'Se faire comprendre dans une autre langue',
  'S’organiser et tenir ses horaires',
  'Résoudre un imprévu',
  'Utiliser les outils de l’atelier en sécurité',
]

const STAY: MobilityFacts = {
  programme: 'Erasmus+ formation professionnelle',
  activity: 'Stage de menuiserie',
  hostName: 'Tischlerei Hansen',
  hostTown: 'Brême',
  hostCountry: 'DE',
  startsOn: '2026-03-02' as IsoDate,
  endsOn: '2026-05-29' as IsoDate,
  kind: 'Fieldwork',
}

/** A competence as a signed credential tells it. */
export function competenceContent(index: number, change: Partial<CredentialContent> = {}): CredentialContent {
  const level = String((index % 4) + 1) as '1' | '2' | '3' | '4'
  return {
    kind: 'competence',
    url: `https://passerelle.example/credentials/C${index}`,
    code: `C${index}`,
    holderName: 'Inès Benali',
    locale: 'fr',
    title: LABELS[index % LABELS.length] ?? '',
    competence: {
      code: `CODE${index}`,
      label: LABELS[index % LABELS.length] ?? '',
      description: '',
      language: 'fr',
      level,
      levelLabel: LEVELS[Number(level) - 1] ?? '',
      levelMax: 4,
      levelLanguage: 'fr',
      ...(index % 2 === 0
        ? {
            confirmedLevel: level,
            confirmedLabel: LEVELS[Number(level) - 1] ?? '',
            confirmedBy: 'Tischlerei Hansen',
          }
        : {}),
      ...(index % 3 === 0 ? { declaredLevel: '2', declaredLabel: 'en autonomie' } : {}),
    },
    issuer: { did: 'did:web:passerelle.example:orgs:quimper', name: 'Mission locale de Quimper' },
    attestedBy: 'Karim Le Goff',
    awardedOn: '2026-07-03' as IsoDate,
    validFrom: '2026-07-03T10:00:00Z',
    evidence: [],
    ...change,
  }
}

/** The stay as its credential tells it, with what the trainer says of the person as a whole. */
export function mobilityContent(change: Partial<CredentialContent> = {}): CredentialContent {
  const { competence: _none, ...common } = competenceContent(0)
  return {
    ...common,
    kind: 'mobility',
    url: 'https://passerelle.example/credentials/M0',
    code: 'M0',
    title: 'Erasmus+ formation professionnelle',
    mobility: STAY,
    observation: 'Inès a repris seule le plan d’un escalier et l’a expliqué en allemand à deux apprentis.',
    ...change,
  }
}

/** The session attended. */
export function attendanceContent(change: Partial<CredentialContent> = {}): CredentialContent {
  const { competence: _none, ...common } = competenceContent(0)
  return {
    ...common,
    kind: 'attendance',
    url: 'https://passerelle.example/credentials/A0',
    code: 'A0',
    title: 'Session de retour',
    session: {
      title: 'Session de retour',
      kind: 'return',
      place: 'Quimper',
      startsOn: '2026-07-02' as IsoDate,
      endsOn: '2026-07-03' as IsoDate,
    },
    ...change,
  }
}

/** A passport as {@link readPassport} gives it, without a proof; `change` says what is special about this one. */
export function passportContent(change: Partial<PrintedPassport> = {}): PrintedPassport {
  return {
    code: '7K3F9QXW2M4T',
    url: 'https://passerelle.example/credentials/7K3F9QXW2M4T',
    holderName: 'Inès Benali',
    locale: 'fr',
    issuedOn: '2026-07-03' as IsoDate,
    stays: [STAY],
    competences: LABELS.map((_, index) => competenceContent(index)),
    mobilities: [mobilityContent()],
    attendances: [attendanceContent()],
    endorsements: [],
    attestations: [
      {
        did: 'did:web:passeport.example:orgs:mission-locale-de-quimper',
        organisation: 'Mission locale de Quimper',
        official: 'Karim Le Goff',
        email: 'mobilite@ml-quimper.example',
      },
    ],
    platform: 'Passerelle Bretagne',
    partners: ['CFA du Bâtiment', 'Ligue de l’enseignement', 'Mission locale de Quimper', 'Région Bretagne'],
    signedJson: '{"type":["VerifiableCredential","ClrCredential"],"name":"Inès"}',
    ...change,
  }
}
