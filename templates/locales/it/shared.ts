import type { shared as original } from '../fr/shared.ts'
import type { SameKeys } from '../messages.ts'

export const shared: SameKeys<typeof original> = {
  untitled: 'Attestazione',
  ogTitle: 'Un passaporto delle competenze da consultare',
  sentence: 'Attestato da {issuer}. Ogni attestazione è appena stata verificata.',
  sharedWith: 'Condiviso con {recipient}',
  until: 'Visibile fino a questa data: {date}.',
  chosen: 'La persona ha scelto che cosa mostrare qui: il suo passaporto può dire di più.',
  notProves:
    'Che la persona che ha davanti sia {holder}: se serve, chieda un documento d’identità. Né che questo sia tutto ciò che sa fare.',
  fallen: 'Scelto anche questo, ma oggi non valido',
  nothingStands: 'Nulla da confermare oggi',
  nothingStandsText:
    'Ciò che era condiviso qui oggi non è confermato: ritirato, sospeso o impossibile da verificare. Ne parli con la persona.',
  'closed-unknownTitle': 'Questo link non porta da nessuna parte',
  'closed-unknown': 'Controlli l’indirizzo o chieda di nuovo il link alla persona che lo ha dato.',
  'closed-withdrawnTitle': 'Questa condivisione è stata interrotta',
  'closed-withdrawn':
    'Per ora la persona non la mostra più. È una sua scelta e non dice nulla delle sue competenze. Le chieda un nuovo link.',
  'closed-expiredTitle': 'Questa condivisione è terminata',
  'closed-expired': 'Aveva una data di fine, ormai passata. Chieda un nuovo link alla persona.',
}
