import { AppError } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type YouthContext,
} from '../../platform/http/index.ts'
import { readPlace } from './find-tellings.ts'
import { showForm } from './forms.ts'
import { placePath } from './place-view.ts'
import type { TellingDeps } from './save-telling.ts'
import { showTelling } from './show-telling.ts'
import { everyItem, showModel, type ShowStep } from './show-view.ts'

const PATH = '/me/tell/:place/show'

/** « Montrer à mon formateur »: choose, look, show; and take back. */
export function declareShowing(deps: TellingDeps, routes: Routes): void {
  routes.get(PATH, 'youth', (req, _res, ctx) => render(deps, req, ctx))
  routes.post(PATH, 'youth', async (req, _res, ctx) => {
    const form = parseForm(showForm, req.body)
    if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
    const { action, show } = form.value
    if (action === 'choose') await render(deps, req, ctx, { step: { chosen: show } })
    else if (action === 'preview') await render(deps, req, ctx, { step: { chosen: show, preview: true } })
    else if (action === 'all') {
      const told = await readPlace(deps.db, ctx.youth.learnerId, String(req.params['place']))
      await render(deps, req, ctx, { step: { chosen: everyItem(told), preview: true } })
    } else await showNow(deps, req, ctx, show)
  })
}

async function showNow(
  deps: TellingDeps,
  req: Request,
  ctx: YouthContext,
  items: readonly string[],
): Promise<void> {
  const place = String(req.params['place'])
  try {
    const { shown, takenBack } = await showTelling(deps, ctx.youth, { place, items })
    const said = shown > 0 ? 'telling.shown' : takenBack > 0 ? 'telling.takenBack' : 'telling.nothingChanged'
    ctx.redirect(`${placePath({ key: place })}/show`, said)
  } catch (error) {
    if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
    await render(deps, req, ctx, {
      status: problemStatus(error.code),
      step: { chosen: items, problems: error.problems },
    })
  }
}

async function render(
  deps: TellingDeps,
  req: Request,
  ctx: YouthContext,
  { status = 200, step = {} }: { readonly status?: number; readonly step?: ShowStep } = {},
): Promise<void> {
  const told = await readPlace(deps.db, ctx.youth.learnerId, String(req.params['place']))
  ctx.render('records/telling/show', showModel(told, ctx, step), { status })
}
