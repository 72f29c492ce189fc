import { compactKeyX, type CompactTrust } from '../../server/vc/compact-proof/index.ts'
import { didWebUrl, type JsonObject } from '../../server/vc/index.ts'
import { load, onlyOurs } from './load.ts'
import type { Sources } from '../verify-anywhere/verify-anywhere.ts'

/**
 * What we publish, asked of the very address the page came from: the documents of our issuers and the status lists. An
 * issuer whose document is not here is none of ours; another server is never asked (the page may not).
 */
export function ourSources(origin: string, { keys }: CompactTrust): Sources {
  const documents = new Map<string, Promise<JsonObject | undefined>>()
  const lists = new Set<string>()
  const resolveDid = (did: string): Promise<JsonObject | undefined> => {
    const known = documents.get(did) ?? loadDid(did, origin)
    documents.set(did, known)
    return known
  }
  return {
    resolveDid,
    async loadStatusList(url) {
      const list = await load(onlyOurs(url, origin))
      lists.add(JSON.stringify(list))
      return list
    },
    isKnownIssuer: async (did) =>
      keys.some((key) => key.state !== 'compromised' && key.x === rawKeyOf(did)) ||
      (await resolveDid(did)) !== undefined,
    // a list had from its own address a moment ago counts from the day it began, whoever signs it today: see the server's
    witness: (document) =>
      Promise.resolve(lists.has(JSON.stringify(document)) ? beginningOf(document) : undefined),
  }
}

/** The key that a `did:key` is: our issuers' before an installation has an https address (development). */
function rawKeyOf(did: string): string | undefined {
  try {
    return did.startsWith('did:key:') ? compactKeyX(did.slice('did:key:'.length)) : undefined
  } catch {
    return undefined
  }
}

/** Its document where this server publishes it; undefined for any other DID. */
async function loadDid(did: string, origin: string): Promise<JsonObject | undefined> {
  if (!did.startsWith('did:web:')) return undefined
  try {
    const document = await load(onlyOurs(didWebUrl(did), origin))
    return document['id'] === did ? document : undefined
  } catch {
    return undefined
  }
}

function beginningOf({ validFrom }: JsonObject): Date | undefined {
  return typeof validFrom === 'string' ? new Date(validFrom) : undefined
}
