import type { verdict as original } from '../fr/verdict.ts'
import type { SameKeys } from '../messages.ts'

export const verdict: SameKeys<typeof original> = {
  voiceDeclared: 'declared',
  hostSays: 'What the host abroad says',
  hostDates: 'Dates according to the host: {dates}.',
  voiceAttested: 'attested',
  voiceConfirmed: 'confirmed',

  'verified.title': 'This is authentic',
  'verified.sentence': 'Issued by {issuer} on {date}, valid today.',
  'verified.proves':
    'This document was signed by {issuer}, nothing in it has changed since, and it has not been withdrawn.',
  'verified.notProves':
    'That the person in front of you is {holder}: ask for an identity document if you need to. Nor is it a diploma.',
  'verified.next': 'A question about these skills? The organisation that attests them will answer.',
  'verified.nextPlatform':
    'A question about these skills? The organisation has closed: the platform answers for it.',
  'verified.nextAlone':
    'A question about these skills? Talk about them with the person: nobody tells them better.',

  'not-yet-valid.title': 'Not valid yet',
  'not-yet-valid.sentence': 'This document is authentic, but it only takes effect on {date}.',
  'not-yet-valid.proves': 'It was signed by {issuer} and has not been changed.',
  'not-yet-valid.notProves': 'That it will be valid on that day: it may be withdrawn before then.',
  'not-yet-valid.next': 'Check it again from {date}, or write to the organisation.',

  'expired.title': 'Its period of validity is over',
  'expired.sentence': 'This document is authentic. It was valid until {date}: that does not make it false.',
  'expired.proves': 'What it says was attested by {issuer} on the date shown.',
  'expired.notProves': 'That the information is still up to date.',
  'expired.next': 'Ask the person for a more recent one, or write to the organisation.',

  'suspended.title': 'Suspended for now',
  'suspended.sentence':
    'The organisation that issued this document has put it on hold. This may be temporary.',
  'suspended.proves': 'It was issued by {issuer} and has not been changed.',
  'suspended.notProves':
    'That its content is right, nor that it is wrong: the organisation is checking something.',
  'suspended.next': 'Write to the organisation, or come back in a few days.',

  'revoked.title': 'This document has been withdrawn',
  'revoked.sentence': 'The organisation that issued it has withdrawn it: it is no longer valid.',
  'revoked.sentenceDated': 'Withdrawn on {date} by the organisation that issued it: it is no longer valid.',
  'revoked.proves': 'It had been issued by {issuer}, and was then withdrawn.',
  'revoked.provesErased': 'It had been issued here, and was then withdrawn. Its content is no longer kept.',
  'revoked.notProves':
    'That the person did anything wrong: a document is often withdrawn to correct a simple mistake.',
  'revoked.next': 'Do not rely on this document. Ask for an up-to-date one, or write to the organisation.',

  'superseded.title': 'There is a more recent version',
  'superseded.sentence': 'This document is authentic. It has been replaced by a more recent version.',
  'superseded.corrected': 'Something it says has been corrected: read the current version only.',
  'superseded.proves': 'This version was signed by {issuer} and has not been changed.',
  'superseded.notProves': 'That it is up to date: read the one that replaced it.',
  'superseded.next': 'Open the current version: it is checked in the same way.',

  'erased.title': 'This document was erased',
  'erased.sentence':
    'On {date}, the person it belonged to asked for everything about them to be erased. That is their right.',
  'erased.proves': 'That a document did have this code. Its content is no longer kept here.',
  'erased.notProves':
    'That what is written on the paper is true or false: there is nothing left to compare it with.',
  'erased.next':
    'Talk about it with the person. If they kept the signed file, it can still be checked on the page “Verify a document”.',

  'issuer-unknown.title': 'We do not know the issuer',
  'issuer-unknown.sentence':
    'The signature is intact, but nobody here vouches for the organisation that signed.',
  'issuer-unknown.proves': 'The content has not been changed since it was signed.',
  'issuer-unknown.notProves': 'That the issuer is who it says it is: anybody can sign a document.',
  'issuer-unknown.next': 'Contact the issuer in a way you already know, its website or its telephone number.',

  'not-authentic.title': 'This document is not authentic',
  'not-authentic.sentence': 'Its signature does not match its content: take nothing it says as true.',
  'not-authentic.proves': 'It was changed after it was signed, or the organisation it names never signed it.',
  'not-authentic.notProves':
    'Who changed it, nor that the person knows: files can also get damaged on their own.',
  'not-authentic.next':
    'Ask for the original passport: the printed QR code, or the file exactly as it was handed over.',

  'compromised.title': 'Its signature is no longer recognised',
  'compromised.sentence':
    'Somebody other than the organisation may have used the signing key: take nothing it says as true.',
  'compromised.proves':
    'The signing key was declared compromised, and nothing shows that this document was signed before that.',
  'compromised.notProves': 'That its content is wrong, or that the person has anything to do with it.',
  'compromised.next':
    'Ask for the newly signed version: the organisation is preparing one for everybody concerned.',

  'unverifiable-now.title': 'We cannot check this right now',
  'unverifiable-now.sentence':
    'We are missing something we need to answer. That does not make this document false.',
  'unverifiable-now.proves': 'Nothing for now.',
  'unverifiable-now.notProves': 'That the document is true, nor that it is false.',
  'unverifiable-now.next':
    'Try again in a few minutes. If it lasts, write to the organisation that issued it.',

  'private.title': 'This passport is private for now',
  'private.sentence': 'It was issued here to {holder} and its page is not open.',
  'private.proves': 'That a document was issued here to {holder} under this code.',
  'private.notProves':
    'What it says, nor that it is true or false: while it is private, we say nothing about it. That says nothing against the person.',
  'private.next':
    'The person can show you the passport themselves, on paper or on their phone. You may also come back later.',

  'not-found.title': 'No document with this code',
  'not-found.sentence': 'The code {code} does not belong to any document issued here.',
  'not-found.proves': 'Nothing: we simply do not know this code.',
  'not-found.notProves': 'That somebody is deceiving you: a code is easily copied wrong.',
  'not-found.next': 'Check the code, or scan the QR code again.',

  'because.status': 'We could not find out whether this document has been withdrawn.',
  'because.context': 'It uses a vocabulary we do not know.',
  'because.size': 'It is larger than what we can verify here.',
  'because.proof': 'We could not get the issuer’s keys.',

  'reason.issued-in-error': 'It had been issued by mistake.',
  'reason.content-wrong': 'Part of its information was not right.',
  'reason.person-wrong': 'It had been made out to somebody else.',
  'reason.holder-request': 'The person asked for it.',
  'reason.key-compromised': 'The key that signed it is no longer safe.',

  somebody: 'the person named',
  shareTitle: 'Skills passport: verify',
  checkedAt: 'Checked on {date}.',
  skills: 'What {holder} can do',
  moreSkills: { one: 'See the other skill', other: 'See the {count} other skills' },
  stayWeeks: { one: '{count} week', other: '{count} weeks' },
  stayDays: { one: '{count} day', other: '{count} days' },
  attestedRole: 'attests these skills',
  confirmedRole: 'confirms, for the host',
  whoAttests: 'Who attests it',
  authority: 'On what grounds',
  today: 'today: {name}',
  todayClosed: 'today: organisation closed',
  ground: 'trained in: {title}, {provider}, {date}',
  writeTo: 'Write to the organisation',
  writeToOne: 'Write: {organisation}',
  writeToPlatform: 'Write to the platform',
  mailSubject: 'Question about passport {code}',
  withdrawnTitle: {
    one: 'One statement has been withdrawn',
    other: '{count} statements have been withdrawn',
  },
  withdrawnOn: 'withdrawn on {date}',
  withdrawn: 'withdrawn',
  withdrawnText: 'The rest of the passport remains verified. Disregard what follows.',
  pausedTitle: {
    one: 'One statement is not confirmed today',
    other: '{count} statements are not confirmed today',
  },
  openSuccessor: 'See the current version',
  successorAt: 'The current version can be read here: {url}',
  oldVersion: 'See what this version said',
  observations: 'What was observed',
  observedBy: '{official}, {organisation}',
  stays: 'The stay',
  programme: 'Programme',
  activity: 'Activity',
  host: 'Host',
  place: 'Place',
  dates: 'Dates',
  fromTo: '{start} to {end}',
  sessions: 'Training attended',
  proves: 'What this proves',
  notProves: 'What this does not prove',
  nextStep: 'What now?',
  how: 'How we checked',
  rawData: 'Signed data (JSON)',
  reportJson: 'The verdict for software (JSON)',
  reportLink: 'Print a verification report',
  reportTitle: 'Verification report',
  reportPrint: 'Print',
  reportHowToPrint: 'To print this page: your browser’s menu, then “Print”.',
  reportBack: 'Back to the passport',
  reportWhen: 'Verified on',
  reportInstant: '{date}, Paris time ({instant})',
  reportCode: 'Code',
  reportHolder: 'Holder',
  reportIssuer: 'Issued by',
  reportDid: 'Issuer’s identifier',
  reportKey: 'Signing key',
  reportSignedOn: 'Signed on',
  reportDigest: 'SHA-256 digest',
  reportDigestHint: 'of the signed document, byte for byte',
  reportStandards: 'Standards',
  reportSoftware: 'Verified by',
  reportChecks: 'What was checked',
  reportNoChecks: 'No document was examined.',
  reportAgain: 'Verify again',
  reportAgainText:
    'This report says what was true on that date. A document may be withdrawn later: to know where it stands, scan this code or open',
  reportQr: 'QR code of the verification page',
  statement: 'What this document says',
  claimedBy: 'Signed by',
  claimedAbout: 'About',
  claimedName: 'Title',
  claimedOn: 'Issued on',

  'check.document': 'The file can be read',
  'check.data-model': 'Its form follows the standard',
  'check.context': 'Its vocabulary is known',
  'check.proof': 'The signature matches the content',
  'check.issuer': 'The issuer is known',
  'check.validity': 'It is valid today',
  'check.status': 'It has not been withdrawn',
  'check.schema': 'It follows its schema',
  'check.members': 'Every statement inside it is verified',
  'check.holder': 'It is presented by the right person',
  'check.credentials': 'The credentials presented are verified',
  'check.successor': 'No more recent version replaces it',
  'status.passed': 'yes',
  'status.failed': 'no',
  'status.warning': 'worth knowing',
  'status.skipped': 'does not apply',
  'status.unavailable': 'no answer',

  codeLabel: 'Code printed under the QR code',
  codeHint: '12 letters and digits, for example 7K3F 9QXW 2M4T.',
  verifyByCodeAction: 'Check this code',
  verifyOther: 'Check another document',
}
