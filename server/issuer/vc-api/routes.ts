import { AppError } from '../../kernel/errors.ts'
import type { ApiHandler, ClientContext, Response, Routes } from '../../platform/http/index.ts'
import { VcError } from '../../vc/index.ts'
import { changeStatus } from './change-status.ts'
import { deriveForClient } from './derive-for-client.ts'
import { parseDeriveRequest, parseIssueRequest, parseStatusRequest } from './forms.ts'
import { findInstance, USUAL_INSTANCE } from './instances.ts'
import { issueForClient } from './issue-for-client.ts'
import { listInstances } from './list-instances.ts'
import { requestProblem, vcProblems, type ProblemDetails } from './problem-details.ts'
import { Refusal } from './refusal.ts'
import type { VcApiDeps } from './vc-api-deps.ts'

/**
 * The issuing half of the W3C CCG VC-API. To sign whatever somebody sends is what an oracle does: each route wants a
 * client with its scope, and signs with instances' own keys, never in the name of the platform or of a structure.
 */
export function issuerApiRoutes(deps: VcApiDeps): (routes: Routes) => void {
  return (routes) => {
    routes.api('get', '/issuers', { client: 'credentials:issue' }, async (_req, res) => {
      res.set('Cache-Control', 'no-store').json({ issuers: await listInstances(deps) })
    })
    routes.api('post', '/credentials/issue', { client: 'credentials:issue' }, issue(deps, USUAL_INSTANCE))
    routes.api(
      'post',
      '/issuers/:instance/credentials/issue',
      { client: 'credentials:issue' },
      (req, res, ctx) => issue(deps, String(req.params['instance']))(req, res, ctx),
    )
    routes.api(
      'post',
      '/credentials/status',
      { client: 'credentials:status' },
      refusing('', async (req, res, ctx) => {
        const request = parseStatusRequest(req.body)
        await changeStatus(deps, ctx.client, request)
        res.status(200).json(request)
      }),
    )
    routes.api(
      'post',
      '/credentials/derive',
      { client: 'credentials:derive' },
      refusing('/verifiableCredential', async (req, res) => {
        const verifiableCredential = await deriveForClient(deps, parseDeriveRequest(req.body))
        res.status(201).json({ verifiableCredential })
      }),
    )
  }
}

function issue(deps: VcApiDeps, name: string): ApiHandler<ClientContext> {
  return refusing('/credential', async (req, res, ctx) => {
    const instance = findInstance(name)
    if (instance === undefined) throw new AppError('not-found')
    const request = parseIssueRequest(req.body, { pointers: instance.cryptosuite === 'ecdsa-sd-2023' })
    const verifiableCredential = await issueForClient(deps, ctx.client, instance, request)
    res.status(201).json({ verifiableCredential })
  })
}

/** Answers what may not be signed with 400 and its problems; `at` is where the document stands in the request. */
function refusing(at: string, handler: ApiHandler<ClientContext>): ApiHandler<ClientContext> {
  return async (req, res, ctx) => {
    res.set('Cache-Control', 'no-store')
    try {
      await handler(req, res, ctx)
    } catch (error) {
      if (error instanceof Refusal) refuse(res, [requestProblem(error.problem)])
      else if (error instanceof VcError) refuse(res, vcProblems(error, at))
      else throw error
    }
  }
}

/** A problem document of the first, with all of them inside, as a verification would list them. */
function refuse(res: Response, problems: readonly ProblemDetails[]): void {
  res
    .status(400)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problems[0], problemDetails: problems }))
}
