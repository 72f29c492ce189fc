import { AppError } from '../../kernel/errors.ts'
import { browserTie, parseForm, problemStatus, type Routes } from '../../platform/http/index.ts'
import { beginAuthentication } from '../passkeys/index.ts'
import type { CodeRoutesDeps } from './code-routes.ts'
import { signInWithPasskey } from './complete-login.ts'
import { deviceOf } from './device-of.ts'
import { enterWith } from './enter.ts'
import { passkeyForm } from './forms.ts'
import { localPath } from './local-path.ts'
import { showLogin, type LoginPageDeps } from './login-page.ts'

/** A passkey alone: the browser finds it, its owner shows a finger or types a PIN, nothing else is asked. */
export function passkeyRoutes(deps: CodeRoutesDeps & LoginPageDeps): (routes: Routes) => void {
  return (routes) => {
    routes.post('/login/passkey/begin', 'public', async (req, res) => {
      res.json(await beginAuthentication(deps, { browser: browserTie(req, res, deps), of: 'account' }))
    })

    routes.post('/login/passkey', 'public', async (req, res, ctx) => {
      const form = parseForm(passkeyForm, req.body)
      const next = localPath(form.ok ? form.value.next : undefined)
      const input = {
        browser: browserTie(req, res, deps),
        answer: form.ok ? form.value.answer : undefined,
        device: deviceOf(req.get('user-agent')),
      }
      try {
        await enterWith(deps, { req, res, ctx }, await signInWithPasskey(deps, input), next)
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'passkey-refused') throw error
        const refusal = ctx.t('signIn.passkeyRefused')
        showLogin(deps, ctx, { email: '', next, refusal }, problemStatus(error.code))
      }
    })
  }
}
