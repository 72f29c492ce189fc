import type { shared as original } from '../fr/shared.ts'
import type { SameKeys } from '../messages.ts'

export const shared: SameKeys<typeof original> = {
  untitled: 'Poświadczenie',
  ogTitle: 'Paszport umiejętności do wglądu',
  sentence: 'Poświadcza: {issuer}. Każde poświadczenie właśnie sprawdzono.',
  sharedWith: 'Udostępniono dla: {recipient}',
  until: 'Widoczne do {date}.',
  chosen: 'Ta osoba wybrała, co tu pokazuje: jej paszport może zawierać więcej.',
  notProves:
    'Że osoba przed Państwem to {holder}: w razie potrzeby można poprosić o dokument tożsamości. Ani że to wszystko, co potrafi.',
  fallen: 'Także wybrane, ale dziś nieważne',
  nothingStands: 'Dziś nie ma czego potwierdzić',
  nothingStandsText:
    'To, co tu udostępniono, nie jest dziś potwierdzone: wycofane, zawieszone albo niemożliwe do sprawdzenia. Proszę porozmawiać z tą osobą.',
  'closed-unknownTitle': 'Ten link donikąd nie prowadzi',
  'closed-unknown': 'Proszę sprawdzić adres lub ponownie poprosić o link osobę, która go podała.',
  'closed-withdrawnTitle': 'To udostępnienie zakończono',
  'closed-withdrawn':
    'Ta osoba na razie go nie pokazuje. To jej wybór i nic nie mówi o jej umiejętnościach. Można poprosić ją o nowy link.',
  'closed-expiredTitle': 'To udostępnienie wygasło',
  'closed-expired': 'Miało datę końcową, która już minęła. Można poprosić tę osobę o nowy link.',
}
