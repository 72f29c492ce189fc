import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { KeyOwner } from './person-store.ts'

interface PinRow {
  learner_id: LearnerId
  pin_hash: string
  set_at: string
  tries: number
  paused_until: string | null
}

/** A PIN as we know it, and how often it was tried since it was last right. */
export interface Pin {
  readonly learnerId: LearnerId
  readonly hash: string
  readonly tries: number
  readonly pausedUntil: string | null
}

type Records = Pick<KeyOwner, 'records'>

const pins = (db: Db) => db<PinRow>('youth_pins')

export async function selectPin(db: Db, { records }: Records): Promise<Pin | undefined> {
  const row: PinRow | undefined = await pins(db)
    .whereIn('learner_id', [...records])
    .orderBy('set_at', 'desc')
    .first()
  return (
    row && {
      learnerId: row.learner_id,
      hash: row.pin_hash,
      tries: row.tries,
      pausedUntil: row.paused_until,
    }
  )
}

/** In the place of the one there was. */
export async function replacePin(db: Db, owner: KeyOwner, pin: { hash: string; at: string }): Promise<void> {
  await deletePins(db, owner)
  await pins(db).insert({
    learner_id: owner.learnerId,
    pin_hash: pin.hash,
    set_at: pin.at,
    tries: 0,
    paused_until: null,
  })
}

/** Returns how many there were. */
export async function deletePins(db: Db, { records }: Records): Promise<number> {
  return pins(db)
    .whereIn('learner_id', [...records])
    .delete()
}

/**
 * Counts a try before it is looked at. @returns false during a pause
 */
export async function countTry(db: Db, learnerId: LearnerId, now: string): Promise<boolean> {
  const counted: number = await pins(db)
    .where({ learner_id: learnerId })
    .where((open) => {
      void open.whereNull('paused_until').orWhere('paused_until', '<=', now)
    })
    .increment('tries', 1)
  return counted === 1
}

export async function pausePin(db: Db, learnerId: LearnerId, until: string): Promise<void> {
  await pins(db).where({ learner_id: learnerId }).update({ paused_until: until })
}

/** It was right: the next misses are counted from nothing. */
export async function forgetTries(db: Db, learnerId: LearnerId): Promise<void> {
  await pins(db).where({ learner_id: learnerId }).update({ tries: 0, paused_until: null })
}
