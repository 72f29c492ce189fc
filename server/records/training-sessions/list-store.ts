import { z } from 'zod'
import type { OrganisationId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor, OrganisationRole, StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { sessionRow } from './store.ts'
import type { SessionSummary } from './training-session.ts'

/**
 * What the actor reaches, newest first (the rule is written in `require-session-access.ts`): everything, or the sessions
 * of the coordinator's structures, those shared with them, and those where the actor is named.
 */
export async function selectSessionsOf(db: Db, actor: Actor): Promise<SessionSummary[]> {
  const query = db('training_sessions')
    .select('training_sessions.*')
    .select(
      db('enrolments')
        .count('*')
        .whereRaw('enrolments.session_id = training_sessions.id')
        .as('enrolment_count'),
    )
    .orderBy([
      { column: 'starts_on', order: 'desc' },
      { column: 'created_at', order: 'desc' },
    ])
  const everything = actor.kind === 'system' || actor.admin
  const named = everything ? [] : await selectNamedSessions(db, actor)
  const coordinated = everything ? [] : structuresAs(actor, 'coordinator')
  if (!everything) {
    const shared = db('session_structures').select('session_id').whereIn('organisation_id', coordinated)
    void query.where((seen) => {
      void seen
        .whereIn('organisation_id', coordinated)
        .orWhereIn('training_sessions.id', named)
        .orWhereIn('training_sessions.id', shared)
    })
  }
  const rows: unknown[] = await query
  const count = z.object({ enrolment_count: z.coerce.number() })
  return rows.map((row) => {
    const session = sessionRow.parse(row)
    const works = everything || coordinated.includes(session.organisationId) || named.includes(session.id)
    return { ...session, enrolments: count.parse(row).enrolment_count, works }
  })
}

/** The sessions where somebody is named, and still has a role in the structure through which they were, or in one of the session's. */
async function selectNamedSessions(db: Db, actor: StaffActor): Promise<TrainingSessionId[]> {
  const own = actor.memberships.map(({ organisationId }) => organisationId)
  const rows: unknown[] = await db('session_trainers')
    .join('training_sessions', 'training_sessions.id', 'session_trainers.session_id')
    .where({ account_id: actor.accountId })
    .where((ground) => {
      void ground
        .whereIn('session_trainers.organisation_id', own)
        .orWhereIn('training_sessions.organisation_id', own)
        .orWhereIn(
          'session_trainers.session_id',
          db('session_structures').select('session_id').whereIn('organisation_id', own),
        )
    })
    .select('session_trainers.session_id')
  const id = z.object({ session_id: z.string().transform((text) => text as TrainingSessionId) })
  return rows.map((row) => id.parse(row).session_id)
}

const structuresAs = (actor: StaffActor, role: OrganisationRole): OrganisationId[] =>
  actor.memberships.filter((held) => held.role === role).map(({ organisationId }) => organisationId)
