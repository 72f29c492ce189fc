import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { MIN_PASSWORD_LENGTH } from '../accounts/index.ts'
import { changeOwnPassword, hasPassword } from '../login/index.ts'
import { passwordForm } from './forms.ts'
import { freshSession, SECURITY, type SecurityDeps } from './security-deps.ts'
import { tellOwner } from './tell-owner.ts'

const PASSWORD = `${SECURITY}/password`

/** Another password: the other browsers sign in again with it. */
export function ownPasswordRoutes(deps: SecurityDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PASSWORD, 'account', async (req, _res, ctx) => {
      if ((await freshSession(deps, req, ctx)) !== undefined) await showPassword(deps, ctx)
    })

    routes.post(PASSWORD, 'account', async (req, _res, ctx) => {
      const session = await freshSession(deps, req, ctx)
      if (session === undefined) return
      const form = parseForm(passwordForm, req.body)
      if (!form.ok) {
        await showPassword(deps, ctx, form.problems, 422)
        return
      }
      try {
        await changeOwnPassword(deps, ctx.actor, { ...form.value, from: req.ip, session })
        void tellOwner(deps, ctx.actor.accountId, 'password-changed')
        ctx.redirect(SECURITY, 'signIn.passwordChanged')
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
        await showPassword(deps, ctx, error.problems, problemStatus(error.code))
      }
    })
  }
}

async function showPassword(
  deps: SecurityDeps,
  ctx: StaffContext,
  problems: readonly FieldProblem[] = [],
  status = 200,
): Promise<void> {
  ctx.render(
    'access/security/password',
    {
      title: ctx.t('signIn.passwordTitle'),
      section: 'security',
      pageClass: 'narrow',
      minimum: MIN_PASSWORD_LENGTH,
      hasPassword: await hasPassword(deps, ctx.actor),
      email: ctx.actor.email,
      problems,
    },
    { status },
  )
}
