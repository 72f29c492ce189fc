import type { youthErrors as original } from '../fr/youth-errors.ts'
import type { SameKeys } from '../messages.ts'

/** What `errors` says to everybody, said to a young person in their own space. */
export const youthErrors: SameKeys<typeof original> = {
  'csrf-failed': 'This page was open for a long time. Reload it and try again: nothing was changed.',
  'too-many-requests': 'Many requests at once. Try again in a minute.',
  'link-expired': 'This link is no longer valid. Ask for a new one.',
  'not-found': 'We found nothing here. Go back to your space.',
  'invalid-input': 'We do not understand one of your answers. Correct it and try again: nothing was changed.',
  'changed-meanwhile': 'Something changed meanwhile. Have another look, then save.',
  'file-not-an-image': 'We cannot open this picture. Try a JPEG, PNG or WebP photo.',
  'file-type-refused': 'We do not take this kind of file. Choose a photo, a PDF or a text.',
  'session-already-signed': 'Your session is signed already: this does not change any more.',
  'credential-withdrawn':
    'This credential was withdrawn, paused or replaced: this file can no longer be downloaded. Your space shows what stands today.',
  'not-yet-issued': 'This is not signed yet. Try again in a moment.',
  'database-unavailable': 'We cannot answer you. Try again in a moment.',
  help: 'If it goes on, tell your trainer this code: {code}.',
  unexpected: 'Something went wrong on our side. Try again in a moment.',
}
