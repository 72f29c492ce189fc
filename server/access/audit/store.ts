import { z } from 'zod'
import { newId, type OrganisationId } from '../../kernel/ids.ts'
import { insertRows, type Db } from '../../platform/db/index.ts'
import type { AuditSubject, RecordedEvent } from './audit-event.ts'

interface AuditRow {
  id: string
  at: string
  actor_kind: string
  actor_id: string | null
  actor_name: string
  action: string
  organisation_id: OrganisationId | null
  subject_type: string
  subject_id: string
  details: string
}

const details = z.record(z.string(), z.unknown())

export async function insertEvents(db: Db, events: readonly Omit<RecordedEvent, 'id'>[]): Promise<void> {
  await insertRows(db, 'audit_events', events.map(toRow))
}

function toRow(event: Omit<RecordedEvent, 'id'>) {
  return {
    id: newId(),
    at: event.at,
    actor_kind: event.actorKind,
    actor_id: event.actorId,
    actor_name: event.actorName,
    action: event.action,
    organisation_id: event.organisationId,
    subject_type: event.subject.type,
    subject_id: event.subject.id,
    details: JSON.stringify(event.details),
  } satisfies AuditRow
}

export async function selectEvents(
  db: Db,
  filter: { subject?: AuditSubject; subjectType?: string; organisationId?: OrganisationId; limit: number },
): Promise<RecordedEvent[]> {
  const query = db<AuditRow>('audit_events')
    .select('*')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(filter.limit)
  if (filter.subject) void query.where({ subject_type: filter.subject.type, subject_id: filter.subject.id })
  if (filter.subjectType) void query.where({ subject_type: filter.subjectType })
  if (filter.organisationId) void query.where({ organisation_id: filter.organisationId })
  const rows: AuditRow[] = await query
  return rows.map(toEvent)
}

function toEvent(row: AuditRow): RecordedEvent {
  return {
    id: row.id,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    action: row.action,
    organisationId: row.organisation_id,
    subject: { type: row.subject_type, id: row.subject_id },
    details: details.parse(JSON.parse(row.details)),
  }
}
