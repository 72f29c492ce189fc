import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Training, TrainingId } from './training.ts'

const trainingRow = z
  .object({
    id: z.string().transform((id) => id as TrainingId),
    account_id: z.string().transform((id) => id as AccountId),
    organisation_id: z.string().transform((id) => id as OrganisationId),
    title: z.string(),
    provider: z.string(),
    completed_on: z.string().transform((day) => day as IsoDate),
    hours: z.number().nullable(),
    created_at: z.string(),
  })
  .transform((row): Training => ({
    id: row.id,
    accountId: row.account_id,
    organisationId: row.organisation_id,
    title: row.title,
    provider: row.provider,
    completedOn: row.completed_on,
    hours: row.hours,
    createdAt: row.created_at,
  }))

export async function insertTraining(trx: Db, training: Training): Promise<void> {
  await trx('trainings').insert({
    id: training.id,
    account_id: training.accountId,
    organisation_id: training.organisationId,
    title: training.title,
    provider: training.provider,
    completed_on: training.completedOn,
    hours: training.hours,
    created_at: training.createdAt,
  })
}

/** Of these people, the latest first; not those taken off the record. */
export async function selectTrainings(db: Db, accountIds: readonly AccountId[]): Promise<Training[]> {
  const rows: unknown[] = await db('trainings')
    .whereIn('account_id', [...accountIds])
    .whereNull('removed_at')
    .orderBy([
      { column: 'completed_on', order: 'desc' },
      { column: 'title', order: 'asc' },
    ])
  return rows.map((row) => trainingRow.parse(row))
}

export async function selectTraining(db: Db, id: string): Promise<Training | undefined> {
  const row: unknown = await db('trainings').where({ id }).whereNull('removed_at').first()
  return row === undefined ? undefined : trainingRow.parse(row)
}

export async function markRemoved(trx: Db, id: TrainingId, at: string): Promise<void> {
  await trx('trainings').where({ id }).update({ removed_at: at })
}
