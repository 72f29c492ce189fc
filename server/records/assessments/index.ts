// Assessments: the grid learners × competences in three voices, and the one act that signs it.
export {
  attestable,
  levelOf,
  VOICES,
  type AssessedLevel,
  type Assessment,
  type AssessmentChange,
  type AssessmentsInput,
  type Voice,
} from './assessment.ts'
export {
  problemsOf,
  setAssessments,
  writeAssessments,
  type AssessmentDeps,
  type AssessmentsResult,
} from './set-assessments.ts'
export { listSaidOf } from './list-said-of.ts'
export { readGrid, type Grid, type GridCell, type GridRow } from './read-grid.ts'
export { levelChoices, levelModel, levelWords, problemSentence, type Words } from './cell-view.ts'
export { mayAttest } from './may-attest.ts'
export { groupSheets } from './forms.ts'
export { buildAwards } from './build-awards.ts'
export type { HostStatement, HostStatements } from './host-statement.ts'
export { sessionEvidence } from './session-evidence.ts'
export {
  keepTyped,
  mergeSheet,
  parseSheetField,
  tidy,
  writeVersion,
  type Sheet,
  type SheetConflict,
} from './sheet.ts'
export type { TypedSheet } from './save-sheets.ts'
export { planSigning, type PlannedPerson, type SigningPlan } from './plan-signing.ts'
export { signSession, type SignedSession, type SignSessionDeps } from './sign-session.ts'
export { assessmentRoutes, type AssessmentRoutesDeps } from './routes.ts'
export { assessmentsKeeper } from './personal-data.ts'
