/**
 * Why a young person may have fewer opportunities than others: the eight kinds of obstacle of the Erasmus+ and European
 * Solidarity Corps inclusion strategy (guidelines of 29 April 2021). Some say something about health, origin or belief
 * (GDPR, art. 9). The order is part of what is stored: new ones go to the end.
 */
export const SUPPORT_NEEDS = ['DIS', 'HEA', 'EDU', 'CUL', 'SOC', 'ECO', 'DISC', 'GEO'] as const
export type SupportNeed = (typeof SUPPORT_NEEDS)[number]

/** Nobody has to answer; and to answer that one does not wish to is an answer. */
export type SupportAnswer =
  { readonly declined: true } | { readonly declined: false; readonly needs: readonly SupportNeed[] }

/** Below this number of people none is shown: a small number beside a small town says who it is. */
export const SUPPORT_THRESHOLD = 11

// layout of the content, the same length whatever was answered
const LAYOUT = 1
const LENGTH = 16

/** The answer as bytes whose number says nothing about it. */
export function packAnswer(answer: SupportAnswer): Uint8Array {
  const bytes = new Uint8Array(LENGTH)
  bytes[0] = LAYOUT
  if (answer.declined) return bytes
  bytes[1] = 1
  bytes[2] = SUPPORT_NEEDS.reduce(
    (bits, need, place) => bits | (answer.needs.includes(need) ? 1 << place : 0),
    0,
  )
  return bytes
}

/** @throws RangeError for bytes that {@link packAnswer} did not make */
export function unpackAnswer(bytes: Uint8Array): SupportAnswer {
  const [layout, given, bits = 0] = bytes
  if (bytes.length !== LENGTH || layout !== LAYOUT) throw new RangeError('support needs of an unknown layout')
  if (given !== 1) return { declined: true }
  return { declined: false, needs: SUPPORT_NEEDS.filter((_, place) => (bits & (1 << place)) !== 0) }
}
