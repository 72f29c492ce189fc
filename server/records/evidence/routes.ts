import { AppError, type AppErrorCode, type FieldProblem } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
  type UploadedFile,
} from '../../platform/http/index.ts'
import { requireEnrolment, requireSessionAccess } from '../training-sessions/index.ts'
import { addEvidence, type EvidenceDeps } from './add-evidence.ts'
import { listEvidence, requireEvidence } from './find-evidence.ts'
import { evidenceForm } from './forms.ts'
import { removeEvidence } from './remove-evidence.ts'
import { sendFile } from './send-file.ts'
import { evidencePage } from './view.ts'

/**
 * Bytes taken at the door, above the limit of a piece: the form can then come back with what was typed and one
 * sentence. Beyond this nothing is read.
 */
export const MAX_UPLOAD_BYTES = 25_000_000

/** What may be wrong with a file: said beside it, and the form comes back with what was typed. */
export const FILE_FAILURES: readonly AppErrorCode[] = [
  'file-too-large',
  'file-not-an-image',
  'file-type-refused',
  'invalid-input',
]

/** Evidence of one young person in one session: see, add, open, take back. */
export function evidenceRoutes(deps: EvidenceDeps): (routes: Routes) => void {
  return (routes) => {
    const path = '/sessions/:id/learners/:enrolmentId/evidence'
    routes.get(path, 'staff', (req, _res, ctx) => showPage(deps, req, ctx))
    routes.upload(path, 'staff', { field: 'file', maxBytes: MAX_UPLOAD_BYTES }, (req, _res, ctx, file) =>
      add(deps, req, ctx, file),
    )
    routes.get('/evidence/:id', 'staff', async (req, res, ctx) => {
      const { evidence } = await requireEvidence(deps.db, ctx.actor, param(req, 'id'))
      if (evidence.file === undefined) throw new AppError('not-found')
      sendFile(res, evidence.file, await deps.files.read(evidence.file.key))
    })
    routes.post('/evidence/:id/remove', 'staff', async (req, _res, ctx) => {
      const { sessionId, enrolmentId } = await removeEvidence(deps, ctx.actor, param(req, 'id'))
      ctx.redirect(`/sessions/${sessionId}/learners/${enrolmentId}/evidence`, 'learners.evidenceRemoved')
    })
  }
}

const param = (req: Request, name: string): string => String(req.params[name])

async function showPage(
  deps: EvidenceDeps,
  req: Request,
  ctx: StaffContext,
  again: {
    status?: number
    problems?: readonly FieldProblem[]
    typed?: Readonly<Record<string, string>>
  } = {},
): Promise<void> {
  const session = await requireSessionAccess(deps.db, ctx.actor, param(req, 'id'))
  const enrolment = await requireEnrolment(deps.db, session.id, param(req, 'enrolmentId'))
  const evidence = await listEvidence(deps.db, [enrolment.id])
  const { status = 200, problems = [], typed = {} } = again
  ctx.render('records/evidence/list', evidencePage(ctx, { session, enrolment, evidence, problems, typed }), {
    status,
  })
}

async function add(
  deps: EvidenceDeps,
  req: Request,
  ctx: StaffContext,
  file: UploadedFile | undefined,
): Promise<void> {
  const sessionId = param(req, 'id')
  const enrolmentId = param(req, 'enrolmentId')
  // before anything is said about the form: to a stranger the page does not exist
  const session = await requireSessionAccess(deps.db, ctx.actor, sessionId)
  await requireEnrolment(deps.db, session.id, enrolmentId)
  const form = parseForm(evidenceForm, req.body)
  if (!form.ok) {
    await showPage(deps, req, ctx, { status: 422, ...form })
    return
  }
  try {
    await addEvidence(deps, ctx.actor, { sessionId, enrolmentId, ...form.value, file })
  } catch (error) {
    if (!(error instanceof AppError) || !FILE_FAILURES.includes(error.code) || ctx.wantsJson) throw error
    const problems =
      error.problems.length > 0
        ? error.problems
        : [{ field: 'file', message: `errors.${error.code}`, params: error.params }]
    const { title, narrative = '', competence = '' } = form.value
    await showPage(deps, req, ctx, {
      status: problemStatus(error.code),
      problems,
      typed: { title, narrative, competence },
    })
    return
  }
  ctx.redirect(`/sessions/${sessionId}/learners/${enrolmentId}/evidence`, 'learners.evidenceAdded')
}
