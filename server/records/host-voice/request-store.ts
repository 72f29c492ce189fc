import { z } from 'zod'
import type { AccountId, MobilityId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { HostRequest, HostRequestId } from './host-request.ts'
import { HOST_LANGUAGES } from './phrases.ts'

const requestRow = z
  .object({
    id: z.string(),
    mobility_id: z.string(),
    language: z.enum(HOST_LANGUAGES),
    tutor_name: z.string().nullable(),
    tutor_email: z.string().nullable(),
    asked_at: z.string(),
    asked_by: z.string().nullable(),
    withdrawn_at: z.string().nullable(),
  })
  .transform((row): HostRequest => ({
    id: row.id as HostRequestId,
    mobilityId: row.mobility_id as MobilityId,
    language: row.language,
    tutorName: row.tutor_name,
    tutorEmail: row.tutor_email,
    askedAt: row.asked_at,
    askedBy: row.asked_by as AccountId | null,
    withdrawnAt: row.withdrawn_at,
  }))

export async function selectRequest(
  db: Db,
  by: { readonly id: string } | { readonly mobility_id: string },
): Promise<HostRequest | undefined> {
  const row: unknown = await db('host_requests').where(by).first()
  return row === undefined ? undefined : requestRow.parse(row)
}

/** The request, for nobody else to change until the transaction ends. */
export async function lockRequest(
  trx: Db,
  by: { readonly id: string } | { readonly mobility_id: string },
): Promise<HostRequest | undefined> {
  const row: unknown = await trx('host_requests').where(by).forUpdate().first()
  return row === undefined ? undefined : requestRow.parse(row)
}

export async function insertRequest(trx: Db, request: HostRequest): Promise<void> {
  await trx('host_requests').insert({
    id: request.id,
    mobility_id: request.mobilityId,
    language: request.language,
    tutor_name: request.tutorName,
    tutor_email: request.tutorEmail,
    asked_at: request.askedAt,
    asked_by: request.askedBy,
    withdrawn_at: request.withdrawnAt,
  })
}

export async function updateRequest(
  trx: Db,
  id: HostRequestId,
  change: Pick<HostRequest, 'language' | 'tutorName' | 'tutorEmail' | 'askedBy' | 'withdrawnAt'>,
): Promise<void> {
  await trx('host_requests').where({ id }).update({
    language: change.language,
    tutor_name: change.tutorName,
    tutor_email: change.tutorEmail,
    asked_by: change.askedBy,
    withdrawn_at: change.withdrawnAt,
  })
}

export async function clearAddress(trx: Db, id: HostRequestId): Promise<void> {
  await trx('host_requests').where({ id }).update({ tutor_email: null })
}

/** Addresses whose newest link has expired are of no use any more. Returns how many there were. */
export async function clearExpiredAddresses(db: Db, now: string): Promise<number> {
  const alive = db('host_links')
    .where('host_links.request_id', db.ref('host_requests.id'))
    .where('host_links.expires_at', '>', now)
    .select('host_links.id')
  return db('host_requests').whereNotNull('tutor_email').whereNotExists(alive).update({ tutor_email: null })
}

/** The question about one stay becomes the question about another record of the same stay; false when that has its own. */
export async function moveRequest(trx: Db, from: MobilityId, into: MobilityId): Promise<boolean> {
  if ((await selectRequest(trx, { mobility_id: into })) !== undefined) return false
  await trx('host_requests').where({ mobility_id: from }).update({ mobility_id: into })
  return true
}

/** The requests about these stays. */
export async function selectRequestsAbout(
  db: Db,
  mobilityIds: readonly MobilityId[],
): Promise<HostRequest[]> {
  const rows: unknown[] = await db('host_requests').whereIn('mobility_id', mobilityIds)
  return rows.map((row) => requestRow.parse(row))
}
