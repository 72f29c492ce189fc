import { AppError } from '../../kernel/errors.ts'
import { parseForm, type Request, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { askHost, type Asked } from './ask-host.ts'
import { askForm } from './forms.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { readStatus } from './read-status.ts'
import { retryRenewal } from './retry-renewal.ts'
import { paperModel, statusModel, type TypedAsk } from './staff-view.ts'
import { withdrawQuestion } from './withdraw-question.ts'

const idOf = (req: Request): string => String(req.params['id'])

/** The question to a host, for the structure: ask by mail or on paper, follow, ask again, withdraw. */
export function hostQuestionRoutes(deps: HostVoiceDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/mobilities/:id/host', 'staff', (req, _res, ctx) => showStatus(deps, req, ctx))
    routes.post('/mobilities/:id/host', 'staff', async (req, _res, ctx) => {
      // access first: what was typed is nobody's business before
      await readStatus(deps, ctx.actor, idOf(req))
      const form = parseForm(askForm, req.body)
      if (!form.ok) {
        if (ctx.wantsJson) throw new AppError('invalid-input', {}, form.problems)
        await showStatus(deps, req, ctx, form)
        return
      }
      const { way, tutorEmail, ...said } = form.value
      const onPaper = way === 'paper'
      const asked = await askHost(deps, ctx.actor, {
        ...said,
        mobilityId: idOf(req),
        ...(onPaper ? {} : { tutorEmail }),
      })
      // the code is told once: this answer is the sheet, and asking for another makes a new code
      if (onPaper) printPaper(deps, ctx, asked)
      else ctx.redirect(`/mobilities/${idOf(req)}/host?asked=1`)
    })
    routes.post('/mobilities/:id/host/withdraw', 'staff', async (req, _res, ctx) => {
      await withdrawQuestion(deps, ctx.actor, idOf(req))
      ctx.redirect(`/mobilities/${idOf(req)}/host`, 'hostVoice.withdrawnFlash')
    })
    routes.post('/mobilities/:id/host/renew', 'staff', async (req, _res, ctx) => {
      const late = await retryRenewal(deps, ctx.actor, idOf(req))
      ctx.redirect(
        `/mobilities/${idOf(req)}/host`,
        late === 'waits' ? 'hostVoice.stillWaits' : 'hostVoice.renewed',
      )
    })
  }
}

async function showStatus(
  deps: HostVoiceDeps,
  req: Request,
  ctx: StaffContext,
  refused?: TypedAsk,
): Promise<void> {
  const status = await readStatus(deps, ctx.actor, idOf(req))
  const justAsked = req.query['asked'] !== undefined
  ctx.render('records/host-voice/status', statusModel(status, ctx, { refused, justAsked }), {
    status: refused === undefined ? 200 : 422,
  })
}

function printPaper({ publicUrl }: HostVoiceDeps, ctx: StaffContext, asked: Asked): void {
  const { model, speech } = paperModel(asked, publicUrl, ctx)
  ctx.render('records/host-voice/paper', model, { layout: 'abroad', speech })
}
