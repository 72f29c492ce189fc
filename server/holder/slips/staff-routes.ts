import { parseForm, type Routes } from '../../platform/http/index.ts'
import { languageOf, sendPdf } from '../passports/index.ts'
import { findHoldersByName } from './find-holder-by-name.ts'
import { lostSlipForm, newSlipForm } from './forms.ts'
import { issueSlip, requireNetworkStaff, type StaffSlipDeps } from './issue-slip.ts'
import { prepareSessionSlips, printSessionSlips, renderSlips } from './print-slips.ts'
import { requireIssuedSlip } from './require-issued-slip.ts'
import { foundHolders, reissuedPage } from './view.ts'

/** Slips on the trainers' side: print those of a session, replace a lost one. */
export function staffRoutes(deps: StaffSlipDeps): (routes: Routes) => void {
  return (routes) => {
    routes.post('/sessions/:id/slips', 'staff', async (req, _res, ctx) => {
      const sessionId = String(req.params['id'])
      await prepareSessionSlips(deps, ctx.actor, sessionId)
      ctx.redirect(`/sessions/${encodeURIComponent(sessionId)}/slips.pdf`)
    })
    routes.get('/sessions/:id/slips.pdf', 'staff', async (req, res, ctx) => {
      const locale = languageOf(req, ctx.locale)
      const bytes = await printSessionSlips(deps, ctx.actor, { sessionId: String(req.params['id']), locale })
      sendPdf(res, bytes, ctx.t('holder.slipsTitle'))
    })
    routes.get('/slips', 'staff', (_req, _res, ctx) => {
      requireNetworkStaff(ctx.actor)
      ctx.render('holder/slips/lost', {
        title: ctx.t('holder.lostTitle'),
        section: 'slips',
        pageClass: 'narrow',
      })
    })
    routes.post('/slips', 'staff', async (req, _res, ctx) => {
      const page = { title: ctx.t('holder.lostTitle'), section: 'slips', pageClass: 'narrow' }
      const form = parseForm(lostSlipForm, req.body)
      if (!form.ok) {
        ctx.render(
          'holder/slips/lost',
          { ...page, problems: form.problems, values: form.typed },
          { status: 422 },
        )
        return
      }
      const found = await findHoldersByName(deps, ctx.actor, form.value)
      ctx.render('holder/slips/lost', {
        ...page,
        values: form.value,
        searched: true,
        count: found.length,
        found: foundHolders(found),
      })
    })
    routes.post('/learners/:id/slip', 'staff', async (req, _res, ctx) => {
      const learnerId = String(req.params['id'])
      const form = parseForm(newSlipForm, req.body)
      await issueSlip(deps, ctx.actor, learnerId, form.ok ? form.value : {})
      ctx.redirect(`/learners/${encodeURIComponent(learnerId)}/slip`, 'holder.reissuedFlash')
    })
    routes.get('/learners/:id/slip', 'staff', async (req, _res, ctx) => {
      const slip = await requireIssuedSlip(deps, ctx.actor, String(req.params['id']))
      ctx.render('holder/slips/reissued', reissuedPage(slip, deps.publicUrl, ctx.t))
    })
    routes.get('/learners/:id/slip.pdf', 'staff', async (req, res, ctx) => {
      const { slip, holder } = await requireIssuedSlip(deps, ctx.actor, String(req.params['id']))
      const locale = languageOf(req, ctx.locale)
      const bytes = await renderSlips(deps, [{ code: slip, givenName: holder.givenName }], locale)
      sendPdf(res, bytes, ctx.t('holder.slipsTitle'))
    })
  }
}
