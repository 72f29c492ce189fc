import type { Verdict } from './verification-result.ts'

/** The colour a verdict is shown in; never the only carrier of meaning: each has its own words and its own shape. */
export const VERDICT_TONES: Readonly<Record<Verdict, 'green' | 'amber' | 'slate' | 'red'>> = {
  verified: 'green',
  'not-yet-valid': 'amber',
  expired: 'amber',
  suspended: 'amber',
  superseded: 'amber',
  'issuer-unknown': 'amber',
  revoked: 'red',
  'not-authentic': 'red',
  'unverifiable-now': 'slate',
  private: 'slate',
  'not-found': 'slate',
}
