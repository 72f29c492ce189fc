import { AppError } from '../../kernel/errors.ts'
import {
  browserTie,
  problemStatus,
  type RequestContext,
  type Response,
  type Routes,
} from '../../platform/http/index.ts'
import { deviceOf, enter, localPath, showLogin, type EnterDeps, type LoginPageDeps } from '../login/index.ts'
import { beginSignOn } from './begin-sign-on.ts'
import { finishSignOn } from './finish-sign-on.ts'
import { CALLBACK, type SignOnDeps } from './sign-on-deps.ts'

export interface SignOnRoutesDeps extends EnterDeps, LoginPageDeps {
  /** Undefined where no other organisation is configured: the addresses then do not exist. */
  readonly singleSignOn?: SignOnDeps | undefined
}

/**
 * Leaving for the other organisation and coming back. A link starts it, not a form: browsers hold a form's redirects to our
 * own site (CSP `form-action`), and starting it changes nothing.
 */
export function signOnRoutes(deps: SignOnRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/login/sso', 'public', async (req, res, ctx) => {
      const signOn = requireSignOn(deps)
      const next = localPath(req.query['next'])
      const browser = browserTie(req, res, deps)
      await orSay(deps, ctx, async () => sendAway(res, await beginSignOn(signOn, { browser, next })))
    })

    routes.get(CALLBACK, 'public', async (req, res, ctx) => {
      const signOn = requireSignOn(deps)
      const url = new URL(req.originalUrl, deps.publicUrl)
      const browser = browserTie(req, res, deps)
      await orSay(deps, ctx, async () => {
        const { next, ...proof } = await finishSignOn(signOn, { url, browser, locale: ctx.locale })
        const device = deviceOf(req.get('user-agent'))
        const admission = await deps.login.admit({ ...proof, way: 'single-sign-on', device, next })
        await enter(deps, { req, res, ctx }, admission, next)
      })
    })
  }
}

function requireSignOn({ singleSignOn }: SignOnRoutesDeps): SignOnDeps {
  if (singleSignOn === undefined) throw new AppError('not-found')
  return singleSignOn
}

const sendAway = (res: Response, url: URL): void => {
  res.set('Cache-Control', 'no-store').redirect(303, url.toString())
}

/** What went wrong is said above the other ways in, which stay open. */
async function orSay(deps: SignOnRoutesDeps, ctx: RequestContext, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('sign-on-')) throw error
    const refusal = ctx.t(`errors.${error.code}`)
    showLogin(deps, ctx, { email: '', next: undefined, refusal }, problemStatus(error.code))
  }
}
