import { translator } from '../../platform/i18n/index.ts'
import type { PageShelf, RequestContext, Response } from '../../platform/http/index.ts'
import type { VerificationDeps } from './verification-deps.ts'
import { verificationReport } from './verification-report.ts'
import type { VerifiedPage } from './verified-page.ts'
import { verdictView } from './view.ts'

export interface VerdictAnswer {
  readonly status?: number
  /** Where the page may be kept ready; absent, it is for this visitor alone. */
  readonly shelf?: PageShelf
  /** Of a document that somebody brought: what it is, and what the verdict leaves unsaid. */
  readonly brought?: { readonly what: string; readonly notes: readonly string[] }
  /** The same for a machine, added to its report. */
  readonly report?: object
}

/** Says a verdict to whoever asked: as a page in their language, or to a machine as JSON. */
export function answerVerdict(
  deps: Pick<VerificationDeps, 'platformContact'>,
  res: Response,
  ctx: RequestContext,
  page: VerifiedPage,
  { status = 200, shelf, brought, report }: VerdictAnswer = {},
): void {
  keepToOneself(res)
  res.vary('Accept')
  if (ctx.wantsJson) {
    res.status(status).json({ ...verificationReport(page), ...report })
    return
  }
  const { language } = ctx
  const t = translator(language)
  const model = () => ({
    ...verdictView(page, t, language, deps.platformContact),
    ...PUBLIC_PAGE,
    ...(brought === undefined ? {} : { brought }),
    shareTitle: t('verdict.shareTitle'),
  })
  if (shelf === undefined) ctx.render(VERDICT, model(), { status, language })
  else ctx.renderShared(VERDICT, model, shelf, { status, language })
}

const VERDICT = 'verifier/verification/verdict'

/** No staff menu, so no cookie; no index. */
const PUBLIC_PAGE = { plain: true, unlisted: true } as const

/** A verdict is true now and here: kept by nobody, found by no search engine. */
export function keepToOneself(res: Response): void {
  res.set('Cache-Control', 'no-store')
  res.set('X-Robots-Tag', 'noindex, nofollow, noarchive')
}
