import type { JsonObject } from '../json-value.ts'
import { unavailable } from '../verification-result.ts'
import type { Check } from '../verification-result.ts'
import { boundDocument } from './bounded-document.ts'
import { memberCredentials } from './member-credentials.ts'

/** A collection inside a collection is as deep as we look. */
const MAX_NESTING = 2
const MAX_MEMBERS = 200

/** As many members and characters as one of our proofs adds. */
const PROOF = { a: 'proof'.repeat(100), b: '', c: '', d: '', e: '', f: '', g: '', h: '' }

/** Collections of which we do not look at every member: nothing is said about them, neither good nor bad. */
export function refuseMembers(members: readonly JsonObject[], nesting: number): Check | undefined {
  if (members.length > MAX_MEMBERS)
    return unavailable('members', 'too-large', { detail: `more than ${MAX_MEMBERS} credentials` })
  if (nesting >= MAX_NESTING)
    return unavailable('members', 'too-deep', { detail: `more than ${MAX_NESTING} collections` })
  return undefined
}

/**
 * Whether `unsigned`, once it has its proof, would be too big for our own verification: signed like that, it could never
 * be shown to anybody. Undefined when it fits.
 */
export function exceedsLimits(unsigned: JsonObject): Check | undefined {
  const bounded = boundDocument({ ...unsigned, proof: PROOF })
  if ('check' in bounded) return bounded.check
  return refuseMembers(memberCredentials(unsigned), 0)
}
