import type { z } from 'zod'
import { problemsOf, requestProblem } from '../../issuer/vc-api/index.ts'
import type { Response, Routes } from '../../platform/http/index.ts'
import { verifyPresentation, type Check, type Verdict } from '../../vc/index.ts'
import { verifyDocument, verifyOptions, type VerificationDeps } from '../verification/index.ts'
import { verifyCredentialRequest, verifyPresentationRequest } from './forms.ts'

/** The verifying half of the W3C CCG VC-API, open to everybody. */
export function vcApiRoutes(deps: VerificationDeps): (routes: Routes) => void {
  return (routes) => {
    routes.api('post', '/credentials/verify', 'public', async (req, res) => {
      const request = verifyCredentialRequest.safeParse(req.body)
      if (!request.success) {
        refuse(res, '/verifiableCredential')
        return
      }
      const { verifiableCredential, options } = request.data
      const only = options?.checks
      const result = await verifyDocument(deps, verifiableCredential, only === undefined ? {} : { only })
      answer(res, '/verifiableCredential', result)
    })
    routes.api('post', '/presentations/verify', 'public', async (req, res) => {
      const request = verifyPresentationRequest.safeParse(req.body)
      if (!request.success) {
        refuse(res, pointerOf(request.error))
        return
      }
      const { verifiablePresentation, options } = request.data
      const result = await verifyPresentation(verifiablePresentation, {
        ...verifyOptions(deps, verifiablePresentation),
        ...(options?.challenge === undefined ? {} : { challenge: options.challenge }),
        ...(options?.domain === undefined ? {} : { domain: options.domain }),
      })
      answer(res, '/verifiablePresentation', result)
    })
  }
}

/** Authentic and in force. Whether one knows the issuer, or a newer version exists, is for the caller to weigh. */
const HOLDS: readonly Verdict[] = ['verified', 'issuer-unknown', 'superseded']

interface Result {
  readonly verdict: Verdict
  readonly checks: readonly Check[]
}

/** `at` is where the document stands in the request. */
function answer(res: Response, at: string, { verdict, checks }: Result): void {
  const verified = HOLDS.includes(verdict)
  res.set('Cache-Control', 'no-store')
  res.status(verified ? 200 : 400).json({
    verified,
    problemDetails: verified ? [] : problemsOf(checks, at),
    verdict,
    checks: checks.map(({ name, status, code }) => ({ name, status, code })),
  })
}

/** Not a VC-API request at all: something is missing, or a challenge or domain is no text and could not be compared. */
function refuse(res: Response, pointer: string): void {
  const problem = requestProblem({ code: 'request-malformed', pointer })
  res.status(400).json({ verified: false, problemDetails: [problem] })
}

const pointerOf = (error: z.ZodError): string =>
  (error.issues[0]?.path ?? []).map((part) => `/${String(part)}`).join('')
