import { recordEvent } from '../../access/audit/index.ts'
import { lockStructure } from '../../access/organisations/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newTimeOrderedId, type OrganisationId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  daysFrom,
  fileNumberOf,
  MOST_BATCHES,
  MOST_PEOPLE,
  type Batch,
  type BatchId,
  type BatchOutput,
  type BatchPrint,
  type BatchScope,
} from './batch.ts'
import { choosePeople } from './choose-people.ts'
import { insertItems } from './item-store.ts'
import { countLive, insertBatch } from './store.ts'

export interface RequestBatchDeps {
  readonly db: Db
  readonly clock: Clock
}

export interface BatchRequest {
  readonly organisationId: OrganisationId
  readonly about: BatchScope
  readonly print: BatchPrint
  readonly output: BatchOutput
}

/**
 * Writes down whose passports are to be printed; a chore of the server prints them. Who is in it is settled now, what
 * their passport says when it is printed.
 * @throws AppError `forbidden` unless the actor coordinates the structure, `structure-closed`; `invalid-input` with a
 * problem at `scope` when nobody or too many are meant, or too many batches are kept
 */
export async function requestBatch(
  { db, clock }: RequestBatchDeps,
  actor: Actor,
  { organisationId, about, print, output }: BatchRequest,
): Promise<BatchId> {
  requireRoleIn(actor, organisationId, 'coordinator')
  const now = clock.now()
  const at = isoInstant(now)
  return db.transaction(async (trx) => {
    // of two requests at once the second counts the first
    const structure = await lockStructure(trx, organisationId)
    if (structure.closedAt !== null) throw new AppError('structure-closed', { name: structure.name })
    if ((await countLive(trx, organisationId, at)) >= MOST_BATCHES)
      throw refused('batches.tooManyBatches', { max: MOST_BATCHES })
    const people = await choosePeople(trx, organisationId, about)
    if (people.length === 0) throw refused('batches.nobody')
    if (people.length > MOST_PEOPLE)
      throw refused('batches.tooManyPeople', { count: people.length, max: MOST_PEOPLE })
    const batch: Batch = {
      ...print,
      id: newTimeOrderedId<BatchId>(now),
      organisationId,
      requestedBy: actor.kind === 'staff' ? actor.accountId : null,
      requestedAt: at,
      about,
      output,
      people: people.length,
      ...UNTOUCHED,
      expiresAt: isoInstant(daysFrom(now)),
    }
    await insertBatch(trx, batch)
    const items = people.map(({ id }, index) => ({
      learnerId: id,
      position: index + 1,
      fileNumber: fileNumberOf(output, index + 1),
    }))
    await insertItems(trx, batch.id, items)
    await recordEvent(trx, {
      at: now,
      actor,
      action: 'passports.requested',
      organisationId,
      subject: { type: 'passport-batch', id: batch.id },
      details: { people: people.length, scope: about.scope, form: print.form, output },
    })
    return batch.id
  })
}

const UNTOUCHED = {
  underWay: 0,
  attempts: 0,
  leaseUntil: null,
  failedAt: null,
  finishedAt: null,
  cancelledAt: null,
  deletedAt: null,
} as const

const refused = (message: string, params: Readonly<Record<string, number>> = {}): AppError =>
  new AppError('invalid-input', {}, [{ field: 'scope', message, params }])
