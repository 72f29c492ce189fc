import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import {
  browserTie,
  parseForm,
  problemStatus,
  readCookie,
  type Request,
  type Routes,
  type YouthContext,
} from '../../platform/http/index.ts'
import { beginRegistration, finishRegistration, relyingPartyOf } from '../passkeys/index.ts'
import { forgetPasskey, lockWithPasskey } from './change-passkeys.ts'
import {
  askForEmail,
  confirmEmail,
  openConfirmation,
  removeEmail,
  type YouthMailDeps,
} from './confirm-email.ts'
import { findKeys } from './find-keys.ts'
import { ceremonyForm, emailForm, lockForm, passkeyForm, pinForm } from './forms.ts'
import { removePin, setPin, type LockDeps } from './set-pin.ts'
import { confirmationPage, keysPage } from './view.ts'

export interface KeyRoutesDeps extends YouthMailDeps, LockDeps {
  readonly secure: boolean
  readonly youthCookie: string
}

const PATH = '/me/keys'

/** The page where somebody adds keys to their slip, and takes them away. */
export function keyRoutes(deps: KeyRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'youth', (_req, _res, ctx) => showKeys(deps, ctx))

    routes.post(`${PATH}/pin`, 'youth', async (req, _res, ctx) => {
      const form = parseForm(pinForm, req.body)
      if (!form.ok) {
        await showKeys(deps, ctx, form.problems)
        return
      }
      try {
        await setPin(deps, ctx.youth, form.value.pin, visitOf(deps, req))
        ctx.redirect(PATH, 'youthKeys.pinSet')
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
        await showKeys(deps, ctx, error.problems)
      }
    })
    routes.post(`${PATH}/pin/remove`, 'youth', async (_req, _res, ctx) => {
      await removePin(deps, ctx.youth)
      ctx.redirect(PATH, 'youthKeys.pinRemoved')
    })
    mailRoutes(deps)(routes)
    passkeyRoutes(deps)(routes)
  }
}

function mailRoutes(deps: KeyRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.post(`${PATH}/mail`, 'youth', async (req, _res, ctx) => {
      const form = parseForm(emailForm, req.body)
      if (!form.ok) {
        await showKeys(deps, ctx, form.problems, form.typed)
        return
      }
      const sent = await askForEmail(deps, ctx.youth, { email: form.value.email, locale: ctx.locale })
      ctx.redirect(PATH, sent ? 'youthKeys.mailAsked' : 'youthKeys.mailNotSent')
    })
    routes.post(`${PATH}/mail/remove`, 'youth', async (_req, _res, ctx) => {
      await removeEmail(deps, ctx.youth)
      ctx.redirect(PATH, 'youthKeys.mailRemoved')
    })
    routes.get(`${PATH}/mail/:token`, 'youth', async (req, _res, ctx) => {
      const token = String(req.params['token'])
      const { email } = await openConfirmation(deps, ctx.youth, token)
      ctx.render('access/youth-keys/confirm', confirmationPage(email, token, ctx))
    })
    routes.post(`${PATH}/mail/:token`, 'youth', async (req, _res, ctx) => {
      await confirmEmail(deps, ctx.youth, String(req.params['token']))
      ctx.redirect(PATH, 'youthKeys.mailConfirmed')
    })
  }
}

function passkeyRoutes(deps: KeyRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.post(`${PATH}/passkeys/options`, 'youth', async (req, res, ctx) => {
      const browser = browserTie(req, res, deps)
      const { learnerId, name } = ctx.youth
      const owner = { kind: 'learner', id: learnerId } as const
      res.json(await beginRegistration(deps, { owner, browser, userName: name }))
    })
    routes.post(`${PATH}/passkeys`, 'youth', async (req, res, ctx) => {
      const { answer } = ceremonyForm.parse(req.body)
      await finishRegistration(deps, ctx.youth, {
        owner: { kind: 'learner', id: ctx.youth.learnerId },
        browser: browserTie(req, res, deps),
        name: ctx.t('youthKeys.passkeyName'),
        answer,
      })
      res.json({ next: PATH })
    })
    routes.post(`${PATH}/passkeys/remove`, 'youth', async (req, _res, ctx) => {
      const form = parseForm(passkeyForm, req.body)
      if (!form.ok) throw new AppError('not-found')
      await forgetPasskey(deps, ctx.youth, form.value.passkey)
      ctx.redirect(PATH, 'youthKeys.passkeyRemoved')
    })
    routes.post(`${PATH}/passkeys/lock`, 'youth', async (req, _res, ctx) => {
      const form = parseForm(lockForm, req.body)
      if (!form.ok) throw new AppError('not-found')
      await lockWithPasskey(deps, ctx.youth, form.value.wish, visitOf(deps, req))
      ctx.redirect(PATH, `youthKeys.passkey-${form.value.wish}`)
    })
  }
}

const visitOf = ({ youthCookie }: KeyRoutesDeps, req: Request): string | undefined =>
  readCookie(req, youthCookie)

async function showKeys(
  deps: KeyRoutesDeps,
  ctx: YouthContext,
  problems: readonly FieldProblem[] = [],
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const keys = await findKeys(deps.db, ctx.youth)
  const passkeys = relyingPartyOf(deps.publicUrl) !== undefined
  ctx.render(
    'access/youth-keys/keys',
    { ...keysPage(keys, { passkeys }, ctx), problems, values },
    { status: problems.length === 0 ? 200 : problemStatus('invalid-input') },
  )
}
