import { isoInstant, type Clock } from '../../kernel/clock.ts'
import type { ApiScope } from '../../kernel/api-client.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { newId, type ApiClientId, type OrganisationId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { hashToken } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { requireOpenOrganisation } from '../organisations/index.ts'
import type { ApiClient } from './api-client.ts'
import { clientName, MAX_CLIENT_NAME } from './forms.ts'
import { insertClient, insertToken } from './store.ts'
import { hintOf, newToken } from './token.ts'

export interface ApiClientDeps {
  readonly db: Db
  readonly clock: Clock
}

export interface NewApiClient {
  readonly name: string
  /** null: the platform's own. */
  readonly organisationId: OrganisationId | null
  readonly scopes: readonly ApiScope[]
  /** Without one it ends when somebody disables it. */
  readonly expiresAt?: Date | undefined
}

/** A client with its new token: the one moment at which it can be read. */
export interface ClientWithToken {
  readonly client: ApiClient
  readonly token: string
}

/**
 * Lets a program call the API. Whoever runs the platform does this, and hands the token over.
 * @throws AppError `forbidden`, `invalid-input` (name, scopes, expiry in the past, a structure that is closed or unknown)
 */
export async function createClient(
  deps: ApiClientDeps,
  actor: Actor,
  input: NewApiClient,
): Promise<ClientWithToken> {
  requireAdmin(actor)
  const at = deps.clock.now()
  requireUsable(input, at)
  const client: ApiClient = {
    id: newId<ApiClientId>(),
    name: input.name.trim(),
    organisationId: input.organisationId,
    scopes: [...new Set(input.scopes)],
    createdAt: isoInstant(at),
    expiresAt: input.expiresAt === undefined ? null : isoInstant(input.expiresAt),
    disabledAt: null,
  }
  const token = newToken()
  await deps.db.transaction(async (trx) => {
    await requireOpenOwner(trx, input.organisationId)
    await insertClient(trx, client)
    await insertToken(trx, client.id, {
      hash: hashToken(token),
      hint: hintOf(token),
      createdAt: client.createdAt,
    })
    await recordEvent(trx, {
      at,
      actor,
      action: 'api-client.created',
      ...(client.organisationId === null ? {} : { organisationId: client.organisationId }),
      subject: { type: 'api-client', id: client.id },
      details: { scopes: client.scopes, expiresAt: client.expiresAt },
    })
  })
  return { client, token }
}

function requireUsable(input: NewApiClient, now: Date): void {
  const problems = [
    ...nameProblems(input.name),
    ...(input.scopes.length === 0 ? [{ field: 'scopes', message: 'fields.clientScopes' }] : []),
    ...(input.expiresAt !== undefined && input.expiresAt <= now
      ? [{ field: 'expiresOn', message: 'fields.notPast' }]
      : []),
  ]
  if (problems.length > 0) throw new AppError('invalid-input', {}, problems)
}

function nameProblems(name: string): FieldProblem[] {
  const issue = clientName.safeParse(name).error?.issues[0]
  return issue === undefined
    ? []
    : [{ field: 'name', message: issue.message, params: { max: MAX_CLIENT_NAME } }]
}

/** Open until the transaction ends: who takes it over meanwhile takes its programs over too. */
async function requireOpenOwner(trx: Db, id: OrganisationId | null): Promise<void> {
  if (id === null) return
  await requireOpenOrganisation(trx, id).catch((error: unknown) => {
    throw error instanceof AppError
      ? new AppError('invalid-input', {}, [{ field: 'organisation', message: 'fields.choice' }])
      : error
  })
}
