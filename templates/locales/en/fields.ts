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
  malformed: 'This value holds invisible characters that we cannot keep.',
  verifyCode: 'This code is not complete: it has 12 letters and digits, for example 7K3F 9QXW 2M4T.',
  verifyNothing: 'Choose a file, or paste its content in the box.',
  verifyNotJson:
    'We cannot read this text: check that it is complete, from the first curly bracket to the last.',
  verifyPdf: 'This is a PDF: scan the QR code in it instead, or type the code printed underneath.',
  verifyTooDeep: 'This document is nested far too deeply to be a credential.',
  verifyTooLarge: 'This document is too large to be a credential: 1 MB at most.',
}
