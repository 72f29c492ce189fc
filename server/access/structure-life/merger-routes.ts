import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { findOrganisationBySlug, listOrganisations, type Organisation } from '../organisations/index.ts'
import { mergerForm, mergerQuery, tickedPeople } from './forms.ts'
import { mergeStructures } from './merge-structures.ts'
import { previewMerger, requireStructure } from './preview.ts'
import type { StructureLifeDeps } from './structure-life-deps.ts'
import { mergerChoicePage, mergerPage } from './view.ts'

const PATH = '/admin/organisations/:slug/merge'

/** Taking a structure over: first by which, then what it means, then the name typed. */
export function mergerRoutes(deps: StructureLifeDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'admin', async (req, _res, ctx) => {
      const from = await requireStructure(deps.db, ctx.actor, String(req.params['slug']))
      const asked = mergerQuery.safeParse(req.query)
      const into = asked.success ? await otherOpen(deps, from, asked.data.into) : undefined
      if (from.closedAt !== null) ctx.redirect(`/admin/organisations/${from.slug}`)
      else if (into === undefined) await showChoice(deps, ctx, from)
      else await showPreview(deps, ctx, from, into)
    })

    routes.post(PATH, 'admin', async (req, _res, ctx) => {
      const from = await requireStructure(deps.db, ctx.actor, String(req.params['slug']))
      const form = parseForm(mergerForm, req.body)
      const slug = form.ok ? form.value.into : (form.typed['into'] ?? '')
      const into = await otherOpen(deps, from, slug)
      if (into === undefined || from.closedAt !== null) {
        if (ctx.wantsJson) throw new AppError('invalid-input')
        await showChoice(deps, ctx, from)
        return
      }
      try {
        if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
        const { typedName, onePerson } = form.value
        await mergeStructures(deps, ctx.actor, { from: from.id, into: into.id, typedName, onePerson })
      } catch (error) {
        if (ctx.wantsJson || !(error instanceof AppError) || !MENDABLE.has(error.code)) throw error
        const ticked = tickedPeople.safeParse(req.body)
        const typedName = form.ok ? form.value.typedName : (form.typed['typedName'] ?? '')
        await showPreview(deps, ctx, from, into, {
          error,
          typedName,
          ticked: ticked.success ? ticked.data.onePerson : [],
        })
        return
      }
      ctx.redirect(`/admin/organisations/${into.slug}`, 'structures.merged')
    })
  }
}

const MENDABLE: ReadonlySet<string> = new Set(['invalid-input', 'merge-undecided', 'changed-meanwhile'])

async function otherOpen(
  deps: StructureLifeDeps,
  from: Organisation,
  slug: string,
): Promise<Organisation | undefined> {
  const found = await findOrganisationBySlug(deps.db, slug)
  return found?.closedAt === null && found.id !== from.id ? found : undefined
}

async function showChoice(deps: StructureLifeDeps, ctx: StaffContext, from: Organisation): Promise<void> {
  const others = (await listOrganisations(deps.db)).filter(({ id }) => id !== from.id)
  ctx.render('access/structure-life/choose-successor', mergerChoicePage(from, others, ctx.t))
}

interface Refused {
  readonly error: AppError
  readonly typedName: string
  readonly ticked: readonly string[]
}

async function showPreview(
  deps: StructureLifeDeps,
  ctx: StaffContext,
  from: Organisation,
  into: Organisation,
  refused?: Refused,
): Promise<void> {
  const preview = await previewMerger(deps, from, into)
  const problems: readonly FieldProblem[] = refused?.error.problems ?? []
  const page = mergerPage(preview, refused?.ticked ?? [], ctx)
  ctx.render(
    'access/structure-life/merge',
    {
      ...page,
      problems,
      changed: refused?.error.code === 'changed-meanwhile',
      values: { typedName: refused?.typedName ?? '' },
    },
    { status: refused === undefined ? 200 : problemStatus(refused.error.code) },
  )
}
