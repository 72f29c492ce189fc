import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, OrganisationId, TrainingSessionId } from '../../kernel/ids.ts'
import { LOCALES } from '../../kernel/locale.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  SESSION_KINDS,
  type SessionSummary,
  type SessionTrainer,
  type TrainingSession,
} from './training-session.ts'

const optional = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined)

const sessionRow = z
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

/** What the actor may see: everything, the coordinator's structures, and the sessions where named as trainer. */
export async function selectSessionsOf(db: Db, actor: Actor): Promise<SessionSummary[]> {
  const query = db('training_sessions')
    .select('training_sessions.*')
    .select(
      db('enrolments')
        .count('*')
        .whereRaw('enrolments.session_id = training_sessions.id')
        .as('enrolment_count'),
    )
    .orderBy([
      { column: 'starts_on', order: 'desc' },
      { column: 'created_at', order: 'desc' },
    ])
  if (actor.kind === 'staff' && !actor.admin) {
    const inRole = (role: string): string[] =>
      actor.memberships.filter((membership) => membership.role === role).map((m) => m.organisationId)
    const named = db('session_trainers').select('session_id').where({ account_id: actor.accountId })
    void query.where((seen) => {
      void seen.whereIn('organisation_id', inRole('coordinator')).orWhere((own) => {
        void own.whereIn('organisation_id', inRole('trainer')).whereIn('training_sessions.id', named)
      })
    })
  }
  const rows: unknown[] = await query
  const count = z.object({ enrolment_count: z.coerce.number() })
  return rows.map((row) => ({ ...sessionRow.parse(row), enrolments: count.parse(row).enrolment_count }))
}

export async function isNamedTrainer(db: Db, sessionId: string, accountId: AccountId): Promise<boolean> {
  const row: unknown = await db('session_trainers')
    .where({ session_id: sessionId, account_id: accountId })
    .first()
  return row !== undefined
}

const trainerRow = z
  .object({ id: z.string().transform((id) => id as AccountId), name: z.string() })
  .transform((row): SessionTrainer => ({ accountId: row.id, name: row.name }))

export async function selectTrainers(db: Db, sessionId: string): Promise<SessionTrainer[]> {
  const rows: unknown[] = await db('session_trainers')
    .join('accounts', 'accounts.id', 'session_trainers.account_id')
    .where({ session_id: sessionId })
    .orderBy('accounts.name')
    .select('accounts.id', 'accounts.name')
  return rows.map((row) => trainerRow.parse(row))
}

/** People with a current role in the structure who could be named. */
export async function selectStaffOf(db: Db, organisationId: OrganisationId): Promise<SessionTrainer[]> {
  const rows: unknown[] = await db('memberships')
    .join('accounts', 'accounts.id', 'memberships.account_id')
    .where({ organisation_id: organisationId })
    .whereNull('memberships.ended_at')
    .whereNull('accounts.disabled_at')
    .orderBy('accounts.name')
    .select('accounts.id', 'accounts.name')
  return rows.map((row) => trainerRow.parse(row))
}

export async function insertTrainer(
  trx: Db,
  row: { sessionId: TrainingSessionId; accountId: AccountId; addedAt: string },
): Promise<void> {
  await trx('session_trainers')
    .insert({ session_id: row.sessionId, account_id: row.accountId, added_at: row.addedAt })
    .onConflict(['session_id', 'account_id'])
    .ignore()
}

export async function deleteTrainer(
  trx: Db,
  sessionId: TrainingSessionId,
  accountId: AccountId,
): Promise<boolean> {
  const removed = await trx('session_trainers')
    .where({ session_id: sessionId, account_id: accountId })
    .delete()
  return removed === 1
}

/** Gives a structure's sessions to another. Returns how many. */
export async function updateSessionsOrganisation(
  trx: Db,
  { from, into }: { readonly from: OrganisationId; readonly into: OrganisationId },
): Promise<number> {
  return trx('training_sessions').where({ organisation_id: from }).update({ organisation_id: into })
}
