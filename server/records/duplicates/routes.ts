import type { IssuanceDeps } from '../../issuer/issuance/index.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { findLearners } from '../learners/index.ts'
import { compareRecords } from './compare-records.ts'
import { findSuspects } from './find-suspects.ts'
import { confirmForm, mergeForm } from './forms.ts'
import { mergeRecords } from './merge-records.ts'
import { tellApart } from './tell-apart.ts'
import { compareModel, confirmModel, SHOWN, suspectsModel } from './view.ts'

const PAIR = '/learners/duplicates/:one/:other'

/** Records that may be one person: suggested, compared, made one or told apart. */
export function duplicateRoutes(deps: IssuanceDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/learners/duplicates', 'staff', async (_req, _res, ctx) => {
      const suspects = await findSuspects(deps.db, ctx.actor)
      const ids = suspects.slice(0, SHOWN).flatMap(({ one, other }) => [one, other])
      const people = new Map(
        (await findLearners(deps.db, ids)).map((learner) => [learner.id as string, learner]),
      )
      ctx.render('records/duplicates/list', suspectsModel(suspects, people, ctx))
    })
    routes.get(PAIR, 'staff', (req, _res, ctx) => compare(deps, req, ctx))
    routes.get(`${PAIR}/confirm`, 'staff', async (req, _res, ctx) => {
      const twins = await compareRecords(deps.db, ctx.actor, pairOf(req))
      const form = parseForm(mergeForm, req.query)
      const asked = twins.shared.length === 0 || (form.ok && form.value.place !== undefined)
      if (!form.ok || !asked) {
        const place: FieldProblem = { field: 'place', message: 'fields.differentPeople' }
        await compare(deps, req, ctx, form.ok ? [place] : form.problems)
        return
      }
      ctx.render('records/duplicates/confirm', confirmModel(twins, form.value, ctx))
    })
    declareDecisions(deps, routes)
  }
}

function declareDecisions(deps: IssuanceDeps, routes: Routes): void {
  routes.post(`${PAIR}/merge`, 'staff', async (req, _res, ctx) => {
    // access first: what was chosen is nobody's business before
    await compareRecords(deps.db, ctx.actor, pairOf(req))
    const form = parseForm(confirmForm, req.body)
    try {
      if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
      const { version, ...choices } = form.value
      const learnerId = await mergeRecords(deps, ctx.actor, { ...pairOf(req), choices, version })
      ctx.redirect(`/learners/${learnerId}`, 'roster.merged')
    } catch (error) {
      if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
      await compare(deps, req, ctx, error.problems)
    }
  })
  routes.post(`${PAIR}/distinct`, 'staff', async (req, _res, ctx) => {
    await tellApart(deps, ctx.actor, pairOf(req))
    ctx.redirect('/learners/duplicates', 'roster.toldApart')
  })
}

const pairOf = (req: Request) => ({ one: String(req.params['one']), other: String(req.params['other']) })

async function compare(
  deps: IssuanceDeps,
  req: Request,
  ctx: StaffContext,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const twins = await compareRecords(deps.db, ctx.actor, pairOf(req))
  ctx.render('records/duplicates/compare', compareModel(twins, problems, ctx), {
    status: problems.length === 0 ? 200 : problemStatus('invalid-input'),
  })
}
