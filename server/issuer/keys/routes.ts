import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import type { Response, Routes } from '../../platform/http/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import { PLATFORM_SLUG } from './issuer.ts'
import { publishDidDocument, type PublishDidDeps } from './publish-did-document.ts'

export type KeyRoutesDeps = PublishDidDeps

const slugParam = z.string().min(1).max(200)

/** DID documents (did:web Method, section 3.2): the platform's and one per structure. */
export function keyRoutes(deps: KeyRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.api('get', '/.well-known/did.json', 'public', async (_req, res) => {
      sendDidDocument(res, await publishDidDocument(deps, PLATFORM_SLUG))
    })
    routes.api('get', '/orgs/:slug/did.json', 'public', async (req, res) => {
      const slug = slugParam.safeParse(req.params['slug'])
      if (!slug.success) throw new AppError('not-found')
      sendDidDocument(res, await publishDidDocument(deps, slug.data))
    })
  }
}

/** Read by other people's verifiers, browsers included; asked again after a minute, so that a rotation is seen. */
function sendDidDocument(res: Response, document: JsonObject): void {
  res.set('Access-Control-Allow-Origin', '*')
  res.set('Cache-Control', 'public, max-age=60')
  res.type('application/did+json').send(JSON.stringify(document, null, 2))
}
