import { isUrl } from '../data-model/url.ts'
import { asList, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'

/** One well-formed BitstringStatusListEntry of a credential (Bitstring Status List 1.0, 2.1). */
export interface StatusEntry {
  readonly purpose: string
  readonly index: number
  readonly listUrl: string
  /** JSON pointer to the entry. */
  readonly pointer: string
}

/** An entry we understand, an entry that is malformed, or a status of another kind. */
export type ReadStatus =
  | { readonly kind: 'entry'; readonly entry: StatusEntry }
  | { readonly kind: 'malformed'; readonly pointer: string; readonly detail: string }
  | { readonly kind: 'unsupported'; readonly pointer: string; readonly detail: string }

/** The credential's `credentialStatus` values, each read strictly, in document order. */
export function readStatusEntries(credential: JsonObject): ReadStatus[] {
  const status = credential.credentialStatus
  return asList(status).map((value, position) =>
    readStatus(value, Array.isArray(status) ? `/credentialStatus/${position}` : '/credentialStatus'),
  )
}

function readStatus(value: JsonValue, pointer: string): ReadStatus {
  const malformed = (detail: string): ReadStatus => ({ kind: 'malformed', pointer, detail })
  if (!isJsonObject(value)) return malformed('not an object')
  if (!asList(value.type).includes('BitstringStatusListEntry')) {
    return { kind: 'unsupported', pointer, detail: 'not a BitstringStatusListEntry' }
  }
  const { statusPurpose, statusListIndex, statusListCredential, statusSize } = value
  if (typeof statusPurpose !== 'string' || statusPurpose === '') return malformed('statusPurpose')
  // Number.parseInt would read '6xyz' as 6 and look up somebody else's entry.
  if (typeof statusListIndex !== 'string' || !/^(0|[1-9]\d{0,14})$/.test(statusListIndex))
    return malformed('statusListIndex')
  if (!isUrl(statusListCredential)) {
    return malformed('statusListCredential')
  }
  if (statusSize !== undefined && statusSize !== 1) {
    return { kind: 'unsupported', pointer, detail: 'statusSize other than 1' }
  }
  return {
    kind: 'entry',
    entry: { purpose: statusPurpose, index: Number(statusListIndex), listUrl: statusListCredential, pointer },
  }
}
