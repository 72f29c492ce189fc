import { asList, hasType, idOf, isJsonObject } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { failed, passed, unavailable } from '../verification-result.ts'
import type { Check } from '../verification-result.ts'
import { MINIMUM_STATUS_LIST_LENGTH, getBit } from './bitstring.ts'
import { decodeList } from './encode-list.ts'
import { readStatusEntries } from './status-entries.ts'
import type { StatusEntry } from './status-entries.ts'

export interface StatusOptions {
  /** Fetches a status list credential. Rejects when it cannot be had now. */
  loadStatusList(url: string): Promise<JsonObject>
  /** Data model, proof and validity of a list, as of any credential; undefined when all is well. */
  refuseList(list: unknown): Promise<Check | undefined>
  /** {@link decodeList}, or one that remembers. */
  decode?(encodedList: string): Promise<Uint8Array>
}

/** A list that can be believed, or the check that says why not. */
type CheckedList =
  | { readonly bits: Uint8Array; readonly purposes: readonly unknown[]; readonly issuer: string | undefined }
  | { readonly check: Check }

/** Reads each list once for all credentials of one verification: the members of a passport share theirs. */
export function createStatusChecker(options: StatusOptions): (credential: JsonObject) => Promise<Check[]> {
  const lists = new Map<string, Promise<CheckedList>>()
  const listAt = (url: string): Promise<CheckedList> => {
    const known = lists.get(url) ?? readList(url, options)
    lists.set(url, known)
    return known
  }
  return async (credential) => {
    const checks: Check[] = []
    for (const status of readStatusEntries(credential)) {
      if (status.kind === 'entry') checks.push(await checkEntry(status.entry, credential, listAt))
      // What we cannot read might say "revoked": it is no pass.
      else if (status.kind === 'unsupported') checks.push(unavailable('status', 'status-unsupported', status))
      else checks.push(failed('status', 'status-entry-invalid', status))
    }
    return checks.map(({ name, status, code, pointer, detail }) => ({
      name,
      status,
      code,
      ...(pointer === undefined ? {} : { pointer }),
      ...(detail === undefined ? {} : { detail }),
    }))
  }
}

/** Validate algorithm of Bitstring Status List 1.0, section 3.2, and that issuer of credential and of list are one. */
async function checkEntry(
  { purpose, index, listUrl, pointer }: StatusEntry,
  credential: JsonObject,
  listAt: (url: string) => Promise<CheckedList>,
): Promise<Check> {
  const list = await listAt(listUrl)
  if ('check' in list) return { ...list.check, pointer }
  // Anybody can publish a list in which nothing is revoked.
  if (list.issuer !== idOf(credential.issuer)) {
    return failed('status', 'status-list-mismatch', { pointer, detail: 'the list is of another issuer' })
  }
  if (!list.purposes.includes(purpose)) {
    return failed('status', 'status-list-mismatch', { pointer, detail: `the list is not about ${purpose}` })
  }
  if (index >= list.bits.length * 8) {
    return failed('status', 'status-index-out-of-range', {
      pointer,
      detail: `${index} of ${list.bits.length * 8}`,
    })
  }
  if (!getBit(list.bits, index)) return passed('status')
  if (purpose === 'revocation') return failed('status', 'revoked', { pointer })
  if (purpose === 'suspension') return failed('status', 'suspended', { pointer })
  return { name: 'status', status: 'warning', code: 'status-message', pointer, detail: purpose }
}

async function readList(url: string, options: StatusOptions): Promise<CheckedList> {
  const refuse = (detail: string): CheckedList => ({
    check: failed('status', 'status-list-invalid', { detail }),
  })
  let list: unknown
  try {
    list = await options.loadStatusList(url)
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 300) : ''
    return { check: unavailable('status', 'status-list-unreachable', { detail: `${url} ${detail}`.trim() }) }
  }
  const refusal = await options.refuseList(list)
  if (refusal !== undefined) return { check: checkOfRefusal(refusal) }
  if (!isJsonObject(list) || !hasType(list, 'BitstringStatusListCredential')) return refuse('type')
  if (list.id !== undefined && list.id !== url) return refuse('the list is another one')
  const { credentialSubject: subject } = list
  if (!isJsonObject(subject) || !hasType(subject, 'BitstringStatusList')) return refuse('credentialSubject')
  if (typeof subject.encodedList !== 'string') return refuse('encodedList')
  try {
    const bits = await (options.decode ?? decodeList)(subject.encodedList)
    if (bits.length * 8 < MINIMUM_STATUS_LIST_LENGTH) return refuse('shorter than the minimum')
    return { bits, purposes: asList(subject.statusPurpose), issuer: idOf(list.issuer) }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'encodedList')
  }
}

function checkOfRefusal({ status, code, name }: Check): Check {
  const detail = `${name} ${code}`
  if (status === 'unavailable') return unavailable('status', 'status-list-unreachable', { detail })
  return failed(
    'status',
    code === 'expired' || code === 'not-yet-valid' ? 'status-list-invalid' : 'status-list-not-authentic',
    { detail },
  )
}
