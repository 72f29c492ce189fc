import type { Pair, TakenOver } from '../../access/structure-life/index.ts'
import { requestMissingPassports, type IssuanceDeps } from '../../issuer/issuance/index.ts'
import type { CredentialId, LearnerId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { joinRecords } from '../duplicates/index.ts'
import { compareLearners, moveLearners } from '../learners/index.ts'
import { moveSessions } from '../training-sessions/index.ts'
import { idsOf } from './compare-people.ts'

/**
 * Gives everything kept in one structure's name to another. Two records of one person become one: places, stays and
 * credentials go to the one that stays, and a passport that gathers what either held is asked for.
 */
export async function takeOverRecords(
  trx: Db,
  deps: IssuanceDeps,
  actor: Actor,
  input: Pair & { readonly at: Date; readonly onePerson: readonly LearnerId[] },
): Promise<TakenOver> {
  const { from, into, at } = input
  const { same, doubtful } = await compareLearners(trx, { from, into })
  const pairs = [...same, ...doubtful].filter((pair) => input.onePerson.includes(pair.from.id))
  const learners = await moveLearners(trx, actor, { from, into, pairs, at })
  const held: CredentialId[] = []
  for (const pair of pairs) {
    held.push(...(await joinRecords(trx, deps, { ...idsOf(pair), at })))
  }
  const sessions = await moveSessions(trx, { from, into })
  await requestMissingPassports({ ...deps, db: trx }, held)
  return { learners, merged: pairs.length, sessions }
}
