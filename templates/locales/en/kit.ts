import type { SameKeys } from '../messages.ts'
import type { kit as original } from '../fr/kit.ts'

export const kit: SameKeys<typeof original> = {
  title: 'Verify without a connection',
  lede: 'This page checks the credentials and passports issued through {platform}, even if the website is gone. Everything happens in your browser: nothing is sent.',
  made: 'Copy made on {date}. What was issued or withdrawn since then is not in it.',
  fileLabel: 'File of the credential or passport',
  fileHint: 'A .json file, or the PDF passport as it was handed over: the signed data is attached to it.',
  textLabel: 'Or its content, pasted here',
  textHint: 'Text that begins with a brace {.',
  drop: 'You can also drop the file anywhere on this page.',
  action: 'Verify',
  answer: 'Result of the verification',
  noScript: 'This page needs JavaScript: it is your browser that does the checking.',
  tooOld:
    'This browser cannot check these signatures, or this page is served without https. Open it in a recent browser, or straight from its folder.',
  nothing: 'Choose a file, or paste its content into the box.',
  notJson: 'We cannot read this text: check that it is complete, from the first brace to the last.',
  pdfWithoutJson:
    'We find no signed data in this PDF. Use the file as it was handed over, neither printed nor saved again, or its .json file.',
  tooLarge: 'This file is too heavy to be a passport: 20 MB at most.',
  age: 'Withdrawals checked as of {date} ({ago}).',
  verifiedSentence: 'Issued by {issuer} on {date}. It was not withdrawn on the date below.',
  verifiedProves:
    'This document was signed by {issuer} and nothing in it has changed since. On the day of this copy it had not been withdrawn.',
  verifiedNext: 'A question about these skills? Write to the organisation that attests them.',
  unverifiableNext:
    'This copy does not hold what an answer needs: the keys of this issuer, or its list of withdrawals. Look for a newer copy, or write to the organisation.',
  suspendedNext: 'Write to the organisation, or look for a newer copy of this page.',
  supersededNext: 'Ask the person for the newer version: it is verified in the same way.',
  others: 'Stays and training',
  fallen: 'Please disregard',
  footer: 'This copy is worth as much as the place where you found it.',
  command: 'writes copies of what we publish',
  commandKit: 'writes a folder that verifies our credentials without the server, opened in a browser',
  commandOut: 'folder to create (an older copy is replaced)',
  written: { one: '{count} file written to {out}', other: '{count} files written to {out}' },
  fingerprint: 'Fingerprint to publish elsewhere (SHA-256 of manifest.json): {digest}',
}
