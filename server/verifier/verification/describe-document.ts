import { asList, idOf, isJsonObject, type JsonObject, type JsonValue } from '../../vc/index.ts'

/** The little that can be said about any credential of any issuer. */
export interface DocumentSummary {
  readonly id?: string
  readonly types: readonly string[]
  readonly title?: string
  readonly issuerName: string
  readonly issuerEmail?: string
  readonly holderName?: string
  readonly validFrom?: string
  readonly validUntil?: string
}

/** Reads a verified document of any shape (VCDM 2.0, Open Badges 3.0); missing parts are simply absent. */
export function describeDocument(document: JsonObject): DocumentSummary {
  const subject = asList(document['credentialSubject']).find(isJsonObject) ?? {}
  const issuer = isJsonObject(document['issuer']) ? document['issuer'] : {}
  const achievement = asList(subject['achievement']).find(isJsonObject) ?? {}
  const id = text(document['id'])
  const title = text(document['name']) ?? text(achievement['name'])
  const issuerEmail = text(issuer['email'])
  const holderName = text(subject['name']) ?? identityName(subject)
  const validFrom = text(document['validFrom'])
  const validUntil = text(document['validUntil'])
  return {
    types: asList(document['type']).filter((type) => typeof type === 'string'),
    issuerName: text(issuer['name']) ?? idOf(document['issuer']) ?? '',
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(issuerEmail === undefined ? {} : { issuerEmail }),
    ...(holderName === undefined ? {} : { holderName }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  }
}

/** Open Badges 3.0 IdentityObject: the name of the holder, when it is not hashed. */
function identityName(subject: JsonObject): string | undefined {
  const identity = asList(subject['identifier'])
    .filter(isJsonObject)
    .find((object) => object['identityType'] === 'name' && object['hashed'] === false)
  return identity === undefined ? undefined : text(identity['identityHash'])
}

const MAX_SHOWN = 200

/** A string, or the first of a set of language values (VCDM 2.0 §11.1), cut to what a page can show. */
function text(value: JsonValue | undefined): string | undefined {
  const first = asList(value)[0]
  const found = isJsonObject(first) ? first['@value'] : first
  if (typeof found !== 'string' || found.trim() === '') return undefined
  return found.length > MAX_SHOWN ? `${found.slice(0, MAX_SHOWN)}…` : found
}
