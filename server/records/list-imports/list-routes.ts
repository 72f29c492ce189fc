import { requireOwnStructure } from '../../access/accounts/index.ts'
import { requireAdmin, requireRoleIn } from '../../kernel/roles.ts'
import type { Request, StaffContext } from '../../platform/http/index.ts'
import type { ListImportDeps, ListKind, ListScope } from './list-kind.ts'
import { peopleList } from './people-list.ts'
import { sessionsList } from './sessions-list.ts'
import { structuresList } from './structures-list.ts'
import type { ListPlace } from './view.ts'

/** Where a list is imported: its address, where one goes afterwards, and who may. */
export interface ListRoute {
  readonly kind: ListKind
  readonly path: string
  readonly open: (
    req: Request,
    ctx: StaffContext,
  ) => Promise<{ readonly scope: ListScope; readonly place: ListPlace }>
}

/** Every list's address. */
export function listRoutes(deps: ListImportDeps): ListRoute[] {
  const ofStructure = async (req: Request, ctx: StaffContext) => {
    const organisation = await requireOwnStructure(deps.db, ctx.actor, String(req.params['slug']))
    requireRoleIn(ctx.actor, organisation.id, 'coordinator')
    return { organisation, scope: { actor: ctx.actor, organisationId: organisation.id } }
  }
  return [
    {
      kind: peopleList,
      path: '/organisation/:slug/learners/import',
      open: async (req, ctx) => {
        const { organisation, scope } = await ofStructure(req, ctx)
        const path = `/organisation/${organisation.slug}/learners/import`
        return { scope, place: { path, done: '/learners', section: 'learners', about: organisation.name } }
      },
    },
    {
      kind: sessionsList,
      path: '/organisation/:slug/sessions/import',
      open: async (req, ctx) => {
        const { organisation, scope } = await ofStructure(req, ctx)
        const path = `/organisation/${organisation.slug}/sessions/import`
        return { scope, place: { path, done: '/sessions', section: 'sessions', about: organisation.name } }
      },
    },
    {
      kind: structuresList,
      path: '/admin/structures/import',
      open: (_req, ctx) => {
        requireAdmin(ctx.actor)
        const place = { path: '/admin/structures/import', done: '/admin', section: 'admin', about: '' }
        return Promise.resolve({ scope: { actor: ctx.actor, organisationId: null }, place })
      },
    },
  ]
}
