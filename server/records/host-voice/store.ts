import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, MobilityId } from '../../kernel/ids.ts'
import { LANGUAGES } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import type {
  HostAnswer,
  HostAnswerId,
  HostLink,
  HostLinkId,
  HostRequest,
  HostRequestId,
} from './host-request.ts'

const requestRow = z
  .object({
    id: z.string(),
    mobility_id: z.string(),
    language: z.enum(LANGUAGES),
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

const linkRow = z
  .object({
    id: z.string(),
    request_id: z.string(),
    way: z.enum(['mail', 'paper']),
    made_at: z.string(),
    sent_at: z.string().nullable(),
    expires_at: z.string(),
    opened_at: z.string().nullable(),
    replaced_at: z.string().nullable(),
  })
  .transform((row): HostLink => ({
    id: row.id as HostLinkId,
    requestId: row.request_id as HostRequestId,
    way: row.way,
    madeAt: row.made_at,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    openedAt: row.opened_at,
    replacedAt: row.replaced_at,
  }))

const answerRow = z
  .object({
    id: z.string(),
    request_id: z.string(),
    link_id: z.string(),
    language: z.enum(LANGUAGES),
    starts_on: z.iso.date(),
    ends_on: z.iso.date(),
    levels: z.string(),
    sentence: z.string().nullable(),
    tutor_name: z.string(),
    tutor_role: z.string().nullable(),
    named_at: z.string().nullable(),
    answered_at: z.string(),
    updated_at: z.string(),
    withdrawn_at: z.string().nullable(),
  })
  .transform((row): HostAnswer => ({
    id: row.id as HostAnswerId,
    requestId: row.request_id as HostRequestId,
    linkId: row.link_id as HostLinkId,
    language: row.language,
    startsOn: row.starts_on as IsoDate,
    endsOn: row.ends_on as IsoDate,
    levels: z.record(z.string(), z.string()).parse(JSON.parse(row.levels)),
    sentence: row.sentence,
    tutorName: row.tutor_name,
    tutorRole: row.tutor_role,
    namedAt: row.named_at,
    answeredAt: row.answered_at,
    updatedAt: row.updated_at,
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

export async function insertLink(trx: Db, link: HostLink, codeHash: string): Promise<void> {
  await trx('host_links').insert({
    id: link.id,
    request_id: link.requestId,
    code_hash: codeHash,
    way: link.way,
    made_at: link.madeAt,
    sent_at: link.sentAt,
    expires_at: link.expiresAt,
    opened_at: link.openedAt,
    replaced_at: link.replacedAt,
  })
}

/** A newer link takes the place of those before it. */
export async function replaceLinks(trx: Db, requestId: HostRequestId, at: string): Promise<void> {
  await trx('host_links')
    .where({ request_id: requestId })
    .whereNull('replaced_at')
    .update({ replaced_at: at })
}

export async function selectLinkByHash(db: Db, codeHash: string): Promise<HostLink | undefined> {
  const row: unknown = await db('host_links').where({ code_hash: codeHash }).first()
  return row === undefined ? undefined : linkRow.parse(row)
}

/** Every link of a request, the newest first. */
export async function selectLinks(db: Db, requestId: HostRequestId): Promise<HostLink[]> {
  const rows: unknown[] = await db('host_links')
    .where({ request_id: requestId })
    .orderBy([
      { column: 'made_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
  return rows.map((row) => linkRow.parse(row))
}

export async function setSent(db: Db, id: HostLinkId, at: string): Promise<void> {
  await db('host_links').where({ id }).update({ sent_at: at })
}

/** Notes the first time somebody opened it; false when it was open before. */
export async function setOpened(trx: Db, id: HostLinkId, at: string): Promise<boolean> {
  return (await trx('host_links').where({ id }).whereNull('opened_at').update({ opened_at: at })) === 1
}

export async function selectAnswer(db: Db, requestId: HostRequestId): Promise<HostAnswer | undefined> {
  const row: unknown = await db('host_answers').where({ request_id: requestId }).first()
  return row === undefined ? undefined : answerRow.parse(row)
}

export async function upsertAnswer(trx: Db, answer: HostAnswer): Promise<void> {
  await trx('host_answers')
    .insert({
      id: answer.id,
      request_id: answer.requestId,
      link_id: answer.linkId,
      language: answer.language,
      starts_on: answer.startsOn,
      ends_on: answer.endsOn,
      levels: JSON.stringify(answer.levels),
      sentence: answer.sentence,
      tutor_name: answer.tutorName,
      tutor_role: answer.tutorRole,
      named_at: answer.namedAt,
      answered_at: answer.answeredAt,
      updated_at: answer.updatedAt,
      withdrawn_at: answer.withdrawnAt,
    })
    .onConflict(['request_id'])
    .merge([
      'link_id',
      'language',
      'starts_on',
      'ends_on',
      'levels',
      'sentence',
      'tutor_name',
      'tutor_role',
      'named_at',
      'answered_at',
      'updated_at',
      'withdrawn_at',
    ])
}

/** The answers that stand about these stays, each with its request's stay and the link it came through. */
export async function selectStanding(
  db: Db,
  mobilityIds: readonly MobilityId[],
): Promise<{ mobilityId: MobilityId; answer: HostAnswer; link: HostLink }[]> {
  const found: { mobilityId: MobilityId; answer: HostAnswer; link: HostLink }[] = []
  for (let start = 0; start < mobilityIds.length; start += CHUNK) {
    const requests: unknown[] = await db('host_requests').whereIn(
      'mobility_id',
      mobilityIds.slice(start, start + CHUNK),
    )
    for (const request of requests.map((row) => requestRow.parse(row))) {
      const answer = await selectAnswer(db, request.id)
      if (answer === undefined || answer.withdrawnAt !== null) continue
      const link: unknown = await db('host_links').where({ id: answer.linkId }).first()
      found.push({ mobilityId: request.mobilityId, answer, link: linkRow.parse(link) })
    }
  }
  return found
}

const CHUNK = 100

/** The question about one stay becomes the question about another record of the same stay; false when that has its own. */
export async function moveRequest(trx: Db, from: MobilityId, into: MobilityId): Promise<boolean> {
  if ((await selectRequest(trx, { mobility_id: into })) !== undefined) return false
  await trx('host_requests').where({ mobility_id: from }).update({ mobility_id: into })
  return true
}
