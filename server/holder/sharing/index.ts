// « Partager »: a part of the passport, for somebody, for a while, by a link that verifies it each time it is opened.
import type { Routes } from '../../platform/http/index.ts'
import { publicRoutes, type PublicShareDeps } from './public-routes.ts'
import { youthRoutes, type YouthShareDeps } from './youth-routes.ts'

export { createShare, type NewShare, type ShareDeps } from './create-share.ts'
export { withdrawShare } from './withdraw-share.ts'
export { listShares, requireShare } from './find-shares.ts'
export { openShare, type OpenedShare, type OpenShareDeps, type VerifyCredentials } from './open-share.ts'
export { listShareable, type Shareable } from './list-shareable.ts'
export { sharesKeeper } from './personal-data.ts'
export type { Share, ShareId } from './share.ts'

/** Both sides of a share: making it, and opening it. */
export function sharingRoutes(deps: PublicShareDeps & YouthShareDeps): (routes: Routes) => void {
  return (routes) => {
    youthRoutes(deps)(routes)
    publicRoutes(deps)(routes)
  }
}
