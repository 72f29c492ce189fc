import { isoInstant } from '../../kernel/clock.ts'
import type { ClientActor } from '../../kernel/api-client.ts'
import { hashToken } from '../accounts/index.ts'
import { hasEnded, stateOf, TOUCH_MS } from './api-client.ts'
import type { ApiClientDeps } from './create-client.ts'
import { selectByToken, updateLastUsed } from './store.ts'
import { isToken } from './token.ts'

/**
 * Which program holds this token; undefined when it is none of ours, ended, disabled, or its structure closed. The
 * token is looked up by its hash, so how long a comparison takes tells nothing about it.
 */
export async function resolveClient(deps: ApiClientDeps, token: string): Promise<ClientActor | undefined> {
  if (!isToken(token)) return undefined
  const hash = hashToken(token)
  const found = await selectByToken(deps.db, hash)
  const now = deps.clock.now()
  if (found === undefined || stateOf(found.client, now) !== 'active') return undefined
  const { client, lastUsedAt, endsAt } = found
  if (endsAt !== null && hasEnded(endsAt, now)) return undefined
  if (lastUsedAt === null || now.getTime() - Date.parse(lastUsedAt) >= TOUCH_MS)
    await updateLastUsed(deps.db, hash, isoInstant(now))
  const { id: clientId, name, organisationId, scopes } = client
  return { kind: 'client', clientId, name, organisationId, scopes }
}
