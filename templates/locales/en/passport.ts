import type { SameKeys } from '../messages.ts'
import type { passport as original } from '../fr/passport.ts'

export const passport: SameKeys<typeof original> = {
  documentTitle: 'Passerelle passport of {name}',
  documentTitleMany: {
    one: 'Passerelle passports: {count} young person',
    other: 'Passerelle passports: {count} young people',
  },
  fileName: 'Passerelle passport',
  fileNameMany: 'Passerelle passports',
  documentSubject: 'Skills gained during a stay abroad, vouched for and verifiable online',
  eyebrow: '{platform} · skills passport',
  skills: 'What I can do',
  stays: 'My stays abroad',
  moreStays: { one: 'and {count} more stay', other: 'and {count} more stays' },
  trainings: 'My training sessions',
  voices: 'Who says so',
  voiceDeclared: 'declared',
  voiceAttested: 'attested',
  voiceConfirmed: 'confirmed',
  voiceAt: '{voice}: {level}',
  declaredBy: 'by {name}',
  attestedBy: 'by {official}, {organisation}',
  attestedByOrganisation: 'by {organisation}',
  confirmedBy: 'by {name}, on site',
  dateRange: '{from} to {to}',
  days: { one: '{count}\u00a0day', other: '{count}\u00a0days' },
  weeks: { one: '{count}\u00a0week', other: '{count}\u00a0weeks' },
  months: { one: '{count}\u00a0month', other: '{count}\u00a0months' },
  quote: '“{text}”',
  employerTitle: 'Employer: scan it, it is verified.',
  employerSentence:
    'Point your phone’s camera at this code, no app and no account: you see at once whether this passport is genuine and who vouches for it.',
  employerType: 'Or type this address:',
  issuedOn: 'Passport issued on {date}',
  qrAlt: 'QR code that opens {url}',
  dotsAlt: '{level} of {max}',
  missing: {
    one: 'The crossed box stands for a character this document cannot write: {points}.',
    other: 'The crossed boxes stand for characters this document cannot write: {points}.',
  },
  attachment: 'The signed passport, for software to read',
}
