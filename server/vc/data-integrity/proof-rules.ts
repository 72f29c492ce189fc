import { parseDateTimeStamp } from '../data-model/date-time-stamp.ts'
import { isUrl } from '../data-model/url.ts'
import { asList, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { failed, unavailable } from '../verification-result.ts'
import type { Check } from '../verification-result.ts'
import type { Cryptosuite } from './cryptosuites/cryptosuite.ts'
import { suiteOfProof } from './cryptosuites/index.ts'

/** A proof whose shape is right (VC Data Integrity 1.0, 2.1). Nothing is verified yet. */
export interface Proof {
  readonly source: JsonObject
  readonly pointer: string
  readonly suite: Cryptosuite
  readonly verificationMethod: string
  readonly purpose: string
  readonly expires: Date | undefined
  readonly previous: readonly string[]
}

const MAX_PROOFS = 8

/** Other members could stand for these under another name (`…security#expiration`), and would not be read. */
const KNOWN_MEMBERS = new Set(
  'id type created expires verificationMethod cryptosuite proofPurpose proofValue challenge domain nonce previousProof @context'.split(
    ' ',
  ),
)

/** The proofs of a document, read strictly, or the `proof` check that refuses them. */
export function readProofs(document: JsonObject): { proofs: Proof[] } | { check: Check } {
  const value = document.proof
  const values = asList(value)
  if (values.length === 0) return { check: failed('proof', 'proof-missing', { pointer: '/proof' }) }
  if (values.length > MAX_PROOFS)
    return { check: failed('proof', 'proof-invalid', { detail: 'too many proofs' }) }
  const proofs: Proof[] = []
  for (const [index, item] of values.entries()) {
    const pointer = Array.isArray(value) ? `/proof/${index}` : '/proof'
    const read = readProof(item, document, pointer)
    if ('check' in read) return read
    proofs.push(read)
  }
  return { proofs }
}

function readProof(value: JsonValue, document: JsonObject, pointer: string): Proof | { check: Check } {
  const invalid = (member: string): { check: Check } => ({
    check: failed('proof', 'proof-invalid', { pointer: member === '' ? pointer : `${pointer}/${member}` }),
  })
  if (!isJsonObject(value)) return invalid('')
  const { verificationMethod, proofPurpose, expires, created, previousProof, proofValue } = value
  if (typeof value.type !== 'string' || value.type === '') return invalid('type')
  const suite = suiteOfProof(value)
  // before its other members: other suites have members of their own
  if (typeof suite === 'string') return { check: checkOfOtherSuite(suite, pointer) }
  const unknown = Object.keys(value).find((name) => !KNOWN_MEMBERS.has(name))
  if (unknown !== undefined) return invalid(unknown)
  if (value.id !== undefined && !isUrl(value.id)) return invalid('id')
  if (!isUrl(verificationMethod)) return invalid('verificationMethod')
  if (typeof proofPurpose !== 'string') return invalid('proofPurpose')
  if (typeof proofValue !== 'string' || !suite.proofValue.test(proofValue)) return invalid('proofValue')
  if (created !== undefined && parseDateTimeStamp(created) === undefined) return invalid('created')
  if (expires !== undefined && parseDateTimeStamp(expires) === undefined) return invalid('expires')
  const previous = asList(previousProof).filter((id) => typeof id === 'string')
  if (previous.length !== asList(previousProof).length) return invalid('previousProof')
  // A context of its own could give the members of the proof another meaning than those of the document.
  if (
    value['@context'] !== undefined &&
    JSON.stringify(value['@context']) !== JSON.stringify(document['@context'])
  ) {
    return invalid('@context')
  }
  const proof = { source: value, pointer, suite, verificationMethod, purpose: proofPurpose }
  return { ...proof, expires: parseDateTimeStamp(expires), previous }
}

/** Standard ways to sign that we do not speak. */
const OTHER_SUITES = new Set([
  'DataIntegrityProof eddsa-jcs-2022',
  'DataIntegrityProof ecdsa-jcs-2019',
  'DataIntegrityProof bbs-2023',
  'Ed25519Signature2018',
  'JsonWebSignature2020',
  'RsaSignature2018',
])

/** A proof of a standard kind that we cannot read proves nothing, but is no forgery either. */
function checkOfOtherSuite(suite: string, pointer: string): Check {
  return OTHER_SUITES.has(suite)
    ? unavailable('proof', 'cryptosuite-unsupported', { pointer, detail: suite })
    : failed('proof', 'cryptosuite-unknown', { pointer, detail: suite.slice(0, 200) })
}
