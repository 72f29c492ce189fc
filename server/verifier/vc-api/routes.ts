import type { Response, Routes } from '../../platform/http/index.ts'
import { verifyPresentation, type Check, type Verdict } from '../../vc/index.ts'
import { verifyDocument, verifyOptions, type VerificationDeps } from '../verification/index.ts'
import { verifyCredentialRequest, verifyPresentationRequest } from './forms.ts'
import { malformedRequest, problemsOf } from './problem-details.ts'

/** The verifying half of the W3C CCG VC-API, open to everybody. */
export function vcApiRoutes(deps: VerificationDeps): (routes: Routes) => void {
  return (routes) => {
    routes.api('post', '/credentials/verify', 'public', async (req, res) => {
      const request = verifyCredentialRequest.safeParse(req.body)
      if (!request.success) {
        refuse(res, 'verifiableCredential is missing')
        return
      }
      const { verifiableCredential, options } = request.data
      const only = options?.checks
      answer(res, await verifyDocument(deps, verifiableCredential, only === undefined ? {} : { only }))
    })
    routes.api('post', '/presentations/verify', 'public', async (req, res) => {
      const request = verifyPresentationRequest.safeParse(req.body)
      if (!request.success) {
        refuse(res, 'verifiablePresentation is missing, or a challenge or domain is not a string')
        return
      }
      const { verifiablePresentation, options } = request.data
      const result = await verifyPresentation(verifiablePresentation, {
        ...verifyOptions(deps),
        ...(options?.challenge === undefined ? {} : { challenge: options.challenge }),
        ...(options?.domain === undefined ? {} : { domain: options.domain }),
      })
      answer(res, result)
    })
  }
}

/** Authentic and in force. Whether one knows the issuer, or a newer version exists, is for the caller to weigh. */
const HOLDS: readonly Verdict[] = ['verified', 'issuer-unknown', 'superseded']

function answer(res: Response, { verdict, checks }: { verdict: Verdict; checks: readonly Check[] }): void {
  const verified = HOLDS.includes(verdict)
  res.set('Cache-Control', 'no-store')
  res.status(verified ? 200 : 400).json({
    verified,
    problemDetails: verified ? [] : problemsOf(checks),
    verdict,
    checks: checks.map(({ name, status, code }) => ({ name, status, code })),
  })
}

function refuse(res: Response, detail: string): void {
  res.status(400).json({ verified: false, problemDetails: [malformedRequest(detail)] })
}
