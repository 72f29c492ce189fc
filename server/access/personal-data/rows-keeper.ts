import { z } from 'zod'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PersonalDataKeeper } from './personal-data-keeper.ts'

/** Whose id a column holds: the person's, or that of a row of theirs, however far away. */
export type OwnerOfRows =
  | 'learner'
  | 'mobility'
  | 'enrolment'
  | { readonly table: string; readonly column: string; readonly of: OwnerOfRows }

export interface KeptRows {
  /** The section of the export; the table's name unless told. */
  readonly name?: string
  readonly table: string
  readonly column: string
  readonly of: OwnerOfRows
  /** Columns that are secrets or say nothing to the person: not exported. */
  readonly without?: readonly string[]
  /** Column of the stored file that a row names, if rows have one. */
  readonly fileKey?: string
}

const rows = z.array(z.record(z.string(), z.unknown()))
const keys = z.array(z.string().nullable())

/** The keeper of a table whose rows are each about one person: given as they are, and deleted. */
export function rowsKeeper(kept: KeptRows): PersonalDataKeeper {
  const { table, column, of, without = [], fileKey, name = table } = kept
  const rowsOf = (db: Db, learnerId: LearnerId) => rowsLeadingTo(db, { table, column, of }, learnerId)
  return {
    name,
    tables: [table],
    async exportOf(db, learnerId) {
      const found = rows.parse(await rowsOf(db, learnerId))
      return [{ section: name, records: found.map((row) => told(row, without)) }]
    },
    async erase(trx, learnerId) {
      const files =
        fileKey === undefined ? [] : keys.parse(await rowsOf(trx, learnerId).distinct().pluck(fileKey))
      await rowsOf(trx, learnerId).delete()
      return { kept: [], files: files.filter((key) => key !== null) }
    },
    ...(fileKey === undefined
      ? {}
      : {
          holdsFile: async (db: Db, key: string) =>
            (await db(table).where(fileKey, key).first(fileKey)) !== undefined,
        }),
  }
}

const WELL_KNOWN = {
  mobility: { table: 'mobilities', column: 'learner_id', of: 'learner' },
  enrolment: { table: 'enrolments', column: 'learner_id', of: 'learner' },
} as const

type Row = Record<string, string | null>

function rowsLeadingTo(
  db: Db,
  { table, column, of }: Pick<KeptRows, 'table' | 'column' | 'of'>,
  learnerId: LearnerId,
) {
  const found = db<Row>(table)
  if (of === 'learner') void found.where(column, learnerId)
  else
    void found.whereIn(
      column,
      rowsLeadingTo(db, typeof of === 'string' ? WELL_KNOWN[of] : of, learnerId).select('id'),
    )
  return found
}

/** A row without its secrets and its empty columns. */
function told(row: Record<string, unknown>, without: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).filter(([column, value]) => value !== null && !without.includes(column)),
  )
}
