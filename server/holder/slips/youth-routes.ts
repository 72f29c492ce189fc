import { AppError } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import {
  parseForm,
  type Request,
  type RequestContext,
  type Response,
  type Routes,
} from '../../platform/http/index.ts'
import { fileNameParameters, languageOf, renderPassport, sendPdf, type Passport } from '../passports/index.ts'
import { slipCodeForm } from './forms.ts'
import type { SlipDeps } from './issue-slip.ts'
import { openSlip, type OpenedSlip } from './open-slip.ts'
import { closedSlipPage, passportPage } from './view.ts'

/** What the paper slip opens: pages for a telephone, that work without a script. */
export function youthRoutes(deps: SlipDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/s', 'public', (req, res, ctx) => typeCode(req, res, ctx))
    routes.get('/s/:slip', 'public', (req, res, ctx) => page(deps, req, res, ctx, 'holder/slips/passport'))
    routes.get('/s/:slip/show', 'public', (req, res, ctx) => page(deps, req, res, ctx, 'holder/slips/show'))
    routes.get('/s/:slip/passport.pdf', 'public', async (req, res, ctx) => {
      const locale = languageOf(req, ctx.locale)
      const opened = await openOrExplain(deps, req, res, ctx, locale)
      if (!opened) return
      const { content } = requirePassport(opened)
      const { bytes } = await renderPassport(content, locale)
      sendPdf(res, bytes, `${ctx.t('passport.fileName')} ${content.holderName}`)
    })
    routes.get('/s/:slip/passport.json', 'public', async (req, res, ctx) => {
      const opened = await openOrExplain(deps, req, res, ctx, ctx.locale)
      if (!opened) return
      const { content } = requirePassport(opened)
      keepPrivate(res)
      res
        .set('Content-Disposition', `attachment; ${fileNameParameters(`passerelle-${content.code}.json`)}`)
        .type('application/ld+json')
        .send(Buffer.from(content.signedJson))
    })
  }
}

/** `/s?code=…`: a plain GET form, so that a wrong code can be corrected with the back button. */
function typeCode(req: Request, res: Response, ctx: RequestContext): void {
  keepPrivate(res)
  const model = { title: ctx.t('holder.typeTitle'), plain: true, unlisted: true, pageClass: 'narrow' }
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

async function page(
  deps: SlipDeps,
  req: Request,
  res: Response,
  ctx: RequestContext,
  template: string,
): Promise<void> {
  const opened = await openOrExplain(deps, req, res, ctx, ctx.locale)
  if (!opened) return
  const { passport, holder, withdrawn } = opened
  const title = ctx.t(withdrawn ? 'holder.withdrawnTitle' : 'holder.notReadyTitle')
  if (!passport)
    ctx.render('holder/slips/not-ready', {
      title,
      withdrawn,
      givenName: holder.givenName,
      plain: true,
      unlisted: true,
      pageClass: 'narrow',
    })
  else
    ctx.render(
      template,
      passportPage({ ...opened, passport }, { publicUrl: deps.publicUrl, locale: ctx.locale, t: ctx.t }),
    )
}

/** A slip that opens nothing gets a kind page (404 or 410), in JSON a problem document. */
async function openOrExplain(
  deps: SlipDeps,
  req: Request,
  res: Response,
  ctx: RequestContext,
  locale: Locale,
): Promise<OpenedSlip | undefined> {
  keepPrivate(res)
  try {
    return await openSlip(deps, String(req.params['slip']), locale)
  } catch (error) {
    if (ctx.wantsJson || !(error instanceof AppError)) throw error
    const { code } = error
    if (code !== 'link-expired' && code !== 'link-unknown') throw error
    ctx.render('holder/slips/closed', closedSlipPage(code, ctx.t), {
      status: code === 'link-expired' ? 410 : 404,
    })
    return undefined
  }
}

function requirePassport({ passport }: OpenedSlip): Passport {
  if (!passport) throw new AppError('not-yet-issued')
  return passport
}

/** A slip's address is a key: it is not cached, not indexed, and not told to the next site. */
function keepPrivate(res: Response): void {
  res
    .set('Cache-Control', 'no-store')
    .set('X-Robots-Tag', 'noindex, nofollow, noarchive')
    .set('Referrer-Policy', 'no-referrer')
}
