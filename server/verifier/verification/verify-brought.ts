import { isoInstant } from '../../kernel/clock.ts'
import type { JsonObject } from '../../vc/index.ts'
import { groundsOfAuthority } from './grounds-of-authority.ts'
import { structuresToday } from './structures-today.ts'
import type { VerificationDeps } from './verification-deps.ts'
import type { VerifiedPage } from './verified-page.ts'
import { withdrawalOf } from './verify-by-code.ts'
import { verifyDocument } from './verify-document.ts'
import { withSuccessor } from './with-successor.ts'

/** Everything a verdict page says of a document that somebody brought, ours or another's. */
export async function verifyBrought(deps: VerificationDeps, document: JsonObject): Promise<VerifiedPage> {
  const result = await verifyDocument(deps, document)
  const verified: VerifiedPage = {
    ...result,
    document,
    today: await structuresToday(deps.db, document, result),
    grounds: await groundsOfAuthority(deps, document, result),
    checkedAt: isoInstant(deps.clock.now()),
    ...withdrawalOf(result.record),
  }
  return withSuccessor(deps, verified, result.record)
}
