import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Request, Routes, StaffContext } from '../../platform/http/index.ts'
import { disableAccount, enableAccount, signOutAccount, type SignOutDeps } from './disable-account.ts'
import { listAccounts } from './list-accounts.ts'
import { accountsPage } from './view.ts'

const PATH = '/admin/accounts'
const accountOf = (req: Request): AccountId => String(req.params['accountId']) as AccountId

/** Everybody who has an account: who may sign in, and where it ends. */
export function peopleRoutes(deps: SignOutDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'admin', async (req, _res, ctx) => {
      const { q } = req.query
      await showAccounts(deps, ctx, typeof q === 'string' ? q.slice(0, 200) : '')
    })

    routes.post(`${PATH}/:accountId/disable`, 'admin', async (req, _res, ctx) => {
      await disableAccount(deps, ctx.actor, accountOf(req))
      ctx.redirect(PATH, 'signIn.accountDisabled')
    })

    routes.post(`${PATH}/:accountId/enable`, 'admin', async (req, _res, ctx) => {
      await enableAccount(deps, ctx.actor, accountOf(req))
      ctx.redirect(PATH, 'signIn.accountEnabled')
    })

    routes.post(`${PATH}/:accountId/sign-out`, 'admin', async (req, _res, ctx) => {
      await signOutAccount(deps, ctx.actor, { accountId: accountOf(req), organisationId: null })
      // one's own browser was among them
      if (accountOf(req) === ctx.actor.accountId) throw new AppError('not-signed-in')
      ctx.redirect(PATH, 'signIn.accountSignedOut')
    })
  }
}

async function showAccounts(deps: SignOutDeps, ctx: StaffContext, words: string): Promise<void> {
  const found = await listAccounts(deps.db, words)
  ctx.render('access/accounts/accounts', accountsPage({ ...found, words, actor: ctx.actor }, ctx.t))
}
