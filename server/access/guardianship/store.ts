import type { AccountId, LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Agreement, AgreementId, AgreementWay, GuardianLink, GuardianLinkId } from './agreement.ts'
import type { Person } from './person-store.ts'

interface AgreementRow {
  id: AgreementId
  learner_id: LearnerId
  given_on: string
  way: AgreementWay
  reference: string | null
  recorded_by: AccountId | null
  link_id: GuardianLinkId | null
  recorded_at: string
  withdrawn_at: string | null
}

interface LinkRow {
  id: GuardianLinkId
  learner_id: LearnerId
  token_hash: string
  created_at: string
  expires_at: string
  created_by: AccountId | null
  mailed_at: string | null
  used_at: string | null
}

type Records = Pick<Person, 'records'>

const agreements = (db: Db) => db<AgreementRow>('guardian_agreements')
const links = (db: Db) => db<LinkRow>('guardian_links')

export async function insertAgreement(db: Db, agreement: Agreement): Promise<void> {
  await agreements(db).insert({
    id: agreement.id,
    learner_id: agreement.learnerId,
    given_on: agreement.givenOn,
    way: agreement.way,
    reference: agreement.reference,
    recorded_by: agreement.recordedBy,
    link_id: agreement.linkId,
    recorded_at: agreement.recordedAt,
    withdrawn_at: agreement.withdrawnAt,
  })
}

/** Newest first. */
export async function selectAgreements(db: Db, { records }: Records): Promise<Agreement[]> {
  const rows: AgreementRow[] = await agreements(db)
    .whereIn('learner_id', [...records])
    .orderBy([
      { column: 'recorded_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
  return rows.map((row) => ({
    id: row.id,
    learnerId: row.learner_id,
    givenOn: row.given_on,
    way: row.way,
    reference: row.reference,
    recordedBy: row.recorded_by,
    linkId: row.link_id,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** Takes back every agreement that still holds. Returns how many there were. */
export async function withdrawAgreements(db: Db, { records }: Records, at: string): Promise<number> {
  return agreements(db)
    .whereIn('learner_id', [...records])
    .whereNull('withdrawn_at')
    .update({ withdrawn_at: at })
}

export async function insertLink(db: Db, link: GuardianLink): Promise<void> {
  await links(db).insert({
    id: link.id,
    learner_id: link.learnerId,
    token_hash: link.tokenHash,
    created_at: link.createdAt,
    expires_at: link.expiresAt,
    created_by: link.createdBy,
    mailed_at: link.mailedAt,
    used_at: link.usedAt,
  })
}

export async function selectLinkByHash(db: Db, tokenHash: string): Promise<GuardianLink | undefined> {
  const row: LinkRow | undefined = await links(db).where({ token_hash: tokenHash }).first()
  return row && toLink(row)
}

/** Newest first. */
export async function selectLinks(db: Db, { records }: Records): Promise<GuardianLink[]> {
  const rows: LinkRow[] = await links(db)
    .whereIn('learner_id', [...records])
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
  return rows.map(toLink)
}

/** A link that was mailed (again) lasts as long as its newest letter says. */
export async function updateMailed(
  db: Db,
  id: GuardianLinkId,
  mailed: { readonly at: string; readonly expiresAt: string },
): Promise<void> {
  await links(db).where({ id }).update({ mailed_at: mailed.at, expires_at: mailed.expiresAt })
}

/** Uses the link up. @returns false when somebody was faster */
export async function claimLink(db: Db, id: GuardianLinkId, at: string): Promise<boolean> {
  const changed: number = await links(db).where({ id }).whereNull('used_at').update({ used_at: at })
  return changed === 1
}

function toLink(row: LinkRow): GuardianLink {
  return {
    id: row.id,
    learnerId: row.learner_id,
    tokenHash: row.token_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    createdBy: row.created_by,
    mailedAt: row.mailed_at,
    usedAt: row.used_at,
  }
}
