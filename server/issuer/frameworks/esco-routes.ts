import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { importEsco, listEscoImports, MAX_ESCO_MEGABYTES } from '../esco/index.ts'
import { escoForm, searchForm } from './forms.ts'
import { listFrameworks } from './read-framework.ts'
import type { FrameworkRoutesDeps } from './routes.ts'
import { frameworksPage } from './view.ts'

/** The official ESCO file, and finding a skill while typing. */
export function declareEsco(deps: FrameworkRoutesDeps, routes: Routes): void {
  routes.get('/admin/esco/search', 'admin', async (req, res, ctx) => {
    const { search } = searchForm.parse({ search: req.query['q'] })
    const found = await deps.escoSearch.search(deps.db, ctx.locale, search)
    res
      .set('Cache-Control', 'no-store')
      .json({ skills: found.map(({ uri, label }) => ({ uri, label: label[ctx.locale] })) })
  })
  routes.upload(
    '/admin/esco',
    'admin',
    { field: 'file', maxBytes: MAX_ESCO_MEGABYTES * 1_000_000 },
    async (req, _res, ctx, file) => {
      const form = parseForm(escoForm, req.body)
      const problems: FieldProblem[] = form.ok ? [] : form.problems
      if (file === undefined) problems.push({ field: 'file', message: 'fields.required' })
      if (!form.ok || file === undefined) {
        await showAgain(deps, ctx, form.ok ? form.value : form.typed, problems, 422)
        return
      }
      try {
        await importEsco(deps, ctx.actor, { ...form.value, bytes: file.bytes })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        const sentence = { field: 'file', message: `errors.${error.code}`, params: error.params }
        const said = error.problems.length > 0 ? error.problems : [sentence]
        await showAgain(deps, ctx, form.value, said, problemStatus(error.code))
        return
      }
      ctx.redirect('/admin/frameworks', 'frameworks.escoImported')
    },
  )
}

async function showAgain(
  deps: FrameworkRoutesDeps,
  ctx: StaffContext,
  values: Readonly<Record<string, string>>,
  problems: readonly FieldProblem[],
  status: number,
): Promise<void> {
  const page = frameworksPage(await listFrameworks(deps.db), await listEscoImports(deps.db), ctx)
  ctx.render('issuer/frameworks/list', { ...page, escoOpen: true, values, problems }, { status })
}
