import type { Db } from '../db/index.ts'
import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import type { Routes } from '../http/index.ts'

export interface HealthDeps {
  readonly db: Db
  readonly ring: {
    /** The signing keys that cannot be opened, each with why. */
    checkKeys(db: Db): Promise<readonly { readonly keyId: string; readonly code: AppErrorCode }[]>
  }
}

/**
 * `/healthz`: the process answers. `/readyz`: it can also reach its database and sign in every issuer's name. One that is
 * not ready for its keys still serves: what was signed before must stay verifiable while somebody looks for the backup.
 */
export function healthRoutes(deps: HealthDeps): (routes: Routes) => void {
  return (routes) => {
    routes.api('get', '/healthz', 'public', (_req, res) => {
      res.json({ status: 'ok' })
    })
    routes.api('get', '/readyz', 'public', async (_req, res) => {
      await deps.db.raw('select 1').catch((cause: unknown) => {
        throw new AppError('database-unavailable', {}, [], { cause })
      })
      const [unusable] = await deps.ring.checkKeys(deps.db)
      if (unusable !== undefined) throw new AppError(unusable.code, { key: unusable.keyId })
      res.json({ status: 'ready' })
    })
  }
}
