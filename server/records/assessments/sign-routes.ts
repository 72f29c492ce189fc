import { AppError } from '../../kernel/errors.ts'
import { mayActIn } from '../../kernel/roles.ts'
import { findOrganisation, publicNameOf } from '../../access/organisations/index.ts'
import { listCredentialsOfSession } from '../../issuer/credentials/index.ts'
import { completeIssuance, issuanceProgress, resumeIssuance } from '../../issuer/issuance/index.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import {
  actingIn,
  listEnrolments,
  requireSessionAccess,
  type TrainingSession,
} from '../training-sessions/index.ts'
import { signForm } from './forms.ts'
import { mayAttest } from './may-attest.ts'
import { runSigning } from './run-signing.ts'
import { previewSigning, requestSigning, type SignSessionDeps } from './sign-session.ts'
import { signedModel, signModel } from './sign-view.ts'

/** `/sessions/:id/sign`: before the act what will be signed, while it runs how far it is, after it what was signed. */
export function declareSigning(deps: SignSessionDeps, routes: Routes): void {
  routes.get('/sessions/:id/sign', 'staff', async (req, _res, ctx) => {
    const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
    if (session.signedAt === undefined) await showConfirmation(deps, ctx, session, undefined)
    else await showResult(deps, ctx, session)
  })
  routes.post('/sessions/:id/sign', 'staff', async (req, _res, ctx) => {
    const form = parseForm(signForm, req.body)
    const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
    const refusal = form.ok
      ? await sign(deps, ctx, session, form.value.version)
      : new AppError('invalid-input', {}, form.problems)
    if (refusal === undefined) ctx.redirect(`/sessions/${session.id}/sign`, 'sessions.signedFlash')
    // two clicks, or two trainers: the page then says who signed, and when
    else if (refusal.code === 'session-already-signed' && !ctx.wantsJson)
      ctx.redirect(`/sessions/${session.id}/sign`)
    else if (ctx.wantsJson || !SHOWN_AGAIN.has(refusal.code)) throw refusal
    else await showConfirmation(deps, ctx, session, refusal)
  })
  routes.post('/sessions/:id/resume', 'staff', async (req, _res, ctx) => {
    const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
    if (session.signedAt === undefined) throw new AppError('not-found')
    await runSigning(deps.log, resumeIssuance(deps, { sessionId: session.id }))
    ctx.redirect(`/sessions/${session.id}/sign`)
  })
  declareParts(deps, routes)
}

/** What scripts ask for: the list of what would be signed as the grid is now, and how far signing has come. */
function declareParts(deps: SignSessionDeps, routes: Routes): void {
  routes.get('/sessions/:id/signing', 'staff', async (req, _res, ctx) => {
    const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
    if (session.signedAt !== undefined) throw new AppError('session-already-signed')
    ctx.render('records/assessments/signing', await confirmationModel(deps, ctx, session), { layout: 'bare' })
  })
  routes.get('/sessions/:id/sign/progress', 'staff', async (req, res, ctx) => {
    const session = await requireSessionAccess(deps.db, ctx.actor, idOf(req))
    res.set('Cache-Control', 'no-store').json(await issuanceProgress(deps.db, { sessionId: session.id }))
  })
}

const idOf = (req: Request): string => String(req.params['id'])

const SHOWN_AGAIN: ReadonlySet<string> = new Set(['changed-meanwhile', 'nothing-to-sign'])

async function sign(
  deps: SignSessionDeps,
  ctx: StaffContext,
  session: TrainingSession,
  version: string,
): Promise<AppError | undefined> {
  try {
    const { batchId } = await requestSigning(deps, ctx.actor, { sessionId: session.id, version })
    await runSigning(deps.log, completeIssuance(deps, { batchId }))
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** Everything that would be signed, in words: for the page before the act, and for the end of the grid. */
export async function confirmationModel(deps: SignSessionDeps, ctx: StaffContext, session: TrainingSession) {
  const preview = await previewSigning(deps, ctx.actor, session.id)
  const organisation = await findOrganisation(deps.db, session.organisationId)
  return signModel(preview, ctx, {
    signer: ctx.actor.name,
    issuerName: organisation === undefined ? '' : publicNameOf(organisation),
    maySign: mayAttest(await actingIn(deps.db, ctx.actor, session), session),
  })
}

async function showConfirmation(
  deps: SignSessionDeps,
  ctx: StaffContext,
  session: TrainingSession,
  refusal: AppError | undefined,
): Promise<void> {
  const model = await confirmationModel(deps, ctx, session)
  ctx.render(
    'records/assessments/sign',
    { ...model, stale: refusal?.code === 'changed-meanwhile' },
    { status: refusal === undefined ? 200 : problemStatus(refusal.code) },
  )
}

async function showResult(deps: SignSessionDeps, ctx: StaffContext, session: TrainingSession): Promise<void> {
  const enrolments = await listEnrolments(deps.db, session.id)
  const credentials = await listCredentialsOfSession(deps.db, session.id)
  ctx.render(
    'records/assessments/signed',
    signedModel(session, enrolments, credentials, ctx, {
      publicUrl: deps.publicUrl,
      mayCorrect: mayAttest(await actingIn(deps.db, ctx.actor, session), session),
      mayManage: mayActIn(ctx.actor, session.organisationId, 'coordinator'),
    }),
  )
}
