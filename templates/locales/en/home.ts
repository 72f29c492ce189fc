import type { SameKeys } from '../messages.ts'
import type { home as original } from '../fr/home.ts'

export const home: SameKeys<typeof original> = {
  navigation: 'Navigation',
  heading: 'What people learn abroad deserves to be read here.',
  lede: 'Passerelle puts in writing what young people can do after a stay abroad, says who attests it, and lets anyone check it.',
  youthEyebrow: 'I have been abroad',
  youthTitle: 'I have a slip with a QR code',
  youthText:
    'Scan it with your phone, or type the code printed under it: your passport opens, no password needed.',
  youthAction: 'Open your passport',
  professionalEyebrow: 'I work with young people',
  professionalTitle: 'I train, support or hire',
  staffText: 'Trainers, mobility advisers, coordinators: your departure and return sessions.',
  staffAction: 'Sign in',
  employerText: 'Somebody showed you a passport? Scan its QR code, or give us the file you received.',
  employerAction: 'Check a passport',
  voicesTitle: 'Three voices, never mixed',
  declaredText: 'what the young person says',
  attestedText: 'what a trainer has seen',
  confirmedText: 'what the host abroad confirms',
  errorHelp: 'If it happens again, write to the organisation that supports you and give this code: {code}.',
  errorHome: 'Back to the home page',
  errorSlip: 'Open your passport',
}
