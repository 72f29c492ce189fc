import type { common as original } from '../fr/common.ts'
import type { SameKeys } from '../messages.ts'

export const common: SameKeys<typeof original> = {
  appName: 'Passerelle',
  tagline: 'Paszport umiejętności dla młodych ludzi po pobycie za granicą',
  skipToContent: 'Przejdź do treści',
  language: 'Język',
  signOut: 'Wyloguj',
  cancel: 'Anuluj',
  back: 'Wstecz',
  next: 'Dalej',
  previous: 'Poprzednie',
  optional: 'nieobowiązkowe',
  sessions: 'Sesje',
  organisation: 'Moja organizacja',
  slips: 'Zgubione karty',
  admin: 'Platforma',
  problemsTitle: {
    one: 'Pozostała jedna rzecz do poprawienia',
    few: 'Pozostały {count} rzeczy do poprawienia',
    many: 'Pozostało {count} rzeczy do poprawienia',
    other: 'Pozostało {count} rzeczy do poprawienia',
  },
  halfDays: {
    one: '{count} z {of} półdniowych zajęć',
    few: '{count} z {of} półdniowych zajęć',
    many: '{count} z {of} półdniowych zajęć',
    other: '{count} z {of} półdniowych zajęć',
  },
  accessibility: 'Dostępność: brak zgodności (audyt w planach)',
  esco: 'Serwis korzysta z klasyfikacji ESCO Komisji Europejskiej.',
}
