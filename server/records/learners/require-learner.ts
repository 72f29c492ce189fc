import { AppError } from '../../kernel/errors.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Learner } from './learner.ts'
import { scopeOf } from './learner-scope.ts'
import { findLearner, isInScope, selectRecordsOf, selectSuccessor } from './store.ts'

/** A young person's file, and how far the actor's hands reach in it. */
export interface LearnerFile {
  readonly learner: Learner
  /** This record and those that went into it. */
  readonly records: readonly LearnerId[]
  /** Edits identity and stays: has a role in the structure that keeps the record. */
  readonly mayEdit: boolean
  /** Coordinates that structure, or runs the platform. */
  readonly mayCoordinate: boolean
}

/**
 * The file of a young person whom the actor's roster shows. A record that went into another leads to that other.
 * @throws AppError `not-found`
 */
export async function requireLearner(db: Db, actor: Actor, id: string): Promise<LearnerFile> {
  const learner = await findLearner(db, (await selectSuccessor(db, id)) ?? id)
  if (learner === undefined || !(await isInScope(db, scopeOf(actor), learner)))
    throw new AppError('not-found')
  return {
    learner,
    records: await selectRecordsOf(db, learner.id),
    mayEdit: mayActIn(actor, learner.organisationId, 'trainer'),
    mayCoordinate: mayActIn(actor, learner.organisationId, 'coordinator'),
  }
}

/**
 * {@link requireLearner} for a change.
 * @throws AppError `not-found`, `forbidden` for a trainer of another structure
 */
export async function requireEditableLearner(db: Db, actor: Actor, id: string): Promise<LearnerFile> {
  const file = await requireLearner(db, actor, id)
  if (!file.mayEdit) throw new AppError('forbidden')
  return file
}
