import type { ApiScope } from '../../kernel/api-client.ts'
import type { ApiClientId, OrganisationId } from '../../kernel/ids.ts'

const DAY_MS = 24 * 3_600_000
/** The last use is written at most this often: signing a credential should not cost a write more. */
export const TOUCH_MS = 60_000
/** How long a token that was replaced may still open, in days. */
export const MAX_GRACE_DAYS = 7

/** One of a client's tokens, as people see it: never the token itself. */
export interface ApiToken {
  /** Its first characters, to tell it from another. */
  readonly hint: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
  /** When it stops opening; null for the current one, which ends with its client. */
  readonly endsAt: string | null
}

/** A program that calls the API. */
export interface ApiClient {
  readonly id: ApiClientId
  readonly name: string
  /** null: the platform's own. */
  readonly organisationId: OrganisationId | null
  readonly scopes: readonly ApiScope[]
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly disabledAt: string | null
}

/** A client with the tokens that may still open, the current one first. */
export interface ListedApiClient extends ApiClient {
  readonly organisationName: string | null
  /** When its structure closed: until it opens again the client is not let in. */
  readonly organisationClosedAt: string | null
  readonly tokens: readonly ApiToken[]
}

export type ApiClientState = 'active' | 'expired' | 'structure-closed' | 'disabled'

export function stateOf(
  client: Pick<ApiClient, 'expiresAt' | 'disabledAt'> &
    Partial<Pick<ListedApiClient, 'organisationClosedAt'>>,
  now: Date,
): ApiClientState {
  if (client.disabledAt !== null) return 'disabled'
  if (typeof client.organisationClosedAt === 'string') return 'structure-closed'
  return client.expiresAt !== null && hasEnded(client.expiresAt, now) ? 'expired' : 'active'
}

export const hasEnded = (endsAt: string, now: Date): boolean => Date.parse(endsAt) <= now.getTime()

/** When a token that is replaced now stops opening. */
export const graceFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS)

/** When a client was last heard of, by whichever of its tokens. */
export function lastUseOf(tokens: readonly ApiToken[]): string | null {
  return tokens.reduce<string | null>(
    (latest, { lastUsedAt }) =>
      lastUsedAt !== null && (latest === null || lastUsedAt > latest) ? lastUsedAt : latest,
    null,
  )
}
