import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findOrganisation } from '../organisations/index.ts'
import { stateOf, type ApiClient, type ListedApiClient } from './api-client.ts'
import type { ApiClientDeps } from './create-client.ts'
import { selectClient, selectClients, selectTokens } from './store.ts'

/** @throws AppError `not-found` */
export async function requireClient(db: Db, id: string): Promise<ApiClient> {
  const client = await selectClient(db, id)
  if (client === undefined) throw new AppError('not-found')
  return client
}

/** One client with its tokens. @throws AppError `forbidden`, `not-found` */
export async function findClient(deps: ApiClientDeps, actor: Actor, id: string): Promise<ListedApiClient> {
  requireAdmin(actor)
  return withTokens(deps, await requireClient(deps.db, id))
}

/** Every client: those that may call first, then by name. @throws AppError `forbidden` */
export async function listClients(deps: ApiClientDeps, actor: Actor): Promise<ListedApiClient[]> {
  requireAdmin(actor)
  const now = deps.clock.now()
  const listed: ListedApiClient[] = []
  for (const client of await selectClients(deps.db)) listed.push(await withTokens(deps, client))
  const rank = (client: ListedApiClient): number => (stateOf(client, now) === 'active' ? 0 : 1)
  return listed.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'fr'))
}

async function withTokens(deps: ApiClientDeps, client: ApiClient): Promise<ListedApiClient> {
  const tokens = await selectTokens(deps.db, client.id, isoInstant(deps.clock.now()))
  const organisation =
    client.organisationId === null ? undefined : await findOrganisation(deps.db, client.organisationId)
  return {
    ...client,
    tokens,
    organisationName: organisation?.name ?? null,
    organisationClosedAt: organisation?.closedAt ?? null,
  }
}
