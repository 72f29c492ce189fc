import type { Routes } from '../../platform/http/index.ts'
import type { StaffSlipDeps } from './issue-slip.ts'
import { staffRoutes } from './staff-routes.ts'
import { youthRoutes, type YouthSlipDeps } from './youth-routes.ts'

/** Everything a slip of paper has to do with: the young person's page, and the trainers who print and replace slips. */
export function slipRoutes(deps: StaffSlipDeps & YouthSlipDeps): (routes: Routes) => void {
  return (routes) => {
    youthRoutes(deps)(routes)
    staffRoutes(deps)(routes)
  }
}
