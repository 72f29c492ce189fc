import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import {
  parseForm,
  problemStatus,
  setCookie,
  type RequestContext,
  type Routes,
} from '../../platform/http/index.ts'
import { acceptInvitation } from './accept-invitation.ts'
import type { AccountDeps } from './create-account.ts'
import { acceptanceForm } from './forms.ts'
import { openInvitation, type OpenInvitation } from './open-invitation.ts'
import { MIN_PASSWORD_LENGTH } from './password-rules.ts'

export interface InvitationLinkDeps extends AccountDeps {
  /** Signs in somebody who has just chosen their password (`access/login`). */
  readonly login: {
    admit(proof: {
      accountId: AccountId
      way: 'invitation'
      device: string
    }): Promise<{ session: string } | { pending: string }>
  }
  readonly sessionCookie: string
  readonly secure: boolean
  readonly platformName: string
}

const PATH = '/invitations/:token'

/** The page behind a mailed link: say who you are, choose a password, come in. */
export function invitationLinkRoutes(deps: InvitationLinkDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'public', async (req, _res, ctx) => {
      const open = await openInvitation(deps, String(req.params['token']))
      showInvitation(deps, ctx, open)
    })

    routes.post(PATH, 'public', async (req, res, ctx) => {
      const token = String(req.params['token'])
      const open = await openInvitation(deps, token)
      const form = hasPassword(open)
        ? ({ ok: true, value: {} } as const)
        : parseForm(acceptanceForm, req.body)
      if (!form.ok) {
        showInvitation(deps, ctx, open, { problems: form.problems, name: form.typed['name'] })
        return
      }
      try {
        const accepted = await acceptInvitation(deps, { token, ...form.value, locale: ctx.locale })
        if (!accepted.passwordChosen) {
          ctx.redirect('/organisation', 'access.joined')
          return
        }
        const { accountId } = accepted
        const admission = await deps.login.admit({ accountId, way: 'invitation', device: '' })
        if ('pending' in admission) {
          // an account that came in by other ways so far has a second factor to show
          ctx.redirect('/login', 'access.passwordChanged')
          return
        }
        setCookie(res, deps.sessionCookie, admission.session, { secure: deps.secure })
        ctx.redirect('/sessions', 'access.welcome')
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
        const name = 'name' in form.value ? form.value.name : undefined
        showInvitation(deps, ctx, open, { problems: error.problems, name })
      }
    })
  }
}

const hasPassword = ({ account }: OpenInvitation): boolean =>
  account !== undefined && account.passwordHash !== null

function showInvitation(
  deps: InvitationLinkDeps,
  ctx: RequestContext,
  open: OpenInvitation,
  refused?: { problems: readonly FieldProblem[]; name: string | undefined },
): void {
  const { invitation, organisation } = open
  ctx.render(
    'access/accounts/invitation',
    {
      title: ctx.t('access.invitationTitle', { where: organisation?.name ?? deps.platformName }),
      pageClass: 'narrow',
      unlisted: true,
      email: invitation.email,
      role: ctx.t(`access.role-${invitation.role}`),
      roleHint: ctx.t(`access.roleHint-${invitation.role}`),
      hasPassword: hasPassword(open),
      minimum: MIN_PASSWORD_LENGTH,
      values: { name: refused?.name ?? invitation.name },
      problems: refused?.problems ?? [],
    },
    { status: refused ? problemStatus('invalid-input') : 200 },
  )
}
