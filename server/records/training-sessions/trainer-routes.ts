import { AppError } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { addTrainer, listTrainers, removeTrainer } from './change-trainers.ts'
import type { SessionDeps } from './create-session.ts'
import { listSessions } from './find-sessions.ts'
import { poolForm, trainerForm } from './forms.ts'
import { requirePreparation } from './require-session-access.ts'
import { namedStructures } from './structures.ts'
import { listPoolPlaces, searchPool, setPoolPlace } from './trainer-pool.ts'
import { trainersModel } from './view.ts'

const idOf = (req: Request): string => String(req.params['id'])

/** Who trains in a session, and who is in the network's pool. */
export function declareTrainers(deps: SessionDeps, routes: Routes): void {
  declarePool(deps, routes)
  routes.get('/sessions/:id/trainers', 'staff', async (req, _res, ctx) => show(deps, req, ctx))
  const change = (path: string, act: typeof addTrainer): void => {
    routes.post(path, 'staff', async (req, _res, ctx) => {
      const form = parseForm(trainerForm, req.body)
      try {
        // access first: what was typed is nobody's business before
        await requirePreparation(deps.db, ctx.actor, idOf(req))
        if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
        await act(deps, ctx.actor, { sessionId: idOf(req), accountId: form.value.accountId })
      } catch (error) {
        if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
        await show(deps, req, ctx, error)
        return
      }
      const stillIn = (await listSessions(deps.db, ctx.actor)).some(({ id }) => id === idOf(req))
      ctx.redirect(stillIn ? `/sessions/${idOf(req)}/trainers` : '/sessions', 'sessions.saved')
    })
  }
  change('/sessions/:id/trainers', addTrainer)
  change('/sessions/:id/trainers/remove', removeTrainer)
}

async function show(deps: SessionDeps, req: Request, ctx: StaffContext, refusal?: AppError): Promise<void> {
  const session = await requirePreparation(deps.db, ctx.actor, idOf(req))
  const trainers = await listTrainers(deps.db, ctx.actor, session)
  const asked = req.query['q']
  const typed = typeof asked === 'string' ? asked.trim().slice(0, 100) : ''
  const found = trainers.pool ? await searchPool(deps.db, typed) : []
  const through = await namedStructures(
    deps.db,
    trainers.named.map((trainer) => trainer.through),
  )
  const structures = new Map(through.map(({ id, name }) => [id as string, name]))
  const facts = { session, trainers, structures, typed, found }
  ctx.render('records/training-sessions/trainers', trainersModel(facts, ctx, refusal?.problems ?? []), {
    status: refusal ? problemStatus(refusal.code) : 200,
  })
}

function declarePool(deps: SessionDeps, routes: Routes): void {
  routes.get('/sessions/pool', 'staff', async (_req, _res, ctx) => {
    const places = await listPoolPlaces(deps.db, ctx.actor)
    const names = await namedStructures(
      deps.db,
      places.flatMap(({ who }) => (who === 'self' ? [] : [who])),
    )
    ctx.render('records/training-sessions/pool', {
      title: ctx.t('preparation.poolTitle'),
      section: 'sessions',
      pageClass: 'narrow',
      places: places.map(({ who, inPool }) => ({
        who,
        inPool,
        name: who === 'self' ? undefined : names.find(({ id }) => id === who)?.name,
        wanted: inPool ? 'no' : 'yes',
      })),
    })
  })
  routes.post('/sessions/pool', 'staff', async (req, _res, ctx) => {
    const form = parseForm(poolForm, req.body)
    if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
    await setPoolPlace(deps, ctx.actor, form.value)
    ctx.redirect('/sessions/pool', 'sessions.saved')
  })
}
