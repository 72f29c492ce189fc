import { AppError } from '../../kernel/errors.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectPerson, selectSessionsOf, type Person } from './person-store.ts'

/** The records' rule for training sessions, filled in where everything is put together. */
export type CanOpenSession = (actor: Actor, sessionId: string) => Promise<boolean>

export interface WardDeps {
  readonly db: Db
  readonly canOpenSession: CanOpenSession
}

/**
 * The young person whose agreements somebody may see and record: their structure's coordinators, and whoever leads a
 * session they are in.
 * @throws AppError `not-found` for everybody else, as for somebody unknown
 */
export async function requireWard(deps: WardDeps, actor: Actor, learnerId: string): Promise<Person> {
  const person = await selectPerson(deps.db, learnerId)
  if (person === undefined) throw new AppError('not-found')
  if (mayActIn(actor, person.organisationId, 'coordinator')) return person
  for (const sessionId of await selectSessionsOf(deps.db, person))
    if (await deps.canOpenSession(actor, sessionId)) return person
  throw new AppError('not-found')
}
