import { findCompetence } from '../../issuer/achievements/index.ts'
import { AppError } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type YouthContext,
} from '../../platform/http/index.ts'
import { sentencesFor } from './example-sentences.ts'
import { draftForm, readTellingForm } from './forms.ts'
import { inOrder, readPlace } from './find-tellings.ts'
import { competencePath, placePath } from './place-view.ts'
import { saveTelling, type TellingDeps } from './save-telling.ts'
import { competenceModel, stayModel, type Again } from './tell-view.ts'
import { WHOLE_STAY } from './telling.ts'
import { fieldsOf, sentenceField } from './told-fields.ts'

const param = (req: Request, name: string): string => String(req.params[name])

/** Shows the page of a competence, or of the whole stay, again or for the first time. */
export async function showTold(
  deps: TellingDeps,
  ctx: YouthContext,
  place: string,
  competence: string,
  again: Again & { readonly status?: number } = {},
): Promise<void> {
  const told = await readPlace(deps.db, ctx.youth.learnerId, place)
  const options = { status: again.status ?? 200 }
  if (competence === WHOLE_STAY)
    ctx.render('records/telling/stay', stayModel(told, ctx.youth, ctx, again), options)
  else
    ctx.render(
      'records/telling/competence',
      competenceModel(told, competence, ctx.youth, ctx, again),
      options,
    )
}

/** A place and its competences, each saved as a form, or field by field by the page's script. */
export function declareTelling(deps: TellingDeps, routes: Routes): void {
  const path = '/me/tell/:place'
  routes.get(path, 'youth', (req, _res, ctx) => showTold(deps, ctx, param(req, 'place'), WHOLE_STAY))
  routes.post(path, 'youth', (req, _res, ctx) => saveForm(deps, req, ctx, WHOLE_STAY))
  routes.get(`${path}/c/:code`, 'youth', (req, _res, ctx) =>
    showTold(deps, ctx, param(req, 'place'), param(req, 'code')),
  )
  routes.post(`${path}/c/:code`, 'youth', (req, _res, ctx) => saveForm(deps, req, ctx, param(req, 'code')))
  routes.get(`${path}/language`, 'youth', async (req, _res, ctx) => {
    const { place } = await readPlace(deps.db, ctx.youth.learnerId, param(req, 'place'))
    const competence = typeof req.query['code'] === 'string' ? findCompetence(req.query['code']) : undefined
    ctx.redirect(competence === undefined ? placePath(place) : competencePath(place, competence.code))
  })
  routes.api('post', `${path}/draft`, 'youth', async (req, res, ctx) => {
    const form = parseForm(draftForm, req.body)
    if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
    const { competence, fields: typed, was } = form.value
    const { telling, conflicts } = await saveTelling(deps, ctx.youth, {
      place: param(req, 'place'),
      competence,
      typed,
      was,
    })
    const kept = fieldsOf(telling)
    res.json({
      fields: Object.fromEntries(Object.keys(typed).map((field) => [field, kept[field] ?? ''])),
      conflicts: conflicts.map(({ field, current }) => ({ field, current })),
    })
  })
}

async function saveForm(
  deps: TellingDeps,
  req: Request,
  ctx: YouthContext,
  competence: string,
): Promise<void> {
  const place = param(req, 'place')
  const { typed, was, action } = readTellingForm(req.body, fieldNames(competence))
  try {
    const { conflicts } = await saveTelling(deps, ctx.youth, { place, competence, typed, was })
    if (conflicts.length > 0) {
      const problems = conflicts.map(({ field }) => ({ field, message: 'telling.conflictTitle' }))
      if (ctx.wantsJson) throw new AppError('changed-meanwhile', {}, problems)
      await showTold(deps, ctx, place, competence, { status: 409, typed, conflicts })
      return
    }
  } catch (error) {
    if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
    await showTold(deps, ctx, place, competence, {
      status: problemStatus(error.code),
      typed,
      problems: error.problems,
    })
    return
  }
  const here =
    competence === WHOLE_STAY ? placePath({ key: place }) : competencePath({ key: place }, competence)
  ctx.redirect(action === 'next' ? await nextPath(deps, ctx, place, competence) : here, 'telling.savedFlash')
}

function fieldNames(code: string): string[] {
  const competence = findCompetence(code)
  if (competence === undefined) return ['words']
  return ['words', 'level', ...sentencesFor(competence).map(({ id }) => sentenceField(id))]
}

async function nextPath(deps: TellingDeps, ctx: YouthContext, key: string, code: string): Promise<string> {
  const { place, groups } = await readPlace(deps.db, ctx.youth.learnerId, key)
  const all = inOrder(groups)
  const after = all[all.findIndex((one) => one.code === code) + 1]
  return after === undefined || code === WHOLE_STAY ? placePath(place) : competencePath(place, after.code)
}
