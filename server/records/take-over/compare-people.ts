import type { Pair, SharedPeople, SharedPerson } from '../../access/structure-life/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { compareLearners, fullName, type Learner, type LearnerPair } from '../learners/index.ts'
import { tellDifferently } from '../mobilities/index.ts'
import { openSessionsOfBoth } from '../training-sessions/index.ts'

/** Whom two structures both have a record of, and what of it somebody should know before they become one. */
export async function comparePeople(db: Db, structures: Pair): Promise<SharedPeople> {
  const { same, doubtful, namesakes } = await compareLearners(db, structures)
  const twice: (SharedPerson & { session: string })[] = []
  const toldTwice: SharedPerson[] = []
  for (const pair of [...same, ...doubtful]) {
    for (const session of await openSessionsOfBoth(db, idsOf(pair)))
      twice.push({ ...person(pair.from), session })
    if (await tellDifferently(db, idsOf(pair))) toldTwice.push(person(pair.from))
  }
  return {
    same: same.map((pair) => person(pair.from)),
    doubtful: doubtful.map((pair) => person(pair.from)),
    namesakes: namesakes.map(person),
    twice,
    toldTwice,
  }
}

export const idsOf = ({ from, into }: LearnerPair) => ({ from: from.id, into: into.id })

const person = (learner: Learner): SharedPerson => ({
  id: learner.id,
  name: fullName(learner),
  birthDate: learner.birthDate,
})
