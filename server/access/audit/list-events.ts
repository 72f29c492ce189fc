import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AuditSubject, RecordedEvent } from './audit-event.ts'
import { selectEvents } from './store.ts'

/** The newest events first: of one subject or kind of subject, of one structure, or both; 100 unless told. */
export async function listEvents(
  db: Db,
  filter: {
    subject?: AuditSubject
    subjectType?: string
    organisationId?: OrganisationId
    limit?: number
  } = {},
): Promise<RecordedEvent[]> {
  return selectEvents(db, { ...filter, limit: filter.limit ?? 100 })
}
