import type { common as original } from '../fr/common.ts'
import type { SameKeys } from '../messages.ts'

export const common: SameKeys<typeof original> = {
  appName: 'Passerelle',
  tagline: 'The skills passport of young people who have been abroad',
  skipToContent: 'Skip to content',
  language: 'Language',
  signOut: 'Sign out',
  cancel: 'Cancel',
  back: 'Back',
  next: 'Next',
  previous: 'Previous',
  optional: 'optional',
  sessions: 'Sessions',
  organisation: 'My organisation',
  slips: 'Lost slips',
  admin: 'Platform',
  problemsTitle: { one: 'One thing to put right', other: '{count} things to put right' },
  halfDays: { one: '{count} half-day of {of}', other: '{count} half-days of {of}' },
  accessibility: 'Accessibility: not compliant (audit to come)',
  esco: 'This service uses the ESCO classification of the European Commission.',
}
