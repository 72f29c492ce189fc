/** Why a credential is withdrawn, as anybody may read it. What is behind it stays with the structure. */
export const REVOCATION_REASONS = [
  'issued-in-error', // it should not have been issued at all
  'content-wrong', // a level, a date or a name was wrong; a corrected one may follow
  'person-wrong', // it was issued to somebody else
  'holder-request', // the young person asked for it
  'key-compromised', // the key that signed it is not trusted any more
  'other',
] as const

export type RevocationReason = (typeof REVOCATION_REASONS)[number]

const isReason = (text: string): text is RevocationReason =>
  REVOCATION_REASONS.some((reason) => reason === text)

/** A reason of the list as it is; any other text is `other`, with the text as a note that stays internal. */
export function parseRevocationReason(text: string): { reason: RevocationReason; note?: string } {
  const words = text.trim()
  if (isReason(words)) return { reason: words }
  return words === '' ? { reason: 'other' } : { reason: 'other', note: words.slice(0, 1000) }
}
