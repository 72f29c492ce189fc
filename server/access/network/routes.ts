import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { requireAdmin, requireRoleIn } from '../../kernel/roles.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { requireOwnStructure, type InviteDeps } from '../accounts/index.ts'
import { findOrganisationBySlug, type Organisation } from '../organisations/index.ts'
import { networkPlaceForm, structureInvitationForm } from './forms.ts'
import { inviteStructure, remindStructure } from './invite-structure.ts'
import { readPlace } from './read-place.ts'
import { setPlace } from './set-place.ts'
import { placeFormPage, placePage } from './view.ts'

const PLACE = '/organisation/:slug/network'
const ADMIN_PLACE = '/admin/organisations/:slug/network'

/** A structure's place in the network: its convention, who asked it to join, and for a head of network whom it asks. */
export function networkRoutes(deps: InviteDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PLACE, 'staff', async (req, _res, ctx) => {
      await show(deps, ctx, await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug'])))
    })
    routes.post(PLACE, 'staff', async (req, _res, ctx) => {
      const head = await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug']))
      requireRoleIn(ctx.actor, head.id, 'coordinator')
      const form = parseForm(structureInvitationForm, req.body)
      if (!form.ok) {
        await show(deps, ctx, head, { values: form.typed, problems: form.problems, status: 422 })
        return
      }
      try {
        const { sent } = await inviteStructure(deps, ctx.actor, {
          ...form.value,
          headId: head.id,
          locale: ctx.locale,
        })
        ctx.redirect(pathOf(head), sent ? 'network.invited' : 'access.invitationNotSent')
      } catch (error) {
        if (!(error instanceof AppError) || error.problems.length === 0) throw error
        const { code, problems } = error
        await show(deps, ctx, head, { values: form.value, problems, status: problemStatus(code) })
      }
    })
    routes.post(`${PLACE}/:invited/remind`, 'staff', async (req, _res, ctx) => {
      const head = await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug']))
      const invited = await findOrganisationBySlug(deps.db, String(req.params['invited']))
      requireRoleIn(ctx.actor, head.id, 'coordinator')
      if (invited === undefined) throw new AppError('not-found')
      const named = { headId: head.id, organisationId: invited.id, locale: ctx.locale }
      const { sent } = await remindStructure(deps, ctx.actor, named)
      ctx.redirect(pathOf(head), sent ? 'access.invitationResent' : 'access.invitationNotSent')
    })
    declareAdmin(deps, routes)
  }
}

const pathOf = ({ slug }: Organisation): string => `/organisation/${slug}/network`

interface Refusal {
  readonly values: Readonly<Record<string, string | undefined>>
  readonly problems: readonly FieldProblem[]
  readonly status: number
}

async function show(
  deps: InviteDeps,
  ctx: StaffContext,
  organisation: Organisation,
  { values, problems, status }: Refusal = { values: {}, problems: [], status: 200 },
): Promise<void> {
  const place = await readPlace(deps, organisation.id)
  const page = placePage({ organisation, place, actor: ctx.actor }, ctx)
  ctx.render('access/network/place', { ...page, values, problems }, { status })
}

function declareAdmin(deps: InviteDeps, routes: Routes): void {
  const showForm = async (ctx: StaffContext, slug: string, refusal?: Refusal): Promise<void> => {
    const organisation = await requireNamed(deps, ctx, slug)
    const page = placeFormPage(organisation, await readPlace(deps, organisation.id), ctx)
    const { values = page.values, problems = [], status = 200 } = refusal ?? {}
    ctx.render('access/network/place-form', { ...page, values, problems }, { status })
  }
  routes.get(ADMIN_PLACE, 'admin', (req, _res, ctx) => showForm(ctx, String(req.params['slug'])))
  routes.post(ADMIN_PLACE, 'admin', async (req, _res, ctx) => {
    const organisation = await requireNamed(deps, ctx, String(req.params['slug']))
    const form = parseForm(networkPlaceForm, req.body)
    if (!form.ok) {
      await showForm(ctx, organisation.slug, { values: form.typed, problems: form.problems, status: 422 })
      return
    }
    await setPlace(deps, ctx.actor, { ...form.value, organisationId: organisation.id })
    ctx.redirect(`/admin/organisations/${organisation.slug}`, 'structures.saved')
  })
}

async function requireNamed(deps: InviteDeps, ctx: StaffContext, slug: string): Promise<Organisation> {
  requireAdmin(ctx.actor)
  const organisation = await findOrganisationBySlug(deps.db, slug)
  if (organisation?.closedAt !== null) throw new AppError('not-found')
  return organisation
}
