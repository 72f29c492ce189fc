import { asList, idOf, isJsonObject } from './json-value.ts'
import type { JsonObject, JsonValue } from './json-value.ts'

/** The little that can be said about any credential of any issuer. */
export interface DocumentSummary {
  readonly id?: string
  readonly types: readonly string[]
  readonly title?: string
  readonly issuerName: string
  readonly issuerId?: string
  readonly issuerEmail?: string
  readonly holderName?: string
  readonly validFrom?: string
  readonly validUntil?: string
}

/**
 * Reads a verified document of any shape (VCDM 2.0, Open Badges 3.0); missing parts are simply absent. JSON-LD's sets have
 * no order, so that whoever holds a document may reorder them: what is read never depends on which stands first.
 */
export function describeDocument(document: JsonObject): DocumentSummary {
  const subjects = asList(document['credentialSubject']).filter(isJsonObject)
  const issuer = isJsonObject(document['issuer']) ? document['issuer'] : {}
  const achievements = subjects.flatMap((subject) => asList(subject['achievement'])).filter(isJsonObject)
  const id = text(document['id'])
  const title = text(document['name']) ?? together(achievements.map(({ name }) => text(name)))
  const issuerEmail = text(issuer['email'])
  const issuerId = idOf(document['issuer'])
  const holderName = together(subjects.map((subject) => text(subject['name']) ?? identityName(subject)))
  // VCDM 1.1 had other names for the same
  const validFrom = text(document['validFrom'] ?? document['issuanceDate'])
  const validUntil = text(document['validUntil'] ?? document['expirationDate'])
  return {
    types: asList(document['type']).filter((type) => typeof type === 'string'),
    issuerName: text(issuer['name']) ?? idOf(document['issuer']) ?? '',
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(issuerId === undefined ? {} : { issuerId }),
    ...(issuerEmail === undefined ? {} : { issuerEmail }),
    ...(holderName === undefined ? {} : { holderName }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  }
}

/** Open Badges 3.0 IdentityObject: the name of the holder, when it is not hashed. */
function identityName(subject: JsonObject): string | undefined {
  const identities = asList(subject['identifier'])
    .filter(isJsonObject)
    .filter((object) => object['identityType'] === 'name' && object['hashed'] === false)
  return together(identities.map((identity) => text(identity['identityHash'])))
}

/** What is said of several, each once, always in the same order. */
function together(texts: readonly (string | undefined)[]): string | undefined {
  const said = new Set(texts.filter((each) => each !== undefined))
  return said.size === 0 ? undefined : [...said].sort().join(', ')
}

const MAX_SHOWN = 200

/** A string, or one of a set of language values (VCDM 2.0 §11.1), cut to what a page can show. */
function text(value: JsonValue | undefined): string | undefined {
  const [found] = asList(value)
    .map((each) => (isJsonObject(each) ? each['@value'] : each))
    .filter((each) => typeof each === 'string')
    .filter((each) => each.trim() !== '')
    .sort()
  if (found === undefined) return undefined
  return found.length > MAX_SHOWN ? `${found.slice(0, MAX_SHOWN)}…` : found
}
