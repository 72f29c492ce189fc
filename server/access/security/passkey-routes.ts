import { AppError } from '../../kernel/errors.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import { browserTie, parseForm, type Routes } from '../../platform/http/index.ts'
import { isFresh, localPath, strengthenSession } from '../login/index.ts'
import {
  beginRegistration,
  finishRegistration,
  type PasskeyId,
  type PasskeyOwner,
} from '../passkeys/index.ts'
import { recoveryCodesFor, removeOwnPasskey } from '../second-factor/index.ts'
import { newPasskeyForm } from './forms.ts'
import {
  freshSession,
  isRefusal,
  SECURITY,
  sessionOf,
  type SecurityDeps,
  type ShowAgain,
} from './security-deps.ts'
import { showCodes } from './show-codes.ts'
import { tellOwner } from './tell-owner.ts'

const PASSKEYS = `${SECURITY}/passkeys`
const ownerOf = (actor: StaffActor): PasskeyOwner => ({ kind: 'account', id: actor.accountId })

/** One's own passkeys: several, each with a name, taken away one by one. */
export function ownPasskeyRoutes(deps: SecurityDeps, showAgain: ShowAgain): (routes: Routes) => void {
  return (routes) => {
    routes.post(`${PASSKEYS}/begin`, 'account', async (req, res, ctx) => {
      const session = await sessionOf(deps, req)
      // the page's script reads the code and leads to the page that asks again
      if (session === undefined || !isFresh(session, deps.clock.now())) throw new AppError('not-signed-in')
      const browser = browserTie(req, res, deps)
      const { email } = ctx.actor
      res.json(await beginRegistration(deps, { owner: ownerOf(ctx.actor), browser, userName: email }))
    })

    routes.post(PASSKEYS, 'account', async (req, res, ctx) => {
      const session = await freshSession(deps, req, ctx)
      if (session === undefined) return
      const form = parseForm(newPasskeyForm, req.body)
      if (!form.ok) {
        await showAgain(req, ctx, form.problems)
        return
      }
      const { name, answer } = form.value
      const next = localPath(form.value.next)
      let codes: readonly string[] = []
      try {
        await finishRegistration(deps, ctx.actor, {
          owner: ownerOf(ctx.actor),
          browser: browserTie(req, res, deps),
          name,
          answer,
          alongside: async (trx) => {
            await strengthenSession(deps, trx, ctx.actor, session)
            codes = await recoveryCodesFor(deps, trx, ctx.actor)
          },
        })
        void tellOwner(deps, ctx.actor.accountId, 'passkey-added')
        if (codes.length > 0) showCodes(deps, ctx, codes, next)
        else ctx.redirect(next ?? SECURITY, 'signIn.passkeyAdded')
      } catch (error) {
        if (!(error instanceof AppError) || !isRefusal(error)) throw error
        await showAgain(req, ctx, [{ field: 'passkey', message: 'fields.passkeyRefused' }])
      }
    })

    routes.post(`${PASSKEYS}/:id/remove`, 'account', async (req, _res, ctx) => {
      if ((await freshSession(deps, req, ctx)) === undefined) return
      try {
        await removeOwnPasskey(deps, ctx.actor, String(req.params['id']) as PasskeyId)
        void tellOwner(deps, ctx.actor.accountId, 'passkey-removed')
        ctx.redirect(SECURITY, 'signIn.passkeyRemoved')
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
        await showAgain(req, ctx, error.problems)
      }
    })
  }
}
