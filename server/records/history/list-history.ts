import { listEventsAbout, type AuditSubject, type RecordedEvent } from '../../access/audit/index.ts'
import { listCredentialsOfLearner } from '../../issuer/credentials/index.ts'
import { AppError } from '../../kernel/errors.ts'
import { mayActIn, requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findLearner, type Learner } from '../learners/index.ts'
import { selectTraces } from './store.ts'

/** Events of a page: a person's whole life with the platform fits in it. */
export const HISTORY_LENGTH = 300
/** Of their sessions, the newest; most of them are about others. */
const SESSION_EVENTS_READ = 3000

export interface History {
  readonly learner: Learner
  /** The newest first. */
  readonly events: readonly RecordedEvent[]
}

/**
 * What young people and their families decide is for the structure to know; how often somebody opens their own space, or
 * writes in it, is nobody's business.
 */
const DECISIONS = [
  'youth.agreement-given',
  'youth.agreement-withdrawn',
  'youth.came-of-age',
  'guardian-agreement.recorded',
  'guardian-agreement.withdrawn',
  'session.assessed',
]

/** What is done with a whole session concerns each person it names. */
const OF_A_SESSION = ['session.signed', 'session.assessed', 'session.assessed-anew', 'session.corrected']

/**
 * Who did what, when, with everything that concerns one young person: their file, stays, sessions, evidence, documents.
 * @throws AppError `not-found` outside the structure, `forbidden` for its trainers: the trail is the coordinators'
 */
export async function listHistory(db: Db, actor: Actor, learnerId: string): Promise<History> {
  const learner = await findLearner(db, learnerId)
  if (learner === undefined || !mayActIn(actor, learner.organisationId, 'trainer'))
    throw new AppError('not-found')
  requireRoleIn(actor, learner.organisationId, 'coordinator')
  const traces = await selectTraces(db, learner.id)
  const credentials = await listCredentialsOfLearner(db, learner.id)
  const about: AuditSubject[] = [
    ...traces.learners.map((id) => ({ type: 'learner', id })),
    ...traces.enrolments.map(({ id }) => ({ type: 'enrolment', id })),
    ...traces.mobilities.map((id) => ({ type: 'mobility', id })),
    ...traces.evidence.map((id) => ({ type: 'evidence', id })),
    ...credentials.map(({ id }) => ({ type: 'credential', id })),
  ]
  const sessions = traces.enrolments.map(({ sessionId }) => ({ type: 'training-session', id: sessionId }))
  const own = new Set(traces.enrolments.map(({ id }) => id))
  // apart: a busy session must not crowd out what is about this person alone
  const inSessions = await listEventsAbout(db, sessions, SESSION_EVENTS_READ)
  const events = [
    ...(await listEventsAbout(db, about, HISTORY_LENGTH)),
    ...inSessions.filter((event) => concerns(event, own)),
  ]
    .filter(({ actorKind, action }) => actorKind !== 'learner' || DECISIONS.includes(action))
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
  return { learner, events: events.slice(0, HISTORY_LENGTH) }
}

function concerns({ action, details }: RecordedEvent, own: ReadonlySet<string>): boolean {
  if (!OF_A_SESSION.includes(action)) return false
  const named: unknown = details['enrolments']
  return !Array.isArray(named) || named.some((id) => typeof id === 'string' && own.has(id))
}
