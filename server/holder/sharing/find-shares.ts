import { findCredentials, type CredentialContent } from '../../issuer/credentials/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { readSigned } from './read-signed.ts'
import type { Share } from './share.ts'
import { selectShare, selectShares } from './store.ts'

/** All that somebody shared, the newest first. */
export const listShares = (db: Db, learnerId: LearnerId): Promise<Share[]> => selectShares(db, learnerId)

/** Whether it is a share of theirs, or of a record that went into theirs. */
export const isShareOf = async (db: Db, learnerId: LearnerId, { id }: Pick<Share, 'id'>): Promise<boolean> =>
  (await selectShare(db, learnerId, id)) !== undefined

/**
 * One share of theirs, and what they chose for it, in the words it was signed with.
 * @throws AppError `not-found`, also for somebody else's
 */
export async function requireShare(
  db: Db,
  learnerId: LearnerId,
  id: string,
  locale: Locale,
): Promise<{ readonly share: Share; readonly contents: readonly CredentialContent[] }> {
  const share = await selectShare(db, learnerId, id)
  if (share === undefined) throw new AppError('not-found')
  const records = new Map((await findCredentials(db, share.credentialIds)).map((one) => [one.id, one]))
  const contents = share.credentialIds.flatMap((credentialId) => {
    const signed = records.get(credentialId)?.signed
    return signed ? [readSigned(signed, locale)] : []
  })
  return { share, contents }
}
