import {
  deriveVerdict,
  documentDigest,
  isJsonObject,
  type Check,
  type VerificationResult,
} from '../../server/vc/index.ts'
import { verifyAnywhere, type Sources } from '../verify-anywhere/verify-anywhere.ts'
import type { KitData } from './kit-data.ts'

/**
 * The same verification as the server's, with what the kit knows in the server's place: nothing is fetched. An issuer the
 * kit does not name stays unknown, a list it does not hold leaves the question open.
 */
export async function verifyOffline(document: unknown, kit: KitData, now: Date): Promise<VerificationResult> {
  const result = await verifyAnywhere(document, sourcesOf(kit), now)
  // what does not hold is not looked up, nor read any further
  const holds = result.checks.some(({ name, status }) => name === 'proof' && status === 'passed')
  if (!holds || !isJsonObject(document)) return result
  if (!kit.superseded.includes(await documentDigest(document))) return result
  const checks: Check[] = [...result.checks, { name: 'successor', status: 'warning', code: 'superseded' }]
  return { ...result, checks, verdict: deriveVerdict(checks) }
}

function sourcesOf(kit: KitData): Sources {
  const issuers = new Map(Object.entries(kit.issuers))
  const lists = new Map(Object.entries(kit.statusLists))
  const witnessed = new Map(Object.entries(kit.witnessed))
  return {
    resolveDid: (did) => Promise.resolve(issuers.get(did)),
    loadStatusList: (url) => {
      const list = lists.get(url)
      return list === undefined ? Promise.reject(new Error('not in the kit')) : Promise.resolve(list)
    },
    isKnownIssuer: (did) => issuers.has(did),
    async witness(document) {
      const at = witnessed.get(await documentDigest(document))
      return at === undefined ? undefined : new Date(at)
    },
  }
}
