import { AppError } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import type { SessionDeps } from './create-session.ts'
import { enrolKnown, enrolNewcomer, searchCandidates } from './enrol-by-hand.ts'
import { enrolmentForm, newcomerForm, removalForm } from './forms.ts'
import { typedOf } from './new-session-routes.ts'
import { showPreparation } from './preparation-routes.ts'
import { enrolModel } from './preparation-view.ts'
import { removeEnrolment } from './remove-enrolment.ts'
import { requirePreparation } from './require-session-access.ts'
import { rostersOf } from './structures.ts'

const idOf = (req: Request): string => String(req.params['id'])

/** One person given a place by hand, known or new, and a place taken away. */
export function declareEnrolment(deps: SessionDeps, routes: Routes): void {
  routes.get('/sessions/:id/enrol', 'staff', async (req, _res, ctx) => show(deps, req, ctx))
  routes.post('/sessions/:id/enrol', 'staff', async (req, _res, ctx) => {
    const form = parseForm(enrolmentForm, req.body)
    // a button, a hidden id and a list of stays: nothing here is typed
    await requirePreparation(deps.db, ctx.actor, idOf(req))
    if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
    await enrolKnown(deps, ctx.actor, { sessionId: idOf(req), ...form.value })
    ctx.redirect(`/sessions/${idOf(req)}/enrol`, 'preparation.enrolled')
  })
  routes.post('/sessions/:id/enrol/new', 'staff', async (req, _res, ctx) => {
    const form = parseForm(newcomerForm, req.body)
    try {
      await requirePreparation(deps.db, ctx.actor, idOf(req))
      if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
      await enrolNewcomer(deps, ctx.actor, { sessionId: idOf(req), ...form.value })
      ctx.redirect(`/sessions/${idOf(req)}/enrol`, 'preparation.enrolled')
    } catch (error) {
      if (ctx.wantsJson || !(error instanceof AppError)) throw error
      if (error.code !== 'invalid-input' && error.code !== 'already-exists') throw error
      await show(deps, req, ctx, error)
    }
  })
  routes.post('/sessions/:id/enrol/remove', 'staff', async (req, _res, ctx) => {
    const form = parseForm(removalForm, req.body)
    try {
      await requirePreparation(deps.db, ctx.actor, idOf(req))
      if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
      await removeEnrolment(deps, ctx.actor, { sessionId: idOf(req), enrolmentId: form.value.enrolmentId })
      ctx.redirect(`/sessions/${idOf(req)}/prepare`, 'preparation.unenrolled')
    } catch (error) {
      if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
      await showPreparation(deps, req, ctx, { status: problemStatus(error.code), problems: error.problems })
    }
  })
}

async function show(deps: SessionDeps, req: Request, ctx: StaffContext, refusal?: AppError): Promise<void> {
  const session = await requirePreparation(deps.db, ctx.actor, idOf(req))
  const asked = req.query['q']
  const typed = typeof asked === 'string' ? asked.trim().slice(0, 100) : ''
  const found =
    typed === '' ? [] : await searchCandidates(deps.db, ctx.actor, { sessionId: session.id, text: typed })
  const rosters = await rostersOf(deps.db, ctx.actor, session)
  const refused = refusal && { typed: typedOf(req), problems: refusal.problems }
  ctx.render(
    'records/training-sessions/enrol',
    enrolModel({ session, rosters, typed, found }, ctx, refused),
    { status: refusal ? problemStatus(refusal.code) : 200 },
  )
}
