/** Why a credential is paused. It stays with the structure: anybody else reads that it is paused, and not why. */
export const SUSPENSION_REASONS = [
  'content-check', // a level, a date or a name is being looked at again
  'person-check', // whether it was issued to the right person
  'holder-request', // the young person asked for it
  'paper-lost', // the paper or the phone is in other hands
  'other',
] as const

export type SuspensionReason = (typeof SUSPENSION_REASONS)[number]

const isReason = (text: string): text is SuspensionReason =>
  SUSPENSION_REASONS.some((reason) => reason === text)

/** A reason of the list as it is; any other text is `other`, with the text as an internal note. */
export function parseSuspensionReason(text: string): { reason: SuspensionReason; note?: string } {
  const words = text.trim()
  if (isReason(words)) return { reason: words }
  return words === '' ? { reason: 'other' } : { reason: 'other', note: words.slice(0, 1000) }
}
