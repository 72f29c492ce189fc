import type { anyDocument as original } from '../fr/any-document.ts'
import type { SameKeys } from '../messages.ts'

export const anyDocument: SameKeys<typeof original> = {
  title: 'Verifica un documento',
  lede: 'Un passaporto, un badge, un’attestazione: in PDF, immagine, foto o testo. Senza account, gratis; tutto viene letto, verificato e poi dimenticato.',
  fileLabel: 'Il file, o una foto del suo codice QR',
  fileHint: 'PDF, immagine, .json, .jwt… al massimo 5 MB, 10 MB per una foto.',
  drop: 'Lo trascini qui o lo scelga.',
  chosen: 'Scelto: {name}',
  dropHere: 'Rilasci per verificare',
  codeLabel: 'O il codice stampato sotto il codice QR',
  codeHint: '12 lettere e cifre, per esempio 7K3F\u00a09QXW\u00a02M4T.',
  textLabel: 'O un link, o il contenuto del documento',
  textHint: 'Incolli ciò che ha ricevuto: un indirizzo, JSON o un testo che comincia con eyJ…',
  submit: 'Verifica',
  notFollowed: 'Che cosa c’è scritto (non l’abbiamo aperto):',

  'what.passport': 'Un passaporto, che riunisce più attestazioni',
  'what.open-badge-3': 'Un badge Open Badges 3.0',
  'what.open-badge-2': 'Un badge Open Badges 2.0',
  'what.endorsement': 'Una conferma da parte di terzi',
  'what.credential': 'Un’attestazione digitale',
  'in.pdf': '{what}, in un PDF',
  'in.png': '{what}, in un’immagine',
  'in.svg': '{what}, in un’immagine',
  'in.qr': '{what}, in un codice QR',
  'around.pages':
    'Abbiamo verificato i dati firmati allegati a questo PDF, non le sue pagine: si fidi di ciò che è scritto qui.',
  'around.picture':
    'Abbiamo verificato i dati firmati contenuti in questa immagine, non ciò che mostra: si fidi di ciò che è scritto qui.',
  token: 'La sua firma è quella di un token (JWT).',
  presentation: 'Era in una presentazione: verifichiamo ciò che contiene, non chi la presenta.',
  others: {
    one: 'Nello stesso posto ce n’è un’altra: abbiamo verificato solo la prima.',
    other: 'Nello stesso posto ce ne sono altre {count}: abbiamo verificato solo la prima.',
  },

  'why.unsigned': 'Questo documento non porta alcuna firma: può averlo scritto chiunque.',
  'why.foreignKey': 'È firmato con una chiave che non è dell’emittente che indica.',
  'why.keyUnknown': 'Non abbiamo trovato la sua chiave di firma presso l’emittente che indica.',
  'why.contradicts': 'Ciò che dice la busta firmata contraddice ciò che dice il documento.',
  'why.signatureExpired': 'La sua firma non è più valida dalla data che indica.',
  'why.unspoken': 'È firmato in un modo che non sappiamo verificare.',
  'why.baseProof': 'È l’originale che resta al titolare: chieda la versione da mostrare.',
  'why.formless': 'Il suo formato non segue la norma che dichiara.',

  'older.title': 'Un badge che non si verifica con una firma',
  'older.same': 'Il sito {host} pubblica oggi questo badge così come l’ha ricevuto. Nient’altro lo dimostra.',
  'older.different': 'Il sito {host} pubblica oggi un’altra cosa a quell’indirizzo.',
  'older.withdrawn': 'Il sito {host} dice di aver ritirato questo badge.',
  'older.elsewhere': 'Questo badge è pubblicato da {host}, che non è il sito dell’emittente che indica.',
  'older.unreachable': 'Il sito {host} non ha risposto: non abbiamo potuto confrontare nulla.',
  'older.not-asked': 'Non l’abbiamo confrontato con ciò che pubblica il suo emittente.',
  'older.signed': 'Porta una firma di un vecchio modello, che non verifichiamo.',
  'older.explain':
    'I badge Open Badges 2.0 si trovano sul sito del loro emittente: valgono ciò che quel sito ne dice il giorno in cui lo si consulta.',
  'older.next':
    'Vada sul sito dell’emittente con un mezzo che conosce già, o chieda alla persona un badge Open Badges 3.0.',
  'older.claims': 'Che cosa dice questo badge',
  'older.issuer': 'Emittente indicato',
  'older.host': 'Pubblicato su',
  another: 'Verifica un altro documento',

  'problem.nothing': 'Scelga un file, incolli un contenuto o scriva un codice.',
  'problem.code': 'Questo non è un codice: un codice ha 12 lettere e cifre.',
  'problem.address':
    'Questo indirizzo non è quello di un nostro documento. Scarichi il file che mostra e lo trascini qui.',
  'problem.qr-address': 'Questo codice QR porta a un altro sito: non l’abbiamo aperto.',
  'problem.qr-other': 'Questo codice QR contiene qualcosa che non è un’attestazione.',
  'problem.not-recognised': 'Qui non riconosciamo né un passaporto, né un badge, né un’attestazione.',
  'problem.too-large': 'È più grande di quanto possiamo leggere. Scansioni piuttosto il codice QR.',
  'problem.too-deep': 'Questo contenuto è troppo annidato per essere letto.',
  'problem.too-slow': 'La lettura richiede troppo tempo. Scansioni piuttosto il codice QR.',
  'problem.busy': 'Molte persone stanno verificando: riprovi tra qualche secondo.',
  'problem.damaged': 'Questo file è danneggiato o incompleto. Chieda di riceverlo di nuovo.',
  'problem.pdf-without-attachment':
    'Questo PDF non contiene dati firmati. Se mostra un codice QR, lo scansioni.',
  'problem.pdf-encrypted': 'Questo PDF è protetto da password. Scansioni piuttosto il codice QR.',
  'problem.picture-without-code':
    'In questa immagine non vediamo né un badge né un codice QR. Rifaccia la foto più da vicino, con il foglio disteso e senza riflessi.',
  'problem.picture-too-large': 'Questa immagine ha troppi pixel. La ritagli intorno al codice QR.',
  'problem.picture-format': 'Questo formato di immagine qui non si legge. La salvi in JPEG o PNG.',
  'problem.svg-with-entities': 'Questa immagine SVG contiene definizioni che, per prudenza, non apriamo.',
  'problem.svg-without-badge': 'Questa immagine SVG non contiene un badge.',
  'problem.archive': 'È un archivio compresso o un documento Office. Trascini qui il file che contiene.',
  'problem.not-a-credential': 'Questi dati non sono né un’attestazione né un badge.',
  'problem.badge-class':
    'Questo file descrive un badge; non dice chi l’ha ricevuto. Chieda il badge della persona.',
  'problem.europass':
    'È una credenziale digitale europea (Europass). Il suo sigillo si verifica sul sito Europass dell’Unione europea.',
  'problem.sd-jwt': 'È un’attestazione da portafoglio digitale (SD-JWT), che ancora non sappiamo verificare.',
  'problem.jwt-presentation':
    'È una presentazione in forma di token, fatta per un solo destinatario. Chieda l’attestazione stessa.',
  'problem.jwt-other': 'È un token (JWT), ma non contiene un’attestazione che possiamo leggere.',
}
