import { isoInstant } from '../../kernel/clock.ts'
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../vc/index.ts'
import type { BuildContext } from './award.ts'
import { endorsementName, endorsementPartId } from './build-endorsement.ts'
import { checkOwnSchema } from './check-own-schema.ts'
import { issuerObject, statusProperty } from './common-properties.ts'
import { readEndorsement } from './read-endorsement.ts'
import { renamed } from './rename-parts.ts'

/**
 * The unsigned text of an endorsement that says the same as a signed one, under a new `id` and with status entries of its
 * own: of another version of its credential (`context.endorsed`), or of a person whose name was corrected. What the host
 * said stays as it was said.
 * @throws AppError `schema-mismatch` for a document that is not one of ours
 */
export function rebuildEndorsement(
  signed: JsonObject,
  { name }: { readonly name?: string },
  context: BuildContext,
): JsonObject {
  const read = readEndorsement(signed)
  const { proof: _proof, ...content } = signed
  const document = renamed(content, read.url, context.id)
  const subject = isJsonObject(document['credentialSubject']) ? document['credentialSubject'] : {}
  const rebuilt: JsonObject = {
    ...document,
    id: context.id,
    ...(name === undefined ? {} : { name: endorsementName(name, read.host.name, read.locale) }),
    issuer: issuerObject(context.issuer, undefined),
    validFrom: isoInstant(context.now),
    credentialStatus: statusProperty(context.status),
    credentialSubject: { ...subject, id: context.endorsed ?? read.endorses },
    evidence: withName(document['evidence'], endorsementPartId(context.id, 'stay'), name),
  }
  checkOwnSchema('endorsement-credential', rebuilt)
  return rebuilt
}

function withName(evidence: JsonValue | undefined, id: string, name: string | undefined): JsonValue {
  return asList(evidence).map((one) =>
    name !== undefined && isJsonObject(one) && one['id'] === id ? { ...one, name } : one,
  )
}
