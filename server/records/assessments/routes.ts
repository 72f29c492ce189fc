import { problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { earlierLevels } from './earlier-levels.ts'
import { pageNumber } from './forms.ts'
import { gridModel, type Refusal } from './grid-view.ts'
import { declareLearner } from './learner-routes.ts'
import { declareLive, receiveChanges, type LiveRoutesDeps } from './live-routes.ts'
import { openGrid, save } from './open-grid.ts'
import type { Grid } from './read-grid.ts'
import { readSheets } from './read-sheets.ts'
import { confirmationModel, declareSigning } from './sign-routes.ts'
import type { SignSessionDeps } from './sign-session.ts'
import type { ReadShown } from './shown-words.ts'
import { declareTyping } from './typing-routes.ts'

export type AssessmentRoutesDeps = Omit<SignSessionDeps, 'live'> &
  LiveRoutesDeps & { readonly readShown?: ReadShown | undefined }

/** The session's grid, each learner's page, the paper grid, the signature, and what keeps open pages up to date. */
export function assessmentRoutes(deps: AssessmentRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    declareSigning(deps, routes)
    declareLive(deps, routes)
    declareTyping(deps, routes)
    declareGrid(deps, routes)
    declareLearner(deps, routes)
  }
}

function declareGrid(deps: AssessmentRoutesDeps, routes: Routes): void {
  routes.get('/sessions/:id', 'staff', async (req, _res, ctx) => {
    await showGrid(deps, ctx, await openGrid(deps, req, ctx), { page: pageNumber(req.query['page']) })
  })
  routes.post('/sessions/:id/assessments', 'staff', async (req, res, ctx) => {
    if (req.is('json') !== false) {
      res.set('Cache-Control', 'no-store').json(await receiveChanges(deps, req, ctx))
      return
    }
    const form = readSheets(req)
    const here = `/sessions/${String(req.params['id'])}`
    const refusal = await save(deps, req, ctx, form, form.action === 'confirm' ? 'everybody' : undefined)
    if (refusal !== undefined)
      await showGrid(deps, ctx, await openGrid(deps, req, ctx), { page: form.page, refusal })
    else if (form.action === 'sign') ctx.redirect(`${here}/sign`)
    else ctx.redirect(form.page > 1 ? `${here}?page=${form.page}` : here, 'sessions.saved')
  })
}

/** The grid; while it is open, its end says what a signature would sign. */
async function showGrid(
  deps: AssessmentRoutesDeps,
  ctx: StaffContext,
  grid: Grid,
  options: { page: number; refusal?: Refusal },
): Promise<void> {
  const { session } = grid
  const earlier = await earlierLevels(deps.db, ctx.actor, grid)
  const open = session.signedAt === undefined && grid.rows.length > 0
  ctx.render(
    'records/assessments/grid',
    {
      ...gridModel(grid, ctx, { ...options, earlier }),
      account: ctx.actor.accountId,
      signing: open ? await confirmationModel(deps, ctx, session) : undefined,
    },
    options.refusal === undefined ? {} : { status: problemStatus(options.refusal.code) },
  )
}
