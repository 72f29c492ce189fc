import type { SameKeys } from '../messages.ts'
import type { scan as french } from '../fr/scan.ts'

/** The camera of the page that checks documents. */
export const scan = {
  open: 'Scansiona con la fotocamera',
  private: 'L’immagine resta su questo dispositivo: non si registra né si invia nulla.',
  close: 'Spegni la fotocamera',
  view: 'Ciò che vede la fotocamera',
  opening: 'Apertura della fotocamera…',
  looking: 'Metta il codice QR davanti alla fotocamera.',
  patience:
    'Ancora niente: si avvicini, con il foglio ben disteso e senza riflessi. Oppure scriva il codice stampato.',
  going: 'Codice letto, si apre la verifica…',
  address: 'Questo codice porta a un indirizzo fuori da questo sito. Eccolo, senza aprirlo:',
  text: 'Questo codice contiene un testo che non sappiamo verificare:',
  denied: 'Il browser non può usare la fotocamera. La autorizzi per questo sito o scriva il codice stampato.',
  none: 'Nessuna fotocamera trovata. Scriva il codice stampato o carichi una foto.',
  failed: 'La fotocamera non è riuscita a leggere il codice. Scriva il codice stampato o carichi una foto.',
} satisfies SameKeys<typeof french>
