import type { holder as original } from '../fr/holder.ts'
import type { SameKeys } from '../messages.ts'

export const holder: SameKeys<typeof original> = {
  slipsTitle: 'Slips to cut out',
  slipGreeting: '{name}, your passport is here',
  slipScan: 'Scan this code with your phone: your passport opens, no account and no password.',
  slipKeep: 'Keep this slip to yourself. Lost it? Any trainer of the network can give you another.',
  slipType: 'Without a camera: {address}, then this code',
  slipQrAlt: 'QR code that opens your passport',
  greeting: 'Hello {name}!',
  lede: 'Here is your passport. It is yours: you show it to whom you like.',
  showHint: 'The employer scans this code with a phone.',
  showTyped: 'Or to be typed:',
  backToPassport: 'Back to my passport',
  qrLabel: 'QR code that opens the verification page of your passport',
  downloadFrench: 'In French',
  downloadEnglish: 'In English',
  employerView: 'See what an employer sees',
  skills: { one: 'What you can do', other: 'What you can do, in {count} points' },
  stay: 'Your stay abroad',
  withdrawnTitle: 'Your passport was withdrawn',
  withdrawn:
    'The organisation that signed it has withdrawn it, often to correct a mistake. Ask them why, and when you will get a new one.',
  replacedTitle: 'This slip has been replaced',
  replaced:
    'There is a newer slip for this passport: use that one. If you do not have it, ask a trainer of the network for a new slip.',
  unknownTitle: 'This code opens nothing',
  unknown:
    'Check the 16 letters and digits on your slip. If it still does not open, ask a trainer of the network for a new slip.',
  typeTitle: 'Open your passport',
  typeLede: 'Type the code printed on your slip. Spaces and small letters do not matter.',
  typeLabel: 'Your code',
  typeHint: '16 letters and digits, for example 7K3F 9QXW 2M4T 8ABC',
  typeAgain: 'Type a code',
  typeSubmit: 'Open my passport',
  lostTitle: 'Replace a lost slip',
  lostLede:
    'Has a young person of the network lost the slip that opens their passport? Look for their exact name, even if they come from another organisation. The old slip will stop working.',
  lostGivenName: 'Given name',
  lostFamilyName: 'Family name',
  lostSubmit: 'Search',
  lostFound: {
    one: 'We found this person',
    other: 'We found {count} people of this name',
  },
  lostNobody:
    'Nobody of this name so far. Check the spelling of both names (accents and capitals do not matter).',
  lostBirthYear: 'born in {year}',
  lostReissue: 'Give a new slip',
  elsewhere: 'The old one may be in other hands',
  elsewhereHint: 'Its address and passkeys are then removed too: somebody may have added some.',
  lostWarning: 'Ask for proof of identity: this slip opens the person’s passport.',
  reissuedTitle: 'New slip for {name}',
  reissuedLede: 'The old slip no longer works. Print this one, or let the young person scan this code.',
  reissuedPrint: 'Print the slip (PDF)',
  reissuedQr: 'QR code that opens the passport of {name}',
  reissuedFlash: 'The new slip is ready.',
}
