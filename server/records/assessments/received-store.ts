import { z } from 'zod'
import type { TrainingSessionId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

/** Which of these changes this session received before. */
export async function selectReceived(
  db: Db,
  sessionId: TrainingSessionId,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows: unknown = await db('grid_changes')
    .where({ session_id: sessionId })
    .whereIn('change_id', [...ids])
    .select('change_id')
  return new Set(
    z
      .array(z.object({ change_id: z.string() }))
      .parse(rows)
      .map((row) => row.change_id),
  )
}

export async function insertReceived(
  trx: Db,
  sessionId: TrainingSessionId,
  ids: readonly string[],
  at: string,
): Promise<void> {
  if (ids.length === 0) return
  await trx('grid_changes')
    .insert(ids.map((id) => ({ session_id: sessionId, change_id: id, received_at: at })))
    .onConflict(['session_id', 'change_id'])
    .ignore()
}

/** Of a session that is signed: nothing of it is changed by a grid any more. */
export async function deleteReceived(trx: Db, sessionId: TrainingSessionId): Promise<void> {
  await trx('grid_changes').where({ session_id: sessionId }).delete()
}
