import { AppError } from '../../kernel/errors.ts'
import { parseForm, type Request, type Routes, type StaffContext } from '../../platform/http/index.ts'
import type { SessionDeps } from './create-session.ts'
import { originForm, sessionForm, ticked } from './forms.ts'
import { listTemplates } from './keep-template.ts'
import { nameableTrainers } from './nameable-trainers.ts'
import { findPattern, prepareSession, type Origin } from './prepare-session.ts'
import { namedStructures, structuresOf } from './structures.ts'
import { newSessionModel, type TypedSession } from './view.ts'

/** A new session, from nothing, from a template or from a former session. */
export function declareNew(deps: SessionDeps, routes: Routes): void {
  const show = async (ctx: StaffContext, origin: Origin, typed?: TypedSession): Promise<void> => {
    const structures = await structuresOf(deps.db, ctx.actor)
    const pattern = await findPattern(deps.db, ctx.actor, origin)
    const templates = await listTemplates(deps.db, ctx.actor)
    const partners = (await namedStructures(deps.db, pattern?.partners ?? [])).map(({ name }) => name)
    const trainers = pattern === undefined ? [] : await namesOf(deps, pattern)
    const facts = { structures, templates, origin, pattern, trainers, partners }
    ctx.render('records/training-sessions/new', newSessionModel(facts, ctx, typed), {
      status: typed ? 422 : 200,
    })
  }
  routes.get('/sessions/new', 'staff', async (req, _res, ctx) => show(ctx, originOf(req.query)))
  routes.post('/sessions/new', 'staff', async (req, _res, ctx) => {
    const origin = originOf(req.body)
    const pattern = await findPattern(deps.db, ctx.actor, origin)
    const form = parseForm(sessionForm, req.body)
    try {
      if (!form.ok) throw new AppError('invalid-input', {}, form.problems)
      const session = await prepareSession(deps, ctx.actor, { session: form.value, pattern })
      ctx.redirect(`/sessions/${session.id}`, 'sessions.created')
    } catch (error) {
      if (ctx.wantsJson || !(error instanceof AppError) || error.code !== 'invalid-input') throw error
      const problems = error.problems
      const typed = form.ok ? typedOf(req) : form.typed
      await show(ctx, origin, { typed, problems, competences: tickedIn(req, 'competences') })
    }
  })
}

function originOf(values: unknown): Origin {
  const read = originForm.safeParse(values ?? {})
  return read.success ? read.data : {}
}

/** What was typed, where it came in the right form and was refused by a rule. */
export function typedOf(req: Request): Record<string, string> {
  const body = (req.body ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(body).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '_csrf',
    ),
  )
}

/** The boxes that were ticked: a text map cannot hold them. */
export function tickedIn(req: Request, name: string): string[] {
  const boxes = ticked.safeParse((req.body as Record<string, unknown> | undefined)?.[name])
  return boxes.success ? boxes.data : []
}

/** The trainers of a pattern who may still be named. */
async function namesOf(
  { db }: SessionDeps,
  pattern: NonNullable<Awaited<ReturnType<typeof findPattern>>>,
): Promise<string[]> {
  const people = await nameableTrainers(db, [pattern.organisationId, ...pattern.partners], { pool: true })
  return pattern.trainers.flatMap((id) => people.get(id)?.name ?? [])
}
