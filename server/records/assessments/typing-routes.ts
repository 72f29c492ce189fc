import { AppError } from '../../kernel/errors.ts'
import { problemStatus, type Request, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { openGrid } from './open-grid.ts'
import { readSheets } from './read-sheets.ts'
import { saveSheets, type SaveDeps, type TypedSheet } from './save-sheets.ts'
import { readTypedLines } from './typed-lines.ts'
import { typingModel } from './typing-view.ts'

/** `/sessions/:id/typing`: the paper grid, typed line by line. */
export function declareTyping(deps: SaveDeps, routes: Routes): void {
  routes.get('/sessions/:id/typing', 'staff', async (req, _res, ctx) => {
    const grid = await openGrid(deps, req, ctx)
    if (grid.session.signedAt !== undefined) ctx.redirect(`/sessions/${grid.session.id}`)
    else ctx.render('records/assessments/typing', typingModel(grid, ctx))
  })
  routes.post('/sessions/:id/typing', 'staff', async (req, _res, ctx) => {
    const grid = await openGrid(deps, req, ctx)
    const { sheets, problems } = readSheets(req)
    try {
      if (problems.length > 0) throw new AppError('invalid-input', {}, problems)
      await saveSheets(deps, ctx.actor, { sessionId: grid.session.id, sheets: readTypedLines(grid, sheets) })
      ctx.redirect(`/sessions/${grid.session.id}`, 'sessions.saved')
    } catch (error) {
      await showAgain(deps, req, ctx, sheets, error)
    }
  })
}

/** The page once more, with all that was typed and a sentence at each line that needs another look. */
async function showAgain(
  deps: SaveDeps,
  req: Request,
  ctx: StaffContext,
  sheets: readonly TypedSheet[],
  error: unknown,
): Promise<void> {
  if (ctx.wantsJson || !(error instanceof AppError)) throw error
  const { code, problems } = error
  if (code !== 'changed-meanwhile' && code !== 'invalid-input') throw error
  const grid = await openGrid(deps, req, ctx)
  ctx.render('records/assessments/typing', typingModel(grid, ctx, { code, sheets, problems }), {
    status: problemStatus(code),
  })
}
