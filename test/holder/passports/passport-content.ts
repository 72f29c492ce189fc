import type { IsoDate } from '../../../server/kernel/clock.ts'
import type { CredentialContent, PassportContent } from '../../../server/issuer/credentials/index.ts'

const LEVELS = ['avec de l’aide', 'en autonomie', 'avec initiative', 'et le transmet']
const LABELS = [
  'Travailler dans une équipe internationale',
  'S’adapter à un cadre nouveau',
  'Se faire comprendre dans une autre langue',
  'S’organiser et tenir ses horaires',
  'Résoudre un imprévu',
  'Utiliser les outils de l’atelier en sécurité',
]

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
      level,
      levelLabel: LEVELS[Number(level) - 1] ?? '',
      levelMax: 4,
      ...(index % 2 === 0
        ? {
            confirmedLevel: level,
            confirmedLabel: LEVELS[Number(level) - 1] ?? '',
            confirmedBy: 'Tischlerei Hansen',
          }
        : {}),
      ...(index % 3 === 0 ? { declaredLevel: '2', declaredLabel: 'en autonomie' } : {}),
    },
    observation: 'Inès a repris seule le plan d’un escalier et l’a expliqué en allemand à deux apprentis.',
    issuer: { did: 'did:web:passerelle.example:orgs:quimper', name: 'Mission locale de Quimper' },
    attestedBy: 'Karim Le Goff',
    awardedOn: '2026-07-03' as IsoDate,
    validFrom: '2026-07-03T10:00:00Z',
    evidence: [],
    ...change,
  }
}

/** A passport as {@link readPassport} gives it; `change` says what is special about this one. */
export function passportContent(change: Partial<PassportContent> = {}): PassportContent {
  return {
    code: '7K3F9QXW2M4T',
    url: 'https://passerelle.example/credentials/7K3F9QXW2M4T',
    holderName: 'Inès Benali',
    locale: 'fr',
    issuedOn: '2026-07-03' as IsoDate,
    stays: [
      {
        programme: 'Erasmus+ formation professionnelle',
        activity: 'Stage de menuiserie',
        hostName: 'Tischlerei Hansen',
        hostTown: 'Brême',
        hostCountry: 'DE',
        startsOn: '2026-03-02' as IsoDate,
        endsOn: '2026-05-29' as IsoDate,
        kind: 'Fieldwork',
      },
    ],
    competences: LABELS.map((_, index) => competenceContent(index)),
    attendances: [],
    attestations: [
      {
        organisation: 'Mission locale de Quimper',
        official: 'Karim Le Goff',
        email: 'mobilite@ml-quimper.example',
      },
    ],
    partners: ['CFA du Bâtiment', 'Ligue de l’enseignement', 'Mission locale de Quimper', 'Région Bretagne'],
    signedJson: '{"type":["VerifiableCredential","ClrCredential"],"name":"Inès"}',
    ...change,
  } as PassportContent
}
