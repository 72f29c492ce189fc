import type { Routes } from '../../platform/http/index.ts'
import { doorRoutes, type DoorRoutesDeps } from './door-routes.ts'
import { keyRoutes } from './key-routes.ts'

/** Keys beside the slip: added in one's own space, used at the door. */
export function youthKeyRoutes(deps: DoorRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    keyRoutes(deps)(routes)
    doorRoutes(deps)(routes)
  }
}
