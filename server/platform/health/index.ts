import type { Db } from '../db/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Routes } from '../http/index.ts'

/** `/healthz`: the process answers. `/readyz`: it can also reach its database. */
export function healthRoutes(deps: { db: Db }): (routes: Routes) => void {
  return (routes) => {
    routes.api('get', '/healthz', 'public', (_req, res) => {
      res.json({ status: 'ok' })
    })
    routes.api('get', '/readyz', 'public', async (_req, res) => {
      await deps.db.raw('select 1').catch((cause: unknown) => {
        throw new AppError('database-unavailable', {}, [], { cause })
      })
      res.json({ status: 'ready' })
    })
  }
}
