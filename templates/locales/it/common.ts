import type { common as original } from '../fr/common.ts'
import type { SameKeys } from '../messages.ts'

export const common: SameKeys<typeof original> = {
  appName: 'Passerelle',
  tagline: 'Il passaporto delle competenze per giovani che tornano dall’estero',
  skipToContent: 'Vai al contenuto',
  language: 'Lingua',
  signOut: 'Esci',
  cancel: 'Annulla',
  back: 'Indietro',
  next: 'Avanti',
  previous: 'Precedente',
  optional: 'facoltativo',
  sessions: 'Sessioni',
  organisation: 'La mia organizzazione',
  slips: 'Schede smarrite',
  admin: 'Piattaforma',
  problemsTitle: { one: 'Resta un punto da correggere', other: 'Restano {count} punti da correggere' },
  halfDays: { one: '{count} mezza giornata su {of}', other: '{count} mezze giornate su {of}' },
  accessibility: 'Accessibilità: non conforme (verifica in programma)',
  esco: 'Questo servizio utilizza la classificazione ESCO della Commissione europea.',
}
