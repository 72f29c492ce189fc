import type { phone as original } from '../fr/phone.ts'
import type { SameKeys } from '../messages.ts'

export const phone: SameKeys<typeof original> = {
  byServer: 'Verificato dal server',
  byPhone: 'Verificato da questo telefono',

  'agree.title': 'Dicono entrambi la stessa cosa.',
  'original.title': 'Il foglio è originale, ma legga la risposta qui sopra.',
  'original.text':
    'Il telefono ha riconosciuto la firma stampata. Da allora la situazione del documento è cambiata: conta la risposta del server.',
  'private.title': 'Il foglio è originale.',
  'private.text': 'Il telefono ha riconosciuto la firma stampata. La pagina è privata e non dice altro.',
  'erased.title': 'Il foglio è originale.',
  'erased.text':
    'Il telefono ha riconosciuto la firma stampata. La persona ha fatto cancellare ciò che era conservato qui: resta solo il suo foglio.',
  'missing.title': 'Il foglio è originale, ma il server non conosce questo codice.',
  'missing.text':
    'La firma stampata è valida, eppure il documento non è più qui. Chieda a {issuer} prima di fidarsi.',
  'alone.title': 'Il telefono è riuscito a verificare il foglio.',
  'alone.text': 'La firma stampata è valida. Per il resto, ricarichi questa pagina tra qualche minuto.',
  'refused.title': 'Il foglio è originale, ma il server non riconosce questo documento.',
  'refused.text': 'Per ora non si fidi: chieda a {issuer}.',
  'forged.title': 'Questo non è il foglio che abbiamo firmato.',
  'forged.text':
    'Il codice esiste, ma la firma stampata accanto è falsa. Si fidi di questa pagina e non del foglio, e chieda il passaporto originale.',
  'other-code.title': 'La firma stampata è di un altro passaporto.',
  'other-code.text':
    'È stata copiata accanto a questo codice. Si fidi di questa pagina e non del foglio, e chieda il passaporto originale.',
  'other-name.title': 'Il foglio è stato firmato per un altro nome.',
  'other-name.text':
    'Firma: {paper}. Questo codice: {server}. Si fidi di questa pagina e chieda il passaporto originale o un documento d’identità.',
  'old-key.title': 'La firma stampata non è più riconosciuta.',
  'old-key.text':
    'La chiave usata non è più sicura. Si fidi di questa pagina; il passaporto può essere ristampato.',
  'unknown-key.title': 'La firma stampata non è nostra.',
  'unknown-key.text':
    'È stata fatta con una chiave qui sconosciuta. Si fidi di questa pagina e non del foglio, e chieda il passaporto originale.',
  'damaged.title': 'Non è stato possibile leggere la firma stampata.',
  'damaged.text':
    'Il codice QR è stato letto male o il link è incompleto. Lo inquadri di nuovo, ben disteso; altrimenti si fidi di questa pagina.',
  'neither.title': 'Né il server né il telefono riconoscono questo foglio.',
  'neither.text': 'Non consideri vero nulla di ciò che dice; chieda il passaporto originale.',
  'cannot.title': 'Il telefono non può verificare il foglio da solo.',
  'cannot.text': 'Il suo browser è troppo vecchio. La risposta del server è sufficiente.',
  'no-keys.title': 'Il telefono non ha potuto verificare il foglio.',
  'no-keys.text':
    'Non ha ricevuto le chiavi. La risposta del server è sufficiente; ricarichi la pagina per riprovare.',
  'nobody.title': 'Né il server né il telefono hanno potuto verificare questo foglio.',
  'nobody.text': 'Non vuol dire che sia falso: ricarichi la pagina tra qualche minuto.',
  'differ.title': 'Il server e il telefono non dicono la stessa cosa.',
  'differ.text':
    'Ricarichi la pagina. Se il problema continua, consideri la risposta meno favorevole e chieda a {issuer}.',
  'clock.title': 'Il foglio è originale; l’orologio del telefono è indietro.',
  'clock.text':
    'Secondo il suo orologio questo passaporto non è ancora firmato. La risposta del server è sufficiente.',

  hereTitle: 'Verifica senza connessione',
  hereLede:
    'Inquadri il codice QR di un passaporto con la fotocamera: senza connessione, questa pagina risponde al posto del server.',
  hereScript: 'Questa pagina ha bisogno di JavaScript: a verificare è il telefono.',
  here: 'Verificato da questo telefono, senza connessione.',
  hereNot: 'Senza connessione: ha risposto solo il telefono.',
  known: 'Chiavi e ritiri noti in data {when}.',
  old: 'Queste informazioni hanno più di 30 giorni: può mancare un ritiro recente. Verifichi di nuovo con la connessione.',
  'here.verified.sentence': 'Firmato da {issuer}, {month}, e non ritirato per quanto ne sappiamo.',
  'here.verified.proves':
    'Questo foglio è stato firmato da {issuer} per questo nome e queste competenze, e nulla è stato cambiato. In data {when} non era ritirato.',
  'here.verified.next': 'Con la connessione questa pagina dice di più: osservazioni, date, a chi scrivere.',
  'here.not-yet-valid.sentence':
    'Questo foglio è autentico, ma è datato {month}. L’orologio di questo telefono è giusto?',
  'here.superseded.title': 'Questo foglio non è più aggiornato',
  'here.superseded.sentence':
    'È autentico, ma non tutto ciò che dice vale ancora: un’attestazione è stata ritirata, o una versione più recente lo ha sostituito.',
  'here.superseded.notProves': 'Che tutto ciò che dice sia ancora vero oggi.',
  'here.superseded.next':
    'Chieda alla persona la versione aggiornata, o riapra questa pagina con la connessione.',
  'here.network.title': 'Per questo foglio serve la connessione',
  'here.network.sentence': 'Il suo codice QR non contiene una firma: solo il server può rispondere.',
  'here.key-unknown': 'La sua chiave non è tra quelle note a questo telefono: forse è più recente.',
  'here.no-keys':
    'Questo telefono non ha le chiavi necessarie: le riceve quando questa pagina si apre con la connessione.',
  'here.cannot': 'Il browser di questo telefono è troppo vecchio per verificare senza connessione.',
  'here.not-readable': 'La firma stampata è illeggibile: inquadri di nuovo il codice QR, ben disteso.',
  'here.other-code': 'La firma stampata è di un altro passaporto.',
  'here.next': 'Verifichi di nuovo appena c’è connessione.',
  retry: 'Riprova con la connessione',
  moreSkills: 'Vedi le altre competenze',
  signedBy: 'ha firmato questo passaporto, {month}',
  underMonth: 'meno di un mese',
  unnamedSkill: 'Competenza n. {number}',
  level: 'livello {level} su {of}',

  check: 'Verifica anche su questo dispositivo',
  checkHint: 'Ripete qui ogni controllo del server, dopo aver scaricato circa 110 kB.',
  checking: 'Verifica in corso…',
  'checked.same': 'Verificato su questo dispositivo: dice la stessa cosa del server.',
  'checked.other':
    'Questo dispositivo non risponde come il server: «{verdict}». Ricarichi la pagina; se il problema continua, scriva all’organizzazione.',
  'checked.key':
    'Questo dispositivo non sa quando il documento è stato firmato con una chiave poi ritirata: lo sa solo il registro del server.',
  'checked.failed': 'Questo dispositivo non è riuscito a finire. La risposta del server è sufficiente.',
}
