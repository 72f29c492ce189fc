import type { corrections as original } from '../fr/corrections.ts'
import type { SameKeys } from '../messages.ts'

export const corrections: SameKeys<typeof original> = {
  title: 'Correct: {title}',
  heading: 'Correct what is signed',
  lede: 'A slip in a name, a chosen name, a level to look at again: change only what needs it.',
  explain:
    'First you will see exactly what changes. The new credentials replace the old ones, and the old QR code leads to the new passport.',
  everybody: 'See the whole session',
  nothingYet: 'Nothing has changed yet.',
  nothingChanged: 'You have not changed anything yet: open a person, correct what needs it, then go on.',
  preview: 'See what will change',
  givenName: 'Given name',
  familyName: 'Family name',
  observation: 'General observation',
  noteOn: '{competence}: what you saw',
  nothing: '—',
  becomes: 'becomes',
  madeTitle: 'Corrections made so far',
  madeHint: 'Only your organisation sees this list.',
  madeBy: '{date}, by {name}',

  confirmTitle: 'Confirm the correction: {title}',
  confirmHeading: 'This is what will change',
  promise: '{youths}: {credentials} and {passports} to sign.',
  passports: { one: '{count} passport', other: '{count} passports' },
  consequence:
    'The old credentials will no longer be valid; their page will say that they have been replaced and lead to the new ones.',
  attestedBy: 'What is corrected is attested by {name}.',
  willBeReissued: {
    one: '{count} credential will be signed again:',
    other: '{count} credentials will be signed again:',
  },
  willBeWithdrawn: {
    one: '{count} credential will be withdrawn and not replaced:',
    other: '{count} credentials will be withdrawn and not replaced:',
  },
  willBeAdded: {
    one: '{count} credential will be added:',
    other: '{count} credentials will be added:',
  },
  passportReplaced: 'A new passport will replace this one:',
  nothingSigned: 'No credential mentions it: only the record changes.',
  stale:
    'The session changed while you were reading. This is what would change now: please read it again, then confirm.',
  final: 'Remember to print the new passports.',
  editAgain: 'Go on correcting',
  confirm: 'Correct and sign',
  done: 'Corrected. The old QR codes lead to the new passports.',

  correctSession: 'Correct',
  manage: 'Manage',
  suspendedBadge: 'suspended',
  withdrawnPassport: 'withdrawn',
  correctedBadge: 'corrected',

  manageTitle: 'Manage: {title}',
  untitled: 'Credential',
  backToSession: 'Back to the session',
  seePublicPage: 'see the verification page',
  valid: 'valid',
  waiting: 'being prepared',
  erased: 'erased at the person’s request: copies they gave away still verify',
  replacedNotice: 'A more recent version has taken its place.',
  openSuccessor: 'See the current version',
  revokedOn: 'Withdrawn on {date}.',
  suspendedOn: 'Suspended on {date}.',
  suspendedHere:
    'Our pages say so. Other verification software cannot know: this was not provided for when it was signed.',
  correct: 'Correct',
  correctText: 'A name, a level, an observation: a new version takes its place.',

  suspend: 'Suspend',
  suspendLede: 'A pause while something is checked. It is lifted in one step.',
  suspendTitle: 'Suspend: {title}',
  suspendHeading: 'Suspend “{title}”?',
  suspendText:
    'Whoever checks this document will read that it is suspended for now, without knowing why. You can lift the suspension whenever you like.',
  suspendHere:
    'Whoever checks this document on our pages will read that it is suspended for now, without knowing why. Other software will not know: this was not provided for when it was signed. You can lift the suspension whenever you like.',
  suspendConfirm: 'Suspend',
  suspendDone: 'The document is suspended.',

  unsuspend: 'Lift the suspension',
  unsuspendTitle: 'Lift the suspension: {title}',
  unsuspendHeading: 'Lift the suspension?',
  unsuspendText: 'The document will be valid again, as before.',
  unsuspendConfirm: 'Lift the suspension',
  unsuspendDone: 'The suspension is lifted.',

  revoke: 'Withdraw',
  revokeTitle: 'Withdraw: {title}',
  revokeHeading: 'Withdraw “{title}”?',
  revokeText:
    'Whoever checks this document will read that it was withdrawn. This is final, for everybody. For a simple mistake, a correction is better.',
  revokeConfirm: 'Withdraw for good',
  revokeDone: 'The document is withdrawn.',

  reason: 'Reason',
  reasonPublic: 'Whoever checks the document will read it.',
  reasonPrivate: 'It stays within your organisation.',
  note: 'Note',
  noteHint: 'For your organisation: it is shown nowhere else.',
  'reason-issued-in-error': 'It had been issued by mistake.',
  'reason-content-wrong': 'Something it said was not right.',
  'reason-person-wrong': 'It had been made out to somebody else.',
  'reason-holder-request': 'The person asked for it.',
  'reason-key-compromised': 'The key that signed it is no longer safe.',
  'reason-content-check': 'We need to check something it says.',
  'reason-person-check': 'We need to check whose it is.',
  'reason-paper-lost': 'The paper or the phone is lost.',
  'reason-other': 'Another reason.',
}
