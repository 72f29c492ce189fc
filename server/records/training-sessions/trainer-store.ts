import { z } from 'zod'
import type { AccountId, OrganisationId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { NamedTrainer, SessionTrainer, TrainingSession } from './training-session.ts'

const naming = z
  .object({ organisation_id: z.string().nullable() })
  .transform((row) => (row.organisation_id ?? undefined) as OrganisationId | undefined)

/** Through which structure somebody is named in the session (the session's own when `through` is missing). */
export async function selectTrainerNaming(
  db: Db,
  sessionId: string,
  accountId: AccountId,
): Promise<{ readonly through: OrganisationId | undefined } | undefined> {
  const row: unknown = await db('session_trainers')
    .where({ session_id: sessionId, account_id: accountId })
    .first()
  if (row === undefined) return undefined
  return { through: naming.parse(row) }
}

const trainerRow = z
  .object({ id: z.string().transform((id) => id as AccountId), name: z.string() })
  .transform((row): SessionTrainer => ({ accountId: row.id, name: row.name }))

export async function selectTrainers(db: Db, session: TrainingSession): Promise<NamedTrainer[]> {
  const rows: unknown[] = await db('session_trainers')
    .join('accounts', 'accounts.id', 'session_trainers.account_id')
    .where({ session_id: session.id })
    .orderBy('accounts.name')
    .select('accounts.id', 'accounts.name', 'session_trainers.organisation_id')
  return rows.map((row) => ({
    ...trainerRow.parse(row),
    through: naming.parse(row) ?? session.organisationId,
  }))
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
  row: { sessionId: TrainingSessionId; accountId: AccountId; through: OrganisationId; addedAt: string },
): Promise<void> {
  await trx('session_trainers')
    .insert({
      session_id: row.sessionId,
      account_id: row.accountId,
      organisation_id: row.through,
      added_at: row.addedAt,
    })
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
