// The proof that fits on paper: signed by the issuer, checked by whoever scans it, in Node and in a browser alike.
export {
  MAX_NAME_BYTES,
  MAX_PROOF_BYTES,
  MAX_SKILLS,
  MAX_STAYS,
  type CompactClaims,
  type CompactKey,
  type CompactReason,
  type CompactResult,
  type CompactSigner,
  type CompactSkill,
  type CompactStay,
  type CompactTrust,
  type CompactVerdict,
  type CompactVoice,
  type SkillNames,
  type VerifySignature,
} from './compact-proof.ts'
export { compactKeyId, compactKeyX } from './compact-key-id.ts'
export { MAX_DIGITS } from './digits.ts'
export { packNames } from './gone-names.ts'
export { signCompactProof } from './sign-compact-proof.ts'
export { verifyCompactProof } from './verify-compact-proof.ts'
