import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { daysFrom, stateOf, type Batch, type BatchId } from './batch.ts'
import type { BatchDeps } from './batches-deps.ts'
import { forgetBatch } from './forget-batches.ts'
import { reopenFailed } from './item-store.ts'
import { lockBatch, updateBatch, type BatchChange } from './store.ts'

interface ChangeDeps {
  readonly db: Db
  readonly clock: Clock
}

/** Which batch: of this structure and no other. */
export interface BatchOf {
  readonly organisationId: OrganisationId
  readonly id: string
}

/** Nobody has a turn at it any more: who had one finds out, and the next one waits for nobody. */
const FREE = { lease_token: null, lease_until: null, under_way: 0 } as const

/**
 * Stops the making of a batch; what is made stays, for whoever goes on with it. Stopping what is ready changes nothing.
 * @throws AppError `forbidden`, `not-found`
 */
export async function cancelBatch(deps: ChangeDeps, actor: Actor, which: BatchOf): Promise<void> {
  await change(deps, actor, which, 'passports.stopped', (_trx, batch, now) => {
    const at = isoInstant(now)
    const runs = ['waiting', 'making'].includes(stateOf(batch, at))
    return Promise.resolve(runs ? { ...FREE, cancelled_at: at } : undefined)
  })
}

/**
 * Goes on with a batch that was stopped, and tries again what could not be printed. What is made already is not made again.
 * @throws AppError `forbidden`, `not-found`: also when its files are not kept any more
 */
export async function resumeBatch(deps: ChangeDeps, actor: Actor, which: BatchOf): Promise<void> {
  await change(deps, actor, which, 'passports.resumed', async (trx, batch, now) => {
    const state = stateOf(batch, isoInstant(now))
    if (state === 'gone') throw new AppError('not-found')
    if (state === 'waiting' || state === 'making') return undefined
    const reopened = await reopenFailed(trx, batch.id)
    if (state === 'ready' && reopened === 0) return undefined
    const marks = { cancelled_at: null, failed_at: null, finished_at: null, attempts: 0 }
    return { ...FREE, ...marks, expires_at: isoInstant(daysFrom(now)) }
  })
}

/**
 * Takes the files of a batch away: they are not to be had from this moment on.
 * @throws AppError `forbidden`, `not-found`
 */
export async function deleteBatch(deps: BatchDeps, actor: Actor, which: BatchOf): Promise<void> {
  const id = await change(deps, actor, which, 'passports.deleted', (_trx, batch, now) =>
    Promise.resolve(batch.deletedAt === null ? { ...FREE, deleted_at: isoInstant(now) } : undefined),
  )
  await forgetBatch(deps, id)
}

/** One change of a batch with its event; no event when nothing changes. */
async function change(
  { db, clock }: ChangeDeps,
  actor: Actor,
  { organisationId, id }: BatchOf,
  action: string,
  decide: (trx: Db, batch: Batch, now: Date) => Promise<BatchChange | undefined>,
): Promise<BatchId> {
  requireRoleIn(actor, organisationId, 'coordinator')
  const now = clock.now()
  return db.transaction(async (trx) => {
    const batch = await lockBatch(trx, id as BatchId)
    if (batch?.organisationId !== organisationId) throw new AppError('not-found')
    const decided = await decide(trx, batch, now)
    if (decided === undefined) return batch.id
    await updateBatch(trx, batch.id, decided)
    await recordEvent(trx, {
      at: now,
      actor,
      action,
      organisationId,
      subject: { type: 'passport-batch', id: batch.id },
      details: { people: batch.people },
    })
    return batch.id
  })
}
