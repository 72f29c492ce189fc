import { createDocumentLoader, deriveCredential, type JsonObject } from '../../vc/index.ts'
import type { DeriveRequest } from './forms.ts'
import type { VcApiDeps } from './vc-api-deps.ts'

/**
 * A credential that shows only what was mandatory and what is asked for (ecdsa-sd-2023, Add Derived Proof). Nothing is
 * kept. No network: contexts that are not pinned are refused.
 * @throws VcError when there is nothing to derive from, or a pointer leads nowhere
 */
export function deriveForClient(
  deps: Pick<VcApiDeps, 'db' | 'ring'>,
  { credential, selectivePointers }: DeriveRequest,
): Promise<JsonObject> {
  const documentLoader = createDocumentLoader({ resolveDid: (did) => deps.ring.resolveDid(deps.db, did) })
  return deriveCredential(credential, { selectivePointers, documentLoader })
}
