import { isoInstant } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AuditEvent } from './audit-event.ts'
import { insertEvent } from './store.ts'

/** Appends one event. Pass the transaction of the change it tells: both are kept or neither. */
export async function recordEvent(db: Db, event: AuditEvent): Promise<void> {
  const { actor } = event
  await insertEvent(db, {
    at: isoInstant(event.at),
    actorKind: actor.kind,
    actorId: actor.kind === 'staff' ? actor.accountId : null,
    actorName: actor.name,
    action: event.action,
    organisationId: event.organisationId ?? null,
    subject: event.subject,
    details: event.details ?? {},
  })
}
