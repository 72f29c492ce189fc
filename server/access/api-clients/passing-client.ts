import { timingSafeEqual } from 'node:crypto'
import { API_SCOPES, type ClientActor } from '../../kernel/api-client.ts'
import { newId } from '../../kernel/ids.ts'
import { hashToken } from '../accounts/index.ts'
import { newToken } from './token.ts'

/** A client that lives as long as this process and is written down nowhere: for a conformance run. */
export interface PassingClient {
  readonly token: string
  /** The client when the token is its own. */
  resolve(token: string): ClientActor | undefined
}

/** Makes a {@link PassingClient} with every scope, under a name that the audit trail shows. */
export function openPassingClient(name: string): PassingClient {
  const token = newToken()
  const hash = Buffer.from(hashToken(token))
  const actor: ClientActor = {
    kind: 'client',
    clientId: newId(),
    name,
    organisationId: null,
    scopes: API_SCOPES,
  }
  return {
    token,
    resolve: (shown) => (timingSafeEqual(Buffer.from(hashToken(shown)), hash) ? actor : undefined),
  }
}
