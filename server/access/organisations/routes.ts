import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { createOrganisation, type CreateOrganisationDeps } from './create-organisation.ts'
import { detailsRoutes } from './details-routes.ts'
import { listClosedOrganisations, listOrganisations } from './find-organisation.ts'
import { organisationForm } from './forms.ts'
import { kindOptions, organisationCards } from './view.ts'

export type OrganisationRoutesDeps = CreateOrganisationDeps

/** The platform's own pages: the structures of the network, and adding one. */
export function organisationRoutes(deps: OrganisationRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/admin', 'admin', (_req, _res, ctx) => showStructures(deps, ctx))

    routes.post('/admin/organisations', 'admin', async (req, _res, ctx) => {
      const form = parseForm(organisationForm, req.body)
      if (!form.ok) {
        await showStructures(deps, ctx, { problems: form.problems, values: form.typed, status: 422 })
        return
      }
      try {
        const created = await createOrganisation(deps, ctx.actor, form.value)
        ctx.redirect(`/organisation/${created.slug}/invitations`, 'access.structureCreated')
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'already-exists') throw error
        await showStructures(deps, ctx, {
          problems: error.problems,
          values: form.value,
          status: problemStatus(error.code),
        })
      }
    })

    detailsRoutes(deps)(routes)
  }
}

interface Refused {
  readonly problems: readonly FieldProblem[]
  readonly values: Readonly<Record<string, string | undefined>>
  readonly status: number
}

async function showStructures(
  deps: OrganisationRoutesDeps,
  ctx: StaffContext,
  refused?: Refused,
): Promise<void> {
  const organisations = await listOrganisations(deps.db)
  ctx.render(
    'access/organisations/admin',
    {
      title: ctx.t('access.adminTitle'),
      section: 'admin',
      count: organisations.length,
      organisations: organisationCards(organisations, ctx.t),
      closed: organisationCards(await listClosedOrganisations(deps.db), ctx.t),
      kinds: kindOptions(ctx.t),
      values: refused?.values ?? {},
      problems: refused?.problems ?? [],
    },
    { status: refused?.status ?? 200 },
  )
}
