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
export { setAssessments, type AssessmentDeps, type AssessmentsResult } from './set-assessments.ts'
export { readGrid, type Grid, type GridCell, type GridRow } from './read-grid.ts'
export { planSigning, type PlannedPerson, type SigningPlan } from './plan-signing.ts'
export { signSession, type SignedSession, type SignSessionDeps } from './sign-session.ts'
export { assessmentRoutes, type AssessmentRoutesDeps } from './routes.ts'
