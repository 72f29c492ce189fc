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
export { announce } from './announce.ts'
export { createSession, type SessionDeps } from './create-session.ts'
export { addCompetences, writeCompetences } from './add-competences.ts'
export { findSession, listSessions } from './find-sessions.ts'
export {
  actingIn,
  reachOf,
  requireLockedSession,
  requireOpenSession,
  requirePreparation,
  requireSessionAccess,
  type SessionReach,
} from './require-session-access.ts'
export { halfDaysOf, MARKS, type HalfDay, type HalfDayTally, type Mark } from './half-day.ts'
export { followHalfDays, markAttendance, markText, type MarksInput } from './mark-attendance.ts'
export { editSession, type EditInput, type LeavingCompetence } from './edit-session.ts'
export { addPartner, removePartner } from './share-session.ts'
export { sessionStructures, structuresOf, type Structure } from './structures.ts'
export { enrolKnown, enrolNewcomer, searchCandidates } from './enrol-by-hand.ts'
export { removeEnrolment } from './remove-enrolment.ts'
export { listPool, searchPool, setPoolPlace } from './trainer-pool.ts'
export { dropTemplate, keepTemplate, listTemplates } from './keep-template.ts'
export { prepareSession } from './prepare-session.ts'
export { listSeats, requireOwnOpenSession, type Seat } from './find-seats.ts'
export { enrol, type EnrolDeps, type StayEnrolled } from './enrol-learner.ts'
export { setAttendance, setObservation, writeObservation } from './change-enrolment.ts'
export { listEnrolments, requireEnrolment } from './list-enrolments.ts'
export { addTrainer, listTrainers, removeTrainer } from './change-trainers.ts'
export { attestorOf } from './attestor-of.ts'
export { markSessionSigned } from './mark-session-signed.ts'
export { countSessions, joinEnrolments, moveSessions, openSessionsOfBoth } from './take-over-sessions.ts'
export { sessionRoutes, type SessionRoutesDeps } from './routes.ts'
export { attendanceKeeper, enrolmentsKeeper } from './personal-data.ts'
export { parseDay } from './forms.ts'
