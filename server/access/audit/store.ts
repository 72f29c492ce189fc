import { z } from 'zod'
import type { OrganisationId } from '../../kernel/ids.ts'
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

interface WithNote {
  note: string | null
}

const details = z.record(z.string(), z.unknown())

export async function insertEvents(db: Db, events: readonly RecordedEvent[]): Promise<void> {
  await insertRows(db, 'audit_events', events.map(toRow))
  const noted = events.flatMap(({ id, note }) => (note === null ? [] : [{ event_id: id, note }]))
  await insertRows(db, 'audit_notes', noted)
}

function toRow(event: RecordedEvent) {
  return {
    id: event.id,
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

/** Events with their notes, the newest first. */
const newestEvents = (db: Db, limit: number) =>
  db('audit_events')
    .leftJoin('audit_notes', 'audit_notes.event_id', 'audit_events.id')
    .select('audit_events.*', 'audit_notes.note')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)

export async function selectEvents(
  db: Db,
  filter: { subject?: AuditSubject; subjectType?: string; organisationId?: OrganisationId; limit: number },
): Promise<RecordedEvent[]> {
  const query = newestEvents(db, filter.limit)
  if (filter.subject) void query.where({ subject_type: filter.subject.type, subject_id: filter.subject.id })
  if (filter.subjectType) void query.where({ subject_type: filter.subjectType })
  if (filter.organisationId) void query.where({ organisation_id: filter.organisationId })
  const rows = (await query) as (AuditRow & WithNote)[]
  return rows.map(toEvent)
}

/** Events of any of these subjects, the newest first. */
export async function selectEventsAbout(
  db: Db,
  subjects: readonly AuditSubject[],
  limit: number,
): Promise<RecordedEvent[]> {
  const query = newestEvents(db, limit).where((any) => {
    for (const type of new Set(subjects.map((subject) => subject.type))) {
      const ids = subjects.filter((subject) => subject.type === type).map(({ id }) => id)
      void any.orWhere((of) => void of.where({ subject_type: type }).whereIn('subject_id', ids))
    }
  })
  if (subjects.length === 0) return []
  const rows = (await query) as (AuditRow & WithNote)[]
  return rows.map(toEvent)
}

function toEvent(row: AuditRow & WithNote): RecordedEvent {
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
    note: row.note,
  }
}
