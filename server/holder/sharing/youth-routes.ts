import { mayShowPublicly } from '../../access/guardianship/index.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import { parseForm, type Request, type Routes, type YouthContext } from '../../platform/http/index.ts'
import { findVisits, visitsSentence } from '../visits/index.ts'
import { createShare, type ShareDeps } from './create-share.ts'
import { listShares, requireShare } from './find-shares.ts'
import { shareForm } from './forms.ts'
import { listShareable } from './list-shareable.ts'
import { newSharePage, sharePage, sharesPage } from './view.ts'
import { withdrawShare } from './withdraw-share.ts'

export interface YouthShareDeps extends ShareDeps {
  readonly publicUrl: string
}

/** « Partager », in a young person's own space. */
export function youthRoutes(deps: YouthShareDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/me/shares', 'youth', async (_req, _res, ctx) => {
      const { learnerId } = ctx.youth
      const now = deps.clock.now()
      const options = {
        now,
        maySee: await mayShowPublicly(deps.db, learnerId, now),
        hasPassport: (await listShareable(deps.db, learnerId, ctx.locale)).length > 0,
        passportVisits: visitsSentence((await findVisits(deps, learnerId)).passport, ctx.t),
      }
      ctx.render('holder/sharing/list', sharesPage(await listShares(deps.db, learnerId), options, ctx))
    })
    routes.get('/me/shares/new', 'youth', async (_req, _res, ctx) => {
      const held = await listShareable(deps.db, ctx.youth.learnerId, ctx.locale)
      const maySee = await mayShowPublicly(deps.db, ctx.youth.learnerId, deps.clock.now())
      if (held.length === 0 || !maySee) ctx.redirect('/me/shares')
      else ctx.render('holder/sharing/new', newSharePage(held, {}, ctx))
    })
    routes.post('/me/shares', 'youth', (req, _res, ctx) => makeShare(deps, req, ctx))
    routes.get('/me/shares/:id', 'youth', async (req, _res, ctx) => {
      const { share, contents } = await requireShare(
        deps.db,
        ctx.youth.learnerId,
        String(req.params['id']),
        ctx.locale,
      )
      const options = { publicUrl: deps.publicUrl, now: deps.clock.now() }
      ctx.render('holder/sharing/share', sharePage(share, contents, options, ctx))
    })
    routes.post('/me/shares/:id/withdraw', 'youth', async (req, _res, ctx) => {
      const id = String(req.params['id'])
      await withdrawShare(deps, ctx.youth, id)
      ctx.redirect(`/me/shares/${encodeURIComponent(id)}`, 'sharing.withdrawnFlash')
    })
  }
}

async function makeShare(deps: YouthShareDeps, req: Request, ctx: YouthContext): Promise<void> {
  const form = parseForm(shareForm(deps.clock.now()), req.body)
  if (form.ok) {
    const share = await createShare(deps, ctx.youth, form.value)
    ctx.redirect(`/me/shares/${share.id}`)
    return
  }
  const held = await listShareable(deps.db, ctx.youth.learnerId, ctx.locale)
  const typed = { values: form.typed, chosen: chosenIn(req.body), problems: form.problems.map(atItsField) }
  ctx.render('holder/sharing/new', newSharePage(held, typed, ctx), { status: 422 })
}

/** What was ticked: nothing, one or several. */
function chosenIn(body: unknown): string[] {
  const ticked: unknown =
    typeof body === 'object' && body !== null && 'credential' in body ? body.credential : []
  return (Array.isArray(ticked) ? (ticked as unknown[]) : [ticked]).map(String)
}

/** One of several ticked boxes is wrong: the question they answer is shown. */
const atItsField = (problem: FieldProblem): FieldProblem => ({
  ...problem,
  field: problem.field.split('.')[0] ?? problem.field,
})
