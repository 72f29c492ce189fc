import type { KnownSignatures } from './data-integrity/verify-proofs.ts'
import { asList, isJsonObject, isSameJson } from './json-value.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { decodeList } from './status-list/encode-list.ts'

/** A signed document that was found good. */
export interface KnownDocument {
  readonly document: JsonObject
  /** Its proofs, each with the public key that verifies it. */
  readonly signatures: KnownSignatures
}

/**
 * Remembers that exactly this content carries a good signature by exactly this key. That never changes; whether the key
 * still counts, dates, status and issuer do, and are checked each time. Only documents whose contexts are all pinned are
 * remembered: what others mean may change.
 */
export interface VerificationCache {
  /** What is known of a document that is the same in every value, as it was given. */
  recall(value: unknown): KnownDocument | undefined
  remember(document: JsonObject, signatures: KnownSignatures): void
  /** The bits of a status list, by its whole text (Bitstring Status List 1.0, 3.4). Throws `bitstring-invalid`. */
  decodeList(encodedList: string): Promise<Uint8Array>
  counts(): VerificationCacheCounts
}

export interface VerificationCacheCounts {
  readonly entries: number
  /** An estimate of the memory taken. */
  readonly bytes: number
  readonly hits: number
  readonly misses: number
}

interface Entry {
  readonly bytes: number
  readonly known?: KnownDocument
  readonly bits?: Uint8Array
}

/** @param options.maxBytes what all entries together may take; those not asked for longest go first */
export function createVerificationCache({ maxBytes }: { maxBytes: number }): VerificationCache {
  const entries = new Map<string, Entry>()
  const counts = { bytes: 0, hits: 0, misses: 0 }

  function find(key: string, fits: (entry: Entry) => boolean): Entry | undefined {
    const entry = entries.get(key)
    const isHit = entry !== undefined && fits(entry)
    counts[isHit ? 'hits' : 'misses'] += 1
    if (!isHit) return undefined
    // The last to be used is the last to go.
    entries.delete(key)
    entries.set(key, entry)
    return entry
  }

  function keep(key: string, entry: Entry): void {
    // One that would push out most of the others is not worth it.
    if (entry.bytes > maxBytes / 8) return
    drop(key)
    entries.set(key, entry)
    counts.bytes += entry.bytes
    for (const oldest of entries.keys()) {
      if (counts.bytes <= maxBytes) break
      drop(oldest)
    }
  }

  function drop(key: string): void {
    counts.bytes -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }

  return {
    counts: () => ({ ...counts, entries: entries.size }),
    recall(value) {
      const key = isJsonObject(value) ? keyOf(value) : undefined
      if (key === undefined) return undefined
      const known = find(key, (entry) => isSameJson(value, entry.known?.document))?.known
      // The caller's own object goes on: nobody is handed what is kept here.
      return known === undefined || !isJsonObject(value) ? undefined : { ...known, document: value }
    },
    remember(document, signatures) {
      const key = keyOf(document)
      if (key !== undefined) keep(key, { bytes: bytesOf(document), known: { document, signatures } })
    },
    async decodeList(encodedList) {
      const key = `list ${encodedList}`
      const known = find(key, ({ bits }) => bits !== undefined)?.bits
      if (known !== undefined) return known
      const bits = await decodeList(encodedList)
      keep(key, { bytes: bits.length + 2 * key.length, bits })
      return bits
    },
  }
}

/** A short way to the one document it can be: whether it is that one is decided by all that is in it. */
function keyOf({ proof }: JsonObject): string | undefined {
  const [first] = asList(proof)
  return isJsonObject(first) && typeof first.proofValue === 'string' ? `proof ${first.proofValue}` : undefined
}

/** About what a document takes in memory: two bytes a character at most, and some for each member. */
function bytesOf(value: JsonValue): number {
  if (typeof value === 'string') return 24 + 2 * value.length
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + bytesOf(item), 32)
  if (!isJsonObject(value)) return 8
  return Object.values(value).reduce((sum: number, member) => sum + 16 + bytesOf(member), 64)
}
