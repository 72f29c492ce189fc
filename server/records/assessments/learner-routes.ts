import { AppError } from '../../kernel/errors.ts'
import { NOT_YET } from '../../issuer/achievements/index.ts'
import { problemStatus, type Request, type Routes, type StaffContext } from '../../platform/http/index.ts'
import type { CellModel } from './cell-view.ts'
import { earlierLevels } from './earlier-levels.ts'
import { learnerModel } from './learner-view.ts'
import { actingIn } from '../training-sessions/index.ts'
import { mayAttest } from './may-attest.ts'
import { openGrid, save } from './open-grid.ts'
import type { Grid } from './read-grid.ts'
import { readSheets } from './read-sheets.ts'
import type { SaveDeps } from './save-sheets.ts'
import { shownModel, type ReadShown } from './shown-words.ts'

export type LearnerDeps = SaveDeps & { readonly readShown?: ReadShown | undefined }

/** One young person: by the trainer alone, and side by side with the young person. */
export function declareLearner(deps: LearnerDeps, routes: Routes): void {
  routes.get('/sessions/:id/learners/:enrolmentId', 'staff', async (req, _res, ctx) => {
    const grid = await openGrid(deps, req, ctx)
    const earlier = await earlierLevels(deps.db, ctx.actor, grid)
    const { session } = grid
    const correctable =
      session.signedAt !== undefined && mayAttest(await actingIn(deps.db, ctx.actor, session), session)
    const correct = correctable && `/sessions/${session.id}/correct?person=${param(req, 'enrolmentId')}`
    ctx.render('records/assessments/learner', {
      ...learnerModel(grid, rowOf(grid, req), ctx, { earlier }),
      correct,
      account: ctx.actor.accountId,
      shown: await shownModel(deps, rowOf(grid, req), ctx),
    })
  })
  routes.get('/sessions/:id/learners/:enrolmentId/together', 'staff', async (req, _res, ctx) => {
    const grid = await openGrid(deps, req, ctx)
    const model = learnerModel(grid, rowOf(grid, req), ctx)
    if (model.signed) ctx.redirect(model.person.href)
    else
      ctx.render('records/assessments/together', {
        ...model,
        title: ctx.t('grid.togetherTitle', { name: model.person.name }),
        pageClass: '',
        cells: model.cells.map((cell) => ({ ...cell, theirChoices: theirChoices(cell.declaredForm) })),
        account: ctx.actor.accountId,
        shown: await shownModel(deps, rowOf(grid, req), ctx),
      })
  })
  routes.post('/sessions/:id/learners/:enrolmentId', 'staff', async (req, _res, ctx) => {
    await receive(deps, req, ctx)
  })
}

async function receive(deps: LearnerDeps, req: Request, ctx: StaffContext): Promise<void> {
  const form = readSheets(req)
  const enrolmentId = param(req, 'enrolmentId')
  // one page, one person: fields of anybody else were not on it
  if (form.sheets.some((sheet) => sheet.enrolmentId !== enrolmentId)) throw new AppError('not-found')
  const refusal = await save(deps, req, ctx, form, form.action === 'confirm' ? { enrolmentId } : undefined)
  const grid = await openGrid(deps, req, ctx)
  const model = learnerModel(grid, rowOf(grid, req), ctx, { refusal })
  if (refusal !== undefined) {
    ctx.render(
      'records/assessments/learner',
      { ...model, account: ctx.actor.accountId, shown: await shownModel(deps, rowOf(grid, req), ctx) },
      { status: problemStatus(refusal.code) },
    )
    return
  }
  const { person, after, together } = model
  const next = form.action === 'next' && after ? after.href : person.href
  ctx.redirect(form.action === 'together' ? together : next, 'sessions.saved')
}

/** « Pas encore » stays in the young person’s own space: on a screen they share it is shown only where it was typed. */
function theirChoices({ choices }: { readonly choices: CellModel['choices'] }): CellModel['choices'] {
  return choices.filter(({ value, selected }) => value !== NOT_YET || selected)
}

const param = (req: Request, name: string): string => String(req.params[name])

function rowOf(grid: Grid, req: Request): Grid['rows'][number] {
  const row = grid.rows.find(({ enrolment }) => enrolment.id === param(req, 'enrolmentId'))
  if (row === undefined) throw new AppError('not-found')
  return row
}
