/**
 * The compact proof: what a passport's front page says, signed, small enough to travel as digits in the same QR code as
 * the address of the page of verification (design, section 6).
 */

/** A stay abroad as the paper tells it. */
export interface CompactStay {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Month of its first day, YYYY-MM. */
  readonly from: string
  /** Whole months, rounded; 0 for less than a month. */
  readonly months: number
}

/** Who says so: the young person alone, the structure's trainer, or the host abroad as well. */
export type CompactVoice = 'declared' | 'attested' | 'confirmed'

export interface CompactSkill {
  /** Which competence: see {@link SkillNames}. Never reused. */
  readonly number: number
  /** 1 is the first level. */
  readonly level: number
  /** How many levels the competence has: 4 of autonomy, 6 of the CEFR. Signed, so that « 3 sur 4 » needs no names. */
  readonly of: number
  /** The strongest voice that gives this level. */
  readonly voice: CompactVoice
}

export interface CompactClaims {
  /** 12 Crockford symbols: the passport's public code. A proof counts for no other. */
  readonly code: string
  /** The holder's name; one of more than {@link MAX_NAME_BYTES} ends in « … ». */
  readonly name: string
  /** Month in which the passport was issued, YYYY-MM. */
  readonly issued: string
  /** The newest first, at most {@link MAX_STAYS}. */
  readonly stays: readonly CompactStay[]
  /** At most {@link MAX_SKILLS}. */
  readonly skills: readonly CompactSkill[]
}

export const MAX_SKILLS = 16
export const MAX_STAYS = 4
/** Of the name, in UTF-8. */
export const MAX_NAME_BYTES = 64
/**
 * Of the whole proof: what is longer is not read any further. The limits above come to 236, which behind an address of a
 * hundred characters still is a symbol of version 16: 45 mm on paper at half a millimetre a module.
 */
export const MAX_PROOF_BYTES = 300

/** A public key of ours as a device keeps it. */
export interface CompactKey {
  /** Hex of 4 bytes that name it inside a proof: {@link compactKeyId}. */
  readonly id: string
  /** Raw Ed25519 public key (RFC 8032, 5.1.5), base64url. */
  readonly x: string
  /** Who signs with it, as people know them today. */
  readonly issuer: string
  readonly email?: string
  readonly state: 'active' | 'retired' | 'compromised'
  /** When it was retired, ISO instant: it signed nothing that was issued later. */
  readonly until?: string
}

/** What a device needs to judge a proof by itself, and how old it is. */
export interface CompactTrust {
  /** ISO instant: what happened later is not in it. */
  readonly madeAt: string
  readonly keys: readonly CompactKey[]
  /**
   * Each a set of codes of passports: base64url of their sorted 6-byte SHA-256 prefixes ({@link packNames}). `superseded`
   * names single proofs by their digits too: those that tell a competence which stands no more.
   */
  readonly gone: { readonly revoked: string; readonly suspended: string; readonly superseded: string }
}

/** The competences' words in one language, by number. */
export interface SkillNames {
  readonly [number: number]: { readonly name: string; readonly levels: readonly string[] }
}

export type CompactVerdict =
  'verified' | 'not-yet-valid' | 'suspended' | 'superseded' | 'revoked' | 'not-authentic' | 'unverifiable-now'

/** Why it is not simply `verified`. */
export type CompactReason =
  | 'not-readable' // truncated, mangled, or spelt in another way than ours: not-authentic
  | 'signature' // not over these words with this key: not-authentic
  | 'other-code' // a true proof, of another passport: not-authentic
  | 'key-compromised' // somebody else may have signed: not-authentic
  | 'key-retired-before' // issued after its key had stopped signing: not-authentic
  | 'key-unknown' // newer than the keys we have, or nobody's of ours: unverifiable-now
  | 'no-ed25519' // this device cannot check: unverifiable-now
  | 'trust-not-readable' // the keys we have are damaged: unverifiable-now
  | 'revoked'
  | 'suspended'
  | 'superseded'
  | 'future' // issued in a month that has not begun: not-yet-valid

export interface CompactResult {
  readonly verdict: CompactVerdict
  /** Absent when verified. */
  readonly reason?: CompactReason
  /** What was signed; only when the signature holds, with a key that may be believed, for this very code. */
  readonly claims?: CompactClaims
  /** The key that signed. Also there when it was compromised or retired before, so that its owner can be named. */
  readonly key?: CompactKey
}

/** Checks an Ed25519 signature strictly (RFC 8032, 5.1.7); for a browser whose WebCrypto does not know it. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>

/** Who signs proofs: a key of ours, wherever it rests. */
export interface CompactSigner {
  /** {@link compactKeyId} of its public key. */
  readonly keyId: string
  /** Ed25519 over the bytes themselves: 64 bytes (RFC 8032). */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}
