import { parseDateTimeStamp } from '../data-model/date-time-stamp.ts'
import type { DocumentLoader } from '../json-ld/document-loader.ts'
import { ResourceUnavailable } from '../json-ld/resource-unavailable.ts'
import { asList, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type { CheckCode, CheckStatus } from '../verification-result.ts'

export type ProofPurpose = 'assertionMethod' | 'authentication'

/** A key, and the DID (or URL) of the one document that vouches for it. */
export interface ResolvedMethod {
  readonly method: JsonObject
  readonly controller: string
}

/** Why there is no usable key. */
export interface MethodRefusal {
  readonly status: CheckStatus
  readonly code: CheckCode
  readonly detail: string
}

/**
 * The key a proof names, as its controller's document states it (Controlled Identifiers 1.0, 3.3 Retrieve Verification
 * Method): the document is the one the key's URL points into, it claims the key, and lists it for `purpose`.
 */
export async function resolveVerificationMethod(
  url: string,
  purpose: ProofPurpose,
  options: { documentLoader: DocumentLoader; now: Date },
): Promise<ResolvedMethod | MethodRefusal> {
  const refused = (code: CheckCode, detail: string): MethodRefusal => ({ status: 'failed', code, detail })
  const [controller = '', fragment] = url.split('#')
  if (controller === '' || fragment === undefined) return refused('key-not-found', 'no fragment')
  const document = await load(controller, options.documentLoader)
  if ('code' in document) return document
  const { controllerDocument } = document
  if (controllerDocument.id !== controller)
    return refused('key-not-found', 'the document is about somebody else')
  const relations = asList(controllerDocument[purpose])
  const method = [...asList(controllerDocument.verificationMethod), ...relations]
    .filter(isJsonObject)
    .find(({ id }) => namesMethod(id, url, controller))
  if (method === undefined) return refused('key-not-found', url)
  if (method.controller !== controller) return refused('key-not-authorised', 'the key has another controller')
  const listed = relations.some((entry) =>
    namesMethod(isJsonObject(entry) ? entry.id : entry, url, controller),
  )
  if (!listed) return refused('key-not-authorised', `not listed under ${purpose}`)
  if (ended(method, options.now)) return refused('key-not-authorised', 'revoked or expired')
  return { method: { ...method, id: url }, controller }
}

/** A DID document may name its keys by full or by relative URL. */
const namesMethod = (id: JsonValue | undefined, url: string, controller: string): boolean =>
  typeof id === 'string' && (id === url || (id.startsWith('#') && controller + id === url))

function ended(method: JsonObject, now: Date): boolean {
  return [method.revoked, method.expires].some((end) => {
    if (end === undefined) return false
    const instant = parseDateTimeStamp(end)
    return instant === undefined || instant <= now
  })
}

async function load(
  url: string,
  documentLoader: DocumentLoader,
): Promise<{ controllerDocument: JsonObject } | MethodRefusal> {
  try {
    const { document } = await documentLoader(url)
    return { controllerDocument: document }
  } catch (error) {
    if (error instanceof ResourceUnavailable) {
      return { status: 'unavailable', code: 'did-not-resolved', detail: url }
    }
    return {
      status: 'failed',
      code: 'key-not-found',
      detail: error instanceof Error ? error.message : String(error),
    }
  }
}
