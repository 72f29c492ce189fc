import type { LearnerId } from '../../kernel/ids.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { YouthSession } from './youth-session.ts'

interface YouthSessionRow {
  token_hash: string
  learner_id: LearnerId
  created_at: string
  last_seen_at: string
  expires_at: string
}

const sessions = (db: Db) => db<YouthSessionRow>('youth_sessions')

export async function insertYouthSession(db: Db, tokenHash: string, session: YouthSession): Promise<void> {
  await sessions(db).insert({
    token_hash: tokenHash,
    learner_id: session.learnerId,
    created_at: session.createdAt,
    last_seen_at: session.lastSeenAt,
    expires_at: session.expiresAt,
  })
}

export async function selectYouthSession(db: Db, tokenHash: string): Promise<YouthSession | undefined> {
  const row: YouthSessionRow | undefined = await sessions(db).where({ token_hash: tokenHash }).first()
  return (
    row && {
      learnerId: row.learner_id,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
    }
  )
}

export async function updateLastSeen(db: Db, tokenHash: string, at: string): Promise<void> {
  await sessions(db).where({ token_hash: tokenHash }).update({ last_seen_at: at })
}

/** Returns how many there were. */
export async function deleteYouthSession(db: Db, tokenHash: string): Promise<number> {
  return sessions(db).where({ token_hash: tokenHash }).delete()
}

/** Of the person, and of the records that went into theirs; all, or all but one. Returns how many. */
export async function deleteYouthSessionsOf(
  db: Db,
  learnerId: LearnerId,
  exceptHash?: string,
): Promise<number> {
  const records = db('learners').where({ id: learnerId }).orWhere({ merged_into: learnerId }).select('id')
  const ended = sessions(db).whereIn('learner_id', records)
  if (exceptHash !== undefined) void ended.whereNot({ token_hash: exceptHash })
  return ended.delete()
}

/** Sweeps what nobody can use any more. */
export async function deleteExpiredYouthSessions(db: Db, now: string): Promise<void> {
  await sessions(db).where('expires_at', '<=', now).delete()
}

interface LearnerRow {
  id: LearnerId
  given_name: string
  merged_into: LearnerId | null
}

/** Longer chains are made by nobody: structures merge one by one, and a circle must not hold a request. */
const MOST_MERGERS = 20

/** The person a record stands for today: of records that became one, the one that goes on. */
export async function selectLearnerActor(db: Db, learnerId: LearnerId): Promise<LearnerActor | undefined> {
  let id = learnerId
  for (let step = 0; step < MOST_MERGERS; step++) {
    const row: LearnerRow | undefined = await db<LearnerRow>('learners').where({ id }).first()
    if (row === undefined) return undefined
    if (row.merged_into === null) return { kind: 'learner', learnerId: row.id, name: row.given_name }
    id = row.merged_into
  }
  return undefined
}
