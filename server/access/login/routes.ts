import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import {
  clearCookie,
  parseForm,
  problemStatus,
  readCookie,
  setCookie,
  type Request,
  type RequestContext,
  type Response,
  type Routes,
} from '../../platform/http/index.ts'
import type { Login } from './create-login.ts'
import { loginForm } from './forms.ts'
import { localPath } from './local-path.ts'
import { passwordRoutes, type PasswordRoutesDeps } from './password-routes.ts'

export interface LoginRoutesDeps extends PasswordRoutesDeps {
  readonly login: Login
  readonly sessionCookie: string
  readonly secure: boolean
}

/** Where somebody lands who asked for no page in particular. */
const HOME = '/sessions'

/** Signing in and out, and choosing a new password. */
export function loginRoutes(deps: LoginRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/login', 'public', (req, _res, ctx) => {
      const next = localPath(req.query['next'])
      if (ctx.actor) ctx.redirect(next ?? HOME)
      else showLogin(ctx, { email: '', next }, 200)
    })

    routes.post('/login', 'public', (req, res, ctx) => signIn(deps, req, res, ctx))

    routes.post('/logout', 'public', async (req, res, ctx) => {
      const token = readCookie(req, deps.sessionCookie)
      if (token !== undefined) await deps.login.end(token)
      clearCookie(res, deps.sessionCookie, { secure: deps.secure })
      ctx.redirect('/login', 'access.signedOut')
    })

    passwordRoutes(deps)(routes)
  }
}

async function signIn(
  deps: LoginRoutesDeps,
  req: Request,
  res: Response,
  ctx: RequestContext,
): Promise<void> {
  const form = parseForm(loginForm, req.body)
  if (!form.ok) {
    const { email = '', next } = form.typed
    showLogin(ctx, { email, next: localPath(next), problems: form.problems }, 422)
    return
  }
  const { email, password } = form.value
  const next = localPath(form.value.next)
  try {
    const token = await deps.login.authenticate({ email, password, from: req.ip })
    const former = readCookie(req, deps.sessionCookie)
    if (former !== undefined) await deps.login.end(former)
    setCookie(res, deps.sessionCookie, token, { secure: deps.secure })
    ctx.redirect(next ?? HOME)
  } catch (error) {
    if (!(error instanceof AppError) || !isRefusal(error.code)) throw error
    const refusal = ctx.t(error.code === 'login-failed' ? 'access.loginNotRecognised' : 'access.loginPause')
    showLogin(ctx, { email, next, refusal }, problemStatus(error.code))
  }
}

const isRefusal = (code: AppErrorCode): boolean => code === 'login-failed' || code === 'too-many-requests'

interface LoginPage {
  readonly email: string
  readonly next: string | undefined
  readonly refusal?: string
  readonly problems?: readonly object[]
}

function showLogin(ctx: RequestContext, page: LoginPage, status: number): void {
  ctx.render(
    'access/login/login',
    {
      title: ctx.t('access.loginTitle'),
      pageClass: 'narrow',
      values: { email: page.email },
      next: page.next,
      refusal: page.refusal,
      problems: page.problems ?? [],
    },
    { status },
  )
}
