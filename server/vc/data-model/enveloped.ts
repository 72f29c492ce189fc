import { asList, hasType, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type { Finding } from './rule.ts'

const ENVELOPES = ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation']

/** Whether a document is only the envelope of one that is secured in another way than with a proof (VCDM 2.0, 4.13.1). */
export const isEnveloped = (document: JsonObject): boolean =>
  ENVELOPES.some((type) => hasType(document, type))

/** Sections 4.13.1 and 4.13.2: an envelope has a context, and the secured document as a `data:` URL for its `id`. */
export function findEnvelopeProblem(value: JsonValue, pointer: string): Finding | undefined {
  if (!isJsonObject(value) || !isEnveloped(value)) return undefined
  if (asList(value['@context']).length === 0)
    return { code: 'enveloped-invalid', pointer: `${pointer}/@context` }
  const sound = typeof value.id === 'string' && /^data:[^,]+,./.test(value.id)
  return sound ? undefined : { code: 'enveloped-invalid', pointer: `${pointer}/id` }
}
