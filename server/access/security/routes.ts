import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import { problemStatus, type Request, type Routes, type StaffContext } from '../../platform/http/index.ts'
import {
  endOtherSessions,
  endOwnSession,
  hasPassword,
  listSessions,
  localPath,
  type LoginSessionId,
} from '../login/index.ts'
import { listPasskeys, relyingPartyOf } from '../passkeys/index.ts'
import { findSecondFactors } from '../second-factor/index.ts'
import { appRoutes } from './app-routes.ts'
import { ownPasskeyRoutes } from './passkey-routes.ts'
import { ownPasswordRoutes } from './password-routes.ts'
import { resetForSomebody } from './reset-for-somebody.ts'
import { SECURITY, sessionOf, type SecurityDeps, type ShowAgain } from './security-deps.ts'
import { tellOwner } from './tell-owner.ts'
import { securityPage } from './view.ts'

/** `/account/security`: everything that opens one's own account, also for somebody who owes a second factor. */
export function securityRoutes(deps: SecurityDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(SECURITY, 'account', (req, _res, ctx) => showSecurity(deps, req, ctx))

    routes.post(`${SECURITY}/sessions/:id/end`, 'account', async (req, _res, ctx) => {
      await endOwnSession(deps, ctx.actor, String(req.params['id']) as LoginSessionId)
      ctx.redirect(SECURITY, 'signIn.sessionEnded')
    })

    routes.post(`${SECURITY}/sessions/end-others`, 'account', async (req, _res, ctx) => {
      const session = await sessionOf(deps, req)
      if (session === undefined) throw new AppError('not-signed-in')
      await endOtherSessions(deps, ctx.actor, session.id)
      ctx.redirect(SECURITY, 'signIn.othersEnded')
    })

    const showAgain: ShowAgain = (req, ctx, problems) => showSecurity(deps, req, ctx, problems)
    routes.post('/admin/accounts/:accountId/second-factor/reset', 'admin', async (req, _res, ctx) => {
      const accountId = String(req.params['accountId']) as AccountId
      await resetForSomebody(deps, ctx.actor, accountId)
      void tellOwner(deps, accountId, 'factors-reset')
      ctx.redirect('/admin/accounts', 'signIn.factorsReset')
    })

    appRoutes(deps, showAgain)(routes)
    ownPasskeyRoutes(deps, showAgain)(routes)
    ownPasswordRoutes(deps)(routes)
  }
}

async function showSecurity(
  deps: SecurityDeps,
  req: Request,
  ctx: StaffContext,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const { actor } = ctx
  const { accountId } = actor
  const page = securityPage(
    {
      actor,
      policy: deps.secondFactorPolicy,
      factors: await findSecondFactors(deps.db, accountId),
      passkeys: await listPasskeys(deps.db, { kind: 'account', id: accountId }),
      passkeysOffered: relyingPartyOf(deps.publicUrl) !== undefined,
      hasPassword: await hasPassword(deps, actor),
      sessions: await listSessions(deps, accountId),
      current: await sessionOf(deps, req),
      next: localPath(req.query['next']),
    },
    ctx.t,
  )
  const status = problems.length === 0 ? 200 : problemStatus('invalid-input')
  ctx.render('access/security/security', { ...page, problems }, { status })
}
