import { didJwkDocument } from '../did/did-jwk.ts'
import { isJsonObject } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { VcError } from '../vc-error.ts'
import { pinnedContext } from './pinned-contexts.ts'
import { ResourceUnavailable } from './resource-unavailable.ts'

/** What jsonld expects of a document loader. `tag: 'static'` lets it keep the processed context for good. */
export interface RemoteDocument {
  readonly contextUrl: null
  readonly documentUrl: string
  readonly document: JsonObject
  readonly tag?: 'static'
}

/** Loads contexts and DID documents. Rejects with {@link ResourceUnavailable}, or `did-invalid` for a malformed DID. */
export type DocumentLoader = (url: string) => Promise<RemoteDocument>

/**
 * A loader that knows the pinned contexts, asks `resolveDid` for DIDs, and reaches the network only through `loadRemote`.
 * A pinned context is never loaded from elsewhere: who could change it could change what was signed.
 */
export function createDocumentLoader(options: {
  resolveDid(did: string): Promise<JsonObject | undefined>
  loadRemote?(url: string): Promise<JsonObject>
}): DocumentLoader {
  return async (url) => {
    const context = await pinnedContext(url)
    if (context !== undefined) return { contextUrl: null, documentUrl: url, document: context, tag: 'static' }
    const document = await (url.startsWith('did:') ? resolve(url) : remote(url))
    return { contextUrl: null, documentUrl: url, document }
  }

  async function resolve(did: string): Promise<JsonObject> {
    // such an identifier is its own document: nobody has to be asked
    if (did.startsWith('did:jwk:')) return didJwkDocument(did)
    const document = await options.resolveDid(did).catch(unavailableUnlessInvalid(did))
    if (!isJsonObject(document)) throw new ResourceUnavailable(did)
    return document
  }

  async function remote(url: string): Promise<JsonObject> {
    const document = await options.loadRemote?.(url).catch(unavailableUnlessInvalid(url))
    if (!isJsonObject(document)) throw new ResourceUnavailable(url)
    return document
  }
}

/** Loads the pinned contexts and nothing else: for signing. */
export const pinnedDocumentLoader: DocumentLoader = createDocumentLoader({
  resolveDid: () => Promise.resolve(undefined),
})

function unavailableUnlessInvalid(url: string): (cause: unknown) => never {
  return (cause) => {
    throw cause instanceof VcError ? cause : new ResourceUnavailable(url, { cause })
  }
}
