import { AppError } from '../../kernel/errors.ts'
import {
  browserTie,
  parseForm,
  problemStatus,
  readCookie,
  type Request,
  type RequestContext,
  type Routes,
} from '../../platform/http/index.ts'
import { beginAuthentication, relyingPartyOf, type PasskeyDeps } from '../passkeys/index.ts'
import { findSecondFactors, type SecondFactorDeps } from '../second-factor/index.ts'
import { completeWithCode, completeWithPasskey, findPendingLogin } from './complete-login.ts'
import { deviceOf } from './device-of.ts'
import { enterWith, type EnterDeps } from './enter.ts'
import { codeForm, passkeyForm } from './forms.ts'
import type { PendingLogin } from './pending-store.ts'
import { pendingCookieName } from './session-cookie.ts'

export interface CodeRoutesDeps extends SecondFactorDeps, PasskeyDeps, EnterDeps {}

const PATH = '/login/code'

/** The second step: a code, a recovery code or a passkey. Whoever has not made the first goes back to it. */
export function codeRoutes(deps: CodeRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'public', async (req, _res, ctx) => {
      const { pending } = await pendingOf(deps, req)
      if (pending === undefined) ctx.redirect('/login', 'signIn.startAgain')
      else await showCode(deps, ctx, pending)
    })

    routes.post(PATH, 'public', async (req, res, ctx) => {
      const { token, pending } = await pendingOf(deps, req)
      if (pending === undefined) {
        ctx.redirect('/login', 'signIn.startAgain')
        return
      }
      const form = parseForm(codeForm, req.body)
      if (!form.ok) {
        await showCode(deps, ctx, pending, { problems: form.problems, status: 422 })
        return
      }
      const device = deviceOf(req.get('user-agent'))
      try {
        const { session, next } = await completeWithCode(deps, {
          pending: token,
          code: form.value.code,
          device,
        })
        await enterWith(deps, { req, res, ctx }, session, next)
      } catch (error) {
        await showRefusal(deps, ctx, pending, error)
      }
    })

    routes.post(`${PATH}/passkey/begin`, 'public', async (req, res) => {
      const { pending } = await pendingOf(deps, req)
      if (pending === undefined) throw new AppError('not-signed-in')
      const of = { kind: 'account', id: pending.accountId } as const
      res.json(await beginAuthentication(deps, { browser: browserTie(req, res, deps), of }))
    })

    routes.post(`${PATH}/passkey`, 'public', async (req, res, ctx) => {
      const { token, pending } = await pendingOf(deps, req)
      if (pending === undefined) {
        ctx.redirect('/login', 'signIn.startAgain')
        return
      }
      const form = parseForm(passkeyForm, req.body)
      const input = {
        pending: token,
        browser: browserTie(req, res, deps),
        answer: form.ok ? form.value.answer : undefined,
        device: deviceOf(req.get('user-agent')),
      }
      try {
        const { session, next } = await completeWithPasskey(deps, input)
        await enterWith(deps, { req, res, ctx }, session, next)
      } catch (error) {
        await showRefusal(deps, ctx, pending, error)
      }
    })
  }
}

async function pendingOf(
  deps: CodeRoutesDeps,
  req: Request,
): Promise<{ token: string; pending: PendingLogin | undefined }> {
  const token = readCookie(req, pendingCookieName(deps.secure)) ?? ''
  return { token, pending: await findPendingLogin(deps, token) }
}

const REFUSALS = {
  'code-refused': 'signIn.codeRefused',
  'passkey-refused': 'signIn.passkeyRefused',
  'too-many-requests': 'signIn.codePause',
} as const

const isRefusal = (code: string): code is keyof typeof REFUSALS => code in REFUSALS

async function showRefusal(
  deps: CodeRoutesDeps,
  ctx: RequestContext,
  pending: PendingLogin,
  error: unknown,
): Promise<void> {
  if (!(error instanceof AppError) || !isRefusal(error.code)) throw error
  const refusal = ctx.t(REFUSALS[error.code])
  await showCode(deps, ctx, pending, { refusal, status: problemStatus(error.code) })
}

async function showCode(
  deps: CodeRoutesDeps,
  ctx: RequestContext,
  pending: PendingLogin,
  page: { refusal?: string; problems?: readonly object[]; status?: number } = {},
): Promise<void> {
  const factors = await findSecondFactors(deps.db, pending.accountId)
  ctx.render(
    'access/login/code',
    {
      title: ctx.t('signIn.codeTitle'),
      pageClass: 'narrow',
      unlisted: true,
      app: factors.appSince !== null,
      passkeys: factors.passkeys > 0 && relyingPartyOf(deps.publicUrl) !== undefined,
      refusal: page.refusal,
      problems: page.problems ?? [],
    },
    { status: page.status ?? 200 },
  )
}
