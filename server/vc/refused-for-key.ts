import type { Check, VerificationResult } from './verification-result.ts'

/** What may be wrong beside the key without making the document a forgery. */
const APART: ReadonlySet<Check['name']> = new Set(['issuer', 'validity', 'status', 'successor'])

/**
 * Whether a document is not authentic for nothing but a compromised key, its own or that of credentials inside it:
 * nothing was changed in it that we know of, and it may well say what is true.
 */
export function isRefusedForKey({ verdict, checks, members = [] }: VerificationResult): boolean {
  if (verdict !== 'not-authentic') return false
  const reasons = checks.filter(({ status, name }) => status === 'failed' && !APART.has(name))
  const forged = members.filter((member) => member.verdict === 'not-authentic')
  const isOfAKey = ({ code }: Check): boolean =>
    code === 'key-compromised' ||
    (code === 'member-not-authentic' && forged.length > 0 && forged.every(isRefusedForKey))
  return reasons.length > 0 && reasons.every(isOfAKey)
}
