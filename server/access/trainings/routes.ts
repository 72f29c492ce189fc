import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { requireRoleIn } from '../../kernel/roles.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { listMembers, requireOwnStructure } from '../accounts/index.ts'
import type { Organisation } from '../organisations/index.ts'
import { trainingForm } from './forms.ts'
import { listTrainings } from './list-trainings.ts'
import { recordTraining, type TrainingDeps } from './record-training.ts'
import { removeTraining } from './remove-training.ts'
import { trainingsPage } from './view.ts'

const PATH = '/organisation/:slug/trainings'

/** What a structure's trainers were trained in: seen by its team, kept by its coordinators. */
export function trainingRoutes(deps: TrainingDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'staff', async (req, _res, ctx) => {
      await show(deps, ctx, await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug'])))
    })
    routes.post(PATH, 'staff', async (req, _res, ctx) => {
      const organisation = await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug']))
      requireRoleIn(ctx.actor, organisation.id, 'coordinator')
      const form = parseForm(trainingForm, req.body)
      if (!form.ok) {
        await show(deps, ctx, organisation, { values: form.typed, problems: form.problems, status: 422 })
        return
      }
      try {
        await recordTraining(deps, ctx.actor, { ...form.value, organisationId: organisation.id })
      } catch (error) {
        if (!(error instanceof AppError) || error.problems.length === 0) throw error
        const { code, problems } = error
        const values = req.body as Readonly<Record<string, string>>
        await show(deps, ctx, organisation, { values, problems, status: problemStatus(code) })
        return
      }
      ctx.redirect(`/organisation/${organisation.slug}/trainings`, 'trainings.recorded')
    })
    routes.post(`${PATH}/:id/remove`, 'staff', async (req, _res, ctx) => {
      const organisation = await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug']))
      await removeTraining(deps, ctx.actor, { id: String(req.params['id']), organisationId: organisation.id })
      ctx.redirect(`/organisation/${organisation.slug}/trainings`, 'trainings.removed')
    })
  }
}

interface Refusal {
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
  readonly status: number
}

async function show(
  deps: TrainingDeps,
  ctx: StaffContext,
  organisation: Organisation,
  { values, problems, status }: Refusal = { values: {}, problems: [], status: 200 },
): Promise<void> {
  const members = await listMembers(deps.db, organisation.id)
  const trainings = await listTrainings(
    deps.db,
    members.map(({ accountId }) => accountId),
  )
  const page = trainingsPage({ organisation, members, trainings, actor: ctx.actor }, ctx.t)
  const people = page.people.map((one) => ({ ...one, selected: one.value === values['accountId'] }))
  ctx.render('access/trainings/trainings', { ...page, people, values, problems }, { status })
}
