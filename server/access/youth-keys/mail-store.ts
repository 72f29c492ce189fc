import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { KeyOwner } from './person-store.ts'

interface EmailRow {
  learner_id: LearnerId
  email: string
  confirmed_at: string
}

interface LinkRow {
  token_hash: string
  learner_id: LearnerId
  purpose: MailLink['purpose']
  email: string
  created_at: string
  expires_at: string
  used_at: string | null
}

/** A mailed link of a young person: it proves that an address is theirs, or lets them in. */
export interface MailLink {
  readonly learnerId: LearnerId
  readonly purpose: 'confirm' | 'open'
  readonly email: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
}

type Records = Pick<KeyOwner, 'records'>

const emails = (db: Db) => db<EmailRow>('youth_emails')
const links = (db: Db) => db<LinkRow>('youth_mail_links')

/** The confirmed address, undefined when there is none. */
export async function selectEmail(db: Db, { records }: Records): Promise<string | undefined> {
  const row: EmailRow | undefined = await emails(db)
    .whereIn('learner_id', [...records])
    .orderBy('confirmed_at', 'desc')
    .first()
  return row?.email
}

/** Everybody who confirmed this address: a family may share one. */
export async function selectOwnersOf(db: Db, email: string): Promise<LearnerId[]> {
  const rows: EmailRow[] = await emails(db).where({ email })
  return rows.map(({ learner_id }) => learner_id)
}

/** In the place of the one there was. */
export async function replaceEmail(
  db: Db,
  owner: KeyOwner,
  confirmed: { readonly email: string; readonly at: string },
): Promise<void> {
  await deleteEmails(db, owner)
  await emails(db).insert({
    learner_id: owner.learnerId,
    email: confirmed.email,
    confirmed_at: confirmed.at,
  })
}

/** Returns how many there were. */
export async function deleteEmails(db: Db, { records }: Records): Promise<number> {
  return emails(db)
    .whereIn('learner_id', [...records])
    .delete()
}

export async function insertMailLink(db: Db, tokenHash: string, link: MailLink): Promise<void> {
  await links(db).insert({
    token_hash: tokenHash,
    learner_id: link.learnerId,
    purpose: link.purpose,
    email: link.email,
    created_at: link.createdAt,
    expires_at: link.expiresAt,
    used_at: link.usedAt,
  })
}

export async function selectMailLink(db: Db, tokenHash: string): Promise<MailLink | undefined> {
  const row: LinkRow | undefined = await links(db).where({ token_hash: tokenHash }).first()
  return (
    row && {
      learnerId: row.learner_id,
      purpose: row.purpose,
      email: row.email,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
    }
  )
}

/** How many links of this purpose were made for somebody since. */
export async function countMailLinks(
  db: Db,
  { records }: Records,
  asked: { readonly purpose: MailLink['purpose']; readonly since: string },
): Promise<number> {
  const rows = await links(db)
    .whereIn('learner_id', [...records])
    .where({ purpose: asked.purpose })
    .where('created_at', '>', asked.since)
    .select('token_hash')
  return rows.length
}

/** Uses the link up. @returns false when somebody was faster */
export async function claimMailLink(db: Db, tokenHash: string, at: string): Promise<boolean> {
  const changed: number = await links(db)
    .where({ token_hash: tokenHash })
    .whereNull('used_at')
    .update({ used_at: at })
  return changed === 1
}

/** Sweeps what can be used no more. */
export async function deleteOldMailLinks(db: Db, before: string): Promise<void> {
  await links(db).where('expires_at', '<=', before).delete()
}
