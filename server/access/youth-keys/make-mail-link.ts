import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newSecretToken } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { hashToken } from '../accounts/index.ts'
import { countMailLinks, deleteOldMailLinks, insertMailLink, type MailLink } from './mail-store.ts'
import { lockOwner, type KeyOwner } from './person-store.ts'

const MINUTE_MS = 60_000
/** How long a link lasts, in minutes: one is waited for, the other may wait until one is home. */
export const LINK_MINUTES = { open: 20, confirm: 24 * 60 } as const
/** Nobody's mailbox is filled by somebody else's impatience: so many links in so many minutes. */
const MOST_LINKS = 3
const WINDOW_MINUTES = 20
/** Links are kept until nobody could still be counting them. */
const KEPT_MS = WINDOW_MINUTES * MINUTE_MS

/**
 * A link for a mail, in the transaction of what asks for it.
 * @returns its token
 * @throws AppError `too-many-requests`
 */
export async function makeMailLink(
  trx: Db,
  owner: KeyOwner,
  made: { readonly purpose: MailLink['purpose']; readonly email: string; readonly at: Date },
): Promise<string> {
  const { purpose, email, at } = made
  const before = (ms: number): string => isoInstant(new Date(at.getTime() - ms))
  await lockOwner(trx, owner)
  await deleteOldMailLinks(trx, before(KEPT_MS))
  const since = before(WINDOW_MINUTES * MINUTE_MS)
  if ((await countMailLinks(trx, owner, { purpose, since })) >= MOST_LINKS)
    throw new AppError('too-many-requests')
  const token = newSecretToken()
  await insertMailLink(trx, hashToken(token), {
    learnerId: owner.learnerId,
    purpose,
    email,
    createdAt: isoInstant(at),
    expiresAt: isoInstant(new Date(at.getTime() + LINK_MINUTES[purpose] * MINUTE_MS)),
    usedAt: null,
  })
  return token
}
