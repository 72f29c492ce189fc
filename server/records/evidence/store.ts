import { z } from 'zod'
import type { EnrolmentId, LearnerId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  ACCEPTED_MEDIA_TYPES,
  type Evidence,
  type EvidenceFile,
  type EvidenceId,
  type OwnEvidence,
} from './evidence.ts'

const optional = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined)

const pieceRow = z.object({
  id: z.string().transform((id) => id as EvidenceId),
  competence: optional,
  kind: z.enum(['text', 'photo', 'file']),
  title: z.string(),
  narrative: optional,
  file_key: z.string().nullable(),
  media_type: z.enum(ACCEPTED_MEDIA_TYPES).nullable(),
  size: z.coerce.number().nullable(),
  sha256: z.string().nullable(),
  added_by: z.string(),
  created_at: z.string(),
})
const evidenceRow = pieceRow.extend({
  enrolment_id: z.string().transform((id) => id as EnrolmentId),
  learner_id: optional.transform((id) => id as LearnerId | undefined),
})
const ownEvidenceRow = pieceRow.extend({
  enrolment_id: optional.transform((id) => id as EnrolmentId | undefined),
  place: z.string(),
  visible_at: optional,
})

function toEvidence(given: unknown): Evidence {
  const row = evidenceRow.parse(given)
  return { ...toPiece(row), enrolmentId: row.enrolment_id, ownedBy: row.learner_id }
}

function toOwnEvidence(given: unknown): OwnEvidence {
  const row = ownEvidenceRow.parse(given)
  const { enrolment_id: enrolmentId, place, visible_at: visibleAt } = row
  return { ...toPiece(row), enrolmentId, place, visibleAt }
}

function toPiece(row: z.output<typeof pieceRow>): Omit<Evidence, 'enrolmentId' | 'ownedBy'> {
  return {
    id: row.id,
    competence: row.competence,
    kind: row.kind,
    title: row.title,
    narrative: row.narrative,
    file: toFile(row),
    addedBy: row.added_by,
    createdAt: row.created_at,
  }
}

function toFile(row: z.output<typeof pieceRow>): EvidenceFile | undefined {
  const { file_key: key, media_type: mediaType, size, sha256 } = row
  return key === null || mediaType === null || size === null || sha256 === null
    ? undefined
    : { key, mediaType, size, sha256 }
}

export async function insertEvidence(trx: Db, evidence: Evidence): Promise<void> {
  await trx('evidence').insert({ ...columnsOf(evidence), enrolment_id: evidence.enrolmentId })
}

export async function insertOwnEvidence(trx: Db, learnerId: LearnerId, evidence: OwnEvidence): Promise<void> {
  await trx('evidence').insert({ ...columnsOf(evidence), learner_id: learnerId, place: evidence.place })
}

const columnsOf = (evidence: Omit<Evidence, 'enrolmentId' | 'ownedBy'>) => ({
  id: evidence.id,
  competence: evidence.competence ?? null,
  kind: evidence.kind,
  title: evidence.title,
  narrative: evidence.narrative ?? null,
  file_key: evidence.file?.key ?? null,
  media_type: evidence.file?.mediaType ?? null,
  size: evidence.file?.size ?? null,
  sha256: evidence.file?.sha256 ?? null,
  added_by: evidence.addedBy,
  created_at: evidence.createdAt,
})

/** The piece and the session it belongs to, which decides who may see it. */
export async function selectEvidence(
  db: Db,
  id: string,
): Promise<{ evidence: Evidence; sessionId: TrainingSessionId } | undefined> {
  const row: unknown = await db('evidence')
    .join('enrolments', 'enrolments.id', 'evidence.enrolment_id')
    .where('evidence.id', id)
    .first('evidence.*', 'enrolments.session_id')
  if (row === undefined) return undefined
  const { session_id: sessionId } = z.object({ session_id: z.string() }).parse(row)
  return { evidence: toEvidence(row), sessionId: sessionId as TrainingSessionId }
}

export async function selectEvidenceOf(db: Db, enrolmentIds: readonly EnrolmentId[]): Promise<Evidence[]> {
  const rows: unknown[] = await db('evidence')
    .whereIn('enrolment_id', [...enrolmentIds])
    .orderBy(['created_at', 'id'])
  return rows.map(toEvidence)
}

/** A young person's own pieces, oldest first. */
export async function selectOwnEvidence(
  db: Db,
  learnerId: LearnerId,
  place?: string,
): Promise<OwnEvidence[]> {
  const rows: unknown[] = await db('evidence')
    .where({ learner_id: learnerId, ...(place === undefined ? {} : { place }) })
    .orderBy(['created_at', 'id'])
  return rows.map(toOwnEvidence)
}

/** Where an own piece is shown; nowhere when undefined. */
export async function updateShown(
  trx: Db,
  id: EvidenceId,
  shown: { readonly enrolmentId: EnrolmentId; readonly at: string } | undefined,
): Promise<void> {
  await trx('evidence')
    .where({ id })
    .update({ enrolment_id: shown?.enrolmentId ?? null, visible_at: shown?.at ?? null })
}

/** What it is kept with and whose it is, when two records of one person become one. */
export async function updateOwner(
  trx: Db,
  id: EvidenceId,
  owner: { readonly learnerId: LearnerId; readonly place: string },
): Promise<void> {
  await trx('evidence').where({ id }).update({ learner_id: owner.learnerId, place: owner.place })
}

export async function deleteEvidence(trx: Db, id: EvidenceId): Promise<void> {
  await trx('evidence').where({ id }).delete()
}

/** The same bytes may have been attached twice: a file goes only with its last row. */
export async function isFileUsed(db: Db, key: string): Promise<boolean> {
  const row: unknown = await db('evidence').where({ file_key: key }).first('id')
  return row !== undefined
}
