import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { parseForm, problemStatus, type RequestContext, type Routes } from '../../platform/http/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import { MIN_PASSWORD_LENGTH } from '../accounts/index.ts'
import { forgottenForm, newPasswordForm } from './forms.ts'
import { requestPasswordReset, type PasswordResetDeps } from './request-password-reset.ts'
import { openPasswordReset, resetPassword } from './reset-password.ts'

export interface PasswordRoutesDeps extends PasswordResetDeps {
  readonly log: Logger
}

/** A forgotten password: ask for a link, then choose another. */
export function passwordRoutes(deps: PasswordRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/login/forgotten', 'public', (_req, _res, ctx) => showForgotten(ctx))

    routes.post('/login/forgotten', 'public', (req, _res, ctx) => {
      const form = parseForm(forgottenForm, req.body)
      if (!form.ok) {
        showForgotten(ctx, { problems: form.problems, values: form.typed })
        return
      }
      // not awaited: how long the answer takes must not tell whether the address has an account
      void requestPasswordReset(deps, { email: form.value.email, locale: ctx.locale }).catch(
        (error: unknown) => deps.log.warn({ err: error }, 'password mail not sent'),
      )
      ctx.redirect('/login', 'access.resetSent')
    })

    routes.get('/login/reset/:token', 'public', async (req, _res, ctx) => {
      await openPasswordReset(deps, String(req.params['token']))
      showNewPassword(ctx, [], 200)
    })

    routes.post('/login/reset/:token', 'public', async (req, _res, ctx) => {
      const token = String(req.params['token'])
      await openPasswordReset(deps, token)
      const form = parseForm(newPasswordForm, req.body)
      if (!form.ok) {
        showNewPassword(ctx, form.problems, 422)
        return
      }
      try {
        await resetPassword(deps, { token, password: form.value.password })
        ctx.redirect('/login', 'access.passwordChanged')
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
        showNewPassword(ctx, error.problems, problemStatus(error.code))
      }
    })
  }
}

function showForgotten(
  ctx: RequestContext,
  refused: { problems: readonly FieldProblem[]; values: Record<string, string> } = {
    problems: [],
    values: {},
  },
): void {
  const model = { title: ctx.t('access.forgottenTitle'), pageClass: 'narrow', ...refused }
  ctx.render('access/login/forgotten', model, { status: refused.problems.length === 0 ? 200 : 422 })
}

function showNewPassword(ctx: RequestContext, problems: readonly FieldProblem[], status: number): void {
  const model = {
    title: ctx.t('access.newPasswordTitle'),
    pageClass: 'narrow',
    unlisted: true,
    minimum: MIN_PASSWORD_LENGTH,
    problems,
  }
  ctx.render('access/login/new-password', model, { status })
}
