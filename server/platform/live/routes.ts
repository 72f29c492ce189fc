import type { Routes } from '../http/index.ts'
import type { Live } from './live.ts'
import { openStream } from './open-stream.ts'

/** `/me/live`: what changes about a young person while they look at their own pages. */
export function liveRoutes(deps: { readonly live: Live }): (routes: Routes) => void {
  return (routes) => {
    routes.get('/me/live', 'youth', (_req, res, ctx) => {
      const { learnerId } = ctx.youth
      openStream(deps.live, { res, topic: `learner:${learnerId}`, person: learnerId })
    })
  }
}
