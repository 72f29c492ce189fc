// Who did what, when: written in the same transaction as the change it tells.
export type { AuditEvent, AuditSubject, RecordedEvent } from './audit-event.ts'
export { recordEvent, recordEvents } from './record-event.ts'
export { listEvents } from './list-events.ts'
