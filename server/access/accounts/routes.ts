import type { AccountId } from '../../kernel/ids.ts'
import type { Routes, StaffContext } from '../../platform/http/index.ts'
import type { Organisation } from '../organisations/index.ts'
import { adminRoutes } from './admin-routes.ts'
import { cancelInvitation } from './cancel-invitation.ts'
import { signOutAccount, type SignOutDeps } from './disable-account.ts'
import { endMembership } from './end-membership.ts'
import { ownStructures, requireOwnStructure } from './find-structure.ts'
import { memberInvitationForm } from './forms.ts'
import { invitationLinkRoutes, type InvitationLinkDeps } from './invitation-link-routes.ts'
import { answerInvitation, NO_REFUSAL, type Refusal } from './invite-from-form.ts'
import { inviteMember, type InviteDeps } from './invite-member.ts'
import { closedStructuresOf } from './list-closed-structures.ts'
import { listMembers } from './list-members.ts'
import { peopleRoutes } from './people-routes.ts'
import { listPendingInvitations } from './list-pending-invitations.ts'
import { resendInvitation } from './resend-invitation.ts'
import { goneView, structurePage } from './view.ts'

export type AccountRoutesDeps = InviteDeps & InvitationLinkDeps & SignOutDeps

const PLACE = '/organisation/:slug'

/** A structure's people: members, invitations, and the mailed link by which somebody joins. */
export function accountRoutes(deps: AccountRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/organisation', 'staff', async (_req, _res, ctx) => {
      const structures = await ownStructures(deps.db, ctx.actor)
      const [only] = structures
      if (only && structures.length === 1) await showStructure(deps, ctx, only)
      else showStructures(ctx, structures, await closedStructuresOf(deps.db, ctx.actor))
    })

    routes.get(`${PLACE}/invitations`, 'staff', async (req, _res, ctx) => {
      await showStructure(
        deps,
        ctx,
        await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug'])),
      )
    })

    routes.post(`${PLACE}/invitations`, 'staff', async (req, _res, ctx) => {
      const organisation = await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug']))
      await answerInvitation(ctx, pathOf(organisation), {
        schema: memberInvitationForm,
        body: req.body,
        invite: (value) =>
          inviteMember(deps, ctx.actor, { ...value, organisationId: organisation.id, locale: ctx.locale }),
        showAgain: (refusal) => showStructure(deps, ctx, organisation, refusal),
      })
    })

    routes.post(`${PLACE}/invitations/:id/resend`, 'staff', async (req, _res, ctx) => {
      const organisation = await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug']))
      const named = { id: String(req.params['id']), organisationId: organisation.id }
      const { sent } = await resendInvitation(deps, ctx.actor, { ...named, locale: ctx.locale })
      ctx.redirect(pathOf(organisation), sent ? 'access.invitationResent' : 'access.invitationNotSent')
    })

    routes.post(`${PLACE}/invitations/:id/cancel`, 'staff', async (req, _res, ctx) => {
      const organisation = await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug']))
      await cancelInvitation(deps, ctx.actor, {
        id: String(req.params['id']),
        organisationId: organisation.id,
      })
      ctx.redirect(pathOf(organisation), 'access.invitationCancelled')
    })

    routes.post(`${PLACE}/members/:accountId/end`, 'staff', async (req, _res, ctx) => {
      const organisation = await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug']))
      const accountId = String(req.params['accountId']) as AccountId
      await endMembership(deps, ctx.actor, { organisationId: organisation.id, accountId })
      ctx.redirect(pathOf(organisation), 'access.memberLeft')
    })

    routes.post(`${PLACE}/members/:accountId/sign-out`, 'staff', async (req, _res, ctx) => {
      const organisation = await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug']))
      const accountId = String(req.params['accountId']) as AccountId
      await signOutAccount(deps, ctx.actor, { accountId, organisationId: organisation.id })
      ctx.redirect(pathOf(organisation), 'signIn.accountSignedOut')
    })

    adminRoutes(deps)(routes)
    peopleRoutes(deps)(routes)
    invitationLinkRoutes(deps)(routes)
  }
}

const pathOf = ({ slug }: Organisation): string => `/organisation/${slug}/invitations`

function showStructures(
  ctx: StaffContext,
  structures: readonly Organisation[],
  gone: readonly string[],
): void {
  ctx.render('access/accounts/structures', {
    title: ctx.t('access.structuresTitle'),
    section: 'organisation',
    admin: ctx.actor.admin,
    gone: goneView(gone, ctx.t),
    structures: structures.map((one) => ({
      name: one.name,
      about: [ctx.t(`access.kind-${one.kind}`), one.town].filter((part) => part !== null).join(' · '),
      path: pathOf(one),
    })),
  })
}

async function showStructure(
  deps: AccountRoutesDeps,
  ctx: StaffContext,
  organisation: Organisation,
  refusal: Refusal = NO_REFUSAL,
): Promise<void> {
  const people = {
    members: await listMembers(deps.db, organisation.id),
    invitations: await listPendingInvitations(deps.db, organisation.id),
  }
  const page = structurePage({ ...people, organisation, actor: ctx.actor, now: deps.clock.now() }, ctx.t)
  const { problems, values, status } = refusal
  ctx.render(
    'access/accounts/structure',
    { ...page, problems, values: { role: 'trainer', ...values } },
    { status },
  )
}
