import { AppError } from '../../kernel/errors.ts'
import {
  browserTie,
  parseForm,
  problemStatus,
  type RequestContext,
  type Routes,
} from '../../platform/http/index.ts'
import { deviceOf } from './device-of.ts'
import { enter, type EnterDeps } from './enter.ts'
import { linkForm } from './forms.ts'
import { localPath } from './local-path.ts'
import type { PasswordRoutesDeps } from './password-routes.ts'
import { requestLoginLink } from './request-login-link.ts'
import { openLoginLink, useLoginLink } from './use-login-link.ts'

const PATH = '/login/link'

/** A mailed link instead of a password: opening it changes nothing, its button signs in. */
export function linkRoutes(deps: PasswordRoutesDeps & EnterDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'public', (req, _res, ctx) => showRequest(ctx, { next: localPath(req.query['next']) }))

    routes.post(PATH, 'public', (req, res, ctx) => {
      const form = parseForm(linkForm, req.body)
      if (!form.ok) {
        const { email, next } = form.typed
        showRequest(ctx, { next: localPath(next), problems: form.problems, email })
        return
      }
      const { email } = form.value
      const browser = browserTie(req, res, deps)
      const request = { email, browser, next: localPath(form.value.next), locale: ctx.locale }
      // not awaited: how long the answer takes must not tell whether the address has an account
      void requestLoginLink(deps, request).catch((error: unknown) =>
        deps.log.warn({ err: error }, 'login link not sent'),
      )
      showSent(ctx, email)
    })

    routes.get(`${PATH}/:token`, 'public', async (req, res, ctx) => {
      const browser = browserTie(req, res, deps)
      await orGone(ctx, async () => {
        const { here } = await openLoginLink(deps, { token: String(req.params['token']), browser })
        showLink(ctx, here ? 'here' : 'elsewhere')
      })
    })

    routes.post(`${PATH}/:token`, 'public', async (req, res, ctx) => {
      const browser = browserTie(req, res, deps)
      const token = String(req.params['token'])
      await orGone(ctx, async () => {
        const device = deviceOf(req.get('user-agent'))
        const { admission, next } = await useLoginLink(deps, { token, browser, device })
        await enter(deps, { req, res, ctx }, admission, next)
      })
    })
  }
}

/** A link that is no more leads on: one asks for another. */
async function orGone(ctx: RequestContext, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'link-expired') throw error
    showLink(ctx, 'gone', problemStatus(error.code))
  }
}

function showRequest(
  ctx: RequestContext,
  page: { next: string | undefined; email?: string | undefined; problems?: readonly object[] },
): void {
  const { problems = [], next, email = '' } = page
  ctx.render(
    'access/login/link',
    { title: ctx.t('signIn.linkTitle'), pageClass: 'narrow', next, values: { email }, problems },
    { status: problems.length === 0 ? 200 : 422 },
  )
}

function showSent(ctx: RequestContext, email: string): void {
  ctx.render('access/login/link-sent', { title: ctx.t('signIn.linkSentTitle'), pageClass: 'narrow', email })
}

function showLink(ctx: RequestContext, state: 'here' | 'elsewhere' | 'gone', status = 200): void {
  const title = ctx.t(`signIn.linkTitle-${state}`)
  const model = {
    title,
    pageClass: 'narrow',
    unlisted: true,
    here: state === 'here',
    text: ctx.t(`signIn.linkText-${state}`),
  }
  ctx.render('access/login/link-follow', model, { status })
}
