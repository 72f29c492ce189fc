import type { anyDocument as original } from '../fr/any-document.ts'
import type { SameKeys } from '../messages.ts'

export const anyDocument: SameKeys<typeof original> = {
  title: 'Check a document',
  lede: 'A passport, a badge, a certificate: as a PDF, a picture, a photo or text. No account, free of charge; all of it is read, checked, then forgotten.',
  fileLabel: 'The file, or a photo of its QR code',
  fileHint: 'PDF, picture, .json, .jwt… 5 MB at most, 10 MB for a photo.',
  drop: 'Drop it here, or choose it.',
  chosen: 'Chosen: {name}',
  dropHere: 'Let go to check',
  codeLabel: 'Or the code printed below the QR code',
  codeHint: '12 letters and digits, for example 7K3F\u00a09QXW\u00a02M4T.',
  textLabel: 'Or a link, or the content of the document',
  textHint: 'Paste what you received: an address, JSON, or text that begins with eyJ…',
  submit: 'Check',
  notFollowed: 'What it says (we did not open it):',

  'what.passport': 'A passport, which brings several credentials together',
  'what.open-badge-3': 'An Open Badges 3.0 badge',
  'what.open-badge-2': 'An Open Badges 2.0 badge',
  'what.endorsement': 'A confirmation by somebody else',
  'what.credential': 'A digital credential',
  'in.pdf': '{what}, in a PDF',
  'in.png': '{what}, in a picture',
  'in.svg': '{what}, in a picture',
  'in.qr': '{what}, in a QR code',
  'around.pages':
    'We checked the signed data attached to this PDF, not its pages: rely on what is written here.',
  'around.picture':
    'We checked the signed data inside this picture, not what it shows: rely on what is written here.',
  token: 'It is signed as a token (JWT).',
  presentation: 'It came in a presentation: we check what is inside, not who presents it.',
  others: {
    one: 'There is another one in the same place: we have only checked the first.',
    other: 'There are {count} others in the same place: we have only checked the first.',
  },

  'why.unsigned': 'This document carries no signature: anybody could have written it.',
  'why.foreignKey': 'It is signed with a key that does not belong to the issuer it names.',
  'why.keyUnknown': 'We did not find its signing key with the issuer it names.',
  'why.contradicts': 'What the signed envelope says contradicts what the document says.',
  'why.signatureExpired': 'Its signature is no longer valid since the date it carries.',
  'why.unspoken': 'It is signed in a way that we cannot check.',
  'why.baseProof': 'This is the original that its holder keeps: ask them for the version to show.',
  'why.formless': 'Its form does not follow the standard it claims.',

  'older.title': 'A badge that no signature proves',
  'older.same': 'The site {host} publishes this badge today, as you received it. Nothing else proves it.',
  'older.different': 'The site {host} publishes something else at this address today.',
  'older.withdrawn': 'The site {host} says that it withdrew this badge.',
  'older.elsewhere': 'This badge is published by {host}, which is not the site of the issuer it names.',
  'older.unreachable': 'The site {host} did not answer: we could compare nothing.',
  'older.not-asked': 'We did not compare it with what its issuer publishes.',
  'older.signed': 'It carries a signature of an older kind, which we do not check.',
  'older.explain':
    'Open Badges 2.0 badges live on their issuer’s site: they are worth what that site says of them on the day it is asked.',
  'older.next':
    'Go to the issuer’s site by a way you know already, or ask the person for an Open Badges 3.0 badge.',
  'older.claims': 'What this badge says',
  'older.issuer': 'Issuer named',
  'older.host': 'Published on',
  another: 'Check another document',

  'problem.nothing': 'Choose a file, paste some content or type a code.',
  'problem.code': 'This is not a code: it has 12 letters and digits.',
  'problem.address':
    'This is not the address of one of our documents. Download the file it shows, then drop it here.',
  'problem.qr-address': 'This QR code leads to another site: we did not open it.',
  'problem.qr-other': 'This QR code holds something other than a credential.',
  'problem.not-recognised': 'We recognise neither a passport nor a badge nor a credential in it.',
  'problem.too-large': 'This is larger than what we read. Scan its QR code instead.',
  'problem.too-deep': 'This content is nested too deeply to be read.',
  'problem.too-slow': 'Reading it takes too long. Scan its QR code instead.',
  'problem.busy': 'Many people are checking right now: try again in a few seconds.',
  'problem.damaged': 'This file is damaged or incomplete. Ask for it to be sent again.',
  'problem.pdf-without-attachment': 'This PDF holds no signed data. If it shows a QR code, scan it.',
  'problem.pdf-encrypted': 'This PDF is protected by a password. Scan its QR code instead.',
  'problem.picture-without-code':
    'We see neither a badge nor a QR code in this picture. Take the photo again, closer, flat and without glare.',
  'problem.picture-too-large': 'This picture has too many pixels. Crop it around the QR code.',
  'problem.picture-format': 'This kind of picture is not read here. Save it as JPEG or PNG.',
  'problem.svg-with-entities': 'This SVG picture holds definitions that we do not open, to be safe.',
  'problem.svg-without-badge': 'This SVG picture holds no badge.',
  'problem.archive': 'This is an archive or an office document. Drop the file that is inside.',
  'problem.not-a-credential': 'This data is neither a credential nor a badge.',
  'problem.badge-class':
    'This file describes a badge; it does not say who received it. Ask for the person’s own badge.',
  'problem.europass':
    'This is a European Digital Credential (Europass). Its seal can be checked on the European Union’s Europass site.',
  'problem.sd-jwt': 'This is a wallet credential (SD-JWT), which we cannot check yet.',
  'problem.jwt-presentation':
    'This is a presentation as a token, made for one recipient only. Ask for the credential itself.',
  'problem.jwt-other': 'This is a token (JWT), but it carries no credential that we can read.',
}
