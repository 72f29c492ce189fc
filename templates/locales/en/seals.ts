import type { SameKeys } from '../messages.ts'
import type { seals as french } from '../fr/seals.ts'

/** Structures' seals on passports. */
export const seals = {
  reason: 'Skills passport drawn up by the structure',
  label: 'Digital signature of the structure',
  cli: 'seals: the digital signature of structures on PDF passports',
  cliAdd: 'gives a structure the certificate that its PDF passports are signed with',
  cliStructure: 'the structure, by its identifier (mission-locale-de-vichy)',
  cliCertificate: 'its certificate and those of whoever issued it, in PEM',
  cliKey: 'the private key of the certificate, in PEM',
  cliP12: 'certificate and key in one file (.p12, .pfx), instead of --certificate and --key',
  cliPassphraseFile: 'file whose first line is the passphrase of the key (asked for otherwise)',
  cliList: 'lists seals and how long they are valid',
  cliRemove: 'removes a structure’s seal and its key; what is signed stays signed',
  passphraseAsk: 'Passphrase of the key: ',
  added: '{structure}: passports printed one by one will be signed “{name}”, until {date}.',
  addedLater: '{structure}: “{name}” will sign passports from {date} on.',
  endsSoon: 'Careful: this certificate expires in less than thirty days.',
  alone:
    'Careful: without the certificates of whoever issued it, PDF readers will not recognise the structure.',
  none: 'No structure has a seal. To add one: passerelle seals add',
  removed: '{structure}: the seal is removed. Passports already signed stay signed.',
  nothingToRemove: '{structure} had no seal. Nothing has changed.',
  'state-valid': 'valid',
  'state-not-yet-valid': 'not yet valid',
  'state-expired': 'expired',
  'state-unreadable': 'unreadable here: add it again',
  filesMissing: 'Give --certificate and --key, or --p12.',
  certificateUnread: 'This file holds no readable PEM certificate (one to eight).',
  certificateExpired: 'This certificate expired on {date}. Ask your provider for another.',
  certificateUsage: 'This certificate was not made to sign documents (key usage).',
  keyUnread: 'This file holds no readable PEM private key.',
  keyOfAnother: 'This key goes with none of the certificates in the file.',
  keyUnsuited:
    'PDF readers do not check this kind of key: it takes RSA (2048 bits at least), P-256 or P-384.',
  passphraseRefused: 'The key is protected: this passphrase does not open it, or there is none.',
  p12Unread: 'This .p12 file does not open. If its format is an old one, convert it to PEM (README).',
  neutralLabel:
    'This structure goes by a neutral label: a certificate in its name would tell on every passport what the label keeps quiet.',
} satisfies SameKeys<typeof french>
