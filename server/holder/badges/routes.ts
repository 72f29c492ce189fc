import type { LearnerId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Request, Response, Routes, YouthContext } from '../../platform/http/index.ts'
import { translator } from '../../platform/i18n/index.ts'
import { fileNameParameters, languageOf } from '../passports/index.ts'
import { COSTS, createPictureBudget, picturePng } from '../pictures/index.ts'
import { findVisits } from '../visits/index.ts'
import { bakePng } from './bake-png.ts'
import { bakeSvg } from './bake-svg.ts'
import { BADGE_SIDE, drawBadge } from './draw-badge.ts'
import { listBadges, requireBadge, type Badge, type BadgeDeps } from './find-badges.ts'
import { badgesPage, PREVIEW_SIDE } from './view.ts'

/** « Tes badges »: each competence as a picture that proves itself, for its holder alone to give. */
export function badgeRoutes(deps: BadgeDeps): (routes: Routes) => void {
  const spend = createPictureBudget(deps)
  const drawn = async (req: Request, ctx: YouthContext, cost: number): Promise<DrawnBadge> => {
    spend(ctx.youth.learnerId, cost)
    return drawnBadge(deps, req, ctx)
  }
  return (routes) => {
    routes.get('/me/badges', 'youth', async (_req, _res, ctx) => {
      const { learnerId } = ctx.youth
      const { badges, isPublic } = await listBadges(deps, learnerId, ctx.locale)
      const visits = await findVisits(deps, learnerId)
      ctx.render('holder/badges/list', badgesPage(badges, { isPublic, visits }, ctx))
    })
    routes.get('/me/badges/:code/preview.png', 'youth', async (req, res, ctx) => {
      const { svg } = await drawn(req, ctx, COSTS.preview)
      sendPicture(res, await picturePng(svg, PREVIEW_SIDE, 16), 'image/png')
    })
    routes.get('/me/badges/:code.png', 'youth', async (req, res, ctx) => {
      const { badge, svg, locale } = await drawn(req, ctx, COSTS.badge)
      const png = bakePng(await picturePng(svg, BADGE_SIDE), badge.signed)
      sendPicture(res, png, 'image/png', `${fileNameOf(badge, locale)}.png`)
    })
    routes.get('/me/badges/:code.svg', 'youth', async (req, res, ctx) => {
      const { badge, svg, locale } = await drawn(req, ctx, COSTS.badge)
      const baked = Buffer.from(bakeSvg(svg, badge.signed), 'utf8')
      sendPicture(res, baked, 'image/svg+xml', `${fileNameOf(badge, locale)}.svg`)
    })
  }
}

interface DrawnBadge {
  readonly badge: Badge
  readonly svg: string
  readonly locale: Locale
}

async function drawnBadge(deps: BadgeDeps, req: Request, ctx: YouthContext): Promise<DrawnBadge> {
  const locale = languageOf(req, ctx.locale)
  const learnerId: LearnerId = ctx.youth.learnerId
  const badge = await requireBadge(deps, learnerId, String(req.params['code']), locale)
  return { badge, svg: drawBadge(badge, locale, translator(locale)), locale }
}

const fileNameOf = ({ content, competence }: Badge, locale: Locale): string =>
  translator(locale)('badges.fileName', { label: competence.label, name: content.holderName })

/** A private picture: shown in the page, or kept under a name that says what it is; never opened as a page of ours. */
function sendPicture(res: Response, bytes: Buffer, type: string, name?: string): void {
  res.set('Cache-Control', 'no-store').set('X-Robots-Tag', 'noindex, nofollow, noarchive')
  if (name !== undefined) res.set('Content-Disposition', `attachment; ${fileNameParameters(name)}`)
  res.type(type).send(bytes)
}
