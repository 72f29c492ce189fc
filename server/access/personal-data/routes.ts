import {
  forgetVisitor,
  parseForm,
  type Request,
  type Response,
  type Routes,
  type StaffContext,
  type YouthContext,
} from '../../platform/http/index.ts'
import { erasePerson, requireConcerned, type ErasureDeps } from './erase-person.ts'
import { exportPerson, type ExportDeps } from './export-person.ts'
import { erasePersonForm, eraseMyselfForm } from './forms.ts'
import { erasedPage, eraseMyselfPage, erasePersonPage } from './view.ts'

export interface PersonalDataRoutesDeps extends ErasureDeps, ExportDeps {
  readonly secure: boolean
  readonly youthCookie: string
  readonly sessionCookie: string
}

/** « Tout ce qui me concerne », to take along and to erase. */
export function personalDataRoutes(deps: PersonalDataRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/me/everything.zip', 'youth', async (_req, res, ctx) => {
      const bytes = await exportPerson(deps, ctx.youth, ctx.locale)
      res
        .set('Content-Disposition', `attachment; filename="${ctx.t('personalData.exportFileName')}"`)
        .type('application/zip')
        .send(bytes)
    })
    routes.get('/me/erase', 'youth', (_req, _res, ctx) => {
      ctx.render('access/personal-data/erase', eraseMyselfPage({}, ctx.t))
    })
    routes.post('/me/erase', 'youth', (req, res, ctx) => eraseMyself(deps, req, res, ctx))
    // whose page this was is known to nobody any more
    routes.get('/me/erased', 'public', (req, res, ctx) => {
      forgetVisitor(req, res, deps)
      ctx.render('access/personal-data/erased', erasedPage(ctx.t))
    })
    routes.get('/learners/:id/erase', 'staff', async (req, _res, ctx) => {
      const person = await requireConcerned(deps.db, ctx.actor, String(req.params['id']))
      ctx.render('access/personal-data/erase-person', erasePersonPage(person, {}, ctx.t))
    })
    routes.post('/learners/:id/erase', 'staff', (req, _res, ctx) => eraseSomebody(deps, req, ctx))
  }
}

async function eraseMyself(
  deps: PersonalDataRoutesDeps,
  req: Request,
  res: Response,
  ctx: YouthContext,
): Promise<void> {
  const form = parseForm(eraseMyselfForm, req.body)
  if (!form.ok) {
    const page = eraseMyselfPage({ values: form.typed, problems: form.problems }, ctx.t)
    ctx.render('access/personal-data/erase', page, { status: 422 })
    return
  }
  const { learnerId } = ctx.youth
  await erasePerson(deps, ctx.youth, { learnerId, invalidateCopies: form.value.copies === 'invalidate' })
  forgetVisitor(req, res, deps)
  ctx.redirect('/me/erased')
}

async function eraseSomebody(deps: PersonalDataRoutesDeps, req: Request, ctx: StaffContext): Promise<void> {
  const person = await requireConcerned(deps.db, ctx.actor, String(req.params['id']))
  const form = parseForm(erasePersonForm, req.body)
  if (!form.ok) {
    const page = erasePersonPage(person, { values: form.typed, problems: form.problems }, ctx.t)
    ctx.render('access/personal-data/erase-person', page, { status: 422 })
    return
  }
  const { copies, reason } = form.value
  await erasePerson(deps, ctx.actor, {
    learnerId: person.id,
    invalidateCopies: copies === 'invalidate',
    reason,
  })
  ctx.redirect('/learners', 'personalData.staffErased')
}
