import {
  keepPrivate,
  readCookie,
  type Request,
  type RequestContext,
  type Response,
  type Routes,
} from '../../platform/http/index.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import { isVisit } from '../visits/index.ts'
import { isShareOf } from './find-shares.ts'
import { countView, openShare, type OpenShareDeps } from './open-share.ts'
import { closedSharePage, presentationJson, presentationPage } from './presentation-view.ts'
import type { Share } from './share.ts'

export interface PublicShareDeps extends OpenShareDeps {
  /** Whose visit a cookie is: who opens their own link is not counted. */
  readonly youthSessions: { resolve(token: string): Promise<LearnerActor | undefined> }
  readonly youthCookie: string
}

/** `/p/:code`: what somebody chose to show, verified now. Public, follows nobody, sets no cookie. */
export function publicRoutes(deps: PublicShareDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/p/:code', 'public', async (req, res, ctx) => {
      keepPrivate(res)
      res.vary('Accept')
      await present(deps, req, res, ctx)
    })
  }
}

async function present(
  deps: PublicShareDeps,
  req: Request,
  res: Response,
  ctx: RequestContext,
): Promise<void> {
  const { language } = ctx
  const words = { t: translator(language), language }
  const opened = await openShare(deps, String(req.params['code']))
  if (opened.state !== 'open') {
    const status = opened.state === 'unknown' ? 404 : 410
    if (ctx.wantsJson) res.status(status).json({ verdict: 'not-found', credentials: [] })
    else ctx.render('holder/sharing/closed', closedSharePage(opened.state, words), { status, language })
    return
  }
  if (ctx.wantsJson) {
    res.type('application/json').send(presentationJson(opened))
    return
  }
  if (isVisit(req) && !(await isHolder(deps, req, opened.share))) await countView(deps.db, opened.share)
  ctx.render('holder/sharing/presentation', presentationPage(opened, words), { language })
}

async function isHolder(deps: PublicShareDeps, req: Request, share: Share): Promise<boolean> {
  const token = readCookie(req, deps.youthCookie)
  const youth = token === undefined ? undefined : await deps.youthSessions.resolve(token)
  return youth !== undefined && isShareOf(deps.db, youth.learnerId, share)
}
