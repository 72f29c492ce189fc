import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { OrganisationRole } from '../../kernel/roles.ts'

/** Somebody of the network's staff. Young people and employers have no account. */
export interface Account {
  readonly id: AccountId
  /** In lower case; see {@link normaliseEmail}. */
  readonly email: string
  readonly name: string
  readonly admin: boolean
  readonly locale: Locale
  readonly createdAt: string
  readonly disabledAt: string | null
}

/** An account with what only signing in may see. */
export interface AccountWithPassword extends Account {
  readonly passwordHash: string | null
}

/** Somebody who belongs to a structure. */
export interface Member {
  readonly accountId: AccountId
  readonly name: string
  readonly email: string
  readonly role: OrganisationRole
  readonly organisationId: OrganisationId
  readonly since: string
}

/** One spelling per address: people write their own with capitals on some days. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
