import { isoInstant } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AuditEvent, RecordedEvent } from './audit-event.ts'
import { insertEvents } from './store.ts'

/** Appends one event. Pass the transaction of the change it tells: both are kept or neither. */
export function recordEvent(db: Db, event: AuditEvent): Promise<void> {
  return recordEvents(db, [event])
}

/** Appends the events of one change, in their order, as {@link recordEvent} does. */
export async function recordEvents(db: Db, events: readonly AuditEvent[]): Promise<void> {
  await insertEvents(db, events.map(toRecorded))
}

function toRecorded(event: AuditEvent): Omit<RecordedEvent, 'id'> {
  const { actor } = event
  return {
    at: isoInstant(event.at),
    actorKind: actor.kind,
    actorId: actorIdOf(actor),
    actorName: actor.name,
    action: event.action,
    organisationId: event.organisationId ?? null,
    subject: event.subject,
    details: event.details ?? {},
  }
}

function actorIdOf(actor: AuditEvent['actor']): string | null {
  if (actor.kind === 'staff') return actor.accountId
  return actor.kind === 'client' ? actor.clientId : null
}
