import { AppError } from '../../kernel/errors.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { qrSvg } from '../../platform/qr/index.ts'
import { localPath, strengthenSession } from '../login/index.ts'
import {
  beginAppEnrolment,
  confirmAppEnrolment,
  findSecondFactors,
  hasSecondFactor,
  openAppEnrolment,
  removeApp,
  renewRecoveryCodes,
  type AppEnrolment,
} from '../second-factor/index.ts'
import { beginForm, confirmForm } from './forms.ts'
import {
  freshSession,
  isRefusal,
  onward,
  SECURITY,
  type SecurityDeps,
  type ShowAgain,
} from './security-deps.ts'
import { showCodes } from './show-codes.ts'
import { tellOwner } from './tell-owner.ts'

const APP = `${SECURITY}/app`

/** Codes of an app: scan, confirm with one, keep the recovery codes. */
export function appRoutes(deps: SecurityDeps, showAgain: ShowAgain): (routes: Routes) => void {
  return (routes) => {
    routes.post(APP, 'account', async (req, _res, ctx) => {
      if ((await freshSession(deps, req, ctx)) === undefined) return
      const form = parseForm(beginForm, req.body)
      await beginAppEnrolment(deps, ctx.actor)
      ctx.redirect(`${APP}${onward(form.ok ? form.value.next : undefined)}`)
    })

    routes.get(APP, 'account', async (req, _res, ctx) => {
      if ((await freshSession(deps, req, ctx)) === undefined) return
      const enrolment = await openAppEnrolment(deps, ctx.actor)
      // nothing begun: the page that begins
      if (enrolment === undefined) await showAgain(req, ctx, [])
      else showEnrolment(ctx, enrolment, { next: localPath(req.query['next']) })
    })

    routes.post(`${APP}/confirm`, 'account', async (req, _res, ctx) => {
      const session = await freshSession(deps, req, ctx)
      if (session === undefined) return
      const enrolment = await openAppEnrolment(deps, ctx.actor)
      if (enrolment === undefined) {
        await showAgain(req, ctx, [])
        return
      }
      const form = parseForm(confirmForm, req.body)
      if (!form.ok) {
        showEnrolment(ctx, enrolment, { next: localPath(form.typed['next']), problems: form.problems })
        return
      }
      const next = localPath(form.value.next)
      try {
        const codes = await confirmAppEnrolment(deps, ctx.actor, {
          code: form.value.code,
          alongside: (trx) => strengthenSession(deps, trx, ctx.actor, session),
        })
        void tellOwner(deps, ctx.actor.accountId, 'app-added')
        if (codes.length > 0) showCodes(deps, ctx, codes, next)
        else ctx.redirect(next ?? SECURITY, 'signIn.appAdded')
      } catch (error) {
        if (!(error instanceof AppError) || !isRefusal(error)) throw error
        const refusal = ctx.t(error.code === 'code-refused' ? 'signIn.codeRefused' : 'signIn.codePause')
        showEnrolment(ctx, enrolment, { next, refusal, status: problemStatus(error.code) })
      }
    })

    routes.post(`${APP}/remove`, 'account', async (req, _res, ctx) => {
      if ((await freshSession(deps, req, ctx)) === undefined) return
      try {
        await removeApp(deps, ctx.actor)
        void tellOwner(deps, ctx.actor.accountId, 'app-removed')
        ctx.redirect(SECURITY, 'signIn.appRemoved')
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
        await showAgain(req, ctx, error.problems)
      }
    })

    routes.post(`${SECURITY}/recovery-codes`, 'staff', async (req, _res, ctx) => {
      if ((await freshSession(deps, req, ctx)) === undefined) return
      if (!hasSecondFactor(await findSecondFactors(deps.db, ctx.actor.accountId)))
        throw new AppError('not-found')
      const codes = await deps.db.transaction((trx) => renewRecoveryCodes(deps, trx, ctx.actor))
      showCodes(deps, ctx, codes, undefined)
    })
  }
}

function showEnrolment(
  ctx: StaffContext,
  enrolment: AppEnrolment,
  page: {
    next: string | undefined
    refusal?: string
    problems?: readonly object[]
    status?: number
  },
): void {
  const { next, refusal, problems = [] } = page
  ctx.render(
    'access/security/app',
    {
      title: ctx.t('signIn.appTitle'),
      section: 'security',
      pageClass: 'narrow',
      qr: qrSvg(enrolment.uri, ctx.t('signIn.appQrLabel')),
      secret: enrolment.secret.replace(/(.{4})(?=.)/g, '$1 '),
      uri: enrolment.uri,
      account: ctx.actor.email,
      next,
      refusal,
      problems,
    },
    { status: page.status ?? (problems.length === 0 ? 200 : 422) },
  )
}
