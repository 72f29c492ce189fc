import { isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { failed, unavailable } from '../verification-result.ts'
import type { Check } from '../verification-result.ts'
import { createContextResolver } from './context-resolver.ts'
import type { DocumentLoader } from './document-loader.ts'
import { loadJsonLd } from './load-jsonld.ts'
import { findRelativeId } from './relative-ids.ts'

/** A document with every term replaced by the IRI it stands for: what is really signed. */
export interface ExpandedDocument {
  readonly source: JsonObject
  readonly nodes: object
  /** The single top-level node. */
  readonly node: JsonObject
}

/**
 * JSON-LD expansion in safe mode (JSON-LD 1.1 API, 5.1): a term that no context defines would silently be left out of
 * the signature, so it is refused. Answers the expansion, or the `context` check that says why there is none.
 */
export async function expandDocument(
  source: JsonObject,
  documentLoader: DocumentLoader,
): Promise<{ expanded: ExpandedDocument } | { check: Check }> {
  try {
    const jsonld = await loadJsonLd()
    const nodes = await jsonld.expand(source, {
      documentLoader,
      contextResolver: createContextResolver(),
      safe: true,
      base: null,
    })
    const [node] = nodes
    if (nodes.length !== 1 || !isJsonObject(node)) {
      return { check: failed('context', 'json-ld-invalid', { detail: 'not exactly one node' }) }
    }
    const relative = findRelativeId(nodes)
    if (relative !== undefined) {
      return {
        check: failed('context', 'json-ld-invalid', { detail: `relative: ${relative.slice(0, 200)}` }),
      }
    }
    return { expanded: { source, nodes, node } }
  } catch (error) {
    return { check: checkOf(error) }
  }
}

/** The fields of a jsonld error that we read. */
interface JsonLdFailure {
  readonly name: string
  readonly details: { readonly code?: JsonValue; readonly url?: JsonValue; readonly event?: JsonValue }
}

function checkOf(error: unknown): Check {
  const { name, details } = read(error)
  const detail = error instanceof Error ? error.message.slice(0, 500) : String(error)
  if (details.code === 'loading remote context failed') {
    return unavailable('context', 'context-unknown', {
      detail: typeof details.url === 'string' ? details.url : detail,
    })
  }
  if (name === 'jsonld.ValidationError' && isJsonObject(details.event)) {
    const { code, details: about } = details.event
    return failed('context', 'term-undefined', { detail: JSON.stringify([code, about]).slice(0, 500) })
  }
  return failed('context', 'json-ld-invalid', { detail })
}

function read(error: unknown): JsonLdFailure {
  const name = error instanceof Error ? error.name : ''
  const details =
    typeof error === 'object' && error !== null && 'details' in error ? error.details : undefined
  return { name, details: isJsonObject(details) ? details : {} }
}
