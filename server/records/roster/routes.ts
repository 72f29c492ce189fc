import { findOrganisation, type Organisation } from '../../access/organisations/index.ts'
import { AppError } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import {
  createLearner,
  editLearner,
  identityForm,
  newLearnerForm,
  requireEditableLearner,
} from '../learners/index.ts'
import { structuresOf } from '../training-sessions/index.ts'
import { editModel, fileModel } from './file-view.ts'
import { rosterFilters } from './forms.ts'
import { listRoster, rosterChoices, type RosterRow } from './list-roster.ts'
import { readFile, type FileDeps } from './read-file.ts'
import { newLearnerModel, rosterModel, type TypedIdentity } from './view.ts'

/** The coordinator's roster: the list of young people, somebody new, and the file of each. */
export function rosterRoutes(deps: FileDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/learners', 'staff', async (req, _res, ctx) => {
      const filters = rosterFilters.parse(req.query)
      const roster = await listRoster(deps.db, ctx.actor, filters)
      const model = rosterModel(
        {
          roster,
          filters,
          choices: await rosterChoices(deps.db, ctx.actor),
          structures: await structuresShown(deps, ctx, roster.rows),
          mayAdd: ctx.actor.admin || ctx.actor.memberships.length > 0,
          mayMerge: coordinatesAny(ctx),
        },
        ctx,
      )
      ctx.render('records/roster/list', model)
    })
    declareNew(deps, routes)
    declareFile(deps, routes)
  }
}

const coordinatesAny = ({ actor }: StaffContext): boolean =>
  actor.admin || actor.memberships.some(({ role }) => role === 'coordinator')

/** The structures of the page's people, for somebody who sees those of several. */
async function structuresShown(
  { db }: FileDeps,
  ctx: StaffContext,
  rows: readonly RosterRow[],
): Promise<ReadonlyMap<string, Organisation>> {
  const found = new Map<string, Organisation>()
  const ids = new Set(rows.map(({ learner }) => learner.organisationId))
  if (!ctx.actor.admin && ctx.actor.memberships.length < 2 && ids.size < 2) return found
  for (const id of ids) {
    const organisation = await findOrganisation(db, id)
    if (organisation !== undefined) found.set(id, organisation)
  }
  return found
}

function declareNew(deps: FileDeps, routes: Routes): void {
  const show = async (ctx: StaffContext, refused?: TypedIdentity): Promise<void> => {
    const structures = await structuresOf(deps.db, ctx.actor)
    ctx.render('records/roster/identity', newLearnerModel(structures, refused, ctx.t), {
      status: refused ? problemStatus('invalid-input') : 200,
    })
  }
  routes.get('/learners/new', 'staff', (_req, _res, ctx) => show(ctx))
  routes.post('/learners/new', 'staff', async (req, _res, ctx) => {
    const form = parseForm(newLearnerForm, req.body)
    await unlessRefused(
      req,
      ctx,
      (refused) => show(ctx, refused),
      async () => {
        if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
        const learner = await createLearner(deps, ctx.actor, form.value)
        ctx.redirect(`/learners/${learner.id}`, 'roster.added')
      },
    )
  })
}

const idOf = (req: Request): string => String(req.params['id'])

function declareFile(deps: FileDeps, routes: Routes): void {
  const show = async (req: Request, ctx: StaffContext, refused?: TypedIdentity): Promise<void> => {
    await requireEditableLearner(deps.db, ctx.actor, idOf(req))
    const dossier = await readFile(deps, ctx.actor, idOf(req))
    ctx.render('records/roster/identity', editModel(dossier, refused, ctx.t), {
      status: refused ? problemStatus('invalid-input') : 200,
    })
  }
  routes.get('/learners/:id', 'staff', async (req, _res, ctx) => {
    const dossier = await readFile(deps, ctx.actor, idOf(req))
    // the record became one with another: its address leads there
    if (dossier.learner.id !== idOf(req)) ctx.redirect(`/learners/${dossier.learner.id}`)
    else ctx.render('records/roster/file', fileModel(dossier, ctx))
  })
  routes.get('/learners/:id/edit', 'staff', (req, _res, ctx) => show(req, ctx))
  routes.post('/learners/:id/edit', 'staff', async (req, _res, ctx) => {
    // access first: what was typed is nobody's business before
    const { learner } = await requireEditableLearner(deps.db, ctx.actor, idOf(req))
    const form = parseForm(identityForm, req.body)
    await unlessRefused(
      req,
      ctx,
      (refused) => show(req, ctx, refused),
      async () => {
        if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
        await editLearner(deps, ctx.actor, { learnerId: learner.id, identity: form.value })
        ctx.redirect(`/learners/${learner.id}`, 'roster.saved')
      },
    )
  })
}

/** Does what was asked; what cannot be accepted comes back as it was typed. */
async function unlessRefused(
  req: Request,
  ctx: StaffContext,
  show: (refused: TypedIdentity) => Promise<void>,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
    const body = Object.entries((req.body ?? {}) as Record<string, unknown>)
    const texts = body.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    const typed = Object.fromEntries(texts.filter(([field]) => field !== '_csrf'))
    await show({ typed, problems: error.problems })
  }
}
