import type { phone as original } from '../fr/phone.ts'
import type { SameKeys } from '../messages.ts'

export const phone: SameKeys<typeof original> = {
  byServer: 'Sprawdzone przez serwer',
  byPhone: 'Sprawdzone przez ten telefon',

  'agree.title': 'Oba mówią to samo.',
  'original.title': 'Wydruk jest oryginalny, ale proszę przeczytać odpowiedź powyżej.',
  'original.text':
    'Telefon rozpoznał wydrukowany podpis. Od tego czasu sytuacja dokumentu się zmieniła: liczy się odpowiedź serwera.',
  'private.title': 'Wydruk jest oryginalny.',
  'private.text': 'Telefon rozpoznał wydrukowany podpis. Strona jest prywatna, więc nie mówi nic więcej.',
  'erased.title': 'Wydruk jest oryginalny.',
  'erased.text':
    'Telefon rozpoznał wydrukowany podpis. Na prośbę tej osoby usunięto wszystko, co tu było: został tylko jej wydruk.',
  'missing.title': 'Wydruk jest oryginalny, ale serwer nie zna tego kodu.',
  'missing.text':
    'Wydrukowany podpis jest prawidłowy, ale dokumentu już tu nie ma. Najpierw proszę zapytać: {issuer}.',
  'alone.title': 'Ten telefon zdołał sprawdzić wydruk.',
  'alone.text':
    'Wydrukowany podpis jest prawidłowy. Co do reszty, proszę odświeżyć tę stronę za kilka minut.',
  'refused.title': 'Wydruk jest oryginalny, ale serwer nie uznaje tego dokumentu.',
  'refused.text': 'Na razie nie należy na nim polegać; można zapytać: {issuer}.',
  'forged.title': 'To nie jest wydruk, który podpisaliśmy.',
  'forged.text':
    'Kod istnieje, ale wydrukowany z nim podpis jest fałszywy. Liczy się ta strona, a nie wydruk; należy poprosić o oryginalny paszport.',
  'other-code.title': 'Wydrukowany podpis pochodzi z innego paszportu.',
  'other-code.text':
    'Skopiowano go obok tego kodu. Liczy się ta strona, a nie wydruk; należy poprosić o oryginalny paszport.',
  'other-name.title': 'Wydruk podpisano na inne nazwisko.',
  'other-name.text':
    'Podpis: {paper}. Ten kod: {server}. Liczy się ta strona; należy poprosić o oryginalny paszport lub dokument tożsamości.',
  'old-key.title': 'Wydrukowany podpis nie jest już uznawany.',
  'old-key.text':
    'Klucz, którym go złożono, nie jest już bezpieczny. Liczy się ta strona; paszport można wydrukować ponownie.',
  'unknown-key.title': 'Wydrukowany podpis nie jest nasz.',
  'unknown-key.text':
    'Złożono go kluczem, którego tu nie znamy. Liczy się ta strona, a nie wydruk; należy poprosić o oryginalny paszport.',
  'damaged.title': 'Nie udało się odczytać wydrukowanego podpisu.',
  'damaged.text':
    'Kod QR odczytano błędnie albo link jest ucięty. Proszę zeskanować go jeszcze raz, na płasko; w przeciwnym razie liczy się ta strona.',
  'neither.title': 'Ani serwer, ani telefon nie uznaje tego wydruku.',
  'neither.text':
    'Niczego z jego treści nie należy uznawać za prawdę; należy poprosić o oryginalny paszport.',
  'cannot.title': 'Ten telefon nie może sam sprawdzić wydruku.',
  'cannot.text': 'Jego przeglądarka jest zbyt stara. Wystarczy odpowiedź serwera.',
  'no-keys.title': 'Ten telefon nie zdołał sprawdzić wydruku.',
  'no-keys.text':
    'Nie otrzymał kluczy. Wystarczy odpowiedź serwera; proszę odświeżyć stronę, aby spróbować ponownie.',
  'nobody.title': 'Ani serwer, ani telefon nie mógł sprawdzić tego wydruku.',
  'nobody.text': 'Nie znaczy to, że jest fałszywy: proszę odświeżyć stronę za kilka minut.',
  'differ.title': 'Serwer i telefon nie mówią tego samego.',
  'differ.text':
    'Proszę odświeżyć stronę. Jeśli to się powtarza, liczy się mniej korzystna odpowiedź; można zapytać: {issuer}.',
  'clock.title': 'Wydruk jest oryginalny; zegar telefonu się spóźnia.',
  'clock.text': 'Według jego zegara ten paszport nie jest jeszcze podpisany. Wystarczy odpowiedź serwera.',

  hereTitle: 'Sprawdzanie bez sieci',
  hereLede: 'Proszę zeskanować aparatem kod QR paszportu: bez sieci ta strona odpowiada zamiast serwera.',
  hereScript: 'Ta strona wymaga JavaScriptu: to telefon sprawdza dokument.',
  here: 'Sprawdzone przez ten telefon, bez sieci.',
  hereNot: 'Bez sieci: odpowiedział tylko telefon.',
  known: 'Klucze i wycofania, stan na: {when}.',
  old: 'Te informacje mają ponad 30 dni: może brakować niedawnego wycofania. Proszę sprawdzić ponownie, gdy będzie sieć.',
  'here.verified.sentence': 'Podpis: {issuer}, {month}. O ile wiemy, nie został wycofany.',
  'here.verified.proves':
    'Ten wydruk podpisano dla tej osoby i tych umiejętności ({issuer}) i nic w nim nie zmieniono. Stan na {when}: niewycofany.',
  'here.verified.next': 'Gdy jest sieć, ta strona mówi więcej: obserwacje, daty, z kim się skontaktować.',
  'here.not-yet-valid.sentence':
    'Wydruk jest autentyczny, ale nosi datę: {month}. Czy zegar tego telefonu jest dobrze ustawiony?',
  'here.superseded.title': 'Ten wydruk nie jest już aktualny',
  'here.superseded.sentence':
    'Jest autentyczny, ale nie wszystko, co mówi, nadal obowiązuje: jedno z poświadczeń wycofano albo zastąpiła go nowsza wersja.',
  'here.superseded.notProves': 'Że wszystko, co mówi, jest dziś nadal prawdą.',
  'here.superseded.next':
    'Należy poprosić tę osobę o aktualną wersję albo otworzyć tę stronę ponownie, gdy będzie sieć.',
  'here.network.title': 'Do tego wydruku potrzebna jest sieć',
  'here.network.sentence': 'Jego kod QR nie zawiera podpisu: odpowiedzieć może tylko serwer.',
  'here.key-unknown': 'Tego klucza nie ma wśród znanych temu telefonowi: może jest nowszy.',
  'here.no-keys':
    'Ten telefon nie ma potrzebnych kluczy: otrzymuje je, gdy ta strona otwiera się z dostępem do sieci.',
  'here.cannot': 'Przeglądarka tego telefonu jest zbyt stara, by sprawdzać bez sieci.',
  'here.not-readable':
    'Wydrukowany podpis jest nieczytelny: proszę zeskanować kod QR jeszcze raz, na płasko.',
  'here.other-code': 'Wydrukowany podpis pochodzi z innego paszportu.',
  'here.next': 'Proszę sprawdzić ponownie, gdy tylko będzie sieć.',
  retry: 'Spróbuj ponownie online',
  moreSkills: 'Pokaż pozostałe umiejętności',
  signedBy: 'podpis pod tym paszportem, {month}',
  underMonth: 'mniej niż miesiąc',
  unnamedSkill: 'Umiejętność nr {number}',
  level: 'poziom {level} z {of}',

  check: 'Sprawdź także na tym urządzeniu',
  checkHint: 'Powtarza tutaj każde sprawdzenie serwera, po pobraniu około 110 kB.',
  checking: 'Sprawdzanie…',
  'checked.same': 'Sprawdzone na tym urządzeniu: mówi ono to samo co serwer.',
  'checked.other':
    'To urządzenie odpowiada inaczej niż serwer: „{verdict}”. Proszę odświeżyć stronę; jeśli to się powtarza, napisać do organizacji.',
  'checked.key':
    'To urządzenie nie wie, kiedy dokument podpisano kluczem, który później wycofano: wie to tylko rejestr serwera.',
  'checked.failed': 'To urządzenie nie zdołało dokończyć. Wystarczy odpowiedź serwera.',
}
