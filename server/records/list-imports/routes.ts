import { ownStructures } from '../../access/accounts/index.ts'
import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import { mayActIn } from '../../kernel/roles.ts'
import {
  parseForm,
  problemStatus,
  type Response,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import {
  confirmForm,
  packWhole,
  readColumnChoice,
  readSheet,
  rememberColumns,
  unpackTable,
  withRememberedColumns,
  writeCsv,
  type Table,
} from '../imports/index.ts'
import type { ListImportDeps, ListKind, ListScope } from './list-kind.ts'
import { listRoutes, type ListRoute } from './list-routes.ts'
import { peopleList } from './people-list.ts'
import { applyList, planList } from './plan-list.ts'
import { columnCodes, isHeaderOf, readColumns } from './read-columns.ts'
import { sessionsList } from './sessions-list.ts'
import { structuresList } from './structures-list.ts'
import { listPlanPage, sendListPage, type ListPlace } from './view.ts'

const MAX_UPLOAD_BYTES = 25_000_000
const KINDS = [peopleList, structuresList, sessionsList]
const FILE_FAILURES: readonly AppErrorCode[] = [
  'file-empty',
  'file-not-a-table',
  'file-too-large',
  'too-many-rows',
]

/** Importing lists outside any session: send the file, see what each column means and what would happen, confirm. */
export function listImportRoutes(deps: ListImportDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/import/modele/:list.csv', 'public', (req, res) => {
      const kind = KINDS.find(({ list }) => list === req.params['list'])
      if (kind === undefined) throw new AppError('not-found')
      const titles = kind.fields.map((field) => capital(field.titles.split(' / ')[0] ?? ''))
      res.set('Content-Disposition', `attachment; filename="modele-${kind.list}.csv"`)
      res.type('text/csv; charset=utf-8').send(writeCsv([titles]))
    })
    declareChoice(deps, routes, peopleList, 'learners')
    declareChoice(deps, routes, sessionsList, 'sessions')
    for (const route of listRoutes(deps)) declare(deps, routes, route)
  }
}

/** `/learners/import`: straight to the list of the one structure somebody coordinates, or which of them. */
function declareChoice(
  deps: ListImportDeps,
  routes: Routes,
  kind: ListKind,
  section: 'learners' | 'sessions',
): void {
  routes.get(`/${section}/import`, 'staff', async (_req, _res, ctx) => {
    const structures = (await ownStructures(deps.db, ctx.actor)).filter(({ id }) =>
      mayActIn(ctx.actor, id, 'coordinator'),
    )
    const pathOf = (slug: string): string => `/organisation/${slug}/${section}/import`
    const [only] = structures
    if (only === undefined) throw new AppError('forbidden')
    if (structures.length === 1) {
      const place = { path: pathOf(only.slug), done: `/${section}`, section, about: only.name }
      ctx.render('records/list-imports/send', sendListPage(kind, place, [], ctx.t))
      return
    }
    ctx.render('records/list-imports/choose', {
      title: ctx.t(`imports.listTitle-${kind.list}`),
      section,
      back: `/${section}`,
      structures: structures.map(({ name, slug }) => ({ name, path: pathOf(slug) })),
    })
  })
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

function declare(deps: ListImportDeps, routes: Routes, { kind, path, open }: ListRoute): void {
  const access = path.startsWith('/admin') ? 'admin' : 'staff'
  const owner = ({ organisationId }: ListScope) => ({ organisationId, list: kind.list })
  routes.get(path, access, async (req, _res, ctx) => {
    const { place } = await open(req, ctx)
    ctx.render('records/list-imports/send', sendListPage(kind, place, [], ctx.t))
  })
  routes.upload(path, access, { field: 'file', maxBytes: MAX_UPLOAD_BYTES }, async (req, res, ctx, file) => {
    const { scope, place } = await open(req, ctx)
    const table = await readOrExplain(kind, place, ctx, file?.bytes)
    if (table === undefined) return
    const known = await withRememberedColumns(deps.db, owner(scope), table)
    await showPlan(deps, res, ctx, { kind, scope, place, table: known })
  })
  routes.post(`${path}/columns`, access, async (req, res, ctx) => {
    const { scope, place } = await open(req, ctx)
    const table = readColumnChoice(req.body, (one) => columnCodes(readColumns(kind, one)))
    await showPlan(deps, res, ctx, { kind, scope, place, table })
  })
  routes.post(`${path}/confirm`, access, async (req, res, ctx) => {
    const { scope, place } = await open(req, ctx)
    const form = parseForm(confirmForm, req.body)
    if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
    const table = unpackTable(form.value.table)
    try {
      const done = await applyList(deps, kind, scope, { table, expected: form.value.fingerprint })
      await rememberColumns(deps.db, deps, owner(scope), table)
      if (ctx.wantsJson) res.json(done)
      else ctx.redirect(place.done, 'imports.listDone')
    } catch (error) {
      const moved =
        error instanceof AppError && ['changed-meanwhile', 'import-has-errors'].includes(error.code)
      if (!moved || ctx.wantsJson) throw error
      await showPlan(deps, res, ctx, { kind, scope, place, table, changedMeanwhile: true })
    }
  })
}

async function readOrExplain(
  kind: ListKind,
  place: ListPlace,
  ctx: StaffContext,
  bytes: Uint8Array | undefined,
): Promise<Table | undefined> {
  try {
    if (bytes === undefined)
      throw new AppError('file-not-a-table', {}, [{ field: 'file', message: 'imports.fileMissing' }])
    return await readSheet(bytes, isHeaderOf(kind))
  } catch (error) {
    if (!(error instanceof AppError) || !FILE_FAILURES.includes(error.code) || ctx.wantsJson) throw error
    const sentence = { field: 'file', message: `errors.${error.code}`, params: error.params }
    const said = error.problems.length > 0 ? error.problems : [sentence]
    ctx.render('records/list-imports/send', sendListPage(kind, place, said, ctx.t), {
      status: problemStatus(error.code),
    })
    return undefined
  }
}

async function showPlan(
  deps: ListImportDeps,
  res: Response,
  ctx: StaffContext,
  input: {
    readonly kind: ListKind
    readonly scope: ListScope
    readonly place: ListPlace
    readonly table: Table
    readonly changedMeanwhile?: boolean
  },
): Promise<void> {
  const { kind, scope, place, table, changedMeanwhile = false } = input
  const plan = await planList(deps.db, deps, kind, scope, table)
  const packed = packWhole(table)
  if (ctx.wantsJson) {
    if (plan.problems.length > 0)
      throw new AppError(
        'import-has-errors',
        {},
        plan.problems.map(({ message, params }) => ({ field: 'file', message, params })),
      )
    res.json({ rows: plan.items.length, fingerprint: plan.fingerprint, table: packed })
    return
  }
  const codes = columnCodes(readColumns(kind, table))
  const page = listPlanPage({ kind, place, table, codes, plan, packed, changedMeanwhile }, ctx.t)
  const status = plan.problems.length > 0 ? 422 : changedMeanwhile ? 409 : 200
  ctx.render('records/list-imports/plan', page, { status })
}
