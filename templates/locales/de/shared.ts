import type { shared as original } from '../fr/shared.ts'
import type { SameKeys } from '../messages.ts'

export const shared: SameKeys<typeof original> = {
  untitled: 'Bescheinigung',
  ogTitle: 'Ein Kompetenzpass zum Ansehen',
  sentence: 'Bescheinigt von {issuer}. Jede Bescheinigung wurde soeben geprüft.',
  sharedWith: 'Geteilt mit {recipient}',
  until: 'Sichtbar bis {date}.',
  chosen: 'Die Person hat ausgewählt, was sie hier zeigt: Ihr Pass kann mehr enthalten.',
  notProves:
    'Dass die Person vor Ihnen wirklich {holder} ist: Lassen Sie sich bei Bedarf einen Ausweis zeigen. Auch nicht, dass dies alles ist, was sie kann.',
  fallen: 'Auch ausgewählt, heute aber nicht gültig',
  nothingStands: 'Heute nichts zu bestätigen',
  nothingStandsText:
    'Was hier geteilt war, ist heute nicht bestätigt: zurückgezogen, ausgesetzt oder nicht prüfbar. Sprechen Sie mit der Person.',
  'closed-unknownTitle': 'Dieser Link führt nirgendwohin',
  'closed-unknown': 'Prüfen Sie die Adresse oder bitten Sie die Person noch einmal um den Link.',
  'closed-withdrawnTitle': 'Diese Freigabe wurde beendet',
  'closed-withdrawn':
    'Die Person zeigt sie zurzeit nicht mehr. Das ist ihre Entscheidung und sagt nichts über ihre Kompetenzen. Bitten Sie um einen neuen Link.',
  'closed-expiredTitle': 'Diese Freigabe ist abgelaufen',
  'closed-expired':
    'Sie galt bis zu einem bestimmten Tag, und der ist vorbei. Bitten Sie die Person um einen neuen Link.',
}
