import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type ParsedForm,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { findOrganisation } from '../organisations/index.ts'
import { findWard } from './find-ward.ts'
import { mailLinkForm, paperForm } from './forms.ts'
import { mailLink, type MailLinkDeps } from './mail-link.ts'
import { currentOrNewLink } from './make-link.ts'
import { recordPaperAgreement } from './record-agreement.ts'
import { letterPage, structureOf, wardPage, wardPath } from './view.ts'
import { withdrawAgreement } from './withdraw-agreement.ts'

const PATH = '/learners/:id/guardian'

/** The trainers' side of a minor's agreement: write down the paper, send the link, take it back. */
export function wardRoutes(deps: MailLinkDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'staff', (req, _res, ctx) => showWard(deps, ctx, String(req.params['id'])))

    routes.post(PATH, 'staff', async (req, _res, ctx) => {
      const learnerId = String(req.params['id'])
      const form = parseForm(paperForm, req.body)
      await change(deps, ctx, learnerId, form, async (paper) => {
        await recordPaperAgreement(deps, ctx.actor, { learnerId, ...paper })
        ctx.redirect(wardPath(learnerId), 'guardianship.recordedFlash')
      })
    })

    routes.post(`${PATH}/mail`, 'staff', async (req, _res, ctx) => {
      const learnerId = String(req.params['id'])
      const form = parseForm(mailLinkForm, req.body)
      await change(deps, ctx, learnerId, form, async (to) => {
        const sent = await mailLink(deps, ctx.actor, { learnerId, ...to })
        ctx.redirect(wardPath(learnerId), sent ? 'guardianship.mailedFlash' : 'guardianship.notMailedFlash')
      })
    })

    routes.post(`${PATH}/link`, 'staff', async (req, _res, ctx) => {
      const learnerId = String(req.params['id'])
      await currentOrNewLink(deps, ctx.actor, learnerId)
      ctx.redirect(`${wardPath(learnerId)}/letter`)
    })

    routes.get(`${PATH}/letter`, 'staff', async (req, res, ctx) => {
      const { link, person } = await findWard(deps, ctx.actor, String(req.params['id']))
      if (link === undefined) {
        // not made yet, or agreed with since: the page before says which
        await showWard(deps, ctx, person.learnerId)
        return
      }
      const organisation = await findOrganisation(deps.db, person.organisationId)
      res.set('Referrer-Policy', 'no-referrer')
      ctx.render(
        'access/guardianship/letter',
        letterPage(link, structureOf(organisation, deps.platformName), ctx),
      )
    })

    routes.post(`${PATH}/withdraw`, 'staff', async (req, _res, ctx) => {
      const learnerId = String(req.params['id'])
      await withdrawAgreement(deps, ctx.actor, learnerId)
      ctx.redirect(wardPath(learnerId), 'guardianship.withdrawnFlash')
    })
  }
}

/** Does what a form asks; a form that is not right is shown again as it was typed. */
async function change<Value extends object>(
  deps: MailLinkDeps,
  ctx: StaffContext,
  learnerId: string,
  form: ParsedForm<Value>,
  act: (value: Value) => Promise<void>,
): Promise<void> {
  if (!form.ok) {
    await showWard(deps, ctx, learnerId, { values: form.typed, problems: form.problems })
    return
  }
  try {
    await act(form.value)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
    await showWard(deps, ctx, learnerId, { values: form.value, problems: error.problems })
  }
}

async function showWard(
  deps: MailLinkDeps,
  ctx: StaffContext,
  learnerId: string,
  refused?: { readonly values: object; readonly problems: readonly FieldProblem[] },
): Promise<void> {
  const ward = await findWard(deps, ctx.actor, learnerId)
  ctx.render(
    'access/guardianship/ward',
    {
      ...wardPage(ward, deps.clock.now(), ctx),
      values: refused?.values ?? {},
      problems: refused?.problems ?? [],
    },
    { status: refused === undefined ? 200 : problemStatus('invalid-input') },
  )
}
