import { loadOwnStatusList } from '../../issuer/status-lists/index.ts'
import { createDocumentLoader, type JsonObject, type VerifyOptions } from '../../vc/index.ts'
import type { VerificationDeps } from './verification-deps.ts'

/** How this installation answers the questions a verification asks of the outside. */
export function verifyOptions(deps: VerificationDeps): VerifyOptions {
  const { db, ring, loadRemote } = deps
  return {
    now: deps.clock.now(),
    documentLoader: createDocumentLoader({
      resolveDid: (did) => ring.resolveDid(db, did),
      ...(loadRemote === undefined ? {} : { loadRemote }),
    }),
    loadStatusList: (url) => loadStatusList(deps, url),
    isKnownIssuer: (did) => ring.isOwnDid(db, did),
  }
}

/** Our own lists come straight from the database, as they would be served; others only if the network is allowed. */
async function loadStatusList(deps: VerificationDeps, url: string): Promise<JsonObject> {
  const own = await loadOwnStatusList(deps, url)
  if (own !== undefined) return own
  if (deps.loadRemote === undefined) throw new Error(`no network for ${url}`)
  return deps.loadRemote(url)
}
