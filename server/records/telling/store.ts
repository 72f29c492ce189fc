import { z } from 'zod'
import { newId, type EnrolmentId, type LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AssessedLevel } from '../assessments/index.ts'
import type { Telling, TellingId } from './telling.ts'

const optional = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined)

const tellingRow = z
  .object({
    id: z.string().transform((id) => id as TellingId),
    place: z.string(),
    competence: z.string(),
    words: z.string(),
    sentences: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
    level: optional.transform((level) => level as AssessedLevel | undefined),
    words_visible_at: optional,
    sentences_visible_at: optional,
    level_visible_at: optional,
    visible_to: optional.transform((id) => id as EnrolmentId | undefined),
    updated_at: z.string(),
  })
  .transform((row): Telling => ({
    id: row.id,
    place: row.place,
    competence: row.competence,
    words: row.words,
    sentences: row.sentences,
    level: row.level,
    visible: {
      words: row.words_visible_at,
      sentences: row.sentences_visible_at,
      level: row.level_visible_at,
    },
    visibleTo: row.visible_to,
    updatedAt: row.updated_at,
  }))

const parseAll = (rows: unknown[]): Telling[] => rows.map((row) => tellingRow.parse(row))

/** Everything the person told of one place, or of all of them. */
export async function selectTellings(db: Db, learnerId: LearnerId, place?: string): Promise<Telling[]> {
  const rows: unknown[] = await db('tellings')
    .where({ learner_id: learnerId, ...(place === undefined ? {} : { place }) })
    .orderBy(['place', 'competence'])
  return parseAll(rows)
}

/** What may be read at a place in a session; `visibleParts` says which of its parts. */
export async function selectTellingsShownAt(db: Db, enrolmentId: string): Promise<Telling[]> {
  const rows: unknown[] = await db('tellings').where({ visible_to: enrolmentId }).orderBy('competence')
  return parseAll(rows)
}

interface TellingKey {
  readonly learnerId: LearnerId
  readonly place: string
  readonly competence: string
}

/**
 * The row, made empty when it is new, which waits for nobody else until the transaction ends: two devices of one person
 * may save at the same moment.
 */
export async function lockTelling(
  trx: Db,
  key: TellingKey,
  at: string,
): Promise<{ readonly telling: Telling; readonly created: boolean }> {
  const where = { learner_id: key.learnerId, place: key.place, competence: key.competence }
  const id = newId<TellingId>()
  await trx('tellings')
    .insert({ id, ...where, words: '', sentences: '[]', level: null, created_at: at, updated_at: at })
    .onConflict(['learner_id', 'place', 'competence'])
    .ignore()
  const row: unknown = await trx('tellings').where(where).forUpdate().first()
  const telling = tellingRow.parse(row)
  return { telling, created: telling.id === id }
}

export async function updateTelling(trx: Db, telling: Telling): Promise<void> {
  await trx('tellings')
    .where({ id: telling.id })
    .update({
      place: telling.place,
      words: telling.words,
      sentences: JSON.stringify(telling.sentences),
      level: telling.level ?? null,
      words_visible_at: telling.visible.words ?? null,
      sentences_visible_at: telling.visible.sentences ?? null,
      level_visible_at: telling.visible.level ?? null,
      visible_to: telling.visibleTo ?? null,
      updated_at: telling.updatedAt,
    })
}

/** Whose it is, when two records of one person become one. */
export async function updateTeller(trx: Db, id: TellingId, into: LearnerId): Promise<void> {
  await trx('tellings').where({ id }).update({ learner_id: into })
}

export async function deleteTelling(trx: Db, id: TellingId): Promise<void> {
  await trx('tellings').where({ id }).delete()
}

/** Returns how many there were. */
export async function deleteTellingsOf(trx: Db, learnerId: LearnerId): Promise<number> {
  return trx('tellings').where({ learner_id: learnerId }).delete()
}
