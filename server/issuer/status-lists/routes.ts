import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import type { Routes } from '../../platform/http/index.ts'
import type { PublishDeps } from './publish-status-list.ts'
import { readStatusList } from './read-status-list.ts'

export type StatusListRoutesDeps = PublishDeps

const listId = z.uuid()

/** Published status lists (Bitstring Status List 1.0), for everybody's verifier, browsers included. */
export function statusListRoutes(deps: StatusListRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.api('get', '/status/:id', 'public', async (req, res) => {
      const id = listId.safeParse(req.params['id'])
      if (!id.success) throw new AppError('not-found')
      const list = await readStatusList(deps, id.data)
      // application/json unless application/vc is what is asked for: verifiers exist that refuse the other
      const mediaType = req.accepts(['application/json', 'application/vc']) || 'application/json'
      res.set('Access-Control-Allow-Origin', '*')
      // kept by nobody without asking again; asking costs us no signature and, unchanged, no bytes
      res.set('Cache-Control', 'public, no-cache')
      res.vary('Accept')
      res.set('ETag', `"${list.tag}${mediaType === 'application/vc' ? '-vc' : ''}"`)
      if (req.fresh) {
        res.status(304).end()
        return
      }
      // not by res.send, which would add a charset that neither media type has
      const bytes = Buffer.from(await list.read(), 'utf8')
      res.writeHead(200, { 'Content-Type': mediaType, 'Content-Length': bytes.length }).end(bytes)
    })
  }
}
