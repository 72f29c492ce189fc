import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectTrainings } from './store.ts'
import type { Training } from './training.ts'

/** What these people were trained in, the latest first. The caller has checked that the reader may know. */
export async function listTrainings(db: Db, accountIds: readonly AccountId[]): Promise<Training[]> {
  return selectTrainings(db, accountIds)
}

/** What somebody was trained in when they attested something: not what came after that day. */
export async function trainingsBy(db: Db, accountId: AccountId, day: IsoDate): Promise<Training[]> {
  return (await selectTrainings(db, [accountId])).filter(({ completedOn }) => completedOn <= day)
}
