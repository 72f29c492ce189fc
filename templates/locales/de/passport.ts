import type { passport as original } from '../fr/passport.ts'
import type { SameKeys } from '../messages.ts'

export const passport: SameKeys<typeof original> = {
  documentTitle: 'Passerelle-Pass von {name}',
  documentTitleMany: {
    one: 'Passerelle-Pässe: {count} junger Mensch',
    other: 'Passerelle-Pässe: {count} junge Menschen',
  },
  fileName: 'Passerelle-Pass',
  fileNameMany: 'Passerelle-Pässe',
  documentSubject: 'Im Ausland erworbene Kompetenzen, bescheinigt und online prüfbar',
  documentName: 'Kompetenzpass',
  skills: 'Was ich kann',
  stays: 'Meine Aufenthalte',
  moreStays: { one: 'und {count} weiterer Aufenthalt', other: 'und {count} weitere Aufenthalte' },
  trainings: 'Meine Seminare',
  voices: 'Wer das sagt',
  voiceDeclared: 'selbst angegeben',
  voiceAttested: 'bescheinigt',
  voiceConfirmed: 'bestätigt',
  voiceAt: '{voice}: {level}',
  declaredBy: 'von {name}',
  attestedBy: 'von {official}, {organisation}',
  attestedByOrganisation: 'von {organisation}',
  confirmedBy: 'von {name}, vor Ort',
  saidByHost: 'Von der Gasteinrichtung bestätigt: {name}',
  dateRange: '{from} bis {to}',
  days: { one: '{count}\u00a0Tag', other: '{count}\u00a0Tage' },
  weeks: { one: '{count}\u00a0Woche', other: '{count}\u00a0Wochen' },
  months: { one: '{count}\u00a0Monat', other: '{count}\u00a0Monate' },
  quote: '„{text}“',
  employerTitle: 'Einmal scannen, schon geprüft.',
  employerSentence:
    'Richten Sie die Kamera Ihres Telefons auf diesen Code, ohne App und ohne Konto: Sie sehen sofort, ob dieser Pass echt ist und wer dafür einsteht.',
  employerType: 'Oder geben Sie diese Adresse ein:',
  issuedOn: 'Pass ausgestellt am {date}',
  qrAlt: 'QR-Code, der {url} öffnet',
  dotsAlt: '{level} von {max}',
  missing: {
    one: 'Das durchkreuzte Kästchen steht für ein Zeichen, das dieses Dokument nicht darstellen kann: {points}.',
    other:
      'Die durchkreuzten Kästchen stehen für Zeichen, die dieses Dokument nicht darstellen kann: {points}.',
  },
  attachment: 'Der signierte Pass, für Software lesbar',
}
