import type { anyDocument as original } from '../fr/any-document.ts'
import type { SameKeys } from '../messages.ts'

export const anyDocument: SameKeys<typeof original> = {
  title: 'Sprawdź dokument',
  lede: 'Paszport, odznaka, poświadczenie: jako PDF, obraz, zdjęcie albo tekst. Bez konta i bezpłatnie; wszystko zostaje odczytane, sprawdzone i zapomniane.',
  fileLabel: 'Plik albo zdjęcie jego kodu QR',
  fileHint: 'PDF, obraz, .json, .jwt… do 5 MB, zdjęcie do 10 MB.',
  drop: 'Proszę upuścić go tutaj albo wybrać.',
  chosen: 'Wybrano: {name}',
  dropHere: 'Upuść, aby sprawdzić',
  codeLabel: 'Albo kod wydrukowany pod kodem QR',
  codeHint: '12 liter i cyfr, na przykład 7K3F\u00a09QXW\u00a02M4T.',
  textLabel: 'Albo link, albo treść dokumentu',
  textHint: 'Proszę wkleić otrzymaną treść: adres, JSON albo tekst zaczynający się od eyJ…',
  submit: 'Sprawdź',
  notFollowed: 'Co tam jest (nie otworzyliśmy tego):',

  'what.passport': 'Paszport, który łączy kilka poświadczeń',
  'what.open-badge-3': 'Odznaka Open Badges 3.0',
  'what.open-badge-2': 'Odznaka Open Badges 2.0',
  'what.endorsement': 'Potwierdzenie od kogoś innego',
  'what.credential': 'Poświadczenie cyfrowe',
  'in.pdf': '{what}, w pliku PDF',
  'in.png': '{what}, w obrazie',
  'in.svg': '{what}, w obrazie',
  'in.qr': '{what}, w kodzie QR',
  'around.pages':
    'Sprawdziliśmy podpisane dane dołączone do tego pliku PDF, a nie jego strony: wiarygodne jest to, co jest napisane tutaj.',
  'around.picture':
    'Sprawdziliśmy podpisane dane zawarte w tym obrazie, a nie to, co on przedstawia: wiarygodne jest to, co jest napisane tutaj.',
  token: 'Podpisano to jako token (JWT).',
  presentation: 'Było w prezentacji: sprawdzamy jej zawartość, a nie to, kto ją okazuje.',
  others: {
    one: 'W tym samym miejscu jest jeszcze jedno: sprawdziliśmy tylko pierwsze.',
    few: 'W tym samym miejscu są jeszcze {count}: sprawdziliśmy tylko pierwsze.',
    many: 'W tym samym miejscu jest jeszcze {count}: sprawdziliśmy tylko pierwsze.',
    other: 'W tym samym miejscu jest jeszcze {count}: sprawdziliśmy tylko pierwsze.',
  },

  'why.unsigned': 'Ten dokument nie ma żadnego podpisu: mógł go napisać każdy.',
  'why.foreignKey': 'Podpisano go kluczem, który nie należy do wskazanego wystawcy.',
  'why.keyUnknown': 'U wskazanego wystawcy nie znaleźliśmy klucza tego podpisu.',
  'why.contradicts': 'To, co mówi podpisana koperta, przeczy temu, co mówi dokument.',
  'why.signatureExpired': 'Podpis stracił ważność w dniu, który sam podaje.',
  'why.unspoken': 'Podpisano go w sposób, którego nie umiemy sprawdzić.',
  'why.baseProof': 'To oryginał, który ta osoba zachowuje: należy poprosić ją o wersję do okazania.',
  'why.formless': 'Jego forma nie jest zgodna z normą, na którą się powołuje.',

  'older.title': 'Odznaka, której nie sprawdza się po podpisie',
  'older.same':
    'Strona {host} publikuje dziś tę odznakę w takiej postaci, w jakiej ją Państwo otrzymali. Innego dowodu nie ma.',
  'older.different': 'Strona {host} publikuje dziś pod tym adresem coś innego.',
  'older.withdrawn': 'Strona {host} informuje, że wycofała tę odznakę.',
  'older.elsewhere': 'Tę odznakę publikuje {host}, a nie jest to strona wskazanego wystawcy.',
  'older.unreachable': 'Strona {host} nie odpowiedziała: nie mogliśmy niczego porównać.',
  'older.not-asked': 'Nie porównaliśmy jej z tym, co publikuje wystawca.',
  'older.signed': 'Ma podpis starszego rodzaju, którego nie sprawdzamy.',
  'older.explain':
    'Odznaki Open Badges 2.0 są na stronie swojego wystawcy: są warte tyle, ile ta strona mówi o nich w dniu sprawdzenia.',
  'older.next':
    'Proszę wejść na stronę wystawcy znaną już Państwu drogą albo poprosić o odznakę Open Badges 3.0.',
  'older.claims': 'Co mówi ta odznaka',
  'older.issuer': 'Wskazany wystawca',
  'older.host': 'Opublikowano na',
  another: 'Sprawdź inny dokument',

  'problem.nothing': 'Proszę wybrać plik, wkleić treść albo wpisać kod.',
  'problem.code': 'To nie jest kod: kod ma 12 liter i cyfr.',
  'problem.address':
    'To nie jest adres żadnego z naszych dokumentów. Proszę pobrać plik, który pokazuje, i upuścić go tutaj.',
  'problem.qr-address': 'Ten kod QR prowadzi na inną stronę: nie otworzyliśmy jej.',
  'problem.qr-other': 'Ten kod QR zawiera coś innego niż poświadczenie.',
  'problem.not-recognised': 'Nie rozpoznajemy w tym ani paszportu, ani odznaki, ani poświadczenia.',
  'problem.too-large': 'To więcej, niż możemy odczytać. Lepiej zeskanować kod QR.',
  'problem.too-deep': 'Ta treść jest zbyt zagnieżdżona, aby ją odczytać.',
  'problem.too-slow': 'Odczyt trwa zbyt długo. Lepiej zeskanować kod QR.',
  'problem.busy': 'W tej chwili sprawdza wiele osób: proszę spróbować ponownie za kilka sekund.',
  'problem.damaged': 'Ten plik jest uszkodzony lub niepełny. Należy poprosić o ponowne przesłanie.',
  'problem.pdf-without-attachment':
    'Ten PDF nie zawiera podpisanych danych. Jeśli jest na nim kod QR, proszę go zeskanować.',
  'problem.pdf-encrypted': 'Ten PDF jest chroniony hasłem. Lepiej zeskanować kod QR.',
  'problem.picture-without-code':
    'Nie widzimy na tym obrazie ani odznaki, ani kodu QR. Proszę zrobić zdjęcie jeszcze raz: bliżej, na płasko i bez odblasków.',
  'problem.picture-too-large': 'Ten obraz ma zbyt wiele pikseli. Proszę przyciąć go wokół kodu QR.',
  'problem.picture-format': 'Tego formatu obrazu tu nie czytamy. Proszę zapisać go jako JPEG albo PNG.',
  'problem.svg-with-entities': 'Ten obraz SVG zawiera definicje, których z ostrożności nie otwieramy.',
  'problem.svg-without-badge': 'Ten obraz SVG nie zawiera odznaki.',
  'problem.archive': 'To archiwum albo dokument biurowy. Proszę upuścić plik, który jest w środku.',
  'problem.not-a-credential': 'Te dane nie są ani poświadczeniem, ani odznaką.',
  'problem.badge-class':
    'Ten plik opisuje odznakę, ale nie mówi, kto ją otrzymał. Należy poprosić o odznakę tej osoby.',
  'problem.europass':
    'To europejskie poświadczenie cyfrowe (Europass). Jego pieczęć sprawdza się na stronie Europass Unii Europejskiej.',
  'problem.sd-jwt': 'To poświadczenie z portfela cyfrowego (SD-JWT), którego jeszcze nie umiemy sprawdzić.',
  'problem.jwt-presentation':
    'To prezentacja w postaci tokenu, przygotowana dla jednego odbiorcy. Należy poprosić o samo poświadczenie.',
  'problem.jwt-other': 'To token (JWT), ale nie zawiera poświadczenia, które umiemy odczytać.',
}
