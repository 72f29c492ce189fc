import type { errors as original } from '../fr/errors.ts'
import type { SameKeys } from '../messages.ts'

export const errors: SameKeys<typeof original> = {
  'not-signed-in': 'Sign in to go on.',
  'youth-not-recognised': 'Scan your slip, or type its code, to go on.',
  'token-missing': 'This address is for programs that show a token (Authorization: Bearer …).',
  'token-refused':
    'This token opens nothing here: it is incomplete, replaced, past its last day or disabled. Ask the platform for a new one.',
  'scope-missing': 'This token does not give this right: {scope}. Ask the platform for it.',
  forbidden: 'Your role does not allow this. The coordinator of your organisation can help.',
  'csrf-failed':
    'This page stayed open too long, or your browser refuses cookies. Allow them for this site, reload the page and try again: nothing was changed.',
  'login-failed': 'We do not recognise this address or password. Check them and try again.',
  'too-many-requests': 'Many requests at once. Try again in a minute.',
  'link-expired': 'This link no longer works. Ask the person who sent it for a new one.',
  'link-unknown': 'We do not recognise this link. Check that it is complete, or ask for a new one.',
  'second-factor-needed':
    'Your role asks for a second way of recognising you. Add it on the Security page of your account, then go on.',
  'code-refused': 'This code is not recognised. Take the code shown right now, or a recovery code.',
  'passkey-refused': 'This passkey was not recognised. You can try again, or choose another way in.',
  'passkeys-unavailable':
    'Passkeys only work at an https address with a domain name. Every other way in stays open.',
  'sign-on-unavailable':
    'Signing in through your organisation is not answering right now. Try again in a few minutes, or use your password.',
  'sign-on-refused':
    'Your organisation did not recognise you this time, or the page stayed open too long. Start again from the sign-in page.',
  'sign-on-unknown':
    'Your organisation recognises you, but there is no account here for this address. Ask the coordinator of your structure for an invitation.',
  'sign-on-unverified':
    'Your organisation has not verified your e-mail address yet. Verify it there, then start again.',
  'not-found': 'There is nothing at this address. Check it, or go back to the home page.',
  'invalid-input': 'One value could not be understood. Put it right and try again: nothing was changed.',
  'body-too-large': 'This is too heavy for us: {max} MB at most.',
  'malformed-json': 'This text is not readable JSON. Check that it is complete.',
  'json-too-deep': 'This JSON has more than {max} levels: we did not read it.',
  'unsupported-media-type': 'This way of sending is not supported here.',
  'method-not-allowed': 'This address does not accept this request.',
  'file-too-large': 'This file is too heavy: {max} MB at most.',
  'file-not-an-image': 'This file is not a picture we can open. Try a JPEG, PNG or WebP photo.',
  'file-type-refused': 'This kind of file is not accepted. Choose a photo, a PDF or a text.',
  'file-not-a-table': 'We cannot read this file as a table. Send an Excel workbook (.xlsx) or a CSV file.',
  'file-empty': 'This file is empty: it needs a row of titles and one row per young person.',
  'too-many-rows': 'This table has {rows} rows; we take {max} at most. Split it into several files.',
  'import-has-errors': 'Some cells need correcting: nothing was imported.',
  'session-already-signed': 'This session is already signed: its levels no longer change.',
  'nothing-to-publish': 'Nothing has changed since the last publication.',
  'nothing-to-sign': 'There is nothing to sign in this session yet.',
  'changed-meanwhile': 'Somebody changed this page in the meantime. Check the values and save again.',
  'already-exists': 'This already exists.',
  'structure-closed':
    'The organisation “{name}” is closed: nothing new can be added to it. What it signed remains valid, and the platform can open it again.',
  'merge-undecided':
    'A few records need your decision before these organisations can become one: nothing was changed.',
  'already-suspended': 'This credential is already suspended: you can lift the suspension.',
  'not-suspended': 'This credential is not suspended: there is nothing to lift.',
  'nothing-to-correct': 'No valid credential is concerned: there is nothing to sign again.',
  'correction-pending':
    'Some credentials are still waiting for their signature. Resume the signing on the session’s page, then correct.',
  'already-revoked': 'This credential is already withdrawn.',
  'credential-erased': 'This document was erased at the person’s request. We keep nothing of it.',
  'credential-withdrawn':
    'This credential was withdrawn, suspended or replaced: it is no longer given as it was.',
  'not-yet-issued': 'This credential is not signed yet. Try again in a moment.',
  'credential-private':
    'This document is private for now: the person it belongs to can show it to you themselves.',
  'of-age': 'This person is of age: the passport is theirs alone, and nobody else has an agreement to give.',
  'schema-mismatch': 'This credential does not have the expected form: it was not signed.',
  'passport-too-large':
    'This passport would hold more credentials than can be verified at once: it was not signed. The credentials themselves stay valid.',
  'signature-check-failed': 'The signature did not pass our own check: it was not stored.',
  'keys-locked': 'The signing keys do not open with this passphrase (KEYS_PASSPHRASE).',
  'keys-incomplete':
    'The folder {folder} holds signing keys but no {file}, without which none of them opens. Restore that folder from its backup.',
  'key-missing':
    'The signing key {key} is not in the keys folder (KEYS_DIR). Restore that folder from its backup, or rotate the key.',
  'key-compromised':
    'This key was declared compromised: it no longer signs anything, and that cannot be undone.',
  'key-not-compromised':
    'This key is not compromised: what it signed can be verified everywhere, there is nothing to sign again.',
  'key-token-unavailable':
    'The security module (PKCS#11) does not answer as expected: {reason}. Check PKCS11_MODULE and PKCS11_TOKEN.',
  'key-token-locked': 'The security module (PKCS#11) refuses this PIN: check PKCS11_PIN.',
  'keys-unprotected':
    'The folder {folder} is not protected by a passphrase: the backup would contain what it takes to sign. Choose one (passerelle keys passphrase), or add --accept-unprotected.',
  'backup-needs-pg-dump':
    'The database is on PostgreSQL: back it up with pg_dump, and add --without-database to back up keys and files here.',
  'restore-needs-sqlite':
    'This backup holds an SQLite database, and DATABASE_URL names PostgreSQL: restore it without DATABASE_URL, or make the backup with --without-database.',
  'backup-damaged':
    'This backup is no longer as it was written: {file}. Nothing was changed: try another one.',
  'folder-not-empty': 'This folder is not empty: {folder}. Choose a new one.',
  'installation-not-empty':
    'There is an installation here already: {folder}. Add --force to set it aside and replace it.',
  'installation-in-use':
    'A server still uses this database: {file}. Stop it, then try again. Nothing was changed.',
  'not-a-backup':
    'This folder is not a backup of Passerelle: {folder}. Give the one that “passerelle backup” wrote.',
  'conformance-refused': 'The conformance trial mode does not start: {why}',
  'configuration-invalid': 'A setting could not be understood: {name}. {hint}',
  'database-unavailable': 'The database does not answer. Try again in a moment.',
  unexpected: 'Something went wrong on our side. Try again in a moment.',
}
