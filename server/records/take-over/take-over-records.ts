import type { Pair, TakenOver } from '../../access/structure-life/index.ts'
import { joinHolders } from '../../issuer/credentials/index.ts'
import { requestMissingPassports, type IssuanceDeps } from '../../issuer/issuance/index.ts'
import type { CredentialId, LearnerId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { compareLearners, moveLearners } from '../learners/index.ts'
import { joinMobilities } from '../mobilities/index.ts'
import { joinEnrolments, moveSessions } from '../training-sessions/index.ts'
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
  const held: string[] = []
  for (const pair of pairs) {
    const ids = idsOf(pair)
    const stays = await joinMobilities(trx, { ...ids, at })
    await joinEnrolments(trx, { ...ids, stays, at })
    held.push(...(await joinHolders(trx, ids)))
  }
  const sessions = await moveSessions(trx, { from, into })
  await requestMissingPassports({ ...deps, db: trx }, held as CredentialId[])
  return { learners, merged: pairs.length, sessions }
}
