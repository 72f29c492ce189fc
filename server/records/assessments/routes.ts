import { AppError } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { requireSessionAccess } from '../training-sessions/index.ts'
import { groupSheets, pageNumber, sheetsForm } from './forms.ts'
import { gridModel, type Refusal } from './grid-view.ts'
import { learnerModel } from './learner-view.ts'
import { mayAttest } from './may-attest.ts'
import { readGrid, type Grid } from './read-grid.ts'
import { saveSheets, type SheetsInput } from './save-sheets.ts'
import { declareSigning } from './sign-routes.ts'
import type { SignSessionDeps } from './sign-session.ts'

export type AssessmentRoutesDeps = SignSessionDeps

/** The session's grid, each learner's page, and the signature. */
export function assessmentRoutes(deps: AssessmentRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    declareSigning(deps, routes)
    declareGrid(deps, routes)
    declareLearner(deps, routes)
  }
}

const param = (req: Request, name: string): string => String(req.params[name])

async function openGrid(deps: AssessmentRoutesDeps, req: Request, ctx: StaffContext): Promise<Grid> {
  return readGrid(deps.db, await requireSessionAccess(deps.db, ctx.actor, param(req, 'id')))
}

function declareGrid(deps: AssessmentRoutesDeps, routes: Routes): void {
  routes.get('/sessions/:id', 'staff', async (req, _res, ctx) => {
    const grid = await openGrid(deps, req, ctx)
    ctx.render('records/assessments/grid', gridModel(grid, ctx, { page: pageNumber(req.query['page']) }))
  })
  routes.post('/sessions/:id/assessments', 'staff', async (req, _res, ctx) => {
    const form = readSheets(req)
    const here = `/sessions/${param(req, 'id')}`
    const refusal = await save(deps, req, ctx, form, form.action === 'confirm' ? 'everybody' : undefined)
    if (refusal !== undefined) {
      const grid = await openGrid(deps, req, ctx)
      const model = gridModel(grid, ctx, { page: form.page, refusal })
      ctx.render('records/assessments/grid', model, { status: problemStatus(refusal.code) })
    } else if (form.action === 'sign') ctx.redirect(`${here}/sign`)
    else ctx.redirect(form.page > 1 ? `${here}?page=${form.page}` : here, 'sessions.saved')
  })
}

function declareLearner(deps: AssessmentRoutesDeps, routes: Routes): void {
  const rowOf = (grid: Grid, req: Request) => {
    const row = grid.rows.find(({ enrolment }) => enrolment.id === param(req, 'enrolmentId'))
    if (row === undefined) throw new AppError('not-found')
    return row
  }
  routes.get('/sessions/:id/learners/:enrolmentId', 'staff', async (req, _res, ctx) => {
    const grid = await openGrid(deps, req, ctx)
    const model = learnerModel(grid, rowOf(grid, req), ctx)
    const { session } = grid
    const correctable = session.signedAt !== undefined && mayAttest(ctx.actor, session)
    const correct = correctable && `/sessions/${session.id}/correct?person=${param(req, 'enrolmentId')}`
    ctx.render('records/assessments/learner', { ...model, correct })
  })
  routes.post('/sessions/:id/learners/:enrolmentId', 'staff', async (req, _res, ctx) => {
    const form = readSheets(req)
    const enrolmentId = param(req, 'enrolmentId')
    // one page, one person: fields of anybody else were not on it
    if (form.sheets.some((sheet) => sheet.enrolmentId !== enrolmentId)) throw new AppError('not-found')
    const refusal = await save(deps, req, ctx, form, form.action === 'confirm' ? { enrolmentId } : undefined)
    const grid = await openGrid(deps, req, ctx)
    const row = rowOf(grid, req)
    const model = learnerModel(grid, row, ctx, refusal)
    if (refusal !== undefined) {
      ctx.render('records/assessments/learner', model, { status: problemStatus(refusal.code) })
      return
    }
    ctx.redirect(
      form.action === 'next' && model.after ? model.after.href : model.person.href,
      'sessions.saved',
    )
  })
}

interface ReadForm {
  readonly action: string
  readonly page: number
  readonly sheets: SheetsInput['sheets']
  readonly problems: Refusal['problems']
}

function readSheets(req: Request): ReadForm {
  const form = parseForm(sheetsForm, req.body)
  if (form.ok) return { ...form.value, problems: [] }
  return {
    action: 'save',
    page: pageNumber(form.typed['page']),
    sheets: groupSheets(form.typed),
    problems: form.problems,
  }
}

/** Saves, or says what to show again. A machine gets the problem document instead of the page. */
async function save(
  deps: AssessmentRoutesDeps,
  req: Request,
  ctx: StaffContext,
  form: ReadForm,
  confirmDeclared: SheetsInput['confirmDeclared'],
): Promise<Refusal | undefined> {
  try {
    if (form.problems.length > 0) {
      await requireSessionAccess(deps.db, ctx.actor, param(req, 'id'))
      throw new AppError('invalid-input', {}, form.problems)
    }
    const input = { sessionId: param(req, 'id'), sheets: form.sheets }
    await saveSheets(deps, ctx.actor, confirmDeclared ? { ...input, confirmDeclared } : input)
    return undefined
  } catch (error) {
    if (ctx.wantsJson || !(error instanceof AppError)) throw error
    if (error.code !== 'changed-meanwhile' && error.code !== 'invalid-input') throw error
    return { code: error.code, sheets: form.sheets, problems: error.problems }
  }
}
