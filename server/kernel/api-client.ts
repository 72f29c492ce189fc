import type { ApiClientId, OrganisationId } from './ids.ts'

/** What a program may be allowed to ask of the API. */
export const API_SCOPES = ['credentials:issue', 'credentials:status', 'credentials:derive'] as const
export type ApiScope = (typeof API_SCOPES)[number]

/** A program that showed its token. It holds no role: what it may do is in its scopes, and nowhere else. */
export interface ClientActor {
  readonly kind: 'client'
  readonly clientId: ApiClientId
  readonly name: string
  /** The structure it belongs to; null for the platform. */
  readonly organisationId: OrganisationId | null
  readonly scopes: readonly ApiScope[]
}
