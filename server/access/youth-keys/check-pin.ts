import { isoInstant } from '../../kernel/clock.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { SystemActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { matchesPassword } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { pauseAfter, TRIES } from './pauses.ts'
import { selectKeyOwner, type KeyOwner } from './person-store.ts'
import { countTry, forgetTries, pausePin, selectPin, type Pin } from './pin-store.ts'
import type { YouthKeyDeps } from './set-pin.ts'

/** What became of a PIN that was typed. */
export type PinAnswer =
  | { readonly outcome: 'opens' }
  /** How many tries are left before a pause. */
  | { readonly outcome: 'wrong'; readonly left: number }
  /** Nothing is looked at until this instant. */
  | { readonly outcome: 'paused'; readonly until: string }

const DOORKEEPER: SystemActor = { kind: 'system', name: 'youth door' }

/**
 * Whether this is the PIN of whom a slip belongs to. Tries are counted first and looked at then, so that many at once
 * are many; the count starts anew when one is right.
 */
export async function checkPin(deps: YouthKeyDeps, learnerId: LearnerId, typed: string): Promise<PinAnswer> {
  const owner = await selectKeyOwner(deps.db, learnerId)
  const pin = owner && (await selectPin(deps.db, owner))
  if (owner === undefined || pin === undefined) return { outcome: 'opens' }
  const counted = await count(deps, owner, pin)
  if (counted.pausedUntil !== null && !counted.mayTry)
    return { outcome: 'paused', until: counted.pausedUntil }
  if (await matchesPassword(pin.hash, typed)) {
    await forgetTries(deps.db, pin.learnerId)
    return { outcome: 'opens' }
  }
  return counted.pausedUntil === null
    ? { outcome: 'wrong', left: TRIES - (counted.tries % TRIES) }
    : { outcome: 'paused', until: counted.pausedUntil }
}

/** Until when a PIN is not asked for; undefined when it is. */
export async function findPinPause(db: Db, learnerId: LearnerId, now: Date): Promise<string | undefined> {
  const owner = await selectKeyOwner(db, learnerId)
  const until = (owner && (await selectPin(db, owner)))?.pausedUntil ?? null
  return until !== null && Date.parse(until) > now.getTime() ? until : undefined
}

interface Counted {
  readonly mayTry: boolean
  readonly tries: number
  readonly pausedUntil: string | null
}

async function count({ db, clock }: YouthKeyDeps, owner: KeyOwner, { learnerId }: Pin): Promise<Counted> {
  const at = clock.now()
  return db.transaction(async (trx) => {
    const mayTry = await countTry(trx, learnerId, isoInstant(at))
    const now = await selectPin(trx, owner)
    const tries = now?.tries ?? 0
    const pause = mayTry ? pauseAfter(tries) : 0
    if (pause === 0) return { mayTry, tries, pausedUntil: mayTry ? null : (now?.pausedUntil ?? null) }
    const pausedUntil = isoInstant(new Date(at.getTime() + pause))
    await pausePin(trx, learnerId, pausedUntil)
    await recordEvent(trx, {
      at,
      actor: DOORKEEPER,
      action: 'youth.pin-paused',
      organisationId: owner.organisationId,
      subject: { type: 'learner', id: owner.learnerId },
      details: { tries, minutes: pause / 60_000 },
    })
    return { mayTry, tries, pausedUntil }
  })
}
