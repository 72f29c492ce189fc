import type { anyDocument as original } from '../fr/any-document.ts'
import type { SameKeys } from '../messages.ts'

export const anyDocument: SameKeys<typeof original> = {
  title: 'Ein Dokument prüfen',
  lede: 'Ein Pass, ein Badge, eine Bescheinigung: als PDF, Bild, Foto oder Text. Ohne Konto, kostenlos; alles wird gelesen, geprüft und dann vergessen.',
  fileLabel: 'Die Datei oder ein Foto ihres QR-Codes',
  fileHint: 'PDF, Bild, .json, .jwt … höchstens 5 MB, für ein Foto 10 MB.',
  drop: 'Hier ablegen oder auswählen.',
  chosen: 'Ausgewählt: {name}',
  dropHere: 'Loslassen zum Prüfen',
  codeLabel: 'Oder der Code unter dem QR-Code',
  codeHint: '12 Buchstaben und Ziffern, zum Beispiel 7K3F\u00a09QXW\u00a02M4T.',
  textLabel: 'Oder ein Link oder der Inhalt des Dokuments',
  textHint: 'Fügen Sie ein, was Sie erhalten haben: eine Adresse, JSON oder Text, der mit eyJ… beginnt.',
  submit: 'Prüfen',
  notFollowed: 'Das steht darin (wir haben es nicht geöffnet):',

  'what.passport': 'Ein Pass, der mehrere Bescheinigungen vereint',
  'what.open-badge-3': 'Ein Badge nach Open Badges 3.0',
  'what.open-badge-2': 'Ein Badge nach Open Badges 2.0',
  'what.endorsement': 'Eine Bestätigung durch Dritte',
  'what.credential': 'Eine digitale Bescheinigung',
  'in.pdf': '{what}, in einem PDF',
  'in.png': '{what}, in einem Bild',
  'in.svg': '{what}, in einem Bild',
  'in.qr': '{what}, in einem QR-Code',
  'around.pages':
    'Geprüft haben wir die signierten Daten im Anhang dieses PDF, nicht seine Seiten: Verlassen Sie sich auf das, was hier steht.',
  'around.picture':
    'Geprüft haben wir die signierten Daten in diesem Bild, nicht das, was es zeigt: Verlassen Sie sich auf das, was hier steht.',
  token: 'Signiert ist das Ganze als Token (JWT).',
  presentation: 'Es kam in einer Präsentation: Wir prüfen, was darin ist, nicht, wer sie vorlegt.',
  others: {
    one: 'An derselben Stelle gibt es noch eine weitere: Geprüft haben wir nur die erste.',
    other: 'An derselben Stelle gibt es noch {count} weitere: Geprüft haben wir nur die erste.',
  },

  'why.unsigned': 'Dieses Dokument trägt keine Signatur: Jeder kann es geschrieben haben.',
  'why.foreignKey': 'Signiert wurde mit einem Schlüssel, der nicht dem genannten Aussteller gehört.',
  'why.keyUnknown': 'Beim genannten Aussteller haben wir den Schlüssel der Signatur nicht gefunden.',
  'why.contradicts': 'Was die signierte Hülle sagt, widerspricht dem Dokument.',
  'why.signatureExpired': 'Die Signatur gilt seit dem Datum, das sie trägt, nicht mehr.',
  'why.unspoken': 'Signiert wurde auf eine Weise, die wir nicht prüfen können.',
  'why.baseProof': 'Das ist das Original, das die Person behält: Bitten Sie um die Fassung zum Vorzeigen.',
  'why.formless': 'Die Form folgt nicht der Norm, auf die sich das Dokument beruft.',

  'older.title': 'Ein Badge, der sich nicht per Signatur prüfen lässt',
  'older.same':
    'Die Website {host} veröffentlicht diesen Badge heute so, wie Sie ihn erhalten haben. Sonst belegt ihn nichts.',
  'older.different': 'Die Website {host} veröffentlicht unter dieser Adresse heute etwas anderes.',
  'older.withdrawn': 'Die Website {host} gibt an, diesen Badge zurückgezogen zu haben.',
  'older.elsewhere':
    'Dieser Badge wird von {host} veröffentlicht, und das ist nicht die Website des genannten Ausstellers.',
  'older.unreachable': 'Die Website {host} hat nicht geantwortet: Wir konnten nichts vergleichen.',
  'older.not-asked': 'Wir haben ihn nicht mit dem verglichen, was sein Aussteller veröffentlicht.',
  'older.signed': 'Er trägt eine Signatur älterer Art, die wir nicht prüfen.',
  'older.explain':
    'Badges nach Open Badges 2.0 stehen auf der Website ihres Ausstellers: Es gilt, was diese Website am Tag der Abfrage über sie sagt.',
  'older.next':
    'Besuchen Sie die Website des Ausstellers auf einem Weg, den Sie schon kennen, oder bitten Sie die Person um einen Badge nach Open Badges 3.0.',
  'older.claims': 'Was dieser Badge sagt',
  'older.issuer': 'Genannter Aussteller',
  'older.host': 'Veröffentlicht auf',
  another: 'Ein anderes Dokument prüfen',

  'problem.nothing': 'Wählen Sie eine Datei, fügen Sie Text ein oder geben Sie einen Code ein.',
  'problem.code': 'Das ist kein Code: Ein Code hat 12 Buchstaben und Ziffern.',
  'problem.address':
    'Unter dieser Adresse steht keines unserer Dokumente. Laden Sie die Datei dort herunter und legen Sie sie hier ab.',
  'problem.qr-address': 'Dieser QR-Code führt zu einer anderen Website: Wir haben sie nicht geöffnet.',
  'problem.qr-other': 'Dieser QR-Code enthält etwas anderes als eine Bescheinigung.',
  'problem.not-recognised': 'Wir erkennen darin weder Pass noch Badge noch Bescheinigung.',
  'problem.too-large': 'Das ist größer, als wir lesen können. Scannen Sie lieber den QR-Code.',
  'problem.too-deep': 'Dieser Inhalt ist zu tief verschachtelt, um gelesen zu werden.',
  'problem.too-slow': 'Das Lesen dauert zu lange. Scannen Sie lieber den QR-Code.',
  'problem.busy': 'Gerade prüfen viele Menschen: Versuchen Sie es in ein paar Sekunden noch einmal.',
  'problem.damaged':
    'Diese Datei ist beschädigt oder unvollständig. Lassen Sie sie sich noch einmal schicken.',
  'problem.pdf-without-attachment':
    'Dieses PDF enthält keine signierten Daten. Wenn es einen QR-Code zeigt, scannen Sie ihn.',
  'problem.pdf-encrypted': 'Dieses PDF ist durch ein Passwort geschützt. Scannen Sie lieber den QR-Code.',
  'problem.picture-without-code':
    'Wir sehen auf diesem Bild weder Badge noch QR-Code. Fotografieren Sie noch einmal: näher, flach und ohne Spiegelung.',
  'problem.picture-too-large': 'Dieses Bild hat zu viele Pixel. Schneiden Sie es um den QR-Code herum zu.',
  'problem.picture-format':
    'Dieses Bildformat wird hier nicht gelesen. Speichern Sie das Bild als JPEG oder PNG.',
  'problem.svg-with-entities': 'Dieses SVG-Bild enthält Definitionen, die wir vorsichtshalber nicht öffnen.',
  'problem.svg-without-badge': 'Dieses SVG-Bild enthält keinen Badge.',
  'problem.archive': 'Das ist ein Archiv oder ein Office-Dokument. Legen Sie die Datei ab, die darin ist.',
  'problem.not-a-credential': 'Diese Daten sind weder eine Bescheinigung noch ein Badge.',
  'problem.badge-class':
    'Diese Datei beschreibt einen Badge, sagt aber nicht, wer ihn erhalten hat. Bitten Sie um den Badge der Person.',
  'problem.europass':
    'Das ist ein europäischer digitaler Nachweis (Europass). Sein Siegel prüft die Europass-Website der Europäischen Union.',
  'problem.sd-jwt': 'Das ist eine Bescheinigung aus einer Wallet (SD-JWT), die wir noch nicht prüfen können.',
  'problem.jwt-presentation':
    'Das ist eine Präsentation als Token, für eine einzige Stelle gemacht. Bitten Sie um die Bescheinigung selbst.',
  'problem.jwt-other': 'Das ist ein Token (JWT), aber es enthält keine Bescheinigung, die wir lesen können.',
}
