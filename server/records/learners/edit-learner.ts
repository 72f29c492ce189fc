import { recordEvent } from '../../access/audit/index.ts'
import { requireOpenOrganisation } from '../../access/organisations/index.ts'
import { isoInstant, type Clock, type IsoDate } from '../../kernel/clock.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { newId, type LearnerId, type OrganisationId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { nameProblems, normaliseName, type Learner } from './learner.ts'
import { requireEditableLearner } from './require-learner.ts'
import { findLearnersNamed, insertLearner, updateLearner } from './store.ts'

export interface EditLearnerDeps {
  readonly db: Db
  readonly clock: Clock
}

/** Who somebody is, as a form says it: what is null is emptied. A name is all that is needed. */
export interface Identity {
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: IsoDate | null
  readonly email: string | null
}

/**
 * Records a young person by hand.
 * @throws AppError `forbidden` (no role in the structure), `structure-closed`, `invalid-input`: an unusable name, or
 * somebody of the structure is recorded under that name and day of birth
 */
export async function createLearner(
  { db, clock }: EditLearnerDeps,
  actor: Actor,
  given: Identity & { readonly organisationId: OrganisationId },
): Promise<Learner> {
  requireRoleIn(actor, given.organisationId, 'trainer')
  const at = clock.now()
  const learner: Learner = {
    ...tidy(given),
    id: newId<LearnerId>(),
    organisationId: given.organisationId,
    subjectUrn: `urn:uuid:${crypto.randomUUID()}`,
    createdAt: isoInstant(at),
    updatedAt: isoInstant(at),
  }
  return whileNobodyElseIs(() =>
    db.transaction(async (trx) => {
      await requireOpenOrganisation(trx, learner.organisationId)
      await requireUsable(trx, learner)
      await insertLearner(trx, learner)
      await recordEvent(trx, {
        at,
        actor,
        action: 'learner.created',
        organisationId: learner.organisationId,
        subject: { type: 'learner', id: learner.id },
      })
      return learner
    }),
  )
}

/**
 * Says anew who somebody is. What was signed stays as it was signed: a name in it changes by a correction.
 * @throws AppError `not-found`, `forbidden` (trainer of another structure), `invalid-input` as {@link createLearner}
 */
export async function editLearner(
  { db, clock }: EditLearnerDeps,
  actor: Actor,
  input: { readonly learnerId: string; readonly identity: Identity },
): Promise<Learner> {
  const at = clock.now()
  return whileNobodyElseIs(() =>
    db.transaction(async (trx) => {
      const { learner: known } = await requireEditableLearner(trx, actor, input.learnerId)
      const learner: Learner = { ...known, ...tidy(input.identity), updatedAt: isoInstant(at) }
      await requireUsable(trx, learner)
      const fields = (['givenName', 'familyName', 'birthDate', 'email'] as const).filter(
        (field) => known[field] !== learner[field],
      )
      if (fields.length === 0) return known
      await updateLearner(trx, learner)
      await recordEvent(trx, {
        at,
        actor,
        action: 'learner.updated',
        organisationId: learner.organisationId,
        subject: { type: 'learner', id: learner.id },
        details: { fields },
      })
      return learner
    }),
  )
}

const tidy = ({ givenName, familyName, birthDate, email }: Identity): Identity => ({
  givenName: normaliseName(givenName),
  familyName: normaliseName(familyName),
  birthDate,
  email,
})

async function requireUsable(trx: Db, learner: Learner): Promise<void> {
  const problems = nameProblems(learner)
  if (problems.length > 0) throw new AppError('invalid-input', {}, problems)
  const { id, organisationId, givenName, familyName, birthDate } = learner
  const sameName = await findLearnersNamed(trx, organisationId, givenName, familyName)
  if (sameName.some((other) => other.id !== id && other.birthDate === birthDate)) throw exists()
}

/** Two people recording the same person at the same moment: the second is told as if a moment later. */
async function whileNobodyElseIs<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    if (isUniqueViolation(error)) throw exists()
    throw error
  }
}

function exists(): AppError {
  const problem: FieldProblem = { field: 'familyName', message: 'fields.personExists' }
  return new AppError('invalid-input', {}, [problem])
}
