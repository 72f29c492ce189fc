import type { common as original } from '../fr/common.ts'
import type { SameKeys } from '../messages.ts'

export const common: SameKeys<typeof original> = {
  appName: 'Passerelle',
  tagline: 'Der Kompetenzpass für junge Menschen nach einem Auslandsaufenthalt',
  skipToContent: 'Zum Inhalt',
  language: 'Sprache',
  signOut: 'Abmelden',
  cancel: 'Abbrechen',
  back: 'Zurück',
  next: 'Weiter',
  previous: 'Zurück',
  optional: 'freiwillig',
  sessions: 'Seminare',
  organisation: 'Meine Organisation',
  slips: 'Verlorene Zettel',
  admin: 'Plattform',
  problemsTitle: {
    one: 'Ein Punkt ist noch zu berichtigen',
    other: '{count} Punkte sind noch zu berichtigen',
  },
  halfDays: { one: '{count} von {of} halben Tagen', other: '{count} von {of} halben Tagen' },
  accessibility: 'Barrierefreiheit: nicht konform (Prüfung steht noch aus)',
  esco: 'Dieser Dienst nutzt die ESCO-Klassifikation der Europäischen Kommission.',
}
