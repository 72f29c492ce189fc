import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../kernel/errors.ts'
import type { Routes } from '../http/index.ts'
import type { Metrics } from './metrics.ts'

export interface MetricsRoutesDeps {
  readonly metrics: Metrics
  readonly config: { readonly metricsToken?: string }
}

/** `/metrics` for whoever shows METRICS_TOKEN; without that setting there is no such page. */
export function metricsRoutes(deps: MetricsRoutesDeps): (routes: Routes) => void {
  const { metrics, config } = deps
  return (routes) => {
    routes.api('get', '/metrics', 'public', async (req, res) => {
      const [scheme, shown] = (req.get('Authorization') ?? '').split(' ')
      const known = config.metricsToken
      if (known === undefined || scheme?.toLowerCase() !== 'bearer' || !same(shown ?? '', known))
        throw new AppError('not-found')
      res
        .set('Cache-Control', 'no-store')
        .type(metrics.contentType)
        .send(await metrics.text())
    })
  }
}

/** Compared by their digests, in a time that tells nothing of either. */
function same(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
