import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, OrganisationId, TrainingSessionId } from '../../kernel/ids.ts'
import { LOCALES } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import type { HalfDay } from './half-day.ts'
import { SESSION_KINDS, type TrainingSession } from './training-session.ts'

const optional = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined)

/** A session as it is stored. */
export const sessionRow = z
  .object({
    id: z.string().transform((id) => id as TrainingSessionId),
    organisation_id: z.string().transform((id) => id as OrganisationId),
    kind: z.enum(SESSION_KINDS),
    title: z.string(),
    place: optional,
    starts_on: z.string().transform((day) => day as IsoDate),
    ends_on: z.string().transform((day) => day as IsoDate),
    locale: z.enum(LOCALES),
    framework_id: z.string(),
    competences: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
    half_days: z
      .string()
      .nullable()
      .transform((json) =>
        json === null ? undefined : (z.array(z.string()).parse(JSON.parse(json)) as HalfDay[]),
      ),
    created_at: z.string(),
    signed_at: optional,
    signed_by_name: optional,
  })
  .transform((row): TrainingSession => ({
    id: row.id,
    organisationId: row.organisation_id,
    kind: row.kind,
    title: row.title,
    place: row.place,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    locale: row.locale,
    frameworkId: row.framework_id,
    competences: row.competences,
    halfDays: row.half_days,
    createdAt: row.created_at,
    signedAt: row.signed_at,
    signedByName: row.signed_by_name,
  }))

export async function insertSession(db: Db, session: TrainingSession): Promise<void> {
  await db('training_sessions').insert({
    id: session.id,
    organisation_id: session.organisationId,
    kind: session.kind,
    title: session.title,
    place: session.place ?? null,
    starts_on: session.startsOn,
    ends_on: session.endsOn,
    locale: session.locale,
    framework_id: session.frameworkId,
    competences: JSON.stringify(session.competences),
    half_days: session.halfDays === undefined ? null : JSON.stringify(session.halfDays),
    created_at: session.createdAt,
  })
}

export async function selectSession(db: Db, id: string): Promise<TrainingSession | undefined> {
  const row: unknown = await db('training_sessions').where({ id }).first()
  return row === undefined ? undefined : sessionRow.parse(row)
}

/** Reads the session and, on PostgreSQL, keeps its row until the transaction ends (SQLite has one writer anyway). */
export async function lockSession(trx: Db, id: string): Promise<TrainingSession | undefined> {
  const row: unknown = await trx('training_sessions').where({ id }).forUpdate().first()
  return row === undefined ? undefined : sessionRow.parse(row)
}

export async function updateCompetences(
  trx: Db,
  id: TrainingSessionId,
  competences: readonly string[],
): Promise<void> {
  await trx('training_sessions')
    .where({ id })
    .update({ competences: JSON.stringify(competences) })
}

/** Returns false when the session was signed already: the row is the guard against signing twice. */
export async function updateSigned(
  trx: Db,
  id: TrainingSessionId,
  signature: { at: string; accountId: AccountId | null; name: string },
): Promise<boolean> {
  const changed = await trx('training_sessions')
    .where({ id })
    .whereNull('signed_at')
    .update({ signed_at: signature.at, signed_by: signature.accountId, signed_by_name: signature.name })
  return changed === 1
}

/** Gives a structure's sessions to another. Returns how many. */
export async function updateSessionsOrganisation(
  trx: Db,
  { from, into }: { readonly from: OrganisationId; readonly into: OrganisationId },
): Promise<number> {
  await trx('session_trainers').where({ organisation_id: from }).update({ organisation_id: into })
  return trx('training_sessions').where({ organisation_id: from }).update({ organisation_id: into })
}

export type SessionChange = Pick<
  TrainingSession,
  'kind' | 'title' | 'place' | 'startsOn' | 'endsOn' | 'locale' | 'competences' | 'halfDays'
>

export async function updateSession(trx: Db, id: TrainingSessionId, change: SessionChange): Promise<void> {
  await trx('training_sessions')
    .where({ id })
    .update({
      kind: change.kind,
      title: change.title,
      place: change.place ?? null,
      starts_on: change.startsOn,
      ends_on: change.endsOn,
      locale: change.locale,
      competences: JSON.stringify(change.competences),
      half_days: change.halfDays === undefined ? null : JSON.stringify(change.halfDays),
    })
}

const attestorRow = z
  .object({ signed_by: z.string().nullable(), signed_by_name: z.string().nullable() })
  .transform((row) =>
    row.signed_by === null || row.signed_by_name === null
      ? undefined
      : { accountId: row.signed_by as AccountId, name: row.signed_by_name },
  )

export async function selectAttestor(
  db: Db,
  sessionId: string,
): Promise<{ accountId: AccountId; name: string } | undefined> {
  const row: unknown = await db('training_sessions').where({ id: sessionId }).first()
  return row === undefined ? undefined : attestorRow.parse(row)
}
