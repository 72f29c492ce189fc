import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { parseForm, type Request, type Routes, type YouthContext } from '../../platform/http/index.ts'
import { countryName } from '../../platform/i18n/index.ts'
import { declareOwnEvidence, type OwnEvidenceDeps } from './evidence-routes.ts'
import { listPlaces, requirePlace } from './find-places.ts'
import { listTellings } from './find-tellings.ts'
import { ownStayForm } from './forms.ts'
import { growthModel } from './growth-view.ts'
import { listModel } from './list-view.ts'
import type { OwnStay } from './own-stay.ts'
import { placePath } from './place-view.ts'
import { readGrowth } from './read-growth.ts'
import { saveOwnStay } from './save-own-stay.ts'
import { declareShowing } from './show-routes.ts'
import { declareTelling } from './tell-routes.ts'

export type TellingRoutesDeps = OwnEvidenceDeps

/** « Raconter » and « Mes progrès »: a young person's own pages, with their own rows and nobody else's. */
export function tellingRoutes(deps: TellingRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/me/tell', 'youth', async (_req, _res, ctx) => {
      const { learnerId } = ctx.youth
      const places = await listPlaces(deps.db, learnerId)
      ctx.render('records/telling/list', listModel(places, await listTellings(deps.db, learnerId), ctx))
    })
    routes.get('/me/growth', 'youth', async (_req, _res, ctx) => {
      const { growths, places } = await readGrowth(deps.db, ctx.youth.learnerId)
      ctx.render('records/telling/growth', growthModel(growths, places, ctx))
    })
    declareOwnStay(deps, routes)
    declareShowing(deps, routes)
    declareOwnEvidence(deps, routes)
    declareTelling(deps, routes)
  }
}

/** The form for a stay that nobody else knows of. */
function declareOwnStay(deps: TellingRoutesDeps, routes: Routes): void {
  routes.get('/me/tell/new', 'youth', (_req, _res, ctx) => renderStay(ctx, {}))
  routes.post('/me/tell/new', 'youth', (req, _res, ctx) => saveStay(deps, req, ctx, undefined))
  routes.get('/me/tell/:place/stay', 'youth', async (req, _res, ctx) => {
    renderStay(ctx, { values: typedOf(await requireOwn(deps, req, ctx), ctx) })
  })
  routes.post('/me/tell/:place/stay', 'youth', async (req, _res, ctx) => {
    await saveStay(deps, req, ctx, await requireOwn(deps, req, ctx))
  })
}

/** @throws AppError `not-found` for a stay that a structure recorded: it is not changed here */
async function requireOwn(deps: TellingRoutesDeps, req: Request, ctx: YouthContext): Promise<OwnStay> {
  const { own } = await requirePlace(deps.db, ctx.youth.learnerId, String(req.params['place']))
  if (own === undefined) throw new AppError('not-found')
  return own
}

async function saveStay(
  deps: TellingRoutesDeps,
  req: Request,
  ctx: YouthContext,
  known: OwnStay | undefined,
): Promise<void> {
  const form = parseForm(ownStayForm, req.body)
  const again = (problems: readonly FieldProblem[]): void =>
    renderStay(ctx, { status: 422, problems, values: stringsOf(req.body) })
  if (!form.ok) {
    again(form.problems)
    return
  }
  try {
    const stay = await saveOwnStay(deps, ctx.youth, { ...form.value, id: known?.id })
    ctx.redirect(placePath({ key: `own-${stay.id}` }), 'telling.staySaved')
  } catch (error) {
    if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
    again(error.problems)
  }
}

const stringsOf = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )

const typedOf = (stay: OwnStay, { locale }: YouthContext): Record<string, string> => ({
  what: stay.what,
  country: countryName(locale, stay.country),
  town: stay.town ?? '',
  startsOn: stay.startsOn,
  endsOn: stay.endsOn,
})

function renderStay(
  ctx: YouthContext,
  page: {
    readonly status?: number
    readonly problems?: readonly FieldProblem[]
    readonly values?: Readonly<Record<string, string>>
  },
): void {
  const { status = 200, problems = [], values = {} } = page
  const model = { title: ctx.t('telling.stayTitle'), pageClass: 'narrow', problems: [...problems], values }
  ctx.render('records/telling/own-stay', model, { status })
}
