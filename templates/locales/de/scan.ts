import type { SameKeys } from '../messages.ts'
import type { scan as french } from '../fr/scan.ts'

/** The camera of the page that checks documents. */
export const scan = {
  open: 'Mit der Kamera scannen',
  private: 'Das Bild bleibt auf Ihrem Gerät: Nichts wird gespeichert oder gesendet.',
  close: 'Kamera ausschalten',
  view: 'Was die Kamera sieht',
  opening: 'Die Kamera wird geöffnet …',
  looking: 'Halten Sie den QR-Code vor die Kamera.',
  patience:
    'Noch nichts: Gehen Sie näher heran, halten Sie das Blatt flach und ohne Spiegelung. Oder geben Sie den gedruckten Code ein.',
  going: 'Code gelesen, die Prüfung wird geöffnet …',
  address: 'Dieser Code führt zu einer Adresse außerhalb dieser Website. Hier ist sie, ungeöffnet:',
  text: 'Dieser Code enthält einen Text, den wir nicht prüfen können:',
  denied:
    'Der Browser darf die Kamera nicht benutzen. Erlauben Sie es für diese Website oder geben Sie den gedruckten Code ein.',
  none: 'Es wurde keine Kamera gefunden. Geben Sie den gedruckten Code ein oder laden Sie ein Foto hoch.',
  failed:
    'Die Kamera konnte den Code nicht lesen. Geben Sie den gedruckten Code ein oder laden Sie ein Foto hoch.',
} satisfies SameKeys<typeof french>
