import type { SameKeys } from '../messages.ts'
import type { scan as french } from '../fr/scan.ts'

/** The camera of the page that checks documents. */
export const scan = {
  open: 'Skanuj aparatem',
  private: 'Obraz zostaje na tym urządzeniu: nic nie jest nagrywane ani wysyłane.',
  close: 'Wyłącz aparat',
  view: 'Obraz z aparatu',
  opening: 'Otwieranie aparatu…',
  looking: 'Proszę umieścić kod QR przed aparatem.',
  patience:
    'Jeszcze nic: proszę podejść bliżej, wyprostować kartkę i unikać odblasków. Albo wpisać wydrukowany kod.',
  going: 'Kod odczytany, otwiera się strona sprawdzania…',
  address: 'Ten kod prowadzi pod adres poza tym serwisem. Oto on, nieotwarty:',
  text: 'Ten kod zawiera tekst, którego nie potrafimy sprawdzić:',
  denied:
    'Przeglądarka nie może używać aparatu. Proszę zezwolić na to dla tej strony lub wpisać wydrukowany kod.',
  none: 'Nie znaleziono aparatu. Proszę wpisać wydrukowany kod lub przesłać zdjęcie.',
  failed: 'Aparat nie odczytał kodu. Proszę wpisać wydrukowany kod lub przesłać zdjęcie.',
} satisfies SameKeys<typeof french>
