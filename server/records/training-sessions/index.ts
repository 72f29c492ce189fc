// Training sessions before and after a stay: who comes, who trains, when it is signed.
export {
  SESSION_KINDS,
  type NewSession,
  type SessionKind,
  type SessionSummary,
  type SessionTrainer,
  type TrainingSession,
} from './training-session.ts'
export {
  ATTENDANCES,
  OBSERVATION_MAX,
  weeksOf,
  type Attendance,
  type Enrolment,
  type EnrolmentInput,
  type EnrolmentResult,
  type SendingStructure,
} from './enrolment.ts'
export { createSession, type SessionDeps } from './create-session.ts'
export { addCompetences } from './add-competences.ts'
export { findSession, listSessions } from './find-sessions.ts'
export { requireLockedSession, requireOpenSession, requireSessionAccess } from './require-session-access.ts'
export { enrol } from './enrol-learner.ts'
export { setAttendance, setObservation, writeObservation } from './change-enrolment.ts'
export { listEnrolments, requireEnrolment } from './list-enrolments.ts'
export { addTrainer, listTrainers, removeTrainer } from './change-trainers.ts'
export { markSessionSigned } from './mark-session-signed.ts'
export { countSessions, joinEnrolments, moveSessions, openSessionsOfBoth } from './take-over-sessions.ts'
export { sessionRoutes, type SessionRoutesDeps } from './routes.ts'
