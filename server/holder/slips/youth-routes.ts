import { relyingPartyOf } from '../../access/passkeys/index.ts'
import { checkPin, findPinPause, findSlipLock, type SlipLock } from '../../access/youth-keys/index.ts'
import type { YouthSessions } from '../../access/youth-sessions/index.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import {
  answerOrExplain,
  keepPrivate,
  parseForm,
  setCookie,
  type Request,
  type RequestContext,
  type Response,
  type Routes,
} from '../../platform/http/index.ts'
import { pinForm, slipCodeForm } from './forms.ts'
import type { SlipDeps } from './issue-slip.ts'
import { holdSlip, openSlip, type OpenedSlip } from './open-slip.ts'
import { closedSlipPage, lockedPage } from './view.ts'

/** What opening a slip needs: where the visit begins, and the cookie that remembers it. */
export interface YouthSlipDeps extends SlipDeps {
  readonly youthSessions: Pick<YouthSessions, 'start' | 'endAllOf'>
  readonly youthCookie: string
  readonly secure: boolean
}

/** What the paper slip opens: the young person is recognised, and goes on to their own space. */
export function youthRoutes(deps: YouthSlipDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/s', 'public', (req, res, ctx) => typeCode(deps, req, res, ctx))

    routes.get('/s/:slip', 'public', (req, res, ctx) =>
      orExplain(res, ctx, async () => {
        const opened = await openSlip(deps, String(req.params['slip']))
        const lock = await findSlipLock(deps.db, opened.holder.id)
        if (lock === undefined) await enter(deps, res, ctx, opened)
        else await showLock(deps, ctx, { opened, lock })
      }),
    )

    routes.post('/s/:slip/pin', 'public', (req, res, ctx) =>
      orExplain(res, ctx, async () => {
        const opened = await openSlip(deps, String(req.params['slip']))
        const lock = await findSlipLock(deps.db, opened.holder.id)
        if (lock?.pin === true) await tryPin(deps, { req, res, ctx }, opened, lock)
        else ctx.redirect(`/s/${opened.code}`)
      }),
    )
  }
}

/** `/s?code=…`: a plain GET form, so that a wrong code can be corrected with the back button. */
function typeCode(deps: YouthSlipDeps, req: Request, res: Response, ctx: RequestContext): void {
  keepPrivate(res)
  const model = {
    title: ctx.t('holder.typeTitle'),
    plain: true,
    unlisted: true,
    pageClass: 'narrow',
    passkeys: relyingPartyOf(deps.publicUrl) !== undefined,
  }
  if (req.query['code'] === undefined) {
    ctx.render('holder/slips/type-code', model)
    return
  }
  const form = parseForm(slipCodeForm, req.query)
  if (form.ok) ctx.redirect(`/s/${encodeURIComponent(form.value.code.replace(/[\s-]/g, ''))}`)
  else
    ctx.render(
      'holder/slips/type-code',
      { ...model, problems: form.problems, values: form.typed },
      { status: 422 },
    )
}

/** The visit begins, and the slip's code leaves the address bar. The cookie goes with the browser. */
async function enter(
  deps: YouthSlipDeps,
  res: Response,
  ctx: RequestContext,
  { code, holder }: OpenedSlip,
): Promise<void> {
  const token = await deps.youthSessions.start(holder.id, (trx) => holdSlip(trx, code))
  setCookie(res, deps.youthCookie, token, { secure: deps.secure })
  ctx.redirect('/me')
}

async function tryPin(
  deps: YouthSlipDeps,
  { req, res, ctx }: { readonly req: Request; readonly res: Response; readonly ctx: RequestContext },
  opened: OpenedSlip,
  lock: SlipLock,
): Promise<void> {
  const form = parseForm(pinForm, req.body)
  if (!form.ok) {
    await showLock(deps, ctx, { opened, lock, problems: form.problems })
    return
  }
  const answer = await checkPin(deps, opened.holder.id, form.value.pin)
  if (answer.outcome === 'opens') await enter(deps, res, ctx, opened)
  else if (answer.outcome === 'paused') await showLock(deps, ctx, { opened, lock, status: 429 })
  else {
    const wrong = { field: 'pin', message: 'fields.pinWrong', params: { count: answer.left } }
    await showLock(deps, ctx, { opened, lock, problems: [wrong] })
  }
}

async function showLock(
  deps: YouthSlipDeps,
  ctx: RequestContext,
  locked: {
    readonly opened: OpenedSlip
    readonly lock: SlipLock
    readonly problems?: readonly FieldProblem[]
    readonly status?: number
  },
): Promise<void> {
  const { opened, lock, problems = [] } = locked
  const paused = await findPinPause(deps.db, opened.holder.id, deps.clock.now())
  const passkey = lock.passkey && relyingPartyOf(deps.publicUrl) !== undefined
  ctx.render(
    'holder/slips/locked',
    { ...lockedPage(opened.code, { ...lock, passkey, paused }, ctx), problems },
    { status: locked.status ?? (problems.length === 0 ? 200 : 422) },
  )
}

/** A slip that opens nothing gets a kind page (404 or 410), in JSON a problem document. */
const orExplain = (res: Response, ctx: RequestContext, answer: () => Promise<void>): Promise<void> =>
  answerOrExplain(res, ctx, answer, {
    reasons: ['link-expired', 'link-unknown'],
    show: (reason, status) => {
      ctx.render('holder/slips/closed', closedSlipPage(reason, ctx.t), { status })
    },
  })
