import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { mayActIn } from '../../kernel/roles.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { listNamed } from './change-trainers.ts'
import type { SessionDeps } from './create-session.ts'
import { editSession } from './edit-session.ts'
import { editForm, partnerForm } from './forms.ts'
import { listEnrolments } from './list-enrolments.ts'
import { tickedIn, typedOf } from './new-session-routes.ts'
import { preparationModel } from './preparation-view.ts'
import { listRemovable } from './remove-enrolment.ts'
import { reachOf, requirePreparation } from './require-session-access.ts'
import { addPartner, removePartner } from './share-session.ts'
import { otherStructures, sessionStructures, structureTeller } from './structures.ts'
import { editModel } from './view.ts'

const idOf = (req: Request): string => String(req.params['id'])

/** The page from which a session is prepared, its programme, and the structures that share it. */
export function declarePreparation(deps: SessionDeps, routes: Routes): void {
  routes.get('/sessions/:id/prepare', 'staff', async (req, _res, ctx) => showPreparation(deps, req, ctx))
  declareEdit(deps, routes)
  declareSharing(deps, routes)
}

/** @throws AppError `not-found` */
export async function showPreparation(
  deps: SessionDeps,
  req: Request,
  ctx: StaffContext,
  refusal: { readonly status: number; readonly problems: readonly FieldProblem[] } = {
    status: 200,
    problems: [],
  },
): Promise<void> {
  const { db } = deps
  const session = await requirePreparation(db, ctx.actor, idOf(req))
  const reach = await reachOf(db, ctx.actor, session)
  const enrolments = await listEnrolments(db, session.id)
  const facts = {
    session,
    reach: reach ?? 'prepare',
    structures: await sessionStructures(db, session),
    trainers: await listNamed(db, session),
    enrolments,
    removable: await listRemovable(db, ctx.actor, session, enrolments),
    owns: mayActIn(ctx.actor, session.organisationId, 'trainer'),
    structureOf: await structureTeller(db, enrolments),
    mayKnow: ({ learner }: (typeof enrolments)[number]) =>
      reach === 'work' || mayActIn(ctx.actor, learner.organisationId, 'coordinator'),
  }
  const model = preparationModel(facts, ctx, refusal.problems)
  ctx.render('records/training-sessions/prepare', model, { status: refusal.status })
}

function declareEdit(deps: SessionDeps, routes: Routes): void {
  const show = async (req: Request, ctx: StaffContext, refused?: Parameters<typeof editModel>[2]) => {
    const session = await requirePreparation(deps.db, ctx.actor, idOf(req))
    if (session.signedAt !== undefined) throw new AppError('session-already-signed')
    // told what the change does is no mistake of anybody
    const status = refused === undefined || refused.leaving.length > 0 ? 200 : 422
    ctx.render('records/training-sessions/edit', editModel(session, ctx, refused), { status })
  }
  routes.get('/sessions/:id/edit', 'staff', async (req, _res, ctx) => show(req, ctx))
  routes.post('/sessions/:id/edit', 'staff', async (req, _res, ctx) => {
    const form = parseForm(editForm, req.body)
    const typed = {
      typed: typedOf(req),
      competences: tickedIn(req, 'competences'),
      halfDays: tickedIn(req, 'halfDays'),
    }
    try {
      await requirePreparation(deps.db, ctx.actor, idOf(req))
      if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
      const leaving = await editSession(deps, ctx.actor, { sessionId: idOf(req), ...form.value })
      if (leaving.length > 0) await show(req, ctx, { ...typed, problems: [], leaving })
      else ctx.redirect(`/sessions/${idOf(req)}/prepare`, 'sessions.saved')
    } catch (error) {
      if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
      await show(req, ctx, { ...typed, problems: error.problems, leaving: [] })
    }
  })
}

function declareSharing(deps: SessionDeps, routes: Routes): void {
  const show = async (req: Request, ctx: StaffContext, refusal?: AppError): Promise<void> => {
    const session = await requirePreparation(deps.db, ctx.actor, idOf(req))
    const owns = mayActIn(ctx.actor, session.organisationId, 'trainer')
    const open = session.signedAt === undefined
    const structures = await sessionStructures(deps.db, session)
    const others = owns && open ? await otherStructures(deps.db, session) : []
    const model = {
      title: ctx.t('preparation.structuresTitle', { title: session.title }),
      section: 'sessions',
      pageClass: 'narrow',
      session,
      path: `/sessions/${session.id}`,
      problems: refusal?.problems ?? [],
      structures: structures.map(({ id, name }) => ({
        id,
        name,
        mayRemove: open && id !== session.organisationId && (owns || mayActIn(ctx.actor, id, 'coordinator')),
      })),
      others: others.map(({ id, name }) => ({ value: id, label: name })),
    }
    const status = refusal ? problemStatus(refusal.code) : 200
    ctx.render('records/training-sessions/structures', model, { status })
  }
  routes.get('/sessions/:id/structures', 'staff', async (req, _res, ctx) => show(req, ctx))
  const change = (path: string, act: typeof addPartner): void => {
    routes.post(path, 'staff', async (req, _res, ctx) => {
      const form = parseForm(partnerForm, req.body)
      try {
        await requirePreparation(deps.db, ctx.actor, idOf(req))
        if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
        await act(deps, ctx.actor, { sessionId: idOf(req), organisationId: form.value.organisationId })
      } catch (error) {
        if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
        await show(req, ctx, error)
        return
      }
      const session = await reachable(deps, req, ctx)
      ctx.redirect(session ? `/sessions/${idOf(req)}/structures` : '/sessions', 'sessions.saved')
    })
  }
  change('/sessions/:id/structures', addPartner)
  change('/sessions/:id/structures/remove', removePartner)
}

/** Whoever took their own structure out does not reach the session any more. */
async function reachable(deps: SessionDeps, req: Request, ctx: StaffContext): Promise<boolean> {
  try {
    await requirePreparation(deps.db, ctx.actor, idOf(req))
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return false
    throw error
  }
}
