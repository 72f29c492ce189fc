import type { Request, Routes, StaffContext } from '../../platform/http/index.ts'
import { listNamed } from './change-trainers.ts'
import type { SessionDeps } from './create-session.ts'
import { listEnrolments } from './list-enrolments.ts'
import { requirePreparation } from './require-session-access.ts'
import { attendanceSheetModel, paperGridModel, printedOn, type SheetFacts } from './sheet-view.ts'
import { sessionStructures, structureTeller } from './structures.ts'

/** What is printed for the day: the attendance sheet and the grid on paper, with names or blank (`?blank=1`). */
export function declareSheets(deps: SessionDeps, routes: Routes): void {
  routes.get('/sessions/:id/attendance/sheet', 'staff', async (req, _res, ctx) => {
    const facts = await read(deps, req, ctx)
    const printed = printedOn(deps.clock.now(), ctx)
    ctx.render('records/training-sessions/attendance-sheet', { ...attendanceSheetModel(facts, ctx), printed })
  })
  routes.get('/sessions/:id/paper-grid', 'staff', async (req, _res, ctx) => {
    const facts = await read(deps, req, ctx)
    const printed = printedOn(deps.clock.now(), ctx)
    ctx.render('records/training-sessions/paper-grid', { ...paperGridModel(facts, ctx), printed })
  })
}

async function read(deps: SessionDeps, req: Request, ctx: StaffContext): Promise<SheetFacts> {
  const session = await requirePreparation(deps.db, ctx.actor, String(req.params['id']))
  const enrolments = await listEnrolments(deps.db, session.id)
  return {
    session,
    structures: await sessionStructures(deps.db, session),
    trainers: await listNamed(deps.db, session),
    enrolments,
    structureOf: await structureTeller(deps.db, enrolments),
    blank: req.query['blank'] === '1',
  }
}
