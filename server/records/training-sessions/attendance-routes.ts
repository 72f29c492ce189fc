import { AppError } from '../../kernel/errors.ts'
import { problemStatus, type Request, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { parseMarks, readBefore, writeBefore } from './attendance-form.ts'
import { selectMarks } from './attendance-store.ts'
import { attendanceModel, chooseHalfDay, type AttendanceFacts, type MarksRefusal } from './attendance-view.ts'
import type { SessionDeps } from './create-session.ts'
import { halfDaysOf } from './half-day.ts'
import { listEnrolments } from './list-enrolments.ts'
import { markAttendance } from './mark-attendance.ts'
import { requireSessionAccess } from './require-session-access.ts'
import { structureTeller } from './structures.ts'

const idOf = (req: Request): string => String(req.params['id'])
const bodyOf = (req: Request): Record<string, unknown> => (req.body ?? {}) as Record<string, unknown>

/** Attendance of one half-day at a time. */
export function declareAttendance(deps: SessionDeps, routes: Routes): void {
  routes.get('/sessions/:id/attendance', 'staff', async (req, _res, ctx) => {
    const facts = await read(deps, req, ctx, req.query['half'])
    const before = readBefore(req.query['before'])
    ctx.render('records/training-sessions/attendance', attendanceModel(facts, ctx, { before }))
  })
  routes.post('/sessions/:id/attendance', 'staff', async (req, _res, ctx) => {
    const { half, action } = bodyOf(req)
    const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
    const halfDay = halfDaysOf(session).find((known) => known === half)
    if (halfDay === undefined) throw new AppError('not-found')
    const typed = parseMarks(req.body)
    try {
      if (typed.problems.length > 0) throw new AppError('invalid-input', {}, typed.problems)
      const changes = await markAttendance(deps, ctx.actor, {
        sessionId: session.id,
        halfDay,
        marks: typed.marks,
        othersPresent: action === 'all',
      })
      // what was put back is not offered to be put back again
      const before = action === 'undo' ? '' : writeBefore(changes)
      const query = new URLSearchParams({ half: halfDay, ...(before === '' ? {} : { before }) })
      const here = `/sessions/${session.id}/attendance?${query.toString()}`
      if (before === '') ctx.redirect(here, 'sessions.saved')
      else ctx.redirect(here)
    } catch (error) {
      if (ctx.wantsJson || !(error instanceof AppError)) throw error
      if (error.code !== 'changed-meanwhile' && error.code !== 'invalid-input') throw error
      const conflict = error.code === 'changed-meanwhile'
      const refusal: MarksRefusal = { typed: typed.marks, problems: error.problems, conflict }
      const facts = await read(deps, req, ctx, halfDay)
      ctx.render('records/training-sessions/attendance', attendanceModel(facts, ctx, { refusal }), {
        status: problemStatus(error.code),
      })
    }
  })
}

async function read(
  deps: SessionDeps,
  req: Request,
  ctx: StaffContext,
  asked: unknown,
): Promise<AttendanceFacts> {
  const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
  const enrolments = await listEnrolments(deps.db, session.id)
  const marks = await selectMarks(deps.db, session.id)
  const halfDay = chooseHalfDay(session, marks, asked, deps.clock.now())
  return { session, enrolments, marks, halfDay, structureOf: await structureTeller(deps.db, enrolments) }
}
