import { findAccount, ownStructures } from '../../access/accounts/index.ts'
import { listOrganisations, type Organisation } from '../../access/organisations/index.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { mayActIn, type StaffActor } from '../../kernel/roles.ts'
import { parseForm, type Request, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { batchPage } from './batch-view.ts'
import type { BatchDeps } from './batches-deps.ts'
import { batchesPage } from './batches-view.ts'
import { cancelBatch, deleteBatch, resumeBatch } from './change-batch.ts'
import { listSessionsWithPassports } from './choose-people.ts'
import { downloadRoutes } from './download-routes.ts'
import { listBatches, openBatch, requireCoordinated } from './find-batches.ts'
import { batchForm, checkedSessions } from './forms.ts'
import { requestBatch } from './request-batch.ts'
import { doneOf, pathOf } from './view.ts'

const PLACE = '/organisation/:slug/passports'
const ONE = `${PLACE}/:batch`

/** Passports of many people at once, for the coordinators of a structure. */
export function batchRoutes(deps: BatchDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/organisation/passports', 'staff', (_req, _res, ctx) => chooseStructure(deps, ctx))

    routes.get(PLACE, 'staff', async (req, _res, ctx) => {
      await showBatches(deps, ctx, await structureOf(deps, req, ctx))
    })
    routes.post(PLACE, 'staff', async (req, _res, ctx) => {
      await ask(deps, ctx, await structureOf(deps, req, ctx), req.body)
    })
    routes.get(ONE, 'staff', async (req, res, ctx) => {
      const structure = await structureOf(deps, req, ctx)
      const opened = await openBatch(deps.db, structure.id, batchOf(req))
      const { requestedBy } = opened.batch
      const account = requestedBy === null ? undefined : await findAccount(deps.db, requestedBy)
      const now = deps.clock.now()
      const page = batchPage({ structure, opened, requestedBy: account?.name, now }, ctx)
      if (ctx.wantsJson) res.json({ state: page.state, done: doneOf(opened), total: page.total })
      else ctx.render('holder/batches/batch', page)
    })
    routes.post(`${ONE}/cancel`, 'staff', async (req, _res, ctx) => {
      const which = await whichOf(deps, req, ctx)
      await cancelBatch(deps, ctx.actor, which)
      ctx.redirect(which.path, 'batches.cancelled')
    })
    routes.post(`${ONE}/resume`, 'staff', async (req, _res, ctx) => {
      const which = await whichOf(deps, req, ctx)
      await resumeBatch(deps, ctx.actor, which)
      ctx.redirect(which.path, 'batches.resumed')
    })
    routes.post(`${ONE}/delete`, 'staff', async (req, _res, ctx) => {
      const which = await whichOf(deps, req, ctx)
      await deleteBatch(deps, ctx.actor, which)
      ctx.redirect(pathOf(which.slug), 'batches.removed')
    })
    downloadRoutes(deps)(routes)
  }
}

const structureOf = (deps: BatchDeps, req: Request, ctx: StaffContext): Promise<Organisation> =>
  requireCoordinated(deps.db, ctx.actor, String(req.params['slug']))

const batchOf = (req: Request): string => String(req.params['batch'])

async function whichOf(deps: BatchDeps, req: Request, ctx: StaffContext) {
  const { id: organisationId, slug } = await structureOf(deps, req, ctx)
  const id = batchOf(req)
  return { organisationId, slug, id, path: `${pathOf(slug)}/${encodeURIComponent(id)}` }
}

/** Straight to the one structure somebody may ask for, or which of them. */
async function chooseStructure(deps: BatchDeps, ctx: StaffContext): Promise<void> {
  const structures = await structuresOf(deps, ctx.actor)
  const [only] = structures
  if (only === undefined) throw new AppError('forbidden')
  if (structures.length === 1) {
    await showBatches(deps, ctx, only)
    return
  }
  ctx.render('holder/batches/choose', {
    title: ctx.t('batches.title'),
    section: 'organisation',
    pageClass: 'narrow',
    structures: structures.map(({ name, slug }) => ({ name, path: pathOf(slug) })),
  })
}

async function structuresOf({ db }: BatchDeps, actor: StaffActor): Promise<Organisation[]> {
  if (actor.admin) return listOrganisations(db)
  return (await ownStructures(db, actor)).filter(({ id }) => mayActIn(actor, id, 'coordinator'))
}

interface Refused {
  readonly values: Readonly<Record<string, string>>
  readonly checked: readonly string[]
  readonly problems: readonly FieldProblem[]
}

async function showBatches(
  deps: BatchDeps,
  ctx: StaffContext,
  structure: Organisation,
  refused?: Refused,
): Promise<void> {
  const facts = {
    structure,
    sessions: await listSessionsWithPassports(deps.db, structure.id),
    listed: await listBatches(deps.db, structure.id),
    now: deps.clock.now(),
  }
  const page = batchesPage({ ...facts, ...refused }, ctx)
  ctx.render('holder/batches/batches', page, { status: refused === undefined ? 200 : 422 })
}

async function ask(
  deps: BatchDeps,
  ctx: StaffContext,
  structure: Organisation,
  body: unknown,
): Promise<void> {
  const form = parseForm(batchForm, body)
  const checked = checkedSessions(body)
  if (!form.ok) {
    await showBatches(deps, ctx, structure, { values: form.typed, checked, problems: form.problems })
    return
  }
  try {
    const id = await requestBatch(deps, ctx.actor, { organisationId: structure.id, ...form.value })
    ctx.redirect(`${pathOf(structure.slug)}/${id}`, 'batches.requested')
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
    const values = typedOf(body)
    await showBatches(deps, ctx, structure, { values, checked, problems: error.problems })
  }
}

/** What a form sent, to show it again. */
function typedOf(body: unknown): Record<string, string> {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
