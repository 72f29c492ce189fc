import type { Routes, StaffContext } from '../../platform/http/index.ts'
import { cancelInvitation } from './cancel-invitation.ts'
import { adminInvitationForm } from './forms.ts'
import { answerInvitation, NO_REFUSAL, type Refusal } from './invite-from-form.ts'
import { inviteMember, type InviteDeps } from './invite-member.ts'
import { listAdmins } from './list-admins.ts'
import { listPendingInvitations } from './list-pending-invitations.ts'
import { resendInvitation } from './resend-invitation.ts'
import { adminsPage } from './view.ts'

const PATH = '/admin/invitations'

/** Who runs the platform, and who was asked to. */
export function adminRoutes(deps: InviteDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'admin', (_req, _res, ctx) => showAdmins(deps, ctx))

    routes.post(PATH, 'admin', (req, _res, ctx) =>
      answerInvitation(ctx, PATH, {
        schema: adminInvitationForm,
        body: req.body,
        invite: (value) =>
          inviteMember(deps, ctx.actor, {
            ...value,
            role: 'admin',
            organisationId: null,
            locale: ctx.locale,
          }),
        showAgain: (refusal) => showAdmins(deps, ctx, refusal),
      }),
    )

    routes.post(`${PATH}/:id/resend`, 'admin', async (req, _res, ctx) => {
      const named = { id: String(req.params['id']), organisationId: null }
      const { sent } = await resendInvitation(deps, ctx.actor, { ...named, locale: ctx.locale })
      ctx.redirect(PATH, sent ? 'access.invitationResent' : 'access.invitationNotSent')
    })

    routes.post(`${PATH}/:id/cancel`, 'admin', async (req, _res, ctx) => {
      await cancelInvitation(deps, ctx.actor, { id: String(req.params['id']), organisationId: null })
      ctx.redirect(PATH, 'access.invitationCancelled')
    })
  }
}

async function showAdmins(deps: InviteDeps, ctx: StaffContext, refusal: Refusal = NO_REFUSAL): Promise<void> {
  const admins = await listAdmins(deps.db)
  const invitations = await listPendingInvitations(deps.db, null)
  const page = adminsPage({ admins, invitations, now: deps.clock.now() }, ctx.t)
  const { problems, values, status } = refusal
  ctx.render('access/accounts/admins', { ...page, problems, values }, { status })
}
