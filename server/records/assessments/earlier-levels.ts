import { z } from 'zod'
import type { EnrolmentId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { LevelCode } from '../../issuer/achievements/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { SESSION_KINDS, type SessionKind } from '../training-sessions/index.ts'
import { attestable, type AssessedLevel } from './assessment.ts'
import type { Grid } from './read-grid.ts'

/** What a trainer attested of the same person in a session before this one. */
export interface EarlierLevel {
  readonly level: LevelCode
  readonly kind: SessionKind
  /** First day of that session. */
  readonly on: string
}

/** By enrolment of this grid, then by competence. */
export type EarlierLevels = ReadonlyMap<EnrolmentId, ReadonlyMap<string, EarlierLevel>>

const earlierRow = z.object({
  enrolment_id: z.string().transform((id) => id as EnrolmentId),
  competence: z.string(),
  level: z.string().transform((level) => level as AssessedLevel),
  kind: z.enum(SESSION_KINDS),
  starts_on: z.string(),
})

/**
 * The newest attested level of each competence from signed sessions that began no later, in structures where the actor
 * has a role. « Pas encore » is nobody's business any more.
 */
export async function earlierLevels(db: Db, actor: Actor, { session, rows }: Grid): Promise<EarlierLevels> {
  if (rows.length === 0) return new Map()
  const query = db('enrolments as here')
    .join('enrolments as there', 'there.learner_id', 'here.learner_id')
    .join('training_sessions as before', 'before.id', 'there.session_id')
    .join('assessments as said', 'said.enrolment_id', 'there.id')
    .where('here.session_id', session.id)
    .whereNot('before.id', session.id)
    .whereNotNull('before.signed_at')
    .where('before.starts_on', '<=', session.startsOn)
    .where('said.voice', 'attested')
    .whereNotNull('said.level')
    .orderBy(['before.starts_on', 'before.signed_at'])
    .select('here.id as enrolment_id', 'said.competence', 'said.level', 'before.kind', 'before.starts_on')
  if (actor.kind === 'staff' && !actor.admin)
    void query.whereIn(
      'before.organisation_id',
      actor.memberships.map(({ organisationId }) => organisationId),
    )
  const found: unknown[] = await query
  const levels = new Map<EnrolmentId, Map<string, EarlierLevel>>()
  for (const row of found.map((one) => earlierRow.parse(one))) {
    const level = attestable(row.level)
    if (level === undefined) continue
    const own = levels.get(row.enrolment_id) ?? new Map<string, EarlierLevel>()
    levels.set(row.enrolment_id, own.set(row.competence, { level, kind: row.kind, on: row.starts_on }))
  }
  return levels
}
