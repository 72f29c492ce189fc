import type { Routes } from '../../platform/http/index.ts'
import { declareAttendance } from './attendance-routes.ts'
import type { SessionDeps } from './create-session.ts'
import { declareEnrolment } from './enrolment-routes.ts'
import { declareList } from './list-routes.ts'
import { declareNew } from './new-session-routes.ts'
import { declarePreparation } from './preparation-routes.ts'
import { declareSheets } from './sheet-routes.ts'
import { declareTemplates } from './template-routes.ts'
import { declareTrainers } from './trainer-routes.ts'

export type SessionRoutesDeps = SessionDeps

/** Sessions before and around the day: list, programme, team, places, attendance, paper. The grid belongs to records/assessments. */
export function sessionRoutes(deps: SessionRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    // addresses without an id first: `/sessions/:id` would take them
    declareList(deps, routes)
    declareNew(deps, routes)
    declareTemplates(deps, routes)
    declareTrainers(deps, routes)
    declarePreparation(deps, routes)
    declareEnrolment(deps, routes)
    declareAttendance(deps, routes)
    declareSheets(deps, routes)
  }
}
