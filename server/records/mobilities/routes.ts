import { AppError } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { requireEditableLearner } from '../learners/index.ts'
import { createMobility, editMobility, type EditMobilityDeps } from './edit-mobility.ts'
import { stayForm, versionForm } from './forms.ts'
import { readStay } from './read-stay.ts'
import { keepSigned, stayModel, type TypedStay } from './view.ts'

const TEMPLATE = 'records/mobilities/stay'

/** The pages of a stay: a new one, and one with both halves. */
export function mobilityRoutes(deps: EditMobilityDeps): (routes: Routes) => void {
  return (routes) => {
    declareNew(deps, routes)
    declareEdit(deps, routes)
  }
}

const idOf = (req: Request): string => String(req.params['id'])

function declareNew(deps: EditMobilityDeps, routes: Routes): void {
  const show = async (req: Request, ctx: StaffContext, refused?: TypedStay): Promise<void> => {
    const file = await requireEditableLearner(deps.db, ctx.actor, idOf(req))
    const page = { file, ...(refused === undefined ? {} : { refused }) }
    ctx.render(TEMPLATE, stayModel(page, ctx), { status: refused ? problemStatus('invalid-input') : 200 })
  }
  routes.get('/learners/:id/mobilities/new', 'staff', (req, _res, ctx) => show(req, ctx))
  routes.post('/learners/:id/mobilities/new', 'staff', async (req, _res, ctx) => {
    // access first: what was typed is nobody's business before
    const { learner } = await requireEditableLearner(deps.db, ctx.actor, idOf(req))
    const form = parseForm(stayForm, req.body)
    await unlessRefused(req, ctx, show, async () => {
      if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
      const mobility = await createMobility(deps, ctx.actor, { learnerId: learner.id, stay: form.value })
      ctx.redirect(`/mobilities/${mobility.id}`, 'stays.saved')
    })
  })
}

function declareEdit(deps: EditMobilityDeps, routes: Routes): void {
  const show = async (req: Request, ctx: StaffContext, refused?: TypedStay): Promise<void> => {
    const page = await readStay(deps.db, ctx.actor, idOf(req))
    ctx.render(TEMPLATE, stayModel({ ...page, ...(refused === undefined ? {} : { refused }) }, ctx), {
      status: refused ? problemStatus('invalid-input') : 200,
    })
  }
  routes.get('/mobilities/:id', 'staff', (req, _res, ctx) => show(req, ctx))
  routes.post('/mobilities/:id', 'staff', async (req, _res, ctx) => {
    const page = await readStay(deps.db, ctx.actor, idOf(req))
    const form = parseForm(stayForm, keepSigned(page, req.body))
    await unlessRefused(req, ctx, show, async () => {
      if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
      const { version } = versionForm.parse(req.body ?? {})
      await editMobility(deps, ctx.actor, { mobilityId: idOf(req), stay: form.value, version })
      ctx.redirect(`/mobilities/${idOf(req)}`, 'stays.saved')
    })
  })
}

/** Does what was asked; what cannot be accepted comes back as it was typed. */
async function unlessRefused(
  req: Request,
  ctx: StaffContext,
  show: (req: Request, ctx: StaffContext, refused: TypedStay) => Promise<void>,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
    await show(req, ctx, typedStay(req, error))
  }
}

function typedStay(req: Request, refusal: AppError): TypedStay {
  const body = (req.body ?? {}) as Record<string, unknown>
  const texts = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const signatories = body['departureSignatories']
  return {
    typed: Object.fromEntries(texts.filter(([field]) => field !== '_csrf')),
    signatories: [signatories].flat().filter((role): role is string => typeof role === 'string'),
    problems: refusal.problems,
  }
}
