import type { Check, CheckCode, CheckName } from '../../vc/index.ts'

/** RFC 9457, as VC-API answers carry it. */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
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
const TYPE_OF_CODE: Partial<Record<CheckCode, string>> = {
  'status-list-unreachable': `${STATUS_LIST}STATUS_RETRIEVAL_ERROR`,
  'status-index-out-of-range': `${STATUS_LIST}RANGE_ERROR`,
}

/** One problem per check that did not pass, in the order the checks were made. */
export function problemsOf(checks: readonly Check[]): ProblemDetails[] {
  return checks
    .filter(({ status }) => status === 'failed' || status === 'unavailable')
    .map(({ name, code, pointer, detail }) => ({
      type: TYPE_OF_CODE[code] ?? TYPE_OF_CHECK[name] ?? `urn:passerelle:check:${code}`,
      title: `${name}: ${code}`,
      status: 400,
      detail: [detail ?? code, pointer === undefined ? '' : `at ${pointer}`].filter(Boolean).join(' '),
    }))
}

/** The body is not a VC-API request at all. */
export function malformedRequest(detail: string): ProblemDetails {
  return { type: `${VCDM}PARSING_ERROR`, title: 'document: request-malformed', status: 400, detail }
}
