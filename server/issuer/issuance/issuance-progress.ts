import { z } from 'zod'
import type { Db } from '../../platform/db/index.ts'
import type { IssuanceScope } from './store.ts'

/** How far signing has come: a page shows it while it runs, in whatever process that is. */
export interface IssuanceProgress {
  readonly total: number
  readonly signed: number
  /** Tried, and waiting for another try. */
  readonly failed: number
}

const counted = z.object({
  total: z.coerce.number(),
  signed: z.coerce.number(),
  failed: z.coerce.number(),
})

/** Counts what a training session awards, corrections included. */
export async function issuanceProgress(
  db: Db,
  { sessionId }: Required<Pick<IssuanceScope, 'sessionId'>>,
): Promise<IssuanceProgress> {
  const row: unknown = await db('credentials')
    .where({ session_id: sessionId })
    .count({ total: '*', signed: 'signed_at', failed: 'failed_at' })
    .first()
  return counted.parse(row)
}
