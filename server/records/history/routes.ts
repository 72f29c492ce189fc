import type { Db } from '../../platform/db/index.ts'
import type { Routes } from '../../platform/http/index.ts'
import { listHistory } from './list-history.ts'
import { historyModel } from './view.ts'

/** The audit trail of one young person, for the coordinators of their structure. */
export function historyRoutes(deps: { readonly db: Db }): (routes: Routes) => void {
  return (routes) => {
    routes.get('/learners/:id/history', 'staff', async (req, _res, ctx) => {
      const history = await listHistory(deps.db, ctx.actor, String(req.params['id']))
      ctx.render('records/history/history', historyModel(history, ctx))
    })
  }
}
