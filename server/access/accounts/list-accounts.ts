import { foldText } from '../../kernel/fold-text.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Account } from './account.ts'
import { selectAccounts } from './store.ts'

/** More than a network has people; a longer list is searched. */
const MOST = 200

/** Every account whose name or address contains the words, without regard to accents, in alphabetical order. */
export async function listAccounts(db: Db, words: string): Promise<{ accounts: Account[]; more: boolean }> {
  const wanted = foldText(words)
  const found = (await selectAccounts(db)).filter(({ name, email }) =>
    foldText(`${name} ${email}`).includes(wanted),
  )
  const accounts = found.sort((left, right) => left.name.localeCompare(right.name, 'fr'))
  return { accounts: accounts.slice(0, MOST), more: accounts.length > MOST }
}
