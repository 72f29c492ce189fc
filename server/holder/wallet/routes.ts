import { comesOfAge } from '../../access/guardianship/index.ts'
import { forgetVisitor, type Routes } from '../../platform/http/index.ts'
import {
  fileNameParameters,
  printOptionsOf,
  sendPassport,
  type SendPassportDeps,
} from '../passports/index.ts'
import { leave, type LeaveDeps } from './leave.ts'
import { openWallet, requireOwnPassport, type WalletDeps } from './open-wallet.ts'
import { filesPage, homePage, leftPage, showPage } from './view.ts'

export interface WalletRoutesDeps extends WalletDeps, LeaveDeps, SendPassportDeps {
  readonly publicUrl: string
}

/** « Mon passeport »: a young person's own space, made for a telephone, whole without a script. */
export function walletRoutes(deps: WalletRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/me', 'youth', async (_req, _res, ctx) => {
      if (await comesOfAge(deps, ctx.youth)) {
        ctx.redirect('/me/eighteen')
        return
      }
      const wallet = await openWallet(deps, ctx.youth.learnerId, ctx.locale)
      const options = { givenName: ctx.youth.name, publicUrl: deps.publicUrl }
      ctx.render('holder/wallet/home', homePage(wallet, options, ctx))
    })
    routes.get('/me/show', 'youth', async (_req, _res, ctx) => {
      const { passport } = await openWallet(deps, ctx.youth.learnerId, ctx.locale)
      if (passport === undefined) ctx.redirect('/me')
      else ctx.render('holder/wallet/show', showPage(passport, deps.publicUrl, ctx))
    })
    for (const what of ['print', 'download'] as const)
      routes.get(`/me/${what}`, 'youth', async (_req, _res, ctx) => {
        const { passport } = await openWallet(deps, ctx.youth.learnerId, ctx.locale)
        ctx.render(`holder/wallet/${what}`, filesPage(what, passport, ctx))
      })
    fileRoutes(deps)(routes)
    leaveRoutes(deps)(routes)
  }
}

function fileRoutes(deps: WalletRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/me/passport.pdf', 'youth', async (req, res, ctx) => {
      const options = printOptionsOf(req, ctx.locale)
      const passport = await requireOwnPassport(deps, ctx.youth.learnerId, options.locale)
      await sendPassport(deps, res, ctx, passport, options)
    })
    routes.get('/me/passport.json', 'youth', async (_req, res, ctx) => {
      const { content } = await requireOwnPassport(deps, ctx.youth.learnerId, ctx.locale)
      res
        .set('Content-Disposition', `attachment; ${fileNameParameters(`passerelle-${content.code}.json`)}`)
        .type('application/ld+json')
        .send(Buffer.from(content.signedJson))
    })
  }
}

function leaveRoutes(deps: WalletRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.post('/me/leave', 'youth', async (req, res, ctx) => {
      await leave(deps, req, res)
      ctx.redirect('/me/left')
    })
    routes.get('/me/left', 'public', (req, res, ctx) => {
      forgetVisitor(req, res, deps)
      ctx.render('holder/wallet/left', leftPage(ctx.t))
    })
  }
}
