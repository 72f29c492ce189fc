import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import type { ReissueDeps } from '../../issuer/reissue/index.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { groupSheets, readGrid, type TypedSheet } from '../assessments/index.ts'
import { confirmationModel } from './confirmation-view.ts'
import { correctSession } from './correct-session.ts'
import { correctionForm } from './forms.ts'
import { correctModel } from './form-view.ts'
import { previewCorrection } from './preview-correction.ts'
import { requireCorrectable } from './require-correctable.ts'
import { listCorrections } from './list-corrections.ts'

/** `/sessions/:id/correct`: what was wrong, then exactly what will change, then the act. */
export function correctionRoutes(deps: ReissueDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/sessions/:id/correct', 'staff', async (req, _res, ctx) => showForm(deps, req, ctx))
    routes.post('/sessions/:id/correct', 'staff', async (req, _res, ctx) => {
      // access first: what was typed is nobody's business before
      await requireCorrectable(deps.db, ctx.actor, sessionOf(req))
      const form = readForm(req)
      if (form.problems.length > 0) await refuse(deps, req, ctx, form.sheets, invalid(form.problems))
      else if (form.again) await showForm(deps, req, ctx, { sheets: form.sheets })
      else await confirm(deps, req, ctx, form.sheets)
    })
    routes.post('/sessions/:id/correct/confirm', 'staff', async (req, _res, ctx) => {
      await requireCorrectable(deps.db, ctx.actor, sessionOf(req))
      const { sheets, version, problems } = readForm(req)
      try {
        if (problems.length > 0) throw invalid(problems)
        await correctSession(deps, ctx.actor, { sessionId: sessionOf(req), sheets, version })
        ctx.redirect(`/sessions/${sessionOf(req)}/sign`, 'corrections.done')
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        // what the page showed is not what would happen now: it is shown anew, to be read again
        if (error.code === 'changed-meanwhile' && error.problems.length === 0 && !ctx.wantsJson)
          await confirm(deps, req, ctx, sheets, error)
        else await refuse(deps, req, ctx, sheets, error)
      }
    })
  }
}

const sessionOf = (req: Request): string => String(req.params['id'])
const invalid = (problems: readonly FieldProblem[]) => new AppError('invalid-input', {}, problems)

interface ReadForm {
  readonly again: boolean
  readonly version: string
  readonly sheets: readonly TypedSheet[]
  readonly problems: readonly FieldProblem[]
}

function readForm(req: Request): ReadForm {
  const form = parseForm(correctionForm, req.body)
  if (form.ok) return { ...form.value, problems: [] }
  return { again: false, version: '', sheets: groupSheets(form.typed), problems: form.problems }
}

const SHOWN_AGAIN: ReadonlySet<string> = new Set([
  'invalid-input',
  'changed-meanwhile',
  'nothing-to-correct',
  'correction-pending',
])

/** The form again, with what was typed and what is to mend; a machine gets the problem document. */
async function refuse(
  deps: ReissueDeps,
  req: Request,
  ctx: StaffContext,
  sheets: readonly TypedSheet[],
  error: AppError,
): Promise<void> {
  if (ctx.wantsJson || !SHOWN_AGAIN.has(error.code)) throw error
  await showForm(deps, req, ctx, { sheets, error })
}

async function confirm(
  deps: ReissueDeps,
  req: Request,
  ctx: StaffContext,
  sheets: readonly TypedSheet[],
  stale?: AppError,
): Promise<void> {
  try {
    const preview = await previewCorrection(deps, ctx.actor, { sessionId: sessionOf(req), sheets })
    const model = confirmationModel(preview, ctx, { stale: stale !== undefined })
    const status = stale === undefined ? 200 : problemStatus(stale.code)
    ctx.render('records/corrections/confirm', model, { status })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await refuse(deps, req, ctx, sheets, error)
  }
}

async function showForm(
  deps: ReissueDeps,
  req: Request,
  ctx: StaffContext,
  shown: { readonly sheets: readonly TypedSheet[]; readonly error?: AppError } = { sheets: [] },
): Promise<void> {
  const session = await requireCorrectable(deps.db, ctx.actor, sessionOf(req))
  const grid = await readGrid(deps.db, session)
  const made = await listCorrections(deps.db, session)
  const only = typeof req.query['person'] === 'string' ? req.query['person'] : undefined
  const status = shown.error === undefined ? 200 : problemStatus(shown.error.code)
  ctx.render('records/corrections/correct', correctModel(grid, ctx, { ...shown, made, only }), { status })
}
