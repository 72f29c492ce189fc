/** Evidence: what shows what a young person did. Kept with the session, never published. */
export type { Evidence, EvidenceFile, EvidenceId, EvidenceKind } from './evidence.ts'
export { addEvidence, type EvidenceDeps, type NewEvidence } from './add-evidence.ts'
export type { GivenFile } from './read-file.ts'
export { listEvidence, requireEvidence } from './find-evidence.ts'
export { removeEvidence } from './remove-evidence.ts'
export { evidenceRoutes } from './routes.ts'
