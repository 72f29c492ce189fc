import { AppError } from '../../kernel/errors.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import type { SessionDeps } from './create-session.ts'
import { templateForm } from './forms.ts'
import { dropTemplate, keepTemplate, listTemplates } from './keep-template.ts'
import { showPreparation } from './preparation-routes.ts'
import { structuresOf } from './structures.ts'

/** Templates: kept from a session, listed, taken away. */
export function declareTemplates(deps: SessionDeps, routes: Routes): void {
  routes.get('/sessions/templates', 'staff', async (_req, _res, ctx) => {
    const structures = await structuresOf(deps.db, ctx.actor)
    const templates = await listTemplates(deps.db, ctx.actor)
    ctx.render('records/training-sessions/templates', listModel(templates, structures, ctx))
  })
  routes.post('/sessions/templates/:template/drop', 'staff', async (req, _res, ctx) => {
    await dropTemplate(deps, ctx.actor, String(req.params['template']))
    ctx.redirect('/sessions/templates', 'preparation.templateDropped')
  })
  routes.post('/sessions/:id/template', 'staff', async (req, _res, ctx) => {
    const sessionId = String(req.params['id'])
    const form = parseForm(templateForm, req.body)
    try {
      if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
      await keepTemplate(deps, ctx.actor, { sessionId, ...form.value })
      ctx.redirect(`/sessions/${sessionId}/prepare`, 'preparation.templateKept')
    } catch (error) {
      if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
      await showPreparation(deps, req, ctx, { status: problemStatus(error.code), problems: error.problems })
    }
  })
}

function listModel(
  templates: Awaited<ReturnType<typeof listTemplates>>,
  structures: Awaited<ReturnType<typeof structuresOf>>,
  { t }: StaffContext,
) {
  const names = new Map(structures.map(({ id, name }) => [id, name]))
  return {
    title: t('preparation.templatesTitle'),
    section: 'sessions',
    pageClass: 'narrow',
    templates: templates.map((template) => ({
      id: template.id,
      name: template.name,
      kind: t(`sessions.kind-${template.kind}`),
      days: t('preparation.daysCount', { count: Math.max(1, template.days.length) }),
      competences: t('preparation.competencesCount', { count: template.competences.length }),
      structure: structures.length > 1 ? names.get(template.organisationId) : undefined,
    })),
  }
}
