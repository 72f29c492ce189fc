// Who did what, when: written in the same transaction as the change it tells.
export type { AuditEvent, AuditSubject, RecordedEvent } from './audit-event.ts'
export { recordEvent, recordEvents } from './record-event.ts'
export { listEvents } from './list-events.ts'
export { listEventsAbout } from './list-events-about.ts'
export { linkEvents, type AuditChainDeps } from './link-events.ts'
export { verifyTrail, type TrailFault, type TrailReport } from './verify-trail.ts'
export type { AuditHead } from './chain-store.ts'
