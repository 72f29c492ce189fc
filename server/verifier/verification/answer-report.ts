import { translator } from '../../platform/i18n/index.ts'
import type { RequestContext, Response } from '../../platform/http/index.ts'
import { keepToOneself } from './answer-verdict.ts'
import { reportView } from './report-view.ts'
import type { VerificationDeps } from './verification-deps.ts'
import type { VerifiedPage } from './verified-page.ts'

/** The verdict as a sheet to print. */
export function answerReport(
  deps: Pick<VerificationDeps, 'publicUrl' | 'platformContact'>,
  res: Response,
  ctx: RequestContext,
  page: VerifiedPage,
  status: number,
): void {
  keepToOneself(res)
  const { language } = ctx
  const t = translator(language)
  ctx.render(
    'verifier/verification/report',
    {
      ...reportView(deps, page, t, language),
      title: t('verdict.reportTitle'),
      plain: true,
      unlisted: true,
      shareTitle: t('verdict.shareTitle'),
      pageClass: 'report-page',
    },
    { status, language },
  )
}
