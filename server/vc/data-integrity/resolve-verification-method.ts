import { parseDateTimeStamp } from '../data-model/date-time-stamp.ts'
import type { DocumentLoader } from '../json-ld/document-loader.ts'
import { multikeyOf } from '../did/multikey-of-method.ts'
import { ResourceUnavailable } from '../json-ld/resource-unavailable.ts'
import { asList, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type { CheckCode, CheckStatus } from '../verification-result.ts'

export type ProofPurpose = 'assertionMethod' | 'authentication'

/** A key, and the DID (or URL) of the one document that vouches for it. */
export interface ResolvedMethod {
  /** As Multikey, the one form that the cryptosuites read. */
  readonly method: JsonObject
  /** As its controller wrote it. */
  readonly source: JsonObject
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
  options: { documentLoader: DocumentLoader; now: Date; witness?(): Promise<Date | undefined> },
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
  const found = { method: multikeyOf({ ...method, id: url }), source: method, controller }
  if (method.revoked !== undefined) {
    if (await signedBeforeRevocation(method.revoked, options)) return found
    return refused('key-compromised', `revoked at ${JSON.stringify(method.revoked)}`)
  }
  const listed = relations.some((entry) =>
    namesMethod(isJsonObject(entry) ? entry.id : entry, url, controller),
  )
  if (!listed) return refused('key-not-authorised', `not listed under ${purpose}`)
  if (ended(method.expires, options.now)) return refused('key-not-authorised', 'expired')
  return found
}

/**
 * Whether an issuer lets a key of another document speak for it: its own controller document lists the key by full URL
 * under `purpose` (Controlled Identifiers 1.0, 2.3: a reference may lead into another document). Undefined when it does,
 * the refusal when not. What the key's own document says of the issuer counts for nothing: anybody can claim that.
 */
export async function authoriseMethod(
  issuer: string,
  url: string,
  purpose: ProofPurpose,
  { documentLoader }: { documentLoader: DocumentLoader },
): Promise<MethodRefusal | undefined> {
  const refused: MethodRefusal = { status: 'failed', code: 'issuer-not-key-controller', detail: url }
  // the document behind any other kind of URL speaks for nobody
  if (!/^(did|https):/.test(issuer)) return refused
  const document = await load(issuer, documentLoader)
  if ('code' in document) return document.status === 'failed' ? refused : document
  const { id, [purpose]: listed } = document.controllerDocument
  return id === issuer && asList(listed).includes(url) ? undefined : refused
}

/** A DID document may name its keys by full or by relative URL. */
const namesMethod = (id: JsonValue | undefined, url: string, controller: string): boolean =>
  typeof id === 'string' && (id === url || (id.startsWith('#') && controller + id === url))

/** Whether a verification method's `expires` is over; one that cannot be read counts as over. */
function ended(end: JsonValue | undefined, now: Date): boolean {
  if (end === undefined) return false
  const instant = parseDateTimeStamp(end)
  return instant === undefined || instant <= now
}

/**
 * A revoked method verifies nothing more (Controlled Identifiers 1.0, 2.2): whoever holds the key can date a proof as they
 * like. Only somebody who saw this very document signed before that moment may still stand in for it. A revocation that
 * lies ahead does not count yet.
 */
async function signedBeforeRevocation(
  revoked: JsonValue,
  options: { now: Date; witness?(): Promise<Date | undefined> },
): Promise<boolean> {
  const instant = parseDateTimeStamp(revoked)
  if (instant === undefined) return false
  if (options.now < instant) return true
  const witnessed = await options.witness?.()
  return witnessed !== undefined && witnessed < instant
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
