import type { Actor } from '../../kernel/roles.ts'
import { findOrganisation } from '../../access/organisations/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { createSession, type SessionDeps } from './create-session.ts'
import { requireTemplate, templateFrom } from './keep-template.ts'
import { nameableTrainers } from './nameable-trainers.ts'
import { requireSessionAccess } from './require-session-access.ts'
import { fillTitle, halfDaysFrom, lastDayOf, patternOf, type SessionTemplate } from './session-template.ts'
import type { NewSession, TrainingSession } from './training-session.ts'

/** What a new session begins with: nothing, a template of the structure, or a former session. */
export interface Origin {
  readonly template?: string | undefined
  readonly from?: string | undefined
}

export type Pattern = Omit<SessionTemplate, 'id' | 'name'>

/**
 * What the origin says a session is like; undefined without one.
 * @throws AppError `not-found` for a template or a session that the actor does not reach
 */
export async function findPattern(db: Db, actor: Actor, origin: Origin): Promise<Pattern | undefined> {
  if (origin.template !== undefined) return requireTemplate(db, actor, origin.template)
  if (origin.from === undefined) return undefined
  const session = await requireSessionAccess(db, actor, origin.from)
  return { ...(await templateFrom(db, session)), titlePattern: patternOf(session) }
}

/** What the form of a new session says. */
export interface PreparedSession extends Omit<NewSession, 'endsOn' | 'trainers' | 'partners' | 'halfDays'> {
  readonly endsOn?: NewSession['endsOn'] | undefined
}

/**
 * Creates a session as {@link createSession} does, with what its origin knows besides the form: the last day, the half-days,
 * competences when none was chosen, the trainers who may still be named and the partners that are still open.
 */
export async function prepareSession(
  deps: SessionDeps,
  actor: Actor,
  input: { readonly session: PreparedSession; readonly pattern: Pattern | undefined },
): Promise<TrainingSession> {
  const { session, pattern } = input
  const { startsOn } = session
  const title = fillTitle(session.title, { startsOn, place: session.place, locale: session.locale })
  if (pattern === undefined)
    return createSession(deps, actor, { ...session, title, endsOn: session.endsOn ?? startsOn })
  const days = { startsOn, endsOn: session.endsOn ?? lastDayOf(pattern, startsOn) }
  const partners = await stillOpen(
    deps.db,
    pattern.partners.filter((id) => id !== session.organisationId),
  )
  const people = await nameableTrainers(deps.db, [session.organisationId, ...partners], { pool: true })
  return createSession(deps, actor, {
    ...session,
    ...days,
    title,
    competences: session.competences.length === 0 ? pattern.competences : session.competences,
    halfDays: halfDaysFrom(pattern, days),
    trainers: pattern.trainers.filter((id) => people.has(id)),
    partners,
  })
}

async function stillOpen(
  db: Db,
  ids: SessionTemplate['partners'],
): Promise<SessionTemplate['partners'][number][]> {
  const open: SessionTemplate['partners'][number][] = []
  for (const id of ids) if ((await findOrganisation(db, id))?.closedAt === null) open.push(id)
  return open
}
