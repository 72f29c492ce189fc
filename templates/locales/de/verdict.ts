import type { verdict as original } from '../fr/verdict.ts'
import type { SameKeys } from '../messages.ts'

export const verdict: SameKeys<typeof original> = {
  voiceDeclared: 'selbst angegeben',
  hostSays: 'Was die Gasteinrichtung im Ausland sagt',
  hostDates: 'Zeitraum nach Angabe der Gasteinrichtung: {dates}.',
  voiceAttested: 'bescheinigt',
  voiceConfirmed: 'bestätigt',

  'verified.title': 'Das ist echt',
  'verified.sentence': 'Ausgestellt von {issuer} am {date}, heute gültig.',
  'verified.proves':
    'Dieses Dokument wurde von {issuer} signiert, seitdem nicht verändert und nicht zurückgezogen.',
  'verified.notProves':
    'Dass die Person vor Ihnen wirklich {holder} ist: Lassen Sie sich bei Bedarf einen Ausweis zeigen. Es ist auch kein Abschlusszeugnis.',
  'verified.next': 'Fragen zu diesen Kompetenzen? Die Organisation, die sie bescheinigt, antwortet Ihnen.',
  'verified.nextPlatform':
    'Fragen zu diesen Kompetenzen? Die Organisation gibt es nicht mehr: Die Plattform antwortet für sie.',
  'verified.nextAlone':
    'Fragen zu diesen Kompetenzen? Sprechen Sie mit der Person: Niemand erzählt besser davon.',

  'not-yet-valid.title': 'Noch nicht gültig',
  'not-yet-valid.sentence': 'Dieses Dokument ist echt, gilt aber erst ab dem {date}.',
  'not-yet-valid.proves': 'Es wurde von {issuer} signiert und nicht verändert.',
  'not-yet-valid.notProves':
    'Dass es an diesem Tag gültig sein wird: Bis dahin kann es zurückgezogen werden.',
  'not-yet-valid.next': 'Prüfen Sie es ab dem {date} noch einmal oder schreiben Sie der Organisation.',

  'expired.title': 'Die Gültigkeit ist abgelaufen',
  'expired.sentence': 'Dieses Dokument ist echt. Es galt bis zum {date}: Falsch wird es dadurch nicht.',
  'expired.proves': 'Was darin steht, hat {issuer} zum angegebenen Datum bescheinigt.',
  'expired.notProves': 'Dass die Angaben noch aktuell sind.',
  'expired.next': 'Fragen Sie die Person nach einem neueren Dokument oder schreiben Sie der Organisation.',

  'suspended.title': 'Zurzeit ausgesetzt',
  'suspended.sentence':
    'Die ausstellende Organisation hat dieses Dokument ausgesetzt. Das ist vielleicht nur vorübergehend.',
  'suspended.proves': 'Es wurde von {issuer} ausgestellt und nicht verändert.',
  'suspended.notProves': 'Ob der Inhalt richtig oder falsch ist: Die Organisation prüft gerade etwas.',
  'suspended.next': 'Schreiben Sie der Organisation oder kommen Sie in einigen Tagen wieder.',

  'revoked.title': 'Dieses Dokument wurde zurückgezogen',
  'revoked.sentence': 'Die ausstellende Organisation hat es zurückgezogen: Es gilt nicht mehr.',
  'revoked.sentenceDated': 'Am {date} von der ausstellenden Organisation zurückgezogen: Es gilt nicht mehr.',
  'revoked.proves': 'Es wurde von {issuer} ausgestellt und später zurückgezogen.',
  'revoked.provesErased':
    'Es wurde hier ausgestellt und später zurückgezogen. Der Inhalt ist nicht mehr gespeichert.',
  'revoked.notProves':
    'Dass die Person etwas falsch gemacht hat: Oft wird ein Dokument nur zurückgezogen, um einen Irrtum zu berichtigen.',
  'revoked.next':
    'Verlassen Sie sich nicht auf dieses Dokument. Bitten Sie um ein aktuelles oder schreiben Sie der Organisation.',

  'superseded.title': 'Es gibt eine neuere Fassung',
  'superseded.sentence': 'Dieses Dokument ist echt. Eine neuere Fassung hat es ersetzt.',
  'superseded.corrected': 'Eine Angabe wurde berichtigt: Bitte lesen Sie nur die aktuelle Fassung.',
  'superseded.proves': 'Diese Fassung wurde von {issuer} signiert und nicht verändert.',
  'superseded.notProves': 'Dass sie aktuell ist: Lesen Sie die Fassung, die sie ersetzt hat.',
  'superseded.next': 'Öffnen Sie die aktuelle Fassung: Sie wird auf dieselbe Weise geprüft.',

  'erased.title': 'Dieses Dokument wurde gelöscht',
  'erased.sentence':
    'Die Person, der es gehörte, hat am {date} die Löschung aller ihrer Daten verlangt. Das ist ihr gutes Recht.',
  'erased.proves': 'Dass es zu diesem Code ein Dokument gab. Sein Inhalt ist hier nicht mehr gespeichert.',
  'erased.notProves': 'Ob stimmt, was auf dem Papier steht: Wir können es mit nichts mehr vergleichen.',
  'erased.next':
    'Sprechen Sie mit der Person. Hat sie die signierte Datei behalten, lässt sich diese auf der Seite „Ein Dokument prüfen“ noch prüfen.',

  'issuer-unknown.title': 'Wir kennen den Aussteller nicht',
  'issuer-unknown.sentence':
    'Die Signatur ist unversehrt, aber niemand hier bürgt für die Organisation, die signiert hat.',
  'issuer-unknown.proves': 'Der Inhalt wurde seit der Signatur nicht verändert.',
  'issuer-unknown.notProves': 'Dass der Aussteller der ist, für den er sich ausgibt: Signieren kann jeder.',
  'issuer-unknown.next':
    'Wenden Sie sich auf einem Weg an den Aussteller, den Sie schon kennen: über seine Website oder sein Telefon.',

  'not-authentic.title': 'Dieses Dokument ist nicht echt',
  'not-authentic.sentence': 'Signatur und Inhalt passen nicht zusammen: Halten Sie nichts davon für wahr.',
  'not-authentic.proves':
    'Es wurde nach dem Signieren verändert, oder die genannte Organisation hat es nie signiert.',
  'not-authentic.notProves':
    'Wer es verändert hat und ob die Person davon weiß: Dateien gehen auch von selbst kaputt.',
  'not-authentic.next':
    'Bitten Sie um den ursprünglichen Pass: den gedruckten QR-Code oder die Datei, wie sie ausgehändigt wurde.',

  'compromised.title': 'Die Signatur wird nicht mehr anerkannt',
  'compromised.sentence':
    'Jemand außerhalb der Organisation könnte den Schlüssel benutzt haben: Halten Sie nichts davon für wahr.',
  'compromised.proves':
    'Der Schlüssel wurde als nicht mehr sicher gemeldet, und nichts zeigt, dass vorher signiert wurde.',
  'compromised.notProves': 'Dass der Inhalt falsch ist oder dass die Person etwas dafür kann.',
  'compromised.next':
    'Bitten Sie um die neu signierte Fassung: Die Organisation erstellt sie für alle Betroffenen.',

  'unverifiable-now.title': 'Im Moment nicht prüfbar',
  'unverifiable-now.sentence':
    'Für eine Antwort fehlt uns eine Angabe. Falsch ist dieses Dokument deshalb nicht.',
  'unverifiable-now.proves': 'Im Moment nichts.',
  'unverifiable-now.notProves': 'Ob das Dokument echt oder falsch ist.',
  'unverifiable-now.next':
    'Versuchen Sie es in einigen Minuten wieder. Bleibt es dabei, schreiben Sie der ausstellenden Organisation.',

  'private.title': 'Dieser Pass ist zurzeit privat',
  'private.sentence': 'Er wurde hier für {holder} ausgestellt, seine Seite ist nicht freigegeben.',
  'private.proves': 'Dass hier unter diesem Code ein Dokument für {holder} ausgestellt wurde.',
  'private.notProves':
    'Was darin steht und ob es stimmt: Solange der Pass privat ist, sagen wir nichts dazu. Gegen die Person spricht das nicht.',
  'private.next':
    'Die Person kann Ihnen den Pass selbst zeigen, auf Papier oder auf dem Handy. Oder Sie kommen später wieder.',

  'not-found.title': 'Kein Dokument zu diesem Code',
  'not-found.sentence': 'Der Code {code} gehört zu keinem hier ausgestellten Dokument.',
  'not-found.proves': 'Nichts: Dieser Code ist uns schlicht unbekannt.',
  'not-found.notProves': 'Dass man Sie täuschen will: Beim Abschreiben vertut man sich leicht.',
  'not-found.next': 'Prüfen Sie den Code oder scannen Sie den QR-Code noch einmal.',

  'because.status': 'Wir konnten nicht erfahren, ob dieses Dokument zurückgezogen wurde.',
  'because.context': 'Es verwendet ein Vokabular, das wir nicht kennen.',
  'because.size': 'Es ist größer, als wir hier prüfen können.',
  'because.proof': 'Wir konnten die Schlüssel des Ausstellers nicht abrufen.',

  'reason.issued-in-error': 'Es war irrtümlich ausgestellt worden.',
  'reason.content-wrong': 'Eine Angabe stimmte nicht.',
  'reason.person-wrong': 'Es lautete auf den Namen einer anderen Person.',
  'reason.holder-request': 'Die Person hat darum gebeten.',
  'reason.key-compromised': 'Der Schlüssel, mit dem es signiert wurde, ist nicht mehr sicher.',

  somebody: 'die genannte Person',
  shareTitle: 'Kompetenzpass: prüfen',
  checkedAt: 'Geprüft am {date}.',
  skills: 'Was {holder} kann',
  moreSkills: { one: 'Die weitere Kompetenz zeigen', other: '{count} weitere Kompetenzen zeigen' },
  stayWeeks: { one: '{count} Woche', other: '{count} Wochen' },
  stayDays: { one: '{count} Tag', other: '{count} Tage' },
  attestedRole: 'bescheinigt diese Kompetenzen',
  confirmedRole: 'bestätigt dies vor Ort',
  whoAttests: 'Bescheinigt von',
  authority: 'Auf welcher Grundlage',
  today: 'heute: {name}',
  todayClosed: 'heute: Organisation geschlossen',
  ground: 'Fortbildung: {title}, {provider}, {date}',
  writeTo: 'Der Organisation schreiben',
  writeToOne: 'Schreiben: {organisation}',
  writeToPlatform: 'Der Plattform schreiben',
  mailSubject: 'Frage zum Kompetenzpass {code}',
  withdrawnTitle: {
    one: 'Eine Bescheinigung wurde zurückgezogen',
    other: '{count} Bescheinigungen wurden zurückgezogen',
  },
  withdrawnOn: 'am {date} zurückgezogen',
  withdrawn: 'zurückgezogen',
  withdrawnText: 'Der übrige Pass bleibt geprüft. Lassen Sie das Folgende außer Acht.',
  pausedTitle: {
    one: 'Eine Bescheinigung ist heute nicht bestätigt',
    other: '{count} Bescheinigungen sind heute nicht bestätigt',
  },
  openSuccessor: 'Aktuelle Fassung ansehen',
  successorAt: 'Die aktuelle Fassung steht hier: {url}',
  oldVersion: 'Zeigen, was diese Fassung sagte',
  observations: 'Was beobachtet wurde',
  observedBy: '{official}, {organisation}',
  stays: 'Der Aufenthalt',
  programme: 'Programm',
  activity: 'Tätigkeit',
  host: 'Gasteinrichtung',
  place: 'Ort',
  dates: 'Zeitraum',
  fromTo: '{start} bis {end}',
  sessions: 'Besuchte Seminare',
  proves: 'Was das beweist',
  notProves: 'Was das nicht beweist',
  nextStep: 'Und jetzt?',
  how: 'So haben wir geprüft',
  rawData: 'Signierte Daten (JSON)',
  reportJson: 'Das Ergebnis für Software (JSON)',
  reportLink: 'Prüfbericht drucken',
  reportTitle: 'Prüfbericht',
  reportPrint: 'Drucken',
  reportHowToPrint: 'So drucken Sie diese Seite: im Menü Ihres Browsers auf „Drucken“.',
  reportBack: 'Zurück zum Pass',
  reportWhen: 'Geprüft am',
  reportInstant: '{date}, Pariser Zeit ({instant})',
  reportCode: 'Code',
  reportHolder: 'Name',
  reportIssuer: 'Ausgestellt von',
  reportDid: 'Kennung des Ausstellers',
  reportKey: 'Signaturschlüssel',
  reportSignedOn: 'Signiert am',
  reportDigest: 'SHA-256-Prüfsumme',
  reportDigestHint: 'des signierten Dokuments, Byte für Byte',
  reportStandards: 'Standards',
  reportSoftware: 'Geprüft mit',
  reportChecks: 'Was geprüft wurde',
  reportNoChecks: 'Es wurde kein Dokument untersucht.',
  reportAgain: 'Noch einmal prüfen',
  reportAgainText:
    'Dieser Bericht sagt, was an diesem Tag galt. Ein Dokument kann später zurückgezogen werden: Den heutigen Stand zeigt dieser QR-Code oder',
  reportQr: 'QR-Code der Prüfseite',
  statement: 'Was in diesem Dokument steht',
  claimedBy: 'Signiert von',
  claimedAbout: 'Über',
  claimedName: 'Titel',
  claimedOn: 'Ausgestellt am',

  'check.document': 'Die Datei ist lesbar',
  'check.data-model': 'Ihr Aufbau folgt der Norm',
  'check.context': 'Ihr Vokabular ist bekannt',
  'check.proof': 'Die Signatur passt zum Inhalt',
  'check.issuer': 'Der Aussteller ist bekannt',
  'check.validity': 'Es ist heute gültig',
  'check.status': 'Es wurde nicht zurückgezogen',
  'check.schema': 'Es folgt seinem Schema',
  'check.members': 'Jede Bescheinigung darin ist geprüft',
  'check.holder': 'Die richtige Person legt es vor',
  'check.credentials': 'Die vorgelegten Bescheinigungen sind geprüft',
  'check.successor': 'Keine neuere Fassung ersetzt es',
  'status.passed': 'ja',
  'status.failed': 'nein',
  'status.warning': 'zu beachten',
  'status.skipped': 'entfällt',
  'status.unavailable': 'keine Antwort',

  codeLabel: 'Der Code unter dem QR-Code',
  codeHint: '12 Buchstaben und Ziffern, zum Beispiel 7K3F\u00a09QXW\u00a02M4T.',
  verifyByCodeAction: 'Diesen Code prüfen',
  verifyOther: 'Ein anderes Dokument prüfen',
}
