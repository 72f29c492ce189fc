import { AppError } from '../../kernel/errors.ts'
import type { Request, StaffContext } from '../../platform/http/index.ts'
import { requireSessionAccess } from '../training-sessions/index.ts'
import type { Refusal } from './grid-view.ts'
import { readGrid, type Grid } from './read-grid.ts'
import type { ReadForm } from './read-sheets.ts'
import { saveSheets, type SaveDeps, type SheetsInput } from './save-sheets.ts'

/** The grid of the session in the address, for whoever may work in it. */
export async function openGrid(deps: Pick<SaveDeps, 'db'>, req: Request, ctx: StaffContext): Promise<Grid> {
  return readGrid(deps.db, await requireSessionAccess(deps.db, ctx.actor, String(req.params['id'])))
}

/** Saves, or says what to show again. A machine gets the problem document instead of the page. */
export async function save(
  deps: SaveDeps,
  req: Request,
  ctx: StaffContext,
  form: ReadForm,
  confirmDeclared: SheetsInput['confirmDeclared'],
): Promise<Refusal | undefined> {
  const sessionId = String(req.params['id'])
  try {
    if (form.problems.length > 0) {
      await requireSessionAccess(deps.db, ctx.actor, sessionId)
      throw new AppError('invalid-input', {}, form.problems)
    }
    const input = { sessionId, sheets: form.sheets }
    await saveSheets(deps, ctx.actor, confirmDeclared ? { ...input, confirmDeclared } : input)
    return undefined
  } catch (error) {
    if (ctx.wantsJson || !(error instanceof AppError)) throw error
    if (error.code !== 'changed-meanwhile' && error.code !== 'invalid-input') throw error
    return { code: error.code, sheets: form.sheets, problems: error.problems }
  }
}
