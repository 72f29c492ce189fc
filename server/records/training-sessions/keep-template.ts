import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { mayActIn, requireRoleIn, type Actor, type StaffActor } from '../../kernel/roles.ts'
import { recordEvent } from '../../access/audit/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { SessionDeps } from './create-session.ts'
import { requireSessionAccess } from './require-session-access.ts'
import { selectPartners } from './session-structures-store.ts'
import { daysPattern, type SessionTemplate, type SessionTemplateId } from './session-template.ts'
import { structuresOf } from './structures.ts'
import { deleteTemplate, selectTemplate, selectTemplates, upsertTemplate } from './template-store.ts'
import { selectTrainers } from './trainer-store.ts'
import type { TrainingSession } from './training-session.ts'
import { recordSessionEvent } from './record-session-event.ts'

/** What a session would be as a template, under no name yet. */
export async function templateFrom(
  db: Db,
  session: TrainingSession,
): Promise<Omit<SessionTemplate, 'id' | 'name' | 'titlePattern'>> {
  const { organisationId, kind, place, locale, competences } = session
  const trainers = (await selectTrainers(db, session)).map(({ accountId }) => accountId)
  const partners = await selectPartners(db, session.id)
  return { organisationId, kind, place, locale, competences, trainers, partners, days: daysPattern(session) }
}

/**
 * Keeps a session as a template of its structure; one of the same name is written over.
 * @throws AppError `not-found`, `forbidden` without a role in the session's structure
 */
export async function keepTemplate(
  deps: SessionDeps,
  actor: Actor,
  input: { readonly sessionId: string; readonly name: string; readonly titlePattern: string },
): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const session = await requireSessionAccess(trx, actor, input.sessionId)
    requireRoleIn(actor, session.organisationId, 'trainer')
    const { name, titlePattern } = input
    const id = newId<SessionTemplateId>()
    const at = deps.clock.now()
    await upsertTemplate(
      trx,
      { id, name, titlePattern, ...(await templateFrom(trx, session)) },
      isoInstant(at),
    )
    await recordSessionEvent(trx, session, {
      at,
      actor,
      action: 'session-template.kept',
    })
  })
}

/** The templates of the structures where the actor may hold a session. */
export async function listTemplates(db: Db, actor: StaffActor): Promise<SessionTemplate[]> {
  return selectTemplates(
    db,
    (await structuresOf(db, actor)).map(({ id }) => id),
  )
}

/**
 * A template of a structure where the actor has a role.
 * @throws AppError `not-found`
 */
export async function requireTemplate(db: Db, actor: Actor, id: string): Promise<SessionTemplate> {
  const template = await selectTemplate(db, id)
  if (template === undefined || !mayActIn(actor, template.organisationId, 'trainer'))
    throw new AppError('not-found')
  return template
}

/**
 * Takes a template away; sessions that were made from it stay as they are.
 * @throws AppError `not-found`
 */
export async function dropTemplate(deps: SessionDeps, actor: Actor, id: string): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const template = await requireTemplate(trx, actor, id)
    await deleteTemplate(trx, template.id)
    await recordEvent(trx, {
      at: deps.clock.now(),
      actor,
      action: 'session-template.dropped',
      organisationId: template.organisationId,
      subject: { type: 'session-template', id: template.id },
    })
  })
}
