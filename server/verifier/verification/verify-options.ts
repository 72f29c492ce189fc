import { isDeepStrictEqual } from 'node:util'
import { whenSigned } from '../../issuer/credentials/index.ts'
import { loadOwnStatusList } from '../../issuer/status-lists/index.ts'
import { createDocumentLoader, type JsonObject, type VerifyOptions } from '../../vc/index.ts'
import { openOutside } from './outside-documents.ts'
import type { VerificationDeps } from './verification-deps.ts'

/** How this installation answers the questions that the verification of `document` asks of the outside. */
export function verifyOptions(deps: VerificationDeps, document: unknown): VerifyOptions {
  const { db, ring, issuers, verificationCache } = deps
  const outside = openOutside(deps, document)
  const ownLists = new Map<string, JsonObject>()
  const loadStatusList = async (url: string): Promise<JsonObject> => {
    const own = await loadOwnStatusList(deps, url)
    if (own === undefined) return outside.loadStatusList(url)
    ownLists.set(url, own)
    return own
  }
  return {
    now: deps.clock.now(),
    ...(verificationCache === undefined ? {} : { cache: verificationCache }),
    documentLoader: createDocumentLoader({
      resolveDid: async (did) => (await ring.resolveDid(db, did)) ?? (await outside.resolveDid(did)),
      loadRemote: (url) => outside.loadDocument(url),
    }),
    loadStatusList: (url) => loadStatusList(url).catch(withoutReason),
    isKnownIssuer: async (did) => issuers?.trusts(did) === true || (await ring.isOwnDid(db, did)),
    witness: async (document) => whenOwnListBegan(ownLists, document) ?? (await whenSigned(db, document)),
  }
}

/**
 * Whoever asks is told why a list could not be had, and asks about lists of their choice: neither a failure of our
 * database nor what names mean inside our network is theirs to learn. The log names host and code.
 */
function withoutReason(cause: unknown): never {
  throw new Error('not to be had', { cause })
}

/**
 * A status list of ours, read from the database a moment ago, needs no signature to be believed here. That a `did:key`
 * signs it again after it was compromised (nothing else can) takes nothing from the credentials it speaks of: it counts
 * from the day it began, and everything signed on it in time is younger than that.
 */
function whenOwnListBegan(ownLists: ReadonlyMap<string, JsonObject>, document: JsonObject): Date | undefined {
  const { id, validFrom } = document
  const own = typeof id === 'string' ? ownLists.get(id) : undefined
  if (own === undefined || typeof validFrom !== 'string' || !isDeepStrictEqual(own, document))
    return undefined
  return new Date(validFrom)
}
