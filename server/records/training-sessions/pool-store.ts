import { z } from 'zod'
import { newId, type AccountId, type OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

const exitRow = z.object({
  organisation_id: z
    .string()
    .nullable()
    .transform((id) => id as OrganisationId | null),
  account_id: z
    .string()
    .nullable()
    .transform((id) => id as AccountId | null),
})

/** A structure, or somebody. */
export type PoolExit = { readonly organisationId: OrganisationId } | { readonly accountId: AccountId }

const columns = (exit: PoolExit) =>
  'accountId' in exit
    ? { organisation_id: null, account_id: exit.accountId }
    : { organisation_id: exit.organisationId, account_id: null }

/** The structures and the people who are not in the pool. */
export async function selectExits(db: Db): Promise<{
  readonly organisations: ReadonlySet<OrganisationId>
  readonly accounts: ReadonlySet<AccountId>
}> {
  const rows = (await db<object>('trainer_pool_exits')).map((row) => exitRow.parse(row))
  return {
    organisations: new Set(rows.flatMap(({ organisation_id: id }) => id ?? [])),
    accounts: new Set(rows.flatMap(({ account_id: id }) => id ?? [])),
  }
}

export async function insertExit(trx: Db, exit: PoolExit & { readonly at: string }): Promise<void> {
  await trx('trainer_pool_exits').insert({ id: newId(), ...columns(exit), left_at: exit.at })
}

export async function deleteExit(trx: Db, exit: PoolExit): Promise<void> {
  await trx('trainer_pool_exits').where(columns(exit)).delete()
}

const staffRow = z
  .object({ account_id: z.string(), organisation_id: z.string(), name: z.string() })
  .transform((row) => ({
    accountId: row.account_id as AccountId,
    organisationId: row.organisation_id as OrganisationId,
    name: row.name,
  }))

/** Every current role of every open account. */
export async function selectNetworkStaff(db: Db): Promise<z.output<typeof staffRow>[]> {
  const rows: unknown[] = await db('memberships')
    .join('accounts', 'accounts.id', 'memberships.account_id')
    .whereNull('memberships.ended_at')
    .whereNull('accounts.disabled_at')
    .select('memberships.account_id', 'memberships.organisation_id', 'accounts.name')
  return rows.map((row) => staffRow.parse(row))
}
