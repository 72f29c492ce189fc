// The proof that a printed passport carries in its QR code: made once, kept, and what devices need to judge it.
export { compactProofOf, type CompactProofDeps } from './compact-proof-of.ts'
export { trustList, type TrustListDeps } from './trust-list.ts'
export { skillNames } from './skill-names.ts'
export { compactProofsKeeper } from './personal-data.ts'
