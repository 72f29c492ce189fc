import type { phone as original } from '../fr/phone.ts'
import type { SameKeys } from '../messages.ts'

export const phone: SameKeys<typeof original> = {
  byServer: 'Vom Server geprüft',
  byPhone: 'Von Ihrem Telefon geprüft',

  'agree.title': 'Beide sagen dasselbe.',
  'original.title': 'Das Papier ist unverfälscht, aber lesen Sie die Antwort oben.',
  'original.text':
    'Ihr Telefon hat die gedruckte Signatur erkannt. Seitdem hat sich etwas geändert: Es gilt die Antwort des Servers.',
  'private.title': 'Das Papier ist unverfälscht.',
  'private.text':
    'Ihr Telefon hat die gedruckte Signatur erkannt. Die Seite ist privat, mehr sagt es deshalb nicht.',
  'erased.title': 'Das Papier ist unverfälscht.',
  'erased.text':
    'Ihr Telefon hat die gedruckte Signatur erkannt. Die Person hat hier alles löschen lassen: Es bleibt nur ihr Papier.',
  'missing.title': 'Das Papier ist unverfälscht, aber der Server kennt diesen Code nicht.',
  'missing.text':
    'Die gedruckte Signatur stimmt, das Dokument ist aber nicht mehr hier. Fragen Sie {issuer}, bevor Sie sich darauf verlassen.',
  'alone.title': 'Ihr Telefon konnte das Papier prüfen.',
  'alone.text': 'Die gedruckte Signatur stimmt. Für den Rest laden Sie diese Seite in einigen Minuten neu.',
  'refused.title': 'Das Papier ist unverfälscht, aber der Server erkennt dieses Dokument nicht an.',
  'refused.text': 'Verlassen Sie sich vorerst nicht darauf: Fragen Sie {issuer}.',
  'forged.title': 'Das ist nicht das Papier, das wir signiert haben.',
  'forged.text':
    'Den Code gibt es, die dazu gedruckte Signatur ist aber falsch. Verlassen Sie sich auf diese Seite, nicht auf das Papier, und verlangen Sie den Originalpass.',
  'other-code.title': 'Die gedruckte Signatur gehört zu einem anderen Pass.',
  'other-code.text':
    'Sie wurde neben diesen Code kopiert. Verlassen Sie sich auf diese Seite, nicht auf das Papier, und verlangen Sie den Originalpass.',
  'other-name.title': 'Das Papier wurde für einen anderen Namen signiert.',
  'other-name.text':
    'Signatur: {paper}. Dieser Code: {server}. Verlassen Sie sich auf diese Seite und verlangen Sie den Originalpass oder einen Ausweis.',
  'old-key.title': 'Die gedruckte Signatur wird nicht mehr anerkannt.',
  'old-key.text':
    'Der Schlüssel dazu ist nicht mehr sicher. Verlassen Sie sich auf diese Seite; der Pass kann neu gedruckt werden.',
  'unknown-key.title': 'Die gedruckte Signatur ist nicht von uns.',
  'unknown-key.text':
    'Sie stammt von einem Schlüssel, den wir nicht kennen. Verlassen Sie sich auf diese Seite, nicht auf das Papier, und verlangen Sie den Originalpass.',
  'damaged.title': 'Die gedruckte Signatur ließ sich nicht lesen.',
  'damaged.text':
    'Der QR-Code wurde falsch gelesen oder der Link gekürzt. Scannen Sie ihn noch einmal, flach gehalten; sonst gilt diese Seite.',
  'neither.title': 'Weder der Server noch Ihr Telefon erkennt dieses Papier an.',
  'neither.text': 'Halten Sie nichts davon für wahr; verlangen Sie den Originalpass.',
  'cannot.title': 'Ihr Telefon kann das Papier nicht selbst prüfen.',
  'cannot.text': 'Sein Browser ist zu alt. Die Antwort des Servers genügt.',
  'no-keys.title': 'Ihr Telefon konnte das Papier nicht prüfen.',
  'no-keys.text':
    'Es hat die Schlüssel nicht erhalten. Die Antwort des Servers genügt; laden Sie die Seite neu, um es noch einmal zu versuchen.',
  'nobody.title': 'Weder der Server noch Ihr Telefon konnte dieses Papier prüfen.',
  'nobody.text': 'Das heißt nicht, dass es falsch ist: Laden Sie die Seite in einigen Minuten neu.',
  'differ.title': 'Server und Telefon sagen nicht dasselbe.',
  'differ.text':
    'Laden Sie die Seite neu. Bleibt es dabei, gilt die ungünstigere Antwort; fragen Sie {issuer}.',
  'clock.title': 'Das Papier ist unverfälscht; die Uhr Ihres Telefons geht nach.',
  'clock.text': 'Nach seiner Uhr ist dieser Pass noch nicht signiert. Die Antwort des Servers genügt.',

  hereTitle: 'Ohne Netz prüfen',
  hereLede:
    'Scannen Sie den QR-Code eines Passes mit der Kamera: Ohne Netz antwortet diese Seite anstelle des Servers.',
  hereScript: 'Diese Seite braucht JavaScript: Ihr Telefon prüft selbst.',
  here: 'Von Ihrem Telefon geprüft, ohne Netz.',
  hereNot: 'Ohne Netz: Nur Ihr Telefon hat geantwortet.',
  known: 'Stand der Schlüssel und Rücknahmen: {when}.',
  old: 'Diese Angaben sind über 30 Tage alt: Eine neuere Rücknahme kann fehlen. Prüfen Sie mit Netz noch einmal.',
  'here.verified.sentence': 'Signiert von {issuer} im {month}, und unseres Wissens nicht zurückgezogen.',
  'here.verified.proves':
    'Dieses Papier wurde von {issuer} für diesen Namen und diese Kompetenzen signiert und nicht verändert. Am {when} war es nicht zurückgezogen.',
  'here.verified.next': 'Mit Netz sagt diese Seite mehr: Beobachtungen, Zeiträume, Kontakt.',
  'here.not-yet-valid.sentence':
    'Dieses Papier ist echt, aber auf {month} datiert. Geht die Uhr dieses Telefons richtig?',
  'here.superseded.title': 'Dieses Papier ist nicht mehr aktuell',
  'here.superseded.sentence':
    'Es ist echt, aber nicht alles darin gilt noch: Eine Bescheinigung wurde zurückgezogen oder eine neuere Fassung hat es ersetzt.',
  'here.superseded.notProves': 'Dass alles darin heute noch stimmt.',
  'here.superseded.next':
    'Bitten Sie die Person um die aktuelle Fassung oder öffnen Sie diese Seite mit Netz noch einmal.',
  'here.network.title': 'Für dieses Papier braucht es Netz',
  'here.network.sentence': 'Sein QR-Code enthält keine Signatur: Nur der Server kann antworten.',
  'here.key-unknown': 'Dieses Telefon kennt den Schlüssel nicht: Vielleicht ist er neuer.',
  'here.no-keys':
    'Diesem Telefon fehlen die Schlüssel: Es erhält sie, wenn diese Seite mit Netz geöffnet wird.',
  'here.cannot': 'Der Browser dieses Telefons ist zu alt, um ohne Netz zu prüfen.',
  'here.not-readable':
    'Die gedruckte Signatur ist nicht lesbar: Scannen Sie den QR-Code noch einmal, flach gehalten.',
  'here.other-code': 'Die gedruckte Signatur gehört zu einem anderen Pass.',
  'here.next': 'Prüfen Sie noch einmal, sobald Sie Netz haben.',
  retry: 'Mit Netz erneut versuchen',
  moreSkills: 'Weitere Kompetenzen zeigen',
  signedBy: 'hat diesen Pass signiert, {month}',
  underMonth: 'weniger als ein Monat',
  unnamedSkill: 'Kompetenz Nr. {number}',
  level: 'Stufe {level} von {of}',

  check: 'Auch auf diesem Gerät prüfen',
  checkHint: 'Wiederholt hier jede Prüfung des Servers, nach einem Download von etwa 110 kB.',
  checking: 'Wird geprüft …',
  'checked.same': 'Auf diesem Gerät geprüft: Es sagt dasselbe wie der Server.',
  'checked.other':
    'Dieses Gerät antwortet anders als der Server: „{verdict}“. Laden Sie die Seite neu; bleibt es dabei, schreiben Sie der Organisation.',
  'checked.key':
    'Dieses Gerät weiß nicht, wann dieses Dokument mit einem seither zurückgezogenen Schlüssel signiert wurde: Das weiß nur das Register des Servers.',
  'checked.failed': 'Dieses Gerät konnte die Prüfung nicht abschließen. Die Antwort des Servers genügt.',
}
