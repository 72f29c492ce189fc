import { z } from 'zod'
import type { CredentialId, LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Share, ShareId } from './share.ts'

const row = z.object({
  id: z.string(),
  learner_id: z.string(),
  code: z.string(),
  recipient: z.string(),
  recipient_shown_at: z.string().nullable(),
  created_at: z.string(),
  expires_at: z.string(),
  withdrawn_at: z.string().nullable(),
  views: z.coerce.number(),
})
const itemRow = z.object({ share_id: z.string(), credential_id: z.string() })

export async function insertShare(trx: Db, share: Share): Promise<void> {
  await trx('shares').insert({
    id: share.id,
    learner_id: share.learnerId,
    code: share.code,
    recipient: share.recipient,
    recipient_shown_at: share.recipientShown ? share.createdAt : null,
    created_at: share.createdAt,
    expires_at: share.expiresAt,
    withdrawn_at: share.withdrawnAt,
    views: share.views,
  })
  for (const [position, credentialId] of share.credentialIds.entries())
    await trx('share_items').insert({ share_id: share.id, credential_id: credentialId, position })
}

async function withItems(db: Db, found: unknown): Promise<Share[]> {
  const shares = z.array(row).parse(found)
  const items = z.array(itemRow).parse(
    await db('share_items')
      .whereIn(
        'share_id',
        shares.map(({ id }) => id),
      )
      .orderBy('position'),
  )
  return shares.map((share): Share => ({
    id: share.id as ShareId,
    learnerId: share.learner_id as LearnerId,
    code: share.code,
    recipient: share.recipient,
    recipientShown: share.recipient_shown_at !== null,
    createdAt: share.created_at,
    expiresAt: share.expires_at,
    withdrawnAt: share.withdrawn_at,
    views: share.views,
    credentialIds: items
      .filter((item) => item.share_id === share.id)
      .map((item) => item.credential_id as CredentialId),
  }))
}

/** The person's record, and those that went into it: what was shared under each is theirs. */
const sharesOf = (db: Db, learnerId: LearnerId) =>
  db('shares').whereIn(
    'learner_id',
    db('learners').where({ id: learnerId }).orWhere({ merged_into: learnerId }).select('id'),
  )

/** The newest first. */
export async function selectShares(db: Db, learnerId: LearnerId): Promise<Share[]> {
  return withItems(db, await sharesOf(db, learnerId).orderBy('created_at', 'desc').orderBy('id'))
}

export async function selectShare(db: Db, learnerId: LearnerId, id: string): Promise<Share | undefined> {
  return (await withItems(db, await sharesOf(db, learnerId).where({ id })))[0]
}

export async function selectShareByCode(db: Db, code: string): Promise<Share | undefined> {
  return (await withItems(db, await db('shares').where({ code })))[0]
}

/** False when it was withdrawn already. */
export async function markWithdrawn(trx: Db, id: ShareId, at: string): Promise<boolean> {
  return (await trx('shares').where({ id }).whereNull('withdrawn_at').update({ withdrawn_at: at })) === 1
}

export async function addView(db: Db, id: ShareId): Promise<void> {
  await db('shares').where({ id }).increment('views', 1)
}
