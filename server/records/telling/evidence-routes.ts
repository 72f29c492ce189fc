import { AppError } from '../../kernel/errors.ts'
import {
  failureSentence,
  problemStatus,
  parseForm,
  type Request,
  type Routes,
  type UploadedFile,
  type YouthContext,
} from '../../platform/http/index.ts'
import {
  addOwnEvidence,
  FILE_FAILURES,
  MAX_UPLOAD_BYTES,
  removeOwnEvidence,
  requireOwnEvidence,
  sendFile,
  type EvidenceDeps,
} from '../evidence/index.ts'
import { findCompetence } from '../../issuer/achievements/index.ts'
import { requirePlace } from './find-places.ts'
import { ownEvidenceForm } from './forms.ts'
import { competencePath, placePath } from './place-view.ts'
import type { TellingDeps } from './save-telling.ts'
import { showTold } from './tell-routes.ts'
import { WHOLE_STAY } from './telling.ts'

export type OwnEvidenceDeps = TellingDeps & EvidenceDeps

const param = (req: Request, name: string): string => String(req.params[name])

/** A young person's own photos and documents: add, open, remove. */
export function declareOwnEvidence(deps: OwnEvidenceDeps, routes: Routes): void {
  routes.upload(
    '/me/tell/:place/evidence',
    'youth',
    { field: 'file', maxBytes: MAX_UPLOAD_BYTES },
    (req, _res, ctx, file) => add(deps, req, ctx, file),
  )
  routes.get('/me/evidence/:id', 'youth', async (req, res, ctx) => {
    const { file } = await requireOwnEvidence(deps.db, ctx.youth.learnerId, param(req, 'id'))
    if (file === undefined) throw new AppError('not-found')
    sendFile(res, file, await deps.files.read(file.key))
  })
  routes.post('/me/evidence/:id/remove', 'youth', async (req, _res, ctx) => {
    const { place, competence } = await removeOwnEvidence(deps, ctx.youth, param(req, 'id'))
    ctx.redirect(pathOf(place, competence), 'telling.evidenceRemoved')
  })
}

const pathOf = (key: string, competence: string | undefined): string =>
  competence === undefined ? placePath({ key }) : competencePath({ key }, competence)

async function add(
  deps: OwnEvidenceDeps,
  req: Request,
  ctx: YouthContext,
  file: UploadedFile | undefined,
): Promise<void> {
  const body = req.body as Readonly<Record<string, unknown>>
  const code = typeof body['competence'] === 'string' ? body['competence'] : WHOLE_STAY
  // before anything is said about the file: what is not theirs does not exist
  const { key } = await requirePlace(deps.db, ctx.youth.learnerId, param(req, 'place'))
  const competence = code === WHOLE_STAY ? undefined : code
  const known = competence === undefined ? undefined : findCompetence(competence)
  if (competence !== undefined && known === undefined) throw new AppError('not-found')
  const form = parseForm(ownEvidenceForm, req.body)
  if (!form.ok) {
    await showTold(deps, ctx, key, code, { status: 422, problems: form.problems, values: form.typed })
    return
  }
  const { title } = form.value
  try {
    const named = title === '' ? (known?.short[ctx.locale] ?? ctx.t('telling.wholeStay')) : title
    await addOwnEvidence(deps, ctx.youth, { place: key, competence, title: named, file })
  } catch (error) {
    if (ctx.wantsJson || !(error instanceof AppError) || !FILE_FAILURES.includes(error.code)) throw error
    const problems =
      error.problems.length > 0
        ? error.problems
        : [{ field: 'file', message: failureSentence(error.code, ctx), params: error.params }]
    await showTold(deps, ctx, key, code, { status: problemStatus(error.code), problems, values: { title } })
    return
  }
  ctx.redirect(pathOf(key, competence), 'telling.evidenceAdded')
}
