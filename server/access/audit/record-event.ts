import { isoInstant } from '../../kernel/clock.ts'
import { newTimeOrderedId } from '../../kernel/ids.ts'
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

function toRecorded(event: AuditEvent): RecordedEvent {
  const { actor } = event
  return {
    id: newTimeOrderedId(event.at),
    at: isoInstant(event.at),
    actorKind: actor.kind,
    actorId: actorIdOf(actor),
    actorName: actorNameOf(actor),
    action: event.action,
    organisationId: event.organisationId ?? null,
    subject: event.subject,
    details: event.details ?? {},
    note: event.note ?? null,
  }
}

function actorIdOf(actor: AuditEvent['actor']): string | null {
  switch (actor.kind) {
    case 'staff':
      return actor.accountId
    case 'client':
      return actor.clientId
    case 'host':
      return actor.mobilityId
    case 'learner':
    case 'guardian':
      return actor.learnerId
    case 'system':
      return null
  }
}

/** Who does this for a living is named. Of a young person, their family and their host the trail keeps an id alone. */
function actorNameOf(actor: AuditEvent['actor']): string {
  return actor.kind === 'learner' || actor.kind === 'host' || actor.kind === 'guardian' ? '' : actor.name
}
