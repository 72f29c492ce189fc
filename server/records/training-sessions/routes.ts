import { closedStructuresOf, goneView } from '../../access/accounts/index.ts'
import { AppError } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { addTrainer, listTrainers, removeTrainer } from './change-trainers.ts'
import { createSession, type SessionDeps } from './create-session.ts'
import { listSessions } from './find-sessions.ts'
import { sessionForm, ticked, trainerForm } from './forms.ts'
import { requireSessionAccess } from './require-session-access.ts'
import { structuresOf } from './structures.ts'
import { listModel, newSessionModel, trainersModel, type TypedSession } from './view.ts'

export type SessionRoutesDeps = SessionDeps

/** The list of sessions, a new one, and who trains in it. The grid belongs to records/assessments. */
export function sessionRoutes(deps: SessionRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/sessions', 'staff', async (_req, _res, ctx) => {
      const list = listModel(await listSessions(deps.db, ctx.actor), ctx)
      const gone = goneView(await closedStructuresOf(deps.db, ctx.actor), ctx.t)
      ctx.render('records/training-sessions/list', { ...list, gone })
    })
    declareNew(deps, routes)
    declareTrainers(deps, routes)
  }
}

function declareNew(deps: SessionRoutesDeps, routes: Routes): void {
  const show = async (ctx: StaffContext, typed?: TypedSession): Promise<void> => {
    const structures = await structuresOf(deps.db, ctx.actor)
    const model = newSessionModel(structures, ctx, typed)
    ctx.render('records/training-sessions/new', model, { status: typed ? 422 : 200 })
  }
  routes.get('/sessions/new', 'staff', async (_req, _res, ctx) => show(ctx))
  routes.post('/sessions/new', 'staff', async (req, _res, ctx) => {
    const form = parseForm(sessionForm, req.body)
    if (form.ok) {
      const session = await createSession(deps, ctx.actor, form.value)
      ctx.redirect(`/sessions/${session.id}`, 'sessions.created')
      return
    }
    if (ctx.wantsJson) throw new AppError('invalid-input', {}, form.problems)
    const boxes = ticked.safeParse((req.body as Record<string, unknown> | undefined)?.['competences'])
    await show(ctx, { ...form, competences: boxes.success ? boxes.data : [] })
  })
}

const idOf = (req: Request): string => String(req.params['id'])

function declareTrainers(deps: SessionRoutesDeps, routes: Routes): void {
  const show = async (req: Request, ctx: StaffContext, refusal?: AppError): Promise<void> => {
    const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
    const model = trainersModel(session, await listTrainers(deps.db, session), ctx, refusal?.problems ?? [])
    ctx.render('records/training-sessions/trainers', model, {
      status: refusal ? problemStatus(refusal.code) : 200,
    })
  }
  routes.get('/sessions/:id/trainers', 'staff', async (req, _res, ctx) => show(req, ctx))

  const change = (path: string, act: typeof addTrainer): void => {
    routes.post(path, 'staff', async (req, _res, ctx) => {
      const form = parseForm(trainerForm, req.body)
      try {
        // access first: what was typed is nobody's business before
        await requireSessionAccess(deps.db, ctx.actor, idOf(req))
        if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
        await act(deps, ctx.actor, { sessionId: idOf(req), accountId: form.value.accountId })
      } catch (error) {
        if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
        await show(req, ctx, error)
        return
      }
      const stillIn = (await listSessions(deps.db, ctx.actor)).some(({ id }) => id === idOf(req))
      ctx.redirect(stillIn ? `/sessions/${idOf(req)}/trainers` : '/sessions', 'sessions.saved')
    })
  }
  change('/sessions/:id/trainers', addTrainer)
  change('/sessions/:id/trainers/remove', removeTrainer)
}
