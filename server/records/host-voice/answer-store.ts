import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { HostAnswer, HostAnswerId, HostLinkId, HostRequestId } from './host-request.ts'
import { HOST_LANGUAGES } from './phrases.ts'

const answerRow = z
  .object({
    id: z.string(),
    request_id: z.string(),
    link_id: z.string(),
    language: z.enum(HOST_LANGUAGES),
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
