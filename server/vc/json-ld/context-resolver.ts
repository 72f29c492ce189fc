import RemoteContextResolver from 'jsonld/lib/ContextResolver.js'
import type { ContextResolver, ResolvedContext, ResolveRequest } from 'jsonld/lib/context.js'
import { isJsonObject } from '../json-value.ts'
import { pinnedResolutions } from './pinned-resolutions.ts'

/**
 * The contexts for one operation of jsonld. Those that are pinned are processed once for all operations. All others, from
 * the network or written into the document, are left to jsonld's own resolver and forgotten with it: what they mean is
 * only known for this operation.
 */
export function createContextResolver(): ContextResolver {
  const pinned = pinnedResolutions()
  const others = new RemoteContextResolver({ sharedCache: new Map() })

  async function resolveOne(
    context: unknown,
    request: ResolveRequest,
    cycles: Set<string>,
  ): Promise<readonly ResolvedContext[]> {
    const known = typeof context === 'string' ? await pinned.ofUrl(context) : resolvedObject(context)
    return known ?? others.resolve({ ...request, context: [context], cycles })
  }

  function resolvedObject(context: unknown): readonly ResolvedContext[] | undefined {
    const resolved = isJsonObject(context) ? pinned.ofObject(context) : undefined
    return resolved === undefined ? undefined : [resolved]
  }

  return {
    async resolve(request) {
      const given = request.context
      const inner = isJsonObject(given) ? given['@context'] : undefined
      const context = inner !== undefined && inner !== null ? inner : given
      const cycles = request.cycles ?? new Set<string>()
      const resolved: ResolvedContext[] = []
      for (const item of Array.isArray(context) ? context : [context]) {
        resolved.push(...(await resolveOne(item, request, cycles)))
      }
      return resolved
    },
  }
}
