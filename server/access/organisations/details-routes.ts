import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { mayActIn, requireRoleIn, type StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { findOrganisationBySlug } from './find-organisation.ts'
import { presentationForm } from './forms.ts'
import { publicNameOf, type Organisation } from './organisation.ts'
import { renameOrganisation, type RenameDeps } from './rename-organisation.ts'

const PATH = '/organisation/:slug/details'

/** A structure's name and contact, for its coordinators. */
export function detailsRoutes(deps: RenameDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'staff', async (req, _res, ctx) => {
      const organisation = await requireCoordinated(deps.db, ctx.actor, String(req.params['slug']))
      const { name, publicLabel, contactEmail, contactUrl } = organisation
      showDetails(ctx, organisation, { values: { name, publicLabel, contactEmail, contactUrl } })
    })

    routes.post(PATH, 'staff', async (req, _res, ctx) => {
      const organisation = await requireCoordinated(deps.db, ctx.actor, String(req.params['slug']))
      const form = parseForm(presentationForm, req.body)
      if (!form.ok) {
        showDetails(ctx, organisation, { values: form.typed, problems: form.problems, status: 422 })
        return
      }
      try {
        await renameOrganisation(deps, ctx.actor, { ...form.value, organisationId: organisation.id })
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'already-exists') throw error
        const { problems, code } = error
        showDetails(ctx, organisation, { values: form.value, problems, status: problemStatus(code) })
        return
      }
      ctx.redirect(teamOf(organisation), 'structures.saved')
    })
  }
}

const teamOf = ({ slug }: Organisation): string => `/organisation/${slug}/invitations`

/** @throws AppError `not-found` for whoever has no role there, `forbidden` for a trainer */
async function requireCoordinated(db: Db, actor: StaffActor, slug: string): Promise<Organisation> {
  const organisation = await findOrganisationBySlug(db, slug)
  if (organisation?.closedAt !== null || !mayActIn(actor, organisation.id, 'trainer'))
    throw new AppError('not-found')
  requireRoleIn(actor, organisation.id, 'coordinator')
  return organisation
}

function showDetails(
  ctx: StaffContext,
  organisation: Organisation,
  form: {
    readonly values: Readonly<Record<string, string | null | undefined>>
    readonly problems?: readonly FieldProblem[]
    readonly status?: number
  },
): void {
  ctx.render(
    'access/organisations/details',
    {
      title: ctx.t('structures.detailsTitle'),
      section: 'organisation',
      pageClass: 'narrow',
      back: teamOf(organisation),
      organisationName: organisation.name,
      intro: ctx.t('structures.detailsIntro', { name: publicNameOf(organisation) }),
      action: `/organisation/${organisation.slug}/details`,
      values: form.values,
      problems: form.problems ?? [],
    },
    { status: form.status ?? 200 },
  )
}
