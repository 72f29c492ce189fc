import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Response,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { requireSessionAccess, type TrainingSession } from '../training-sessions/index.ts'
import { applyImport } from './apply-import.ts'
import { readColumnChoice } from './column-choice.ts'
import { rememberColumns, withRememberedColumns, type ListOwner } from './column-memory.ts'
import { confirmForm } from './forms.ts'
import { mappingView } from './mapping-view.ts'
import { packTable, packWhole, unpackTable } from './packed-table.ts'
import { planImport } from './plan-import.ts'
import { toFieldProblem } from './problem.ts'
import type { AgeBounds } from './read-person.ts'
import { readSheet } from './read-sheet.ts'
import { sampleTable } from './sample-table.ts'
import type { Table } from './table.ts'
import { importPage, planPage } from './view.ts'

export interface ImportRoutesDeps {
  readonly db: Db
  readonly clock: Clock
  readonly ages?: AgeBounds
}

/** Bytes taken at the door, above the limit of a table: the page then comes back with one sentence. */
const MAX_UPLOAD_BYTES = 25_000_000

/** Failures of the file itself: said beside the field where it was chosen, with everything else of the page. */
const FILE_FAILURES: readonly AppErrorCode[] = [
  'file-empty',
  'file-not-a-table',
  'file-too-large',
  'too-many-rows',
]

/** Importing a spreadsheet into a session: send it, read what it would do, confirm. */
export function importRoutes(deps: ImportRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/import/modele.csv', 'public', (_req, res, ctx) => {
      res.set('Content-Disposition', 'attachment; filename="modele-import.csv"')
      res.type('text/csv; charset=utf-8').send(sampleTable(ctx.locale))
    })
    routes.get('/sessions/:id/import', 'staff', async (req, _res, ctx) => {
      const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
      ctx.render('records/imports/send', importPage(ctx.t, session, []))
    })
    const upload = { field: 'file', maxBytes: MAX_UPLOAD_BYTES }
    routes.upload('/sessions/:id/import', 'staff', upload, async (req, res, ctx, file) => {
      const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
      if (file === undefined) {
        answerFileFailure(
          ctx,
          session,
          new AppError('invalid-input', {}, [{ field: 'file', message: 'imports.fileMissing' }]),
        )
        return
      }
      const table = await readOrExplain(ctx, session, file.bytes)
      if (table === undefined) return
      await showPlan(deps, ctx, res, session, await withRememberedColumns(deps.db, ownerOf(session), table))
    })
    routes.post('/sessions/:id/import/columns', 'staff', async (req, res, ctx) => {
      const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
      await showPlan(deps, ctx, res, session, readColumnChoice(req.body))
    })
    routes.post('/sessions/:id/import/confirm', 'staff', async (req, res, ctx) => {
      const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
      await confirm(deps, req, res, ctx, session)
    })
  }
}

const idOf = (req: Request): string => String(req.params['id'])

const ownerOf = ({ organisationId }: TrainingSession): ListOwner => ({ organisationId, list: 'people' })

async function readOrExplain(
  ctx: StaffContext,
  session: TrainingSession,
  bytes: Uint8Array,
): Promise<Table | undefined> {
  try {
    return await readSheet(bytes)
  } catch (error) {
    if (!(error instanceof AppError) || !FILE_FAILURES.includes(error.code)) throw error
    answerFileFailure(ctx, session, error)
    return undefined
  }
}

function answerFileFailure(ctx: StaffContext, session: TrainingSession, failure: AppError): void {
  if (ctx.wantsJson) throw failure
  // the problem says more than the code does, where there is one
  const sentences =
    failure.problems.length > 0
      ? failure.problems
      : [{ field: 'file', message: `errors.${failure.code}`, params: failure.params }]
  ctx.render('records/imports/send', importPage(ctx.t, session, sentences), {
    status: problemStatus(failure.code),
  })
}

async function showPlan(
  deps: ImportRoutesDeps,
  ctx: StaffContext,
  res: Response,
  session: TrainingSession,
  table: Table,
  changedMeanwhile = false,
): Promise<void> {
  const input = { table, session: { kind: 'existing', sessionId: session.id }, locale: ctx.locale } as const
  const plan = await planImport(deps.db, deps, ctx.actor, input)
  const errors = plan.problems.filter(({ severity }) => severity === 'error')
  if (ctx.wantsJson) {
    if (errors.length > 0) throw new AppError('import-has-errors', {}, errors.map(toFieldProblem))
    res.json({ ...plan.counts, fingerprint: plan.fingerprint, table: packTable(table) })
    return
  }
  const packed = errors.length > 0 ? undefined : packTable(table)
  const status = errors.length > 0 ? 422 : changedMeanwhile ? 409 : 200
  const columns = mappingView(table, plan.columns, ctx)
  const mapping = {
    action: `/sessions/${session.id}/import/columns`,
    table: packWhole(table),
    columns,
    left: leftOut(columns, ctx),
    open: errors.some(({ row }) => row === undefined),
  }
  const page = planPage(ctx, { session, plan, packed, changedMeanwhile })
  ctx.render('records/imports/plan', { ...page, mapping }, { status })
}

/** « 3 colonnes laissées de côté » */
function leftOut(columns: readonly { readonly left: boolean }[], { t }: StaffContext): string | undefined {
  const count = columns.filter(({ left }) => left).length
  return count === 0 ? undefined : t('imports.columnsLeft', { count })
}

async function confirm(
  deps: ImportRoutesDeps,
  req: Request,
  res: Response,
  ctx: StaffContext,
  session: TrainingSession,
): Promise<void> {
  const form = parseForm(confirmForm, req.body)
  if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
  const table = unpackTable(form.value.table)
  const input = { table, session: { kind: 'existing', sessionId: session.id }, locale: ctx.locale } as const
  try {
    const result = await applyImport(deps, ctx.actor, { ...input, expected: form.value.fingerprint })
    await rememberColumns(deps.db, deps, ownerOf(session), table)
    if (ctx.wantsJson) res.json(result)
    else {
      const changed = result.created + result.updated > 0
      ctx.redirect(`/sessions/${session.id}`, changed ? 'imports.done' : 'imports.doneNothing')
    }
  } catch (error) {
    const moved =
      error instanceof AppError &&
      ['changed-meanwhile', 'import-has-errors', 'session-already-signed'].includes(error.code)
    if (!moved || ctx.wantsJson) throw error
    await showPlan(deps, ctx, res, session, table, true)
  }
}
