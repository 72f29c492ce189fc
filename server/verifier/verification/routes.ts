import { isoInstant } from '../../kernel/clock.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import type { Request, RequestContext, Response, Routes, UploadedFile } from '../../platform/http/index.ts'
import { parseForm } from '../../platform/http/index.ts'
import { codeQuery, verifyForm } from './forms.ts'
import { groundsOfAuthority } from './grounds-of-authority.ts'
import { parseDocument } from './parse-document.ts'
import { structuresToday } from './structures-today.ts'
import type { VerificationDeps } from './verification-deps.ts'
import { verificationReport } from './verification-report.ts'
import { createVerdictCache, type VerdictCache } from './verdict-cache.ts'
import type { VerifiedPage } from './verified-page.ts'
import { verdictView } from './view.ts'
import { PUBLIC_CODE_LENGTH, withdrawalOf } from './verify-by-code.ts'
import { verifyDocument } from './verify-document.ts'
import { withSuccessor } from './with-successor.ts'

/** Received in memory at most; what is accepted is smaller, so that the refusal is a sentence beside the field. */
const MAX_UPLOAD_BYTES = 5_000_000

/** `/v/:code` (the employer's page) and `/verify` (anybody's document). Both are public and follow nobody. */
export function verificationRoutes(
  deps: VerificationDeps,
  verdicts: VerdictCache = createVerdictCache(deps),
): (routes: Routes) => void {
  return (routes) => {
    routes.get('/v', 'public', (_req, _res, ctx) => ctx.redirect('/verify'))
    routes.get('/v/:code', 'public', async (req, res, ctx) => {
      const { page, shelf } = await verdicts.answerTo(String(req.params['code']))
      keepToOneself(res)
      res.vary('Accept')
      const status = page.erasedAt !== undefined ? 410 : page.verdict === 'not-found' ? 404 : 200
      if (ctx.wantsJson) res.status(status).json(verificationReport(page))
      else ctx.renderShared(VERDICT, () => verdictModel(deps, ctx, page), shelf, { status })
    })
    routes.get('/verify', 'public', (req, _res, ctx) => {
      const asked = codeQuery.safeParse(req.query)
      const typed = asked.success ? asked.data.code : undefined
      const code = typed === undefined ? undefined : parseCrockfordCode(typed, PUBLIC_CODE_LENGTH)
      if (code !== undefined) ctx.redirect(`/v/${code}`)
      else if (typed === undefined) renderForm(ctx, {})
      else renderForm(ctx, { code: typed }, [{ field: 'code', message: 'fields.verifyCode' }])
    })
    routes.upload(
      '/verify',
      'public',
      { field: 'file', maxBytes: MAX_UPLOAD_BYTES },
      async (req, res, ctx, file) => {
        await answerDocument(deps, req, res, ctx, file)
      },
    )
  }
}

async function answerDocument(
  deps: VerificationDeps,
  req: Request,
  res: Response,
  ctx: RequestContext,
  file: UploadedFile | undefined,
): Promise<void> {
  const form = parseForm(verifyForm, req.body)
  if (!form.ok) {
    renderForm(ctx, form.typed, form.problems)
    return
  }
  const uploaded = file !== undefined && file.bytes.length > 0
  const parsed = parseDocument(uploaded ? Buffer.from(file.bytes).toString('utf8') : form.value.document)
  if (!parsed.ok) {
    renderForm(ctx, form.value, [{ field: uploaded ? 'file' : 'document', message: parsed.message }])
    return
  }
  const result = await verifyDocument(deps, parsed.document)
  const verified: VerifiedPage = {
    ...result,
    document: parsed.document,
    today: await structuresToday(deps.db, parsed.document, result),
    grounds: await groundsOfAuthority(deps, parsed.document, result),
    checkedAt: isoInstant(deps.clock.now()),
    ...withdrawalOf(result.record),
  }
  const page = await withSuccessor(deps, verified, result.record)
  keepToOneself(res)
  ctx.render(VERDICT, verdictModel(deps, ctx, page))
}

const VERDICT = 'verifier/verification/verdict'

function verdictModel(
  deps: Pick<VerificationDeps, 'platformContact'>,
  ctx: RequestContext,
  page: VerifiedPage,
) {
  return {
    ...verdictView(page, ctx.t, ctx.locale, deps.platformContact),
    ...PUBLIC_PAGE,
    shareTitle: ctx.t('verdict.shareTitle'),
  }
}

function renderForm(
  ctx: RequestContext,
  typed: { readonly code?: string; readonly document?: string },
  problems: readonly FieldProblem[] = [],
): void {
  ctx.render(
    'verifier/verification/verify',
    { title: ctx.t('verdict.verifyTitle'), values: typed, problems, pageClass: 'narrow' },
    { status: problems.length === 0 ? 200 : 422 },
  )
}

/** No staff menu, so no cookie; no index. */
const PUBLIC_PAGE = { plain: true, unlisted: true } as const

/** A verdict is true now and here: kept by nobody, found by no search engine. */
function keepToOneself(res: Response): void {
  res.set('Cache-Control', 'no-store')
  res.set('X-Robots-Tag', 'noindex, nofollow, noarchive')
}

/** The first page: two doors. */
export function homeRoutes(_deps: object): (routes: Routes) => void {
  return (routes) => {
    routes.get('/', 'public', (_req, _res, ctx) => ctx.render('home', { title: '' }))
  }
}
