import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import { requireRoleIn } from '../../kernel/roles.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { learnerChanges, matchLearner, nameProblems, normaliseName } from './learner.ts'
import type { Learner, LearnerInput } from './learner.ts'
import { findLearnersNamed, insertLearner, updateLearner } from './store.ts'

export interface SaveLearnerDeps {
  readonly clock: Clock
}

/** What a save did. `unchanged` wrote nothing at all. */
export type SaveOutcome = 'created' | 'updated' | 'unchanged'

/**
 * Records a young person in a structure, or completes the one who is already there under the same name and birth
 * date. Saying the same thing twice changes nothing. Call it inside the transaction of the whole act.
 *
 * @throws AppError `forbidden` when the actor has no role in the structure, `invalid-input` for an unusable name,
 *   `already-exists` when two people of the structure bear the name and no birth date tells which.
 */
export async function saveLearner(
  trx: Db,
  deps: SaveLearnerDeps,
  actor: Actor,
  given: LearnerInput,
): Promise<{ learner: Learner; outcome: SaveOutcome }> {
  requireRoleIn(actor, given.organisationId, 'trainer')
  const input = checkNames(given)
  const sameName = await findLearnersNamed(trx, input.organisationId, input.givenName, input.familyName)
  const match = matchLearner(sameName, input.birthDate)
  if (match.kind === 'ambiguous') {
    throw new AppError('already-exists', {}, [{ field: 'birthDate', message: 'fields.namesake' }])
  }
  if (match.kind === 'new')
    return { learner: await createLearner(trx, deps, actor, input), outcome: 'created' }

  const changes = learnerChanges(match.learner, input)
  if (changes.length === 0) return { learner: match.learner, outcome: 'unchanged' }
  const now = deps.clock.now()
  const learner: Learner = {
    ...match.learner,
    givenName: input.givenName,
    familyName: input.familyName,
    birthDate: input.birthDate ?? match.learner.birthDate,
    email: input.email ?? match.learner.email,
    updatedAt: isoInstant(now),
  }
  await updateLearner(trx, learner)
  await recordEvent(trx, {
    at: now,
    actor,
    action: 'learner.updated',
    organisationId: learner.organisationId,
    subject: { type: 'learner', id: learner.id },
    details: { fields: changes },
  })
  return { learner, outcome: 'updated' }
}

async function createLearner(
  trx: Db,
  deps: SaveLearnerDeps,
  actor: Actor,
  input: LearnerInput,
): Promise<Learner> {
  const now = deps.clock.now()
  const learner: Learner = {
    id: newId<LearnerId>(),
    organisationId: input.organisationId,
    givenName: input.givenName,
    familyName: input.familyName,
    birthDate: input.birthDate ?? null,
    email: input.email ?? null,
    subjectUrn: `urn:uuid:${crypto.randomUUID()}`,
    createdAt: isoInstant(now),
    updatedAt: isoInstant(now),
  }
  await insertLearner(trx, learner)
  await recordEvent(trx, {
    at: now,
    actor,
    action: 'learner.created',
    organisationId: learner.organisationId,
    subject: { type: 'learner', id: learner.id },
  })
  return learner
}

function checkNames(input: LearnerInput): LearnerInput {
  const names = { givenName: normaliseName(input.givenName), familyName: normaliseName(input.familyName) }
  const [problem] = nameProblems(names)
  if (problem !== undefined) throw new AppError('invalid-input', {}, [problem])
  return { ...input, ...names }
}
