import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import {
  parseForm,
  problemStatus,
  type Request,
  type Routes,
  type StaffContext,
} from '../../platform/http/index.ts'
import { findSkills, listEscoImports, type EscoSearch, type FoundSkill } from '../esco/index.ts'
import { competenceForm, contentOf, frameworkForm, searchForm, valuesOf } from './forms.ts'
import { declareEsco } from './esco-routes.ts'
import { publishFramework } from './publish-framework.ts'
import { listFrameworks, readFramework } from './read-framework.ts'
import { competencePage, frameworkPage, frameworksPage } from './view.ts'
import {
  createFramework,
  moveCompetence,
  retireCompetence,
  saveCompetence,
  type FrameworkDeps,
} from './write-framework.ts'

export interface FrameworkRoutesDeps extends FrameworkDeps {
  readonly escoSearch: EscoSearch
}

const LIST = '/admin/frameworks'
const ONE = `${LIST}/:id`
const COMPETENCE = `${ONE}/competences/:competence`

/** The network's own frameworks: written by those who run the platform, offered to every session once published. */
export function frameworkRoutes(deps: FrameworkRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    declareEsco(deps, routes)
    declareFrameworks(deps, routes)
    declareCompetences(deps, routes)
  }
}

const pathOf = (req: Request): string => `${LIST}/${String(req.params['id'])}`

function declareFrameworks(deps: FrameworkRoutesDeps, routes: Routes): void {
  const showList = async (ctx: StaffContext, refusal: Refusal = NONE): Promise<void> => {
    const page = frameworksPage(await listFrameworks(deps.db), await listEscoImports(deps.db), ctx)
    const { values, problems, status } = refusal
    ctx.render('issuer/frameworks/list', { ...page, values, problems }, { status })
  }
  routes.get(LIST, 'admin', (_req, _res, ctx) => showList(ctx))
  routes.post(LIST, 'admin', async (req, _res, ctx) => {
    const form = parseForm(frameworkForm, req.body)
    if (!form.ok) {
      await showList(ctx, { values: form.typed, problems: form.problems, status: 422 })
      return
    }
    const { nameFr, nameEn } = form.value
    const { id } = await createFramework(deps, ctx.actor, { name: { fr: nameFr, en: nameEn } })
    ctx.redirect(`${LIST}/${id}`)
  })
  routes.get(ONE, 'admin', async (req, _res, ctx) => {
    const framework = await readFramework(deps.db, String(req.params['id']))
    ctx.render('issuer/frameworks/framework', frameworkPage(framework, ctx))
  })
  routes.post(`${ONE}/publish`, 'admin', async (req, _res, ctx) => {
    await publishFramework(deps, ctx.actor, String(req.params['id']))
    ctx.redirect(pathOf(req), 'frameworks.isPublished')
  })
}

function declareCompetences(deps: FrameworkRoutesDeps, routes: Routes): void {
  routes.get(COMPETENCE, 'admin', async (req, _res, ctx) => showCompetence(deps, req, ctx))
  routes.post(COMPETENCE, 'admin', async (req, _res, ctx) => {
    const asked = searchForm.parse(req.body)
    const form = parseForm(competenceForm, req.body)
    if (asked.action === 'search' || !form.ok) {
      const searching = asked.action === 'search'
      const found = searching ? await deps.escoSearch.search(deps.db, ctx.locale, asked.search) : undefined
      const values = form.ok ? (req.body as Record<string, string>) : form.typed
      const problems = searching || form.ok ? [] : form.problems
      await showCompetence(deps, req, ctx, { values, problems, status: searching ? 200 : 422, asked, found })
      return
    }
    const esco = await findSkills(deps.db, form.value.esco)
    const competenceId = idOf(req)
    try {
      await saveCompetence(deps, ctx.actor, {
        frameworkId: String(req.params['id']),
        competenceId,
        content: contentOf(form.value, await keptSkills(deps, req, form.value.esco, esco)),
      })
    } catch (error) {
      if (!(error instanceof AppError) || error.problems.length === 0) throw error
      const { problems, code } = error
      const values = req.body as Record<string, string>
      await showCompetence(deps, req, ctx, { values, problems, status: problemStatus(code), asked })
      return
    }
    ctx.redirect(pathOf(req), 'frameworks.saved')
  })
  const act = (name: string, run: (req: Request, ctx: StaffContext) => Promise<void>): void => {
    routes.post(`${COMPETENCE}/${name}`, 'admin', async (req, _res, ctx) => {
      await run(req, ctx)
      ctx.redirect(pathOf(req))
    })
  }
  const named = (req: Request) => ({
    frameworkId: String(req.params['id']),
    competenceId: String(req.params['competence']),
  })
  act('up', (req, ctx) => moveCompetence(deps, ctx.actor, { ...named(req), towards: 'up' }))
  act('down', (req, ctx) => moveCompetence(deps, ctx.actor, { ...named(req), towards: 'down' }))
  act('retire', (req, ctx) => retireCompetence(deps, ctx.actor, { ...named(req), retired: true }))
  act('restore', (req, ctx) => retireCompetence(deps, ctx.actor, { ...named(req), retired: false }))
}

const idOf = (req: Request): string | undefined => {
  const id = String(req.params['competence'])
  return id === 'new' ? undefined : id
}

interface Refusal {
  readonly values: Readonly<Record<string, string | undefined>>
  readonly problems: readonly FieldProblem[]
  readonly status: number
}
const NONE: Refusal = { values: {}, problems: [], status: 200 }

/** A skill that a later ESCO no longer has stays with the competence that already points to it. */
async function keptSkills(
  deps: FrameworkRoutesDeps,
  req: Request,
  uris: readonly string[],
  found: readonly FoundSkill[],
): Promise<FoundSkill[]> {
  const framework = await readFramework(deps.db, String(req.params['id']))
  const former = framework.competences.find(({ id }) => id === idOf(req))?.content.esco ?? []
  return uris.flatMap((uri) => [...found, ...former].find((skill) => skill.uri === uri) ?? [])
}

async function showCompetence(
  deps: FrameworkRoutesDeps,
  req: Request,
  ctx: StaffContext,
  shown?: Refusal & {
    readonly asked: { readonly search: string; readonly esco: readonly string[] }
    readonly found?: readonly FoundSkill[] | undefined
  },
): Promise<void> {
  const framework = await readFramework(deps.db, String(req.params['id']))
  const id = idOf(req)
  const competence = framework.competences.find((one) => one.id === id)
  if (id !== undefined && competence === undefined) throw new AppError('not-found')
  const chosen =
    shown === undefined
      ? (competence?.content.esco ?? [])
      : await keptSkills(deps, req, shown.asked.esco, await findSkills(deps.db, shown.asked.esco))
  const kept = competence === undefined ? {} : valuesOf(competence.content)
  const page = competencePage(
    {
      framework,
      competence,
      values: { ...(shown?.values ?? kept), search: shown?.asked.search },
      chosen,
      found: shown?.found,
      hasEsco: (await listEscoImports(deps.db)).length > 0,
    },
    ctx,
  )
  ctx.render(
    'issuer/frameworks/competence',
    { ...page, problems: shown?.problems ?? [] },
    { status: shown?.status ?? 200 },
  )
}
