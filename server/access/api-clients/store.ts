import { z } from 'zod'
import { API_SCOPES, type ApiScope } from '../../kernel/api-client.ts'
import type { ApiClientId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { ApiClient, ApiToken } from './api-client.ts'

interface ApiClientRow {
  id: ApiClientId
  name: string
  organisation_id: OrganisationId | null
  scopes: string
  created_at: string
  expires_at: string | null
  disabled_at: string | null
}

interface TokenRow {
  token_hash: string
  client_id: ApiClientId
  hint: string
  created_at: string
  last_used_at: string | null
  ends_at: string | null
}

const clients = (db: Db) => db<ApiClientRow>('api_clients')
const tokens = (db: Db) => db<TokenRow>('api_client_tokens')

const scopesColumn = z.array(z.enum(API_SCOPES))

export async function insertClient(db: Db, client: ApiClient): Promise<void> {
  await clients(db).insert({
    id: client.id,
    name: client.name,
    organisation_id: client.organisationId,
    scopes: JSON.stringify(client.scopes),
    created_at: client.createdAt,
    expires_at: client.expiresAt,
    disabled_at: client.disabledAt,
  })
}

export async function selectClient(db: Db, id: string): Promise<ApiClient | undefined> {
  const row: ApiClientRow | undefined = await clients(db)
    .where({ id: id as ApiClientId })
    .first()
  return row && toClient(row)
}

export async function selectClients(db: Db): Promise<ApiClient[]> {
  const rows: ApiClientRow[] = await clients(db)
  return rows.map(toClient)
}

/** A client's tokens that have not ended, the current one first. */
export async function selectTokens(db: Db, clientId: ApiClientId, now: string): Promise<ApiToken[]> {
  const rows: TokenRow[] = await tokens(db)
    .where({ client_id: clientId })
    .where((open) => void open.whereNull('ends_at').orWhere('ends_at', '>', now))
    .orderByRaw('case when ends_at is null then 0 else 1 end')
    .orderBy('created_at', 'desc')
  return rows.map(toToken)
}

export async function insertToken(
  db: Db,
  clientId: ApiClientId,
  token: { hash: string; hint: string; createdAt: string },
): Promise<void> {
  await tokens(db).insert({
    token_hash: token.hash,
    client_id: clientId,
    hint: token.hint,
    created_at: token.createdAt,
    last_used_at: null,
    ends_at: null,
  })
}

/** Lets every token of a client end at `endsAt` at the latest. As a first write it also keeps other rotations out. */
export async function endTokens(db: Db, clientId: ApiClientId, endsAt: string): Promise<void> {
  await tokens(db)
    .where({ client_id: clientId })
    .where((open) => void open.whereNull('ends_at').orWhere('ends_at', '>', endsAt))
    .update({ ends_at: endsAt })
}

/** @returns whether there was something to disable */
export async function updateDisabled(db: Db, id: ApiClientId, at: string): Promise<boolean> {
  const changed: number = await clients(db).where({ id }).whereNull('disabled_at').update({ disabled_at: at })
  return changed === 1
}

/** Gives a structure's programs to another. Returns which. */
export async function updateClientsOrganisation(
  trx: Db,
  from: OrganisationId,
  into: OrganisationId,
): Promise<ApiClientId[]> {
  const ids: ApiClientId[] = await clients(trx).where({ organisation_id: from }).orderBy('id').pluck('id')
  await clients(trx).where({ organisation_id: from }).update({ organisation_id: into })
  return ids
}

/** Whose token this is, unless the client is disabled or its structure closed; dates are for the caller. */
export async function selectByToken(
  db: Db,
  hash: string,
): Promise<{ client: ApiClient; lastUsedAt: string | null; endsAt: string | null } | undefined> {
  const row: (ApiClientRow & Pick<TokenRow, 'last_used_at' | 'ends_at'>) | undefined = await db(
    'api_client_tokens as token',
  )
    .join('api_clients as client', 'client.id', 'token.client_id')
    .leftJoin('organisations', 'organisations.id', 'client.organisation_id')
    .where({ token_hash: hash })
    .whereNull('client.disabled_at')
    .whereNull('organisations.closed_at')
    .first(['client.*', 'token.last_used_at', 'token.ends_at'])
  return row && { client: toClient(row), lastUsedAt: row.last_used_at, endsAt: row.ends_at }
}

/** Notes a use, unless somebody noted a later one. */
export async function updateLastUsed(db: Db, hash: string, at: string): Promise<void> {
  await tokens(db)
    .where({ token_hash: hash })
    .where((older) => void older.whereNull('last_used_at').orWhere('last_used_at', '<', at))
    .update({ last_used_at: at })
}

function toClient(row: ApiClientRow): ApiClient {
  const scopes: ApiScope[] = scopesColumn.parse(JSON.parse(row.scopes))
  return {
    id: row.id,
    name: row.name,
    organisationId: row.organisation_id,
    scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    disabledAt: row.disabled_at,
  }
}

const toToken = (row: TokenRow): ApiToken => ({
  hint: row.hint,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  endsAt: row.ends_at,
})
