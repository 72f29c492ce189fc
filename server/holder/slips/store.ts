import { z } from 'zod'
import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Slip, SlipId } from './slip.ts'

const slipRow = z.object({
  id: z.string(),
  learner_id: z.string(),
  code_hash: z.string(),
  issued_at: z.string(),
  issued_by: z.string().nullable(),
  replaced_at: z.string().nullable(),
})

function toSlip(row: unknown): Slip {
  const parsed = slipRow.parse(row)
  return {
    id: parsed.id as SlipId,
    learnerId: parsed.learner_id as LearnerId,
    codeHash: parsed.code_hash,
    issuedAt: parsed.issued_at,
    issuedBy: parsed.issued_by,
    replacedAt: parsed.replaced_at,
  }
}

export async function insertSlip(db: Db, slip: Slip): Promise<void> {
  await db('slips').insert({
    id: slip.id,
    learner_id: slip.learnerId,
    code_hash: slip.codeHash,
    issued_at: slip.issuedAt,
    issued_by: slip.issuedBy,
    replaced_at: slip.replacedAt,
  })
}

/** The person's record, and those that went into it when structures became one: a slip of each may be in a pocket. */
const recordsOf = (db: Db, learnerId: string) =>
  db('learners').where({ id: learnerId }).orWhere({ merged_into: learnerId }).select('id')

/** Ends every slip of the person that still opens something. */
export async function replaceSlips(db: Db, learnerId: string, at: string): Promise<number> {
  return db('slips')
    .whereIn('learner_id', recordsOf(db, learnerId))
    .whereNull('replaced_at')
    .update({ replaced_at: at })
}

export async function findSlipByHash(db: Db, codeHash: string): Promise<Slip | undefined> {
  const row: unknown = await db('slips').where({ code_hash: codeHash }).first()
  return row === undefined ? undefined : toSlip(row)
}

/** The slip, for nobody else to replace until the transaction ends. */
export async function lockSlipByHash(trx: Db, codeHash: string): Promise<Slip | undefined> {
  const row: unknown = await trx('slips').where({ code_hash: codeHash }).forUpdate().first()
  return row === undefined ? undefined : toSlip(row)
}

/** The slip that opens the person's page now; of two records that became one, the slip of the one that goes on. */
export async function findCurrentSlip(db: Db, learnerId: string): Promise<Slip | undefined> {
  const row: unknown = await db('slips')
    .whereIn('learner_id', recordsOf(db, learnerId))
    .whereNull('replaced_at')
    .orderByRaw('case when learner_id = ? then 0 else 1 end', [learnerId])
    .orderBy('issued_at', 'desc')
    .first()
  return row === undefined ? undefined : toSlip(row)
}

/** As much of a person as a slip needs: whom it greets, and who may print it. */
export interface SlipHolder {
  readonly id: LearnerId
  readonly organisationId: OrganisationId
  readonly givenName: string
  readonly familyName: string
  readonly birthYear: string | null
}

const holderRow = z.object({
  id: z.string(),
  organisation_id: z.string(),
  given_name: z.string(),
  family_name: z.string(),
  birth_date: z.string().nullable(),
})
const HOLDER_COLUMNS = ['id', 'organisation_id', 'given_name', 'family_name', 'birth_date']

function toHolder(row: unknown): SlipHolder {
  const parsed = holderRow.parse(row)
  return {
    id: parsed.id as LearnerId,
    organisationId: parsed.organisation_id as OrganisationId,
    givenName: parsed.given_name,
    familyName: parsed.family_name,
    birthYear: parsed.birth_date?.slice(0, 4) ?? null,
  }
}

/** Read-only: the holder side never writes a learner. A record that went into another is that other one. */
export async function findHolder(db: Db, learnerId: string): Promise<SlipHolder | undefined> {
  const goesOn = db('learners').where({ id: learnerId }).whereNotNull('merged_into').select('merged_into')
  const row: unknown = await db('learners')
    .where((same) => {
      void same.where({ id: learnerId, merged_into: null }).orWhereIn('id', goesOn)
    })
    .select(HOLDER_COLUMNS)
    .first()
  return row === undefined ? undefined : toHolder(row)
}

/** The training sessions the person is enrolled in; read-only too. */
export async function listSessionsOfHolder(db: Db, learnerId: LearnerId): Promise<string[]> {
  const rows: unknown[] = await db('enrolments').where({ learner_id: learnerId }).select('session_id')
  return rows.map((row) => z.object({ session_id: z.string() }).parse(row).session_id)
}

/** The people of a training session, in its order; read-only too. */
export async function listEnrolledIn(db: Db, sessionId: string): Promise<string[]> {
  const rows: unknown[] = await db('enrolments')
    .where({ session_id: sessionId })
    .orderBy('position')
    .select('learner_id')
  return rows.map((row) => z.object({ learner_id: z.string() }).parse(row).learner_id)
}

/**
 * Everybody of the network whose name passes `isNamed`. Names are compared in JavaScript, because neither database
 * folds accents alike; a search for a lost slip is rare, and a network has thousands of names, not millions.
 */
export async function findHoldersNamed(
  db: Db,
  isNamed: (holder: SlipHolder) => boolean,
): Promise<SlipHolder[]> {
  const rows: unknown[] = await db('learners').whereNull('merged_into').select(HOLDER_COLUMNS)
  return rows.map(toHolder).filter(isNamed)
}
