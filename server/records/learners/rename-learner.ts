import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { nameProblems, normaliseName, type Learner } from './learner.ts'
import { findLearnersNamed, updateLearner } from './store.ts'

export type Names = Pick<Learner, 'givenName' | 'familyName'>

const normalised = ({ givenName, familyName }: Names): Names => ({
  givenName: normaliseName(givenName),
  familyName: normaliseName(familyName),
})

/**
 * Why a learner cannot bear these names, a problem a field (`givenName`, `familyName`): empty, too long, or somebody else
 * of the structure bears them with the same day of birth.
 */
export async function renameProblems(db: Db, learner: Learner, given: Names): Promise<FieldProblem[]> {
  const names = normalised(given)
  const problems = nameProblems(names)
  if (problems.length > 0) return problems
  const sameName = await findLearnersNamed(db, learner.organisationId, names.givenName, names.familyName)
  const other = sameName.find(({ id, birthDate }) => id !== learner.id && birthDate === learner.birthDate)
  return other === undefined ? [] : [{ field: 'familyName', message: 'fields.personExists' }]
}

/**
 * Gives a learner another name: a typing mistake, a chosen name. What was signed under the old one is for the caller to
 * correct. Call it inside the transaction of the whole act.
 * @throws AppError `forbidden` when the actor has no role in the learner's structure, `invalid-input`
 */
export async function renameLearner(
  trx: Db,
  deps: { readonly clock: Clock },
  actor: Actor,
  { learner, names: given }: { readonly learner: Learner; readonly names: Names },
): Promise<Learner> {
  requireRoleIn(actor, learner.organisationId, 'trainer')
  const problems = await renameProblems(trx, learner, given)
  if (problems.length > 0) throw new AppError('invalid-input', {}, problems)
  const names = normalised(given)
  if (names.givenName === learner.givenName && names.familyName === learner.familyName) return learner
  const at = deps.clock.now()
  const renamed: Learner = { ...learner, ...names, updatedAt: isoInstant(at) }
  await updateLearner(trx, renamed)
  await recordEvent(trx, {
    at,
    actor,
    action: 'learner.updated',
    organisationId: learner.organisationId,
    subject: { type: 'learner', id: learner.id },
    details: { fields: ['name'] },
  })
  return renamed
}
