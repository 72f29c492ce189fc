import { z } from 'zod'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { newSecretToken } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { MOST_ATTEMPTS, type BatchId } from './batch.ts'

/**
 * Whose turn it is to make the files of a batch. One process has it at a time; what it made counts only while the token
 * is still that of the row, so a process that slept through its time changes nothing.
 */
export interface Lease {
  readonly batchId: BatchId
  readonly token: string
}

export interface LeaseDeps {
  readonly db: Db
  readonly clock: Clock
}

/** A process that was killed is waited for this long. */
const LEASE_MS = 30_000

const until = ({ clock }: LeaseDeps): string => isoInstant(new Date(clock.now().getTime() + LEASE_MS))

const claimed = z.array(z.object({ id: z.string().transform((id) => id as BatchId) }))

/**
 * Takes the batch that waited longest since its last turn. Each turn counts as an attempt until something comes of it:
 * a batch that kills the process is given up too.
 */
export async function takeTurn(deps: LeaseDeps): Promise<Lease | undefined> {
  const now = isoInstant(deps.clock.now())
  const next = unfinished(deps.db, now)
    .where(isFree(now))
    .orderByRaw(`coalesce(lease_until, '')`)
    .orderBy('requested_at')
    .limit(1)
    .select('id')
  const token = newSecretToken()
  // of two processes that found the same one, the second finds the condition of the update untrue
  const rows: unknown = await deps
    .db('passport_batches')
    .whereIn('id', next)
    .where(isFree(now))
    .update({
      lease_token: token,
      lease_until: until(deps),
      under_way: 0,
      attempts: deps.db.raw('attempts + 1'),
    })
    .returning(['id'])
  const [one] = claimed.parse(rows)
  return one && { batchId: one.id, token }
}

/** Whose turn is over. */
const isFree = (now: string) => (batch: Conditions) =>
  void batch.whereNull('lease_until').orWhere('lease_until', '<=', now)

/** As much of a query as a condition needs. */
interface Conditions {
  whereNull(column: string): Conditions
  orWhere(column: string, operator: string, value: string): Conditions
}

/** Batches with something to make, that nobody stopped and whose days are not over. */
function unfinished(db: Db, now: string) {
  return db('passport_batches')
    .whereNull('finished_at')
    .whereNull('cancelled_at')
    .whereNull('deleted_at')
    .whereNull('failed_at')
    .where('attempts', '<', MOST_ATTEMPTS)
    .where('expires_at', '>', now)
}

/** Keeps the turn a while longer and says how far it is. False when it is somebody else's by now, or nobody's. */
export async function keepTurn(
  deps: LeaseDeps,
  { batchId, token }: Lease,
  underWay: number,
): Promise<boolean> {
  const changed = await deps
    .db('passport_batches')
    .where({ id: batchId, lease_token: token, cancelled_at: null, deleted_at: null })
    .update({ lease_until: until(deps), under_way: underWay })
  return changed === 1
}

/** Whether the turn is still ours; the row is kept as it is until the transaction ends. */
export async function holdTurn(trx: Db, { batchId, token }: Lease): Promise<boolean> {
  const row: unknown = await trx('passport_batches')
    .where({ id: batchId, lease_token: token, cancelled_at: null, deleted_at: null })
    .forUpdate()
    .first('id')
  return row !== undefined
}

/** Something was made: the tries begin anew. */
export async function noteProgress(trx: Db, { batchId }: Lease): Promise<void> {
  await trx('passport_batches').where({ id: batchId }).update({ attempts: 0, under_way: 0 })
}

/** Lets others have their turn; the batch comes again after those that waited longer. */
export async function endTurn(deps: LeaseDeps, { batchId, token }: Lease): Promise<void> {
  await deps
    .db('passport_batches')
    .where({ id: batchId, lease_token: token })
    .update({ lease_token: null, lease_until: isoInstant(deps.clock.now()), under_way: 0 })
}

/** Ends a turn that something unexpected stopped: the next comes later each time, and after some nobody tries any more. */
export async function giveUpTurn(deps: LeaseDeps, { batchId, token }: Lease): Promise<void> {
  const { clock, db } = deps
  await db.transaction(async (trx) => {
    const row: unknown = await trx('passport_batches')
      .where({ id: batchId, lease_token: token })
      .forUpdate()
      .first('attempts')
    if (row === undefined) return
    const { attempts } = z.object({ attempts: z.coerce.number() }).parse(row)
    const wait = new Date(clock.now().getTime() + attempts * 10_000)
    await trx('passport_batches')
      .where({ id: batchId })
      .update({ lease_token: null, lease_until: isoInstant(wait), under_way: 0 })
  })
}

/** Those that were tried too often are said to have stopped. */
export async function markStopped({ db, clock }: LeaseDeps): Promise<void> {
  const now = isoInstant(clock.now())
  await db('passport_batches')
    .whereNull('finished_at')
    .whereNull('failed_at')
    .where('attempts', '>=', MOST_ATTEMPTS)
    .where(isFree(now))
    .update({ failed_at: now })
}
