import { closedStructuresOf, goneView } from '../../access/accounts/index.ts'
import { dayInParis } from '../../kernel/clock.ts'
import type { Request, Routes } from '../../platform/http/index.ts'
import type { SessionDeps } from './create-session.ts'
import { listSessions } from './find-sessions.ts'
import { listModel, type ListFilter } from './list-view.ts'
import { structuresOfSessions } from './structures.ts'

export function declareList(deps: SessionDeps, routes: Routes): void {
  routes.get('/sessions', 'staff', async (req, _res, ctx) => {
    const sessions = await listSessions(deps.db, ctx.actor)
    const structuresOf = await structuresOfSessions(deps.db, sessions)
    const facts = { sessions, structuresOf, today: dayInParis(deps.clock.now()) }
    const gone = goneView(await closedStructuresOf(deps.db, ctx.actor), ctx.t)
    const mayImport = ctx.actor.memberships.some(({ role }) => role === 'coordinator')
    ctx.render('records/training-sessions/list', {
      ...listModel(facts, filterOf(req), ctx),
      gone,
      mayImport,
    })
  })
}

function filterOf(req: Request): ListFilter {
  const text = (name: string): string => {
    const value = req.query[name]
    return typeof value === 'string' ? value.slice(0, 100) : ''
  }
  return {
    text: text('q'),
    structure: text('structure'),
    everything: text('all') === '1',
  }
}
