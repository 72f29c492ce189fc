import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import {
  clearCookie,
  parseForm,
  problemStatus,
  readCookie,
  type RequestContext,
  type Routes,
} from '../../platform/http/index.ts'
import { codeRoutes, type CodeRoutesDeps } from './code-routes.ts'
import { deviceOf } from './device-of.ts'
import { enter, HOME, type Visit } from './enter.ts'
import { loginForm } from './forms.ts'
import { linkRoutes } from './link-routes.ts'
import { localPath } from './local-path.ts'
import { showLogin, type SignOnDoor } from './login-page.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { passwordRoutes, type PasswordRoutesDeps } from './password-routes.ts'

export interface LoginRoutesDeps extends PasswordRoutesDeps, CodeRoutesDeps {
  readonly signOn?: SignOnDoor | undefined
}

/** Signing in and out by every way there is, and choosing a new password. */
export function loginRoutes(deps: LoginRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/login', 'public', (req, _res, ctx) => {
      const next = localPath(req.query['next'])
      const again = req.query['again'] !== undefined
      if (ctx.actor && !again) ctx.redirect(next ?? HOME)
      else showLogin(deps, ctx, { email: ctx.actor?.email ?? '', next, again: ctx.actor !== undefined })
    })

    routes.post('/login', 'public', (req, res, ctx) => signIn(deps, { req, res, ctx }))

    routes.post('/logout', 'public', async (req, res, ctx) => {
      const token = readCookie(req, deps.sessionCookie)
      const { idToken } = token === undefined ? {} : await deps.login.end(token)
      clearCookie(res, deps.sessionCookie, { secure: deps.secure })
      const elsewhere = idToken === undefined ? undefined : await deps.signOn?.endSessionUrl(idToken)
      if (elsewhere === undefined) ctx.redirect('/login', 'access.signedOut')
      else showSignedOut(ctx, { url: elsewhere, label: deps.signOn?.label ?? '' })
    })

    passwordRoutes(deps)(routes)
    codeRoutes(deps)(routes)
    linkRoutes(deps)(routes)
    passkeyRoutes(deps)(routes)
  }
}

async function signIn(deps: LoginRoutesDeps, visit: Visit): Promise<void> {
  const { req, ctx } = visit
  const form = parseForm(loginForm, req.body)
  if (!form.ok) {
    const { email = '', next } = form.typed
    showLogin(deps, ctx, { email, next: localPath(next), problems: form.problems }, 422)
    return
  }
  const { email, password } = form.value
  const next = localPath(form.value.next)
  try {
    const device = deviceOf(req.get('user-agent'))
    await enter(
      deps,
      visit,
      await deps.login.authenticate({ email, password, from: req.ip, device, next }),
      next,
    )
  } catch (error) {
    if (!(error instanceof AppError) || !isRefusal(error.code)) throw error
    const refusal = ctx.t(error.code === 'login-failed' ? 'access.loginNotRecognised' : 'access.loginPause')
    showLogin(deps, ctx, { email, next, refusal }, problemStatus(error.code))
  }
}

const isRefusal = (code: AppErrorCode): boolean => code === 'login-failed' || code === 'too-many-requests'

function showSignedOut(ctx: RequestContext, elsewhere: { url: string; label: string }): void {
  ctx.render('access/single-sign-on/signed-out', {
    title: ctx.t('signIn.signedOutTitle'),
    pageClass: 'narrow',
    elsewhere,
  })
}
