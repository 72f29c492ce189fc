import type { LinkedDocument } from '../json-ld/linked-document.ts'
import { CREDENTIALS_V2 } from '../json-ld/pinned-contexts.ts'
import { asList } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'

const SECURITY = 'https://w3id.org/security#'

/** What the members of a proof mean (VC Data Integrity 1.0, 2.1 Proofs), by the names that we read them by. */
const MEANINGS: Readonly<Record<string, string>> = {
  type: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  created: 'http://purl.org/dc/terms/created',
  expires: `${SECURITY}expiration`,
  verificationMethod: `${SECURITY}verificationMethod`,
  cryptosuite: `${SECURITY}cryptosuite`,
  proofPurpose: `${SECURITY}proofPurpose`,
  challenge: `${SECURITY}challenge`,
  domain: `${SECURITY}domain`,
  nonce: `${SECURITY}nonce`,
  previousProof: `${SECURITY}previousProof`,
}

const PURPOSES: Readonly<Record<string, string>> = {
  assertionMethod: `${SECURITY}assertionMethod`,
  authentication: `${SECURITY}authenticationMethod`,
}

/**
 * The context of VCDM 2.0 fixes what a `DataIntegrityProof` says. Anything else is explained by contexts that whoever
 * holds the document can replace by their own, in which `nonce`, say, is the expiry.
 */
const isFixed = (document: JsonObject, proof: JsonObject): boolean =>
  asList(document['@context'])[0] === CREDENTIALS_V2 && proof.type === 'DataIntegrityProof'

/** Whether the members of a proof were signed with the meaning by which we read them. */
export async function meansWhatItSays(document: LinkedDocument, proof: JsonObject): Promise<boolean> {
  if (isFixed(document.source, proof)) return true
  const { proofValue: _value, '@context': _context, id: _id, ...members } = proof
  const said = Object.entries(members).flatMap(([name, value]) => asList(value).map(() => MEANINGS[name]))
  const lines = (await document.canonicaliseProof({ ...members, ...idOf(proof) })).trim().split('\n')
  const statements = lines.map((line) => /^\S+ <([^>]*)> (.*) \.$/.exec(line) ?? [])
  const signed = statements.map(([, predicate]) => predicate)
  const purpose = statements.find(([, predicate]) => predicate === MEANINGS['proofPurpose'])?.[2]
  const isPurpose =
    typeof proof.proofPurpose === 'string' && purpose === `<${PURPOSES[proof.proofPurpose] ?? ''}>`
  return isPurpose && signed.length === said.length && signed.sort().join(' ') === said.sort().join(' ')
}

const idOf = ({ id }: JsonObject): JsonObject => (id === undefined ? {} : { id })
