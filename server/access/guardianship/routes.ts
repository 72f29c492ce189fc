import type { Routes } from '../../platform/http/index.ts'
import { guardianRoutes } from './guardian-routes.ts'
import type { MailLinkDeps } from './mail-link.ts'
import { wardRoutes } from './staff-routes.ts'
import { ownPageRoutes } from './youth-routes.ts'

/** Everything about who agrees that a passport may be seen: trainers, guardians, the young people themselves. */
export function guardianshipRoutes(deps: MailLinkDeps): (routes: Routes) => void {
  return (routes) => {
    wardRoutes(deps)(routes)
    guardianRoutes(deps)(routes)
    ownPageRoutes(deps)(routes)
  }
}
