import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { openStream, type Live } from '../../platform/live/index.ts'
import { parseForm, type Request, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { requireSessionAccess } from '../training-sessions/index.ts'
import { applyChanges } from './apply-changes.ts'
import { changesAnswer } from './changes-view.ts'
import { changesForm } from './grid-change.ts'
import { readGrid } from './read-grid.ts'
import type { SaveDeps } from './save-sheets.ts'
import { gridState, type GridState } from './state-view.ts'

export type LiveRoutesDeps = Omit<SaveDeps, 'live'> & { readonly live: Live }

/** `/sessions/:id/live` says that something changed, `/sessions/:id/state` what it is now. */
export function declareLive(deps: LiveRoutesDeps, routes: Routes): void {
  routes.get('/sessions/:id/live', 'staff', async (req, res, ctx) => {
    const { id } = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
    openStream(deps.live, { res, topic: `session:${id}`, person: ctx.actor.accountId })
  })
  routes.get('/sessions/:id/state', 'staff', async (req, res, ctx) => {
    const asked = idsAsked.safeParse(req.query['ids'])
    res.set('Cache-Control', 'no-store').json(await stateNow(deps, req, ctx, asked.data ?? []))
  })
}

const idsAsked = z
  .string()
  .max(8000)
  .transform((text) => text.split(',').filter((id) => id !== ''))

/** Changes that a page's script collected. Each is answered by itself, so the answer is 200 even when one was refused. */
export async function receiveChanges(deps: SaveDeps, req: Request, ctx: StaffContext) {
  const form = parseForm(changesForm, req.body)
  if (!form.ok) {
    await requireSessionAccess(deps.db, ctx.actor, idOf(req))
    throw new AppError('invalid-input', {}, form.problems)
  }
  const { changes } = form.value
  const applied = await applyChanges(deps, ctx.actor, { sessionId: idOf(req), changes })
  const touched = [...new Set(changes.map(({ enrolmentId }) => enrolmentId))]
  return changesAnswer(applied, await stateNow(deps, req, ctx, touched), ctx)
}

async function stateNow(
  deps: Pick<SaveDeps, 'db'>,
  req: Request,
  ctx: StaffContext,
  ids: readonly string[],
): Promise<GridState> {
  const grid = await readGrid(deps.db, await requireSessionAccess(deps.db, ctx.actor, idOf(req)))
  return gridState(grid, ctx, new Set(ids))
}

const idOf = (req: Request): string => String(req.params['id'])
