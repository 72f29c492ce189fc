import type { Db } from '../../platform/db/index.ts'
import type { AuditSubject, RecordedEvent } from './audit-event.ts'
import { selectEventsAbout } from './store.ts'

/** The newest events about any of these subjects first: what was done with everything that concerns one person. */
export async function listEventsAbout(
  db: Db,
  subjects: readonly AuditSubject[],
  limit = 500,
): Promise<RecordedEvent[]> {
  return selectEventsAbout(db, subjects, limit)
}
