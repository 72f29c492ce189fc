import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { buildCredential, buildEndorsement, type Award } from '../credentials/index.ts'
import type { CredentialRequest } from './credential-request.ts'
import { requestCredentials, type RequestDeps, type RequestedBatch } from './request-credentials.ts'

/**
 * Asks for credentials: the first half of the one door to signing. In the caller's transaction every award gets its row,
 * its status list entries, the text we intend to sign and an audit event; nothing is signed yet. When the transaction is
 * through, `completeIssuance` signs. Asking again for an award gives the same credential.
 *
 * A passport's text is assembled later, when what it collects is signed.
 * @throws AppError `forbidden` unless the actor is at least a trainer of each awarding structure; `schema-mismatch`
 */
export async function requestIssuance(
  trx: Db,
  deps: RequestDeps,
  actor: Actor,
  awards: readonly Award[],
): Promise<RequestedBatch> {
  for (const organisationId of new Set(awards.map((award) => award.organisationId)))
    requireRoleIn(actor, organisationId, 'trainer')
  return requestCredentials(trx, deps, actor, awards.map(requestFor))
}

/** The request for an award as it is. */
export function requestFor(award: Award): CredentialRequest {
  if (award.kind === 'passport') return { award }
  if (award.kind === 'endorsement')
    return { award, endorses: award.endorses, build: (context) => buildEndorsement(award, context) }
  return { award, build: (context) => buildCredential(award, context) }
}
