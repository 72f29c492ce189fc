import type { verdict as original } from '../fr/verdict.ts'
import type { SameKeys } from '../messages.ts'

export const verdict: SameKeys<typeof original> = {
  voiceDeclared: 'dichiarato',
  hostSays: 'Che cosa dice l’ente ospitante all’estero',
  hostDates: 'Date secondo l’ente ospitante: {dates}.',
  voiceAttested: 'attestato',
  voiceConfirmed: 'confermato',

  'verified.title': 'È autentico',
  'verified.sentence': 'Rilasciato da {issuer} in data {date}, valido oggi.',
  'verified.proves':
    'Questo documento è stato firmato da {issuer}, da allora non è stato modificato né ritirato.',
  'verified.notProves':
    'Che la persona che ha davanti sia {holder}: se serve, chieda un documento d’identità. Non è nemmeno un diploma.',
  'verified.next': 'Domande su queste competenze? Risponde l’organizzazione che le attesta.',
  'verified.nextPlatform':
    'Domande su queste competenze? L’organizzazione ha chiuso: al suo posto risponde la piattaforma.',
  'verified.nextAlone': 'Domande su queste competenze? Ne parli con la persona: nessuno le racconta meglio.',

  'not-yet-valid.title': 'Non ancora valido',
  'not-yet-valid.sentence': 'Questo documento è autentico. Inizio della validità: {date}.',
  'not-yet-valid.proves': 'È stato firmato da {issuer} e non è stato modificato.',
  'not-yet-valid.notProves': 'Che quel giorno sarà valido: prima può essere ritirato.',
  'not-yet-valid.next': 'Lo verifichi di nuovo da quel giorno ({date}), oppure scriva all’organizzazione.',

  'expired.title': 'La sua validità è terminata',
  'expired.sentence': 'Questo documento è autentico. Scadenza: {date}. Non per questo è falso.',
  'expired.proves': 'Ciò che dice è stato attestato da {issuer} alla data indicata.',
  'expired.notProves': 'Che queste informazioni siano ancora aggiornate.',
  'expired.next': 'Chieda alla persona se ne ha uno più recente, oppure scriva all’organizzazione.',

  'suspended.title': 'Sospeso per il momento',
  'suspended.sentence':
    'L’organizzazione che ha rilasciato questo documento lo ha sospeso. Può essere una misura temporanea.',
  'suspended.proves': 'È stato rilasciato da {issuer} e non è stato modificato.',
  'suspended.notProves':
    'Che il contenuto sia giusto o sbagliato: l’organizzazione sta verificando qualcosa.',
  'suspended.next': 'Scriva all’organizzazione o torni tra qualche giorno.',

  'revoked.title': 'Questo documento è stato ritirato',
  'revoked.sentence': 'L’organizzazione che lo aveva rilasciato lo ha ritirato: non è più valido.',
  'revoked.sentenceDated':
    'Ritirato in data {date} dall’organizzazione che lo aveva rilasciato: non è più valido.',
  'revoked.proves': 'Era stato rilasciato da {issuer}, poi è stato ritirato.',
  'revoked.provesErased':
    'Era stato rilasciato qui, poi è stato ritirato. Il contenuto non è più conservato.',
  'revoked.notProves':
    'Che la persona abbia sbagliato: spesso un documento si ritira per correggere un semplice errore.',
  'revoked.next':
    'Non faccia affidamento su questo documento. Ne chieda uno aggiornato o scriva all’organizzazione.',

  'superseded.title': 'C’è una versione più recente',
  'superseded.sentence': 'Questo documento è autentico. È stato sostituito da una versione più recente.',
  'superseded.corrected': 'Un’informazione è stata corretta: legga solo la versione aggiornata.',
  'superseded.proves': 'Questa versione è stata firmata da {issuer} e non è stata modificata.',
  'superseded.notProves': 'Che sia aggiornata: legga quella che l’ha sostituita.',
  'superseded.next': 'Apra la versione aggiornata: si verifica allo stesso modo.',

  'erased.title': 'Questo documento è stato cancellato',
  'erased.sentence':
    'La persona a cui apparteneva ha chiesto, in data {date}, di cancellare tutto ciò che la riguarda. È un suo diritto.',
  'erased.proves': 'Che un documento aveva questo codice. Il contenuto non è più conservato qui.',
  'erased.notProves':
    'Che ciò che è scritto sulla carta sia vero o falso: non possiamo più confrontarlo con nulla.',
  'erased.next':
    'Ne parli con la persona. Se ha conservato il file firmato, si può ancora verificare alla pagina «Verifica un documento».',

  'issuer-unknown.title': 'Non conosciamo l’emittente',
  'issuer-unknown.sentence':
    'La firma è intatta, ma qui nessuno garantisce per l’organizzazione che ha firmato.',
  'issuer-unknown.proves': 'Il contenuto non è stato modificato dopo la firma.',
  'issuer-unknown.notProves': 'Che l’emittente sia chi dice di essere: chiunque può firmare un documento.',
  'issuer-unknown.next': 'Contatti l’emittente con un mezzo che conosce già: il sito o il telefono.',

  'not-authentic.title': 'Questo documento non è autentico',
  'not-authentic.sentence':
    'La firma non corrisponde al contenuto: non consideri vero nulla di ciò che dice.',
  'not-authentic.proves':
    'È stato modificato dopo la firma, oppure l’organizzazione indicata non lo ha mai firmato.',
  'not-authentic.notProves':
    'Chi lo ha modificato, né che la persona lo sappia: un file può anche rovinarsi da solo.',
  'not-authentic.next':
    'Chieda il passaporto originale: il codice QR stampato, o il file così come è stato consegnato.',

  'compromised.title': 'La sua firma non è più riconosciuta',
  'compromised.sentence':
    'Qualcuno estraneo all’organizzazione può aver usato la chiave di firma: non consideri vero nulla di ciò che dice.',
  'compromised.proves':
    'La chiave di firma è stata dichiarata non sicura, e nulla indica che la firma sia precedente.',
  'compromised.notProves': 'Che il contenuto sia falso, né che la persona c’entri qualcosa.',
  'compromised.next':
    'Chieda la versione firmata di nuovo: l’organizzazione la prepara per le persone interessate.',

  'unverifiable-now.title': 'Verifica impossibile al momento',
  'unverifiable-now.sentence':
    'Ci manca un’informazione per rispondere. Non per questo il documento è falso.',
  'unverifiable-now.proves': 'Per ora, nulla.',
  'unverifiable-now.notProves': 'Che il documento sia vero, né che sia falso.',
  'unverifiable-now.next':
    'Riprovi tra qualche minuto. Se il problema continua, scriva all’organizzazione che lo ha rilasciato.',

  'private.title': 'Questo passaporto per ora è privato',
  'private.sentence': 'È stato rilasciato qui a {holder} e la sua pagina non è aperta.',
  'private.proves': 'Che qui è stato rilasciato un documento a {holder} con questo codice.',
  'private.notProves':
    'Che cosa dice, né se è vero o falso: finché è privato, non ne diciamo nulla. Questo non va a sfavore della persona.',
  'private.next':
    'La persona può mostrare direttamente il passaporto, su carta o sul telefono. Può anche tornare più tardi.',

  'not-found.title': 'Nessun documento con questo codice',
  'not-found.sentence': 'Il codice {code} non corrisponde a nessun documento rilasciato qui.',
  'not-found.proves': 'Nulla: non conosciamo questo codice, tutto qui.',
  'not-found.notProves': 'Che ci sia un inganno: è facile copiare male un codice.',
  'not-found.next': 'Controlli il codice o scansioni di nuovo il codice QR.',

  'because.status': 'Non siamo riusciti a sapere se questo documento è stato ritirato.',
  'because.context': 'Usa un vocabolario che non conosciamo.',
  'because.size': 'È più grande di quanto possiamo verificare qui.',
  'because.proof': 'Non siamo riusciti a ottenere le chiavi dell’emittente.',

  'reason.issued-in-error': 'Era stato rilasciato per errore.',
  'reason.content-wrong': 'Una delle informazioni non era corretta.',
  'reason.person-wrong': 'Era intestato a un’altra persona.',
  'reason.holder-request': 'Lo ha chiesto la persona.',
  'reason.key-compromised': 'La chiave con cui era stato firmato non è più sicura.',

  somebody: 'la persona indicata',
  shareTitle: 'Passaporto delle competenze: verifica',
  checkedAt: 'Verificato: {date}.',
  skills: 'Che cosa sa fare {holder}',
  moreSkills: { one: 'Mostra l’altra competenza', other: 'Mostra le altre {count} competenze' },
  stayWeeks: { one: '{count} settimana', other: '{count} settimane' },
  stayDays: { one: '{count} giorno', other: '{count} giorni' },
  attestedRole: 'attesta queste competenze',
  confirmedRole: 'conferma come ente ospitante',
  whoAttests: 'Chi lo attesta',
  authority: 'A che titolo',
  today: 'oggi: {name}',
  todayClosed: 'oggi: organizzazione chiusa',
  ground: 'formazione: {title}, {provider}, {date}',
  writeTo: 'Scrivi all’organizzazione',
  writeToOne: 'Scrivi: {organisation}',
  writeToPlatform: 'Scrivi alla piattaforma',
  mailSubject: 'Domanda sul passaporto {code}',
  withdrawnTitle: {
    one: 'Un’attestazione è stata ritirata',
    other: '{count} attestazioni sono state ritirate',
  },
  withdrawnOn: 'ritirata in data {date}',
  withdrawn: 'ritirata',
  withdrawnText: 'Il resto del passaporto rimane verificato. Non tenga conto di quanto segue.',
  pausedTitle: {
    one: 'Un’attestazione oggi non è confermata',
    other: '{count} attestazioni oggi non sono confermate',
  },
  openSuccessor: 'Vedi la versione aggiornata',
  successorAt: 'La versione aggiornata si legge qui: {url}',
  oldVersion: 'Vedi che cosa diceva questa versione',
  observations: 'Che cosa è stato osservato',
  observedBy: '{official}, {organisation}',
  stays: 'Il soggiorno',
  programme: 'Programma',
  activity: 'Attività',
  host: 'Ente ospitante',
  place: 'Luogo',
  dates: 'Date',
  fromTo: '{start} – {end}',
  sessions: 'Formazione svolta',
  proves: 'Che cosa prova',
  notProves: 'Che cosa non prova',
  nextStep: 'E adesso?',
  how: 'Come abbiamo verificato',
  rawData: 'Dati firmati (JSON)',
  reportJson: 'Il risultato per un programma (JSON)',
  reportLink: 'Stampa un resoconto della verifica',
  reportTitle: 'Resoconto della verifica',
  reportPrint: 'Stampa',
  reportHowToPrint: 'Per stampare questa pagina: il menu del browser, poi «Stampa».',
  reportBack: 'Torna al passaporto',
  reportWhen: 'Data della verifica',
  reportInstant: '{date}, ora di Parigi ({instant})',
  reportCode: 'Codice',
  reportHolder: 'Titolare',
  reportIssuer: 'Rilasciato da',
  reportDid: 'Identificativo dell’emittente',
  reportKey: 'Chiave di firma',
  reportSignedOn: 'Data della firma',
  reportDigest: 'Impronta SHA-256',
  reportDigestHint: 'del documento firmato, byte per byte',
  reportStandards: 'Norme',
  reportSoftware: 'Verificato con',
  reportChecks: 'Che cosa è stato verificato',
  reportNoChecks: 'Nessun documento è stato esaminato.',
  reportAgain: 'Verifica di nuovo',
  reportAgainText:
    'Questo resoconto dice che cosa era vero in quella data. In seguito un documento può essere ritirato: per sapere com’è oggi, scansioni questo codice o apra',
  reportQr: 'Codice QR della pagina di verifica',
  statement: 'Che cosa dice questo documento',
  claimedBy: 'Firmato da',
  claimedAbout: 'Riguarda',
  claimedName: 'Titolo',
  claimedOn: 'Data di rilascio',

  'check.document': 'Il file si legge',
  'check.data-model': 'Il suo formato segue la norma',
  'check.context': 'Il suo vocabolario è noto',
  'check.proof': 'La firma corrisponde al contenuto',
  'check.issuer': 'L’emittente è noto',
  'check.validity': 'È valido oggi',
  'check.status': 'Non è stato ritirato',
  'check.schema': 'Segue il suo schema',
  'check.members': 'Ogni attestazione che contiene è verificata',
  'check.holder': 'Lo presenta la persona giusta',
  'check.credentials': 'Le attestazioni presentate sono verificate',
  'check.successor': 'Nessuna versione più recente lo sostituisce',
  'status.passed': 'sì',
  'status.failed': 'no',
  'status.warning': 'avviso',
  'status.skipped': 'non applicabile',
  'status.unavailable': 'nessuna risposta',

  codeLabel: 'Codice stampato sotto il codice QR',
  codeHint: '12 lettere e cifre, per esempio 7K3F\u00a09QXW\u00a02M4T.',
  verifyByCodeAction: 'Verifica questo codice',
  verifyOther: 'Verifica un altro documento',
}
