import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { identityKey, nameKey, type Learner } from './learner.ts'
import { listLearners, updateLearner, updateLearnersOrganisation, updateMergedInto } from './store.ts'

/** Two records that bear one name: of the structure that is taken over, and of the one that stays. */
export interface LearnerPair {
  readonly from: Learner
  readonly into: Learner
}

export interface LearnersInCommon {
  /** The same name and day of birth. */
  readonly same: readonly LearnerPair[]
  /** The same name, and neither has a day of birth. */
  readonly doubtful: readonly LearnerPair[]
  /** Bears a name that the other structure knows with another day of birth, or with one where this has none. */
  readonly namesakes: readonly Learner[]
}

/** Whom two structures both know. */
export async function compareLearners(
  db: Db,
  { from, into }: { readonly from: OrganisationId; readonly into: OrganisationId },
): Promise<LearnersInCommon> {
  const leaving = await listLearners(db, from)
  const staying = await listLearners(db, into)
  const byIdentity = new Map(staying.map((learner) => [identityOf(learner), learner]))
  const names = new Set(staying.map(({ givenName, familyName }) => nameKey(givenName, familyName)))
  const pairs = leaving.flatMap((learner): LearnerPair[] => {
    const twin = byIdentity.get(identityOf(learner))
    return twin === undefined ? [] : [{ from: learner, into: twin }]
  })
  const paired = new Set(pairs.map((pair) => pair.from.id))
  return {
    same: pairs.filter((pair) => pair.from.birthDate !== null),
    doubtful: pairs.filter((pair) => pair.from.birthDate === null),
    namesakes: leaving.filter(
      ({ id, givenName, familyName }) => !paired.has(id) && names.has(nameKey(givenName, familyName)),
    ),
  }
}

const identityOf = ({ givenName, familyName, birthDate }: Learner): string =>
  identityKey(givenName, familyName, birthDate)

/**
 * Gives the young people of one structure to another. Of a pair, the record that stays goes on and takes what only the
 * other knew; the other is left as it is, and says where the person is now. Returns how many records moved.
 */
export async function moveLearners(
  trx: Db,
  actor: Actor,
  input: {
    readonly from: OrganisationId
    readonly into: OrganisationId
    readonly pairs: readonly LearnerPair[]
    readonly at: Date
  },
): Promise<number> {
  const { from, into, pairs, at } = input
  for (const pair of pairs) {
    const email = pair.into.email ?? pair.from.email
    await becomeOne(trx, actor, { from: pair.from, into: { ...pair.into, email }, at })
  }
  return updateLearnersOrganisation(trx, from, into)
}

/**
 * Of two records of a person one goes on, as `into` says it; the other is left as it is, and says where the person is now.
 * Call it inside the transaction of the whole act.
 */
export async function becomeOne(
  trx: Db,
  actor: Actor,
  { from, into, at }: LearnerPair & { readonly at: Date },
): Promise<void> {
  // first: it gives its name and day of birth free
  await updateMergedInto(trx, from.id, into.id, isoInstant(at))
  await updateLearner(trx, { ...into, updatedAt: isoInstant(at) })
  await recordEvent(trx, {
    at,
    actor,
    action: 'learner.merged',
    organisationId: into.organisationId,
    subject: { type: 'learner', id: into.id },
    details: { from: from.id },
  })
}
