import type { VcErrorCode } from '../../vc/index.ts'

/** Why a request was refused, besides what the checks of `vc` say. */
export type RequestCode =
  | 'request-malformed'
  | 'credential-missing'
  | 'pointers-invalid'
  | 'id-needed'
  | 'status-present'
  | 'status-purpose-absent'
  | 'revocation-final'

/** One thing that is wrong with a request. */
export interface RequestProblem {
  readonly code: RequestCode | VcErrorCode
  /** JSON pointer (RFC 6901) into the request. */
  readonly pointer?: string
  readonly detail?: string
}

/** A request that cannot be carried out as it is: answered with 400 and its problem. */
export class Refusal extends Error {
  readonly problem: RequestProblem

  constructor(problem: RequestProblem) {
    super(problem.code)
    this.name = 'Refusal'
    this.problem = problem
  }
}
