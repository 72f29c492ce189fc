import { asList, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { publishedDigests } from '../json-ld/published-digests.ts'
import type { Finding } from './rule.ts'
import { isUrl } from './url.ts'

/**
 * VCDM 2.0 section 5.3: each related resource has a URL `id` that occurs once and at least one digest. Where the resource
 * is a context whose published bytes we know, the digest must be theirs.
 */
export function findRelatedResourceProblem(value: JsonValue | undefined): Finding | undefined {
  const seen = new Set<string>()
  for (const [index, item] of asList(value).entries()) {
    const pointer = Array.isArray(value) ? `/relatedResource/${index}` : '/relatedResource'
    const wrong = (detail: string): Finding => ({ code: 'related-resource-invalid', pointer, detail })
    if (!isJsonObject(item) || !isUrl(item.id)) return wrong('id')
    if (seen.has(item.id)) return wrong('the same id twice')
    seen.add(item.id)
    if (digestsOf(item).length === 0) return wrong('no digest')
    if (!hasSoundDigests(item)) return wrong('a digest that is none')
    if (hasForeignDigest(item.id, item)) return wrong('not the digest of the published bytes')
  }
  return undefined
}

/** A SHA-2 digest in base64 (Subresource Integrity, 3.5; VCDM 2.0, B.3.1 The sriString Datatype). */
const SRI = /^(sha256-[A-Za-z0-9+/]{43}=|sha384-[A-Za-z0-9+/]{64}|sha512-[A-Za-z0-9+/]{86}==)$/
/** Multibase: base58-btc or base64url of 32 bytes at least. */
const MULTIBASE = /^(z[1-9A-HJ-NP-Za-km-z]{40,}|u[\w-]{43,})$/

const hasSoundDigests = ({ digestSRI, digestMultibase }: JsonObject): boolean =>
  asList(digestSRI).every(
    (text) => typeof text === 'string' && text.split(' ').every((digest) => SRI.test(digest)),
  ) && asList(digestMultibase).every((text) => typeof text === 'string' && MULTIBASE.test(text))

function hasForeignDigest(id: string, resource: JsonObject): boolean {
  const published = publishedDigests(id)
  if (published.length === 0) return false
  return digestsOf(resource).some((text) => !published.includes(text))
}

const digestsOf = (resource: JsonObject): string[] => [
  ...texts(resource.digestSRI).flatMap((text) => text.split(' ')),
  ...texts(resource.digestMultibase),
]

const texts = (value: JsonValue | undefined): string[] =>
  asList(value).filter((text): text is string => typeof text === 'string' && text !== '')
