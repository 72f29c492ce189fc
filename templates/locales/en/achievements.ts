import type { achievements as original } from '../fr/achievements.ts'
import type { SameKeys } from '../messages.ts'

export const achievements: SameKeys<typeof original> = {
  listTitle: 'What the passports say',
  listIntro:
    'Twelve competences that people develop during a stay abroad, each with four degrees of autonomy. A passport shows those that were observed.',
  listLanguages:
    'Languages come on top of these twelve competences. Their level follows the European scale, from A1 (first words) to C2 (full command).',
  eyebrow: 'Mobility competence',
  eyebrowLanguage: 'Language',
  allCompetences: 'All competences',
  levelsTitle: 'What each level means',
  howTitle: 'How the level is set',
  alignmentsTitle: 'The words employers use across Europe',
  alignmentsIntro:
    'This competence comes close to these, which are found in job offers and training courses:',
  esco: 'European ESCO classification',
  keyCompetence: 'European key competence: {name}',
  keyCompetences: 'Key competences for lifelong learning (2018/C 189/01)',
  forMachines: 'The same definition for software (Open Badges 3.0)',
  languageName: 'Communicating in {language}',
  languageDescription:
    'Understanding, speaking and writing this language. The level follows the European scale, from A1 to C2.',
  criteria:
    'The young person tells what they did. A trainer who accompanied them sets the level from what was seen and heard, then signs. The host abroad may confirm it.',
  'result-attested': 'Level attested by the organisation',
  'result-declared': 'Level declared by the young person',
  'result-confirmed': 'Level confirmed by the host abroad',
  stayNarrative: '{what}, {where}, from {from} to {to}.',
  stayDescription: 'A stay abroad, prepared before departure and talked over after the return.',
  stayCriteria: 'The sending organisation followed the stay and attests its dates and place.',
  'session-departure': 'A session to prepare a stay abroad.',
  'session-return': 'A session to take stock after a stay abroad.',
  sessionCriteria: 'Attendance was recorded by the person who led the session.',
  observationBy: 'Observation by {name}',
  passportName: 'Mobility passport',
  endorsementName: '{name}: stay confirmed by {host}',
  endorsementDescription:
    'What {host} says, through a personal single-use link. The organisation that sent the link signs what was answered.',
  endorsementDates: 'Dates of the stay, according to the host abroad',
  endorsementFromTo: 'from {from} to {to}',
  endorsementLink: 'How the answer came',
  'endorsementLink-mail': 'Personal link mailed on {asked}, answer received on {answered}.',
  'endorsementLink-paper': 'Personal link handed over on paper on {asked}, answer received on {answered}.',
  unnamedHost: 'the host abroad',
  halfDays: 'Half-days attended, of {of}',
}
