import {
  findCompetence,
  mobilityFramework,
  NOT_YET,
  type Competence,
} from '../../issuer/achievements/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import { programmeLabel } from '../mobilities/index.ts'
import type { FieldName } from './fields.ts'
import { writeCsv } from './write-csv.ts'

/** Columns of the file to start from, by the title each has in both languages. */
const TITLES: readonly (readonly [FieldName, Readonly<Record<Locale, string>>])[] = [
  ['familyName', { fr: 'Nom', en: 'Last name' }],
  ['givenName', { fr: 'Prénom', en: 'First name' }],
  ['birthDate', { fr: 'Date de naissance', en: 'Date of birth' }],
  ['email', { fr: 'Courriel', en: 'E-mail' }],
  ['organisation', { fr: 'Structure', en: 'Structure' }],
  ['programme', { fr: 'Programme', en: 'Programme' }],
  ['activity', { fr: 'Activité', en: 'Activity' }],
  ['hostName', { fr: 'Structure d’accueil', en: 'Host organisation' }],
  ['hostTown', { fr: 'Ville', en: 'Town' }],
  ['hostCountry', { fr: 'Pays', en: 'Country' }],
  ['startsOn', { fr: 'Début', en: 'Start' }],
  ['endsOn', { fr: 'Fin', en: 'End' }],
  ['attendance', { fr: 'Présence', en: 'Attendance' }],
  ['observation', { fr: 'Observation', en: 'Observation' }],
  ['objectives', { fr: 'Objectifs', en: 'Objectives' }],
  ['summary', { fr: 'Bilan', en: 'Summary' }],
]

type Cells = Partial<Readonly<Record<FieldName, Readonly<Record<Locale, string>> | string>>>

/** People who do not exist, so that the file shows what goes where. Their structure is left to the session. */
const PEOPLE: readonly {
  readonly cells: Cells
  readonly levels: readonly string[]
  readonly languages: readonly string[]
}[] = [
  {
    cells: {
      familyName: 'EXEMPLE',
      givenName: 'Chloé',
      birthDate: '14/02/2005',
      email: 'chloe@exemple.fr',
      programme: { fr: programmeLabel('KA121-VET', 'fr'), en: programmeLabel('KA121-VET', 'en') },
      activity: { fr: 'Stage en pâtisserie', en: 'Placement in a bakery' },
      hostName: 'Bäckerei Beispiel',
      hostTown: 'Leipzig',
      hostCountry: { fr: 'Allemagne', en: 'Germany' },
      startsOn: '05/01/2026',
      endsOn: '27/03/2026',
      attendance: { fr: 'présente', en: 'present' },
      observation: {
        fr: 'A tenu la caisse seule dès la troisième semaine.',
        en: 'Ran the till alone from the third week.',
      },
      objectives: { fr: 'Oser parler allemand', en: 'Dare to speak German' },
      summary: { fr: 'Préparation, vente, accueil des clients', en: 'Baking, selling, welcoming customers' },
    },
    levels: ['3', '2', '3', '4', '', '3', '2', '3', '', '3', '2', '3'],
    languages: ['', 'B1'],
  },
  {
    cells: {
      familyName: 'MODÈLE',
      givenName: 'Jean-Noël',
      birthDate: '03/09/2003',
      programme: { fr: programmeLabel('ESC-VOL', 'fr'), en: programmeLabel('ESC-VOL', 'en') },
      activity: { fr: 'Animation d’une maison de quartier', en: 'Activities in a neighbourhood centre' },
      hostName: 'Casa do Exemplo',
      hostTown: 'Porto',
      hostCountry: { fr: 'Portugal', en: 'Portugal' },
      startsOn: '15/09/2025',
      endsOn: '15/03/2026',
      attendance: { fr: 'présent', en: 'present' },
    },
    levels: ['4', '3', '', '3', '2', '4', '3', '', '3', '4', '3', '2'],
    languages: ['B2', ''],
  },
  {
    cells: {
      familyName: 'FICTIF',
      givenName: 'Inès',
      birthDate: '21/06/2008',
      programme: { fr: programmeLabel('PFMP', 'fr'), en: programmeLabel('PFMP', 'en') },
      activity: { fr: 'Stage en maintenance', en: 'Maintenance placement' },
      hostName: 'Taller Ejemplo',
      hostTown: 'Séville',
      hostCountry: { fr: 'Espagne', en: 'Spain' },
      startsOn: '02/03/2026',
      endsOn: '27/03/2026',
      attendance: { fr: 'absente', en: 'absent' },
    },
    levels: ['2', NOT_YET, '2', '', '1', '2', '', '2', '1', '2', '', '1'],
    languages: ['A2', ''],
  },
]

/**
 * The file to start from, in one language: every column we read, every competence of the framework as it is worded
 * today, two languages, and three people who do not exist.
 */
export function sampleTable(locale: Locale): string {
  const t = translator(locale)
  const competences = mobilityFramework().competences.filter(({ kind }) => kind === 'autonomy')
  const languages = ['LANG-EN', 'LANG-DE'].flatMap((code): Competence[] => {
    const found = findCompetence(code)
    return found === undefined ? [] : [found]
  })
  const header = [
    ...TITLES.map(([, title]) => title[locale]),
    ...[...competences, ...languages].map(({ label }) => label[locale]),
  ]
  const rows = PEOPLE.map(({ cells, levels, languages: spoken }) => [
    ...TITLES.map(([field]) => {
      const cell = cells[field] ?? ''
      return typeof cell === 'string' ? cell : cell[locale]
    }),
    ...competences.map((_, index) =>
      levels[index] === NOT_YET ? t('imports.notYet') : (levels[index] ?? ''),
    ),
    ...languages.map((_, index) => spoken[index] ?? ''),
  ])
  return writeCsv([header, ...rows])
}
