import { describeCheck, type Check, type CheckName, type VcError, type VcErrorCode } from '../../vc/index.ts'
import type { RequestCode, RequestProblem } from './refusal.ts'

/** RFC 9457, as VC-API answers carry it. */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  /** One English sentence; what was found in brackets. */
  readonly detail: string
  /** Machine word. */
  readonly code: string
  /** JSON pointer (RFC 6901) into the request. */
  readonly pointer?: string
}

const VCDM = 'https://www.w3.org/TR/vc-data-model#'
const INTEGRITY = 'https://w3id.org/security#'
const STATUS_LIST = 'https://www.w3.org/ns/credentials/status-list#'

/** Problem types that the specifications name: VCDM 2.0 §4.14, Data Integrity 1.0 §4.7, Bitstring Status List 1.0 §3.5. */
const TYPE_OF_CHECK: Partial<Record<CheckName, string>> = {
  document: `${VCDM}PARSING_ERROR`,
  'data-model': `${VCDM}MALFORMED_VALUE_ERROR`,
  context: `${VCDM}PARSING_ERROR`,
  proof: `${INTEGRITY}PROOF_VERIFICATION_ERROR`,
  validity: `${VCDM}RANGE_ERROR`,
  status: `${STATUS_LIST}STATUS_VERIFICATION_ERROR`,
}
const TYPE_OF_CODE: Partial<Record<string, string>> = {
  'status-list-unreachable': `${STATUS_LIST}STATUS_RETRIEVAL_ERROR`,
  'status-index-out-of-range': `${STATUS_LIST}RANGE_ERROR`,
  'request-malformed': `${VCDM}PARSING_ERROR`,
  'credential-missing': `${VCDM}PARSING_ERROR`,
  'foreign-issuer': `${VCDM}MALFORMED_VALUE_ERROR`,
  'already-signed': `${VCDM}MALFORMED_VALUE_ERROR`,
}

/** One English sentence each, as `describeCheck` has for the checks. */
const SENTENCES: Readonly<Record<RequestCode | VcErrorCode, string>> = {
  'request-malformed': 'The request does not have the expected members.',
  'credential-missing': 'The credential is missing, or is not a JSON object.',
  'pointers-invalid': 'Pointers must be a list of JSON pointers (RFC 6901), 200 at most.',
  'id-needed':
    'This issuer adds a status: the credential must have an id, of 2,000 bytes at most, by which its status can be changed.',
  'status-present': 'This issuer adds the status by itself: the credential must come without one.',
  'status-purpose-absent': 'The credential has no status of this purpose.',
  'revocation-final': 'A revocation is final.',
  'already-signed': 'The credential has a proof already.',
  'foreign-issuer': 'The credential must name the issuer of this endpoint, and no other.',
  'credential-invalid': 'The credential does not follow the data model.',
  'key-invalid': 'This key cannot make such a proof.',
  'did-invalid': 'The DID is malformed.',
  'context-unavailable': 'A context is not known here, and nothing is loaded from the network to sign.',
  'bitstring-invalid': 'The status list is malformed.',
  'pointer-invalid': 'A JSON pointer leads to nothing in the document.',
  'not-derivable': 'The credential has no ecdsa-sd-2023 base proof to derive from.',
}

/**
 * One problem per check that did not pass, in the order the checks were made. `at` is where the document stands in the
 * request: `/verifiableCredential`.
 */
export function problemsOf(checks: readonly Check[], at: string): ProblemDetails[] {
  return checks
    .filter(({ status }) => status === 'failed' || status === 'unavailable')
    .map(({ name, code, pointer, detail }) => ({
      type: TYPE_OF_CODE[code] ?? TYPE_OF_CHECK[name] ?? `urn:passerelle:check:${code}`,
      title: `${name}: ${code}`,
      status: 400,
      detail: describeCheck(detail === undefined ? { code } : { code, detail }),
      code,
      ...(pointer === undefined ? {} : { pointer: `${at}${pointer}` }),
    }))
}

/** What is wrong with a request before anything is checked, or besides it. */
export function requestProblem({ code, pointer, detail }: RequestProblem): ProblemDetails {
  return {
    type: TYPE_OF_CODE[code] ?? `urn:passerelle:problem:${code}`,
    title: `request: ${code}`,
    status: 400,
    detail: detail === undefined ? SENTENCES[code] : `${SENTENCES[code]} (${detail})`,
    code,
    ...(pointer === undefined ? {} : { pointer }),
  }
}

/** What `vc` refused to sign or to derive from, each reason on its own. */
export function vcProblems(error: VcError, at: string): ProblemDetails[] {
  const checks = problemsOf(error.checks, at)
  if (checks.length > 0) return checks
  const pointer = error.reason === 'foreign-issuer' ? `${at}/issuer` : at
  const detail = error.reason === 'pointer-invalid' ? String(error.params['detail']) : undefined
  return [requestProblem({ code: error.reason, pointer, ...(detail === undefined ? {} : { detail }) })]
}
