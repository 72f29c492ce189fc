import type { SameKeys } from '../messages.ts'
import type { keys as french } from '../fr/keys.ts'

/** Signing keys. */
export const keys = {
  'state-active': 'In use',
  'state-retired': 'Out of use',
  'state-compromised': 'Compromised',
  title: 'Signing keys',
  lede: 'The platform and each organisation sign with a key of their own. Replacing it from time to time is a good habit: what the former one signed can still be verified.',
  back: 'Signing keys',
  newKey: 'New key',
  retire: 'Take out of use',
  compromise: 'Declare compromised',
  earlier: 'Set an earlier moment',
  reissue: 'Sign its credentials again',
  actionsOf: 'key {key}',
  key: 'Key',
  state: 'State',
  created: 'Made',
  signed: 'Signed',
  actions: 'Actions',
  signedCount: { one: '{count} credential', other: '{count} credentials' },
  ageToday: 'today',
  age: { one: '{count} day ago', other: '{count} days ago' },
  retiredOn: 'since {date}',
  compromisedSince: 'since {date}',
  keysOf: 'Keys of {name}',
  did: 'Public identifier, the one that verification software reads:',
  journal: 'What has been done',
  journalNone: 'Nothing so far: changes of keys will be written here.',
  'event-issuer.created': '{issuer}: first key',
  'event-key.rotated': '{issuer}: new key',
  'event-key.retired': '{issuer}: key taken out of use',
  'event-key.compromised': '{issuer}: key declared compromised since {since}',
  'event-key.reissued': {
    one: '{issuer}: {count} credential signed again',
    other: '{issuer}: {count} credentials signed again',
  },
  byWhom: '{date}, by {actor}',

  rotateTitle: 'Put a new key into use for {name}?',
  rotateWhat1: 'A new key is made and signs at once in place of the present one.',
  retireTitle: 'Take this key of {name} out of use?',
  retireWhat1:
    'This key will no longer sign anything. If it is the one that signs today, a new one takes its place at once.',
  pastStays:
    'Everything the former key signed can still be verified, here and everywhere else. It stays published for that.',
  nothingElse: 'Young people, trainers and employers notice nothing.',
  developmentDid: 'This installation is not on https yet: the identifier of the issuer changes with its key.',
  suspectInstead:
    'Could somebody else have used this key? Then it must be declared compromised: taking it out of use is not enough.',
  rotateNow: 'Put the new key into use',
  retireNow: 'Take this key out of use',
  cancel: 'Change nothing',
  rotatedFlash: 'The new key signs from now on.',
  retiredFlash: 'This key no longer signs anything.',

  compromiseTitle: 'Declare a key of {name} compromised?',
  compromiseLede:
    'Do this when somebody else may have used this key: a stolen computer, a lost backup, an intrusion.',
  compromiseWhat: 'What will happen',
  compromiseWhat1:
    'Nothing this key signed from the chosen moment on is recognised any longer, whatever date is written on it.',
  compromiseWhat2:
    'What our register saw signed before that moment stays verified on our pages. Other verification software will refuse everything this key signed.',
  compromiseWhat3: 'If it was still signing, a new key takes its place at once.',
  compromiseWhat4:
    'You can then have what it signed signed again. The old QR codes will lead to the new credentials.',
  compromiseFinal: 'This cannot be undone. The chosen moment can be moved earlier, never later.',
  signedSoFar: {
    one: 'This key signed {count} credential.',
    other: 'This key signed {count} credentials.',
  },
  since: 'From when should it no longer be trusted?',
  sinceHint:
    'Paris time. Choose the first moment at which somebody may have had it and, when in doubt, an earlier one. This key was made on {date}.',
  sinceKnown: 'The moment declared so far is {date}: you can only move it earlier.',
  issuerName: 'Type the name of the issuer: {name}',
  compromiseNow: 'Declare this key compromised',
  compromisedFlash: 'The key is declared compromised.',

  reissueTitle: 'Sign again what a compromised key of {name} signed',
  reissueLede:
    'Each credential is signed anew, with today’s key and a new code. The old one leads to the new one: the papers already handed out keep working.',
  reissueBefore: {
    one: '{count} credential signed before {date}: verified here, refused by other software.',
    other: '{count} credentials signed before {date}: verified here, refused by other software.',
  },
  reissueSince: {
    one: '{count} credential signed from {date} on: no longer recognised anywhere.',
    other: '{count} credentials signed from {date} on: no longer recognised anywhere.',
  },
  reissueStanding: {
    one: '{count} credential is left to sign again (neither withdrawn nor replaced).',
    other: '{count} credentials are left to sign again (neither withdrawn nor replaced).',
  },
  reissueNone: 'Nothing is left to sign again.',
  reissueProgress: '{done} of {total} signed again or withdrawn',
  reissueNow: { one: 'Sign {count} credential again', other: 'Sign {count} credentials again' },
  reissuePortion:
    '{max} at a time, at most: go on until the last one, or run the command “passerelle keys reissue”.',
  reissueFailed: {
    one: '{count} credential could not be signed. You can try again.',
    other: '{count} credentials could not be signed. You can try again.',
  },
  reissuedFlash: 'Done: the new credentials are signed.',
} as const satisfies SameKeys<typeof french>
