/** Evidence: what shows what a young person did. Kept with the session, never published. */
export type { Evidence, EvidenceFile, EvidenceId, EvidenceKind, OwnEvidence } from './evidence.ts'
export { addEvidence, type EvidenceDeps, type NewEvidence } from './add-evidence.ts'
export type { GivenFile } from './read-file.ts'
export { listEvidence, requireEvidence } from './find-evidence.ts'
export { removeEvidence } from './remove-evidence.ts'
export {
  addOwnEvidence,
  listOwnEvidence,
  moveOwnEvidence,
  removeOwnEvidence,
  requireOwnEvidence,
  showOwnEvidence,
  type NewOwnEvidence,
} from './own-evidence.ts'
export { evidenceForm } from './forms.ts'
export { sendFile } from './send-file.ts'
export { evidenceRoutes, FILE_FAILURES, MAX_UPLOAD_BYTES } from './routes.ts'
export { evidenceKeeper, ownEvidenceKeeper } from './personal-data.ts'
