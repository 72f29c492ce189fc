import { AppError } from '../../kernel/errors.ts'
import type { Request, RequestContext, Response, Routes } from '../../platform/http/index.ts'
import { answerDocument, wantedDocument } from './answer-document.ts'
import { answerReport } from './answer-report.ts'
import { answerVerdict, keepToOneself } from './answer-verdict.ts'
import type { VerificationDeps } from './verification-deps.ts'
import { verificationReport } from './verification-report.ts'
import type { VerifiedPage } from './verified-page.ts'
import { createVerdictCache, type Answer, type VerdictCache } from './verdict-cache.ts'

/**
 * `/v/:code`: the employer's page, and the same as a sheet to print. Public, and follows nobody. A code that nobody was
 * given is said to whoever mistyped; to whoever guesses, nothing more is said.
 */
export function verificationRoutes(
  deps: VerificationDeps,
  verdicts: VerdictCache = createVerdictCache(deps),
  refusesGuesses: (req: Request) => boolean = () => false,
): (routes: Routes) => void {
  const answerTo = async (req: Request): Promise<Answer> => {
    const answer = await verdicts.answerTo(String(req.params['code']))
    if (statusOf(answer.page) === 404 && refusesGuesses(req)) throw new AppError('too-many-requests')
    return answer
  }
  const answerReportTo = async (req: Request, res: Response, ctx: RequestContext): Promise<void> => {
    const { page } = await answerTo(req)
    res.vary('Accept')
    if (ctx.wantsJson) sayAsJson(res, page)
    else answerReport(deps, res, ctx, page, statusOf(page))
  }
  return (routes) => {
    routes.get('/v', 'public', (_req, _res, ctx) => ctx.redirect('/verify'))
    routes.get('/v/:code', 'public', async (req, res, ctx) => {
      const { page, shelf } = await answerTo(req)
      const type = wantedDocument(req)
      if (type === undefined) answerVerdict(deps, res, ctx, page, { status: statusOf(page), shelf })
      else answerDocument(res, page, type)
    })
    routes.get('/v/:code/report', 'public', answerReportTo)
    routes.get('/v/:code/report.json', 'public', async (req, res) => {
      sayAsJson(res, (await answerTo(req)).page)
    })
  }
}

function sayAsJson(res: Response, page: VerifiedPage): void {
  keepToOneself(res)
  res.status(statusOf(page)).json(verificationReport(page))
}

const statusOf = ({ erasedAt, verdict }: VerifiedPage): number =>
  erasedAt !== undefined ? 410 : verdict === 'not-found' ? 404 : 200

/** The first page: two doors. */
export function homeRoutes(_deps: object): (routes: Routes) => void {
  return (routes) => {
    routes.get('/', 'public', (_req, _res, ctx) => ctx.render('home', { title: '' }))
  }
}
