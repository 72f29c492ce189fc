import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { supportForm } from './forms.ts'
import { readSupport, recordSupport, type SupportDeps } from './record-support-needs.ts'
import { supportModel } from './view.ts'

const PATH = '/learners/:id/support'

/** Reinforced support, and why: asked by the coordinators of the person's structure, and shown to nobody. */
export function supportRoutes(deps: SupportDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'staff', (req, _res, ctx) => show(deps, req, ctx))
    routes.post(PATH, 'staff', async (req, _res, ctx) => {
      const learnerId = String(req.params['id'])
      // access first: what was ticked is nobody's business before
      const { learner } = await readSupport(deps, ctx.actor, learnerId)
      const form = parseForm(supportForm, req.body)
      if (!form.ok) {
        if (ctx.wantsJson) throw new AppError('invalid-input', {}, form.problems)
        await show(deps, req, ctx, form.problems)
        return
      }
      const { reinforced, answer, needs } = form.value
      await recordSupport(deps, ctx.actor, {
        learnerId: learner.id,
        reinforced: reinforced === 'yes',
        answer: answerOf(answer, needs),
      })
      ctx.redirect(`/learners/${learner.id}`, 'support.saved')
    })
  }
}

function answerOf(
  answer: 'leave' | 'declined' | 'given' | 'remove',
  needs: ReturnType<typeof supportForm.parse>['needs'],
) {
  if (answer === 'leave') return undefined
  if (answer === 'remove') return null
  return answer === 'declined' ? { declined: true as const } : { declined: false as const, needs }
}

async function show(
  deps: SupportDeps,
  req: Request,
  ctx: StaffContext,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const state = await readSupport(deps, ctx.actor, String(req.params['id']))
  const typed = problems.length === 0 ? undefined : (req.body as Record<string, unknown>)
  const model = supportModel(state, { problems, ...(typed === undefined ? {} : { typed }) }, ctx.t)
  ctx.render('records/support-needs/support', model, {
    status: problems.length === 0 ? 200 : problemStatus('invalid-input'),
  })
}
