import { newId, type AccountId, type OrganisationId } from '../../kernel/ids.ts'
import type { OrganisationRole } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Member } from './account.ts'
import { toRole } from './store.ts'

interface MembershipRow {
  id: string
  account_id: AccountId
  organisation_id: OrganisationId
  role: string
  created_at: string
  ended_at: string | null
}

interface MembershipKey {
  readonly accountId: AccountId
  readonly organisationId: OrganisationId
}

const memberships = (db: Db) => db<MembershipRow>('memberships')
const rowKey = (key: MembershipKey) => ({ account_id: key.accountId, organisation_id: key.organisationId })

/** The role somebody holds in a structure today. */
export async function selectRoleIn(db: Db, key: MembershipKey): Promise<OrganisationRole | undefined> {
  const row: MembershipRow | undefined = await memberships(db)
    .where(rowKey(key))
    .whereNull('ended_at')
    .first()
  return row && toRole(row.role)
}

/** Gives the role; somebody who had left comes back with it. */
export async function saveMembership(
  db: Db,
  membership: MembershipKey & { role: OrganisationRole; at: string },
): Promise<void> {
  await memberships(db)
    .insert({
      id: newId(),
      ...rowKey(membership),
      role: membership.role,
      created_at: membership.at,
      ended_at: null,
    })
    .onConflict(['account_id', 'organisation_id'])
    .merge({ role: membership.role, ended_at: null })
}

/** @returns whether there was something to end */
export async function updateMembershipEnded(db: Db, key: MembershipKey, at: string): Promise<boolean> {
  const changed: number = await memberships(db)
    .where(rowKey(key))
    .whereNull('ended_at')
    .update({ ended_at: at })
  return changed === 1
}

/** Every role held in a structure now, or (`endedAt`) those that ended at that very moment; disabled accounts too. */
export async function selectTeam(
  db: Db,
  organisationId: OrganisationId,
  endedAt: string | null = null,
): Promise<{ accountId: AccountId; role: OrganisationRole }[]> {
  const rows: MembershipRow[] = await memberships(db)
    .where({ organisation_id: organisationId, ended_at: endedAt })
    .orderBy('account_id')
  return rows.map((row) => ({ accountId: row.account_id, role: toRole(row.role) }))
}

/** Names of the closed structures whose closing, and nothing before it, ended somebody's role. */
export async function selectClosedStructureNames(db: Db, accountId: AccountId): Promise<string[]> {
  const rows: { name: string }[] = await db('memberships')
    .join('organisations', 'organisations.id', 'memberships.organisation_id')
    .where({ account_id: accountId })
    .where('memberships.ended_at', db.ref('organisations.closed_at'))
    .orderBy('organisations.name')
    .select('organisations.name')
  return rows.map(({ name }) => name)
}

export async function selectMembers(db: Db, organisationId: OrganisationId): Promise<Member[]> {
  const rows: (MembershipRow & { name: string; email: string })[] = await db('memberships')
    .join('accounts', 'accounts.id', 'memberships.account_id')
    .where({ organisation_id: organisationId })
    .whereNull('memberships.ended_at')
    .whereNull('accounts.disabled_at')
    .select('memberships.*', 'accounts.name', 'accounts.email')
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    role: toRole(row.role),
    organisationId: row.organisation_id,
    since: row.created_at,
  }))
}
