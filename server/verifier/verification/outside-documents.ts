import type { FetchOptions, RemoteFetcher } from '../../platform/remote/index.ts'
import { didWebUrl, isJsonObject, type JsonObject } from '../../vc/index.ts'
import type { IssuerRegistry } from '../issuer-registry/index.ts'
import { countValues } from './count-values.ts'

const LIMITS = {
  /** How long one verification may wait for others in all. Its page says what is missing, then, instead of waiting on. */
  totalMs: 10_000,
  /** A credential of the usual kind needs one to four. */
  documents: 25,
  /**
   * Values of foreign contexts times values of the document: JSON-LD looks through all terms in every node, and a million
   * of these takes a quarter of a second. An ordinary badge may use contexts of 30,000 values.
   */
  contextWork: 4_000_000,
  /** Values of a status list: it has a dozen, and its length in one of them. */
  listValues: 500,
}

const MEGABYTE = 1024 * 1024
const DID_DOCUMENT = {
  accept: 'application/did+ld+json, application/did+json, application/json;q=0.9',
  maxBytes: MEGABYTE / 4,
}
/** The largest vocabularies in use have some 200 KB. */
const LINKED_DATA = { accept: 'application/ld+json, application/json;q=0.9', maxBytes: MEGABYTE / 2 }
/** As large as an encoded list that `vc` would still read. */
const STATUS_LIST = { accept: 'application/vc, application/json;q=0.9', maxBytes: 4 * MEGABYTE }

/** What one verification reads of others: their keys, their contexts, their status lists. Each rejects when it cannot be had. */
export interface OutsideDocuments {
  /** The document of somebody else's DID; undefined for methods we do not resolve. */
  resolveDid(did: string): Promise<JsonObject | undefined>
  /** A JSON-LD context, or the controller document of an issuer with an https identifier. */
  loadDocument(url: string): Promise<JsonObject>
  loadStatusList(url: string): Promise<JsonObject>
}

export interface OutsideDeps {
  readonly publicUrl: string
  readonly remote?: RemoteFetcher
  readonly issuers?: IssuerRegistry
}

/** Opens the outside for the verification of `document`, with a purse of time and of work that it cannot exceed. */
export function openOutside(deps: OutsideDeps, document: unknown, limits = LIMITS): OutsideDocuments {
  const ask = askWithin(deps, limits)
  const spend = purseFor(document, limits)
  return {
    async resolveDid(did) {
      const written = deps.issuers?.documentOf(did)
      if (written !== undefined) return written
      return did.startsWith('did:web:') ? ask(didWebUrl(did), DID_DOCUMENT) : undefined
    },
    async loadDocument(url) {
      const written = deps.issuers?.documentOf(url)
      if (written !== undefined) return written
      const found = await ask(url, LINKED_DATA)
      spend(url, found)
      return found
    },
    async loadStatusList(url) {
      const list = await ask(url, STATUS_LIST)
      if (countValues(list, limits.listValues) >= limits.listValues) throw new Error('too large')
      return list
    },
  }
}

/** Takes each context once out of what this document may cost; throws when nothing is left. */
function purseFor(document: unknown, limits: typeof LIMITS): (url: string, context: JsonObject) => void {
  const known = new Set<string>()
  let spent = 0
  return (url, context) => {
    if (!known.has(url)) spent += countValues(context, limits.contextWork)
    known.add(url)
    if (spent * countValues(document, limits.contextWork) > limits.contextWork) throw new Error('too large')
  }
}

function askWithin({ remote, publicUrl }: OutsideDeps, limits: typeof LIMITS) {
  /** One verification sees one state of the world, whatever a host answers the second time. */
  const asked = new Map<string, Promise<JsonObject>>()
  let signal: AbortSignal | undefined

  const ask = async (url: string, kind: FetchOptions): Promise<JsonObject> => {
    if (remote === undefined) throw new Error('no network')
    // whatever we have under our own name was looked for in the database
    if (URL.canParse(url) && new URL(url).origin === publicUrl) throw new Error('one of our own')
    if (asked.size >= limits.documents) throw new Error('too many documents')
    signal ??= AbortSignal.timeout(limits.totalMs)
    const document = await remote.fetchJson(url, { ...kind, signal })
    if (!isJsonObject(document)) throw new Error('not a JSON object')
    return document
  }
  return (url: string, kind: FetchOptions): Promise<JsonObject> => {
    const key = `${kind.accept} ${url}`
    const asking = asked.get(key) ?? ask(url, kind)
    asked.set(key, asking)
    return asking
  }
}
