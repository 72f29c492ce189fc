import { AppError } from '../../kernel/errors.ts'
import { type Routes, type StaffContext } from '../../platform/http/index.ts'
import { todayOf } from '../organisations/index.ts'
import { closeStructure } from './close-structure.ts'
import { mergerRoutes } from './merger-routes.ts'
import { previewStructure, requireStructure } from './preview.ts'
import { reopenStructure } from './reopen-structure.ts'
import type { StructureLifeDeps } from './structure-life-deps.ts'
import { closingPage, structureLifePage } from './view.ts'

const PLACE = '/admin/organisations/:slug'

/** What an admin may do with a structure: see how it stands, close it, open it again, let another take it over. */
export function structureLifeRoutes(deps: StructureLifeDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PLACE, 'admin', async (req, _res, ctx) => showStructure(deps, ctx, String(req.params['slug'])))

    routes.get(`${PLACE}/close`, 'admin', async (req, _res, ctx) => {
      const organisation = await requireStructure(deps.db, ctx.actor, String(req.params['slug']))
      if (organisation.closedAt !== null) {
        ctx.redirect(pathOf(organisation))
        return
      }
      const page = closingPage(await previewStructure(deps, organisation), ctx.t)
      ctx.render('access/structure-life/close', page)
    })

    routes.post(`${PLACE}/close`, 'admin', async (req, _res, ctx) => {
      const { id, slug } = await requireStructure(deps.db, ctx.actor, String(req.params['slug']))
      await closeStructure(deps, ctx.actor, id)
      ctx.redirect(pathOf({ slug }), 'structures.closed')
    })

    routes.post(`${PLACE}/reopen`, 'admin', async (req, _res, ctx) => {
      const { id, slug } = await requireStructure(deps.db, ctx.actor, String(req.params['slug']))
      try {
        await reopenStructure(deps, ctx.actor, id)
      } catch (error) {
        if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'already-exists') throw error
        await showStructure(deps, ctx, slug, error)
        return
      }
      ctx.redirect(pathOf({ slug }), 'structures.reopened')
    })

    mergerRoutes(deps)(routes)
  }
}

const pathOf = ({ slug }: { readonly slug: string }): string => `/admin/organisations/${slug}`

async function showStructure(
  deps: StructureLifeDeps,
  ctx: StaffContext,
  slug: string,
  refusal?: AppError,
): Promise<void> {
  const organisation = await requireStructure(deps.db, ctx.actor, slug)
  const today = await todayOf(deps.db, organisation.id)
  const page = structureLifePage(await previewStructure(deps, organisation), today?.organisation, ctx)
  ctx.render(
    'access/structure-life/structure',
    { ...page, nameTaken: refusal !== undefined },
    { status: refusal === undefined ? 200 : 409 },
  )
}
