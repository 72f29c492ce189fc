import { z } from 'zod'
import type { Db } from '../../platform/db/index.ts'

const numberRow = z.object({ number: z.number(), code: z.string() })

/** Which competence each number is. */
export async function allNumbers(db: Db): Promise<{ number: number; code: string }[]> {
  return z.array(numberRow).parse(await db('competence_numbers').orderBy('number').select('number', 'code'))
}

export async function findNumbers(db: Db, codes: readonly string[]): Promise<Map<string, number>> {
  const rows: unknown = await db('competence_numbers')
    .whereIn('code', [...codes])
    .select('number', 'code')
  return new Map(
    z
      .array(numberRow)
      .parse(rows)
      .map(({ code, number }) => [code, number]),
  )
}

/** Gives a competence the next number, unless it or the number was given away this very moment. */
export async function insertNextNumber(db: Db, code: string, givenAt: string): Promise<boolean> {
  const row: unknown = await db('competence_numbers').max('number as last').first()
  const { last } = z.object({ last: z.number().nullable() }).parse(row)
  const inserted: unknown = await db('competence_numbers')
    .insert({ number: (last ?? 0) + 1, code, given_at: givenAt })
    .onConflict()
    .ignore()
    .returning('number')
  return z.array(z.unknown()).parse(inserted).length === 1
}
