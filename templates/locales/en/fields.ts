import type { fields as original } from '../fr/fields.ts'
import type { SameKeys } from '../messages.ts'

export const fields: SameKeys<typeof original> = {
  required: 'This cannot stay empty.',
  invalid: 'We do not recognise this value.',
  tooLong: 'A little long: {max} characters at most.',
  tooShort: 'A little short: at least {min} characters.',
  email: 'This does not look like an e-mail address (name@example.org).',
  date: 'There is no such date. Write it like this: 03/07/2026.',
  endBeforeStart: 'The end comes before the start: check both dates.',
  url: 'We do not recognise this web address. It starts with https://',
  choice: 'Choose one of the answers.',
  namesake: 'Two people of the structure bear this name. Give the date of birth to say which.',
  malformed: 'This value holds invisible characters that we cannot keep.',
  verifyCode: 'This code is not complete: it has 12 letters and digits, for example 7K3F 9QXW 2M4T.',
  verifyNothing: 'Choose a file, or paste its content in the box.',
  verifyNotJson:
    'We cannot read this text: check that it is complete, from the first curly bracket to the last.',
  verifyPdf: 'This is a PDF: scan the QR code in it instead, or type the code printed underneath.',
  verifyTooDeep: 'This document is nested far too deeply to be a credential.',
  verifyTooLarge: 'This document is too large to be a credential: 1 MB at most.',
  changedMeanwhile: 'Somebody changed this cell in the meantime: check it, then save again.',
  competence: 'This competence is not part of this session.',
  level: 'This competence has no such level: choose one from the list.',
  chooseOne: 'Tick at least one competence or language.',
  lastTrainer: 'The team needs at least one person: add somebody else first.',
  slipCode: 'This code is not complete: it has 16 letters and digits, for example 7K3F 9QXW 2M4T 8ABC.',
  accountClosed: 'This account is closed. Somebody who administers the platform can open it again.',
  accountExists: 'There is already an account with this address.',
  memberExists: 'This person is already in the team, with this role or more.',
  notYourself: 'You cannot remove yourself: ask somebody else.',
  organisationExists: 'A structure of the network already has this name.',
  passwordCommon: 'This password is among the first that people guess. Try a few unrelated words.',
  passwordPersonal:
    'This password looks like your name or address. Try a few words that have nothing to do with you.',
  passwordShort: 'A little longer still: at least {min} characters.',
}
