import { recordEvent } from '../../access/audit/index.ts'
import { clearSlipLocks, removeAddedKeys } from '../../access/youth-keys/index.ts'
import type { YouthSessions } from '../../access/youth-sessions/index.ts'
import type { KeyRing } from '../../issuer/keys/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, type LearnerId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { scanUrl, type CanOpenSession } from '../passports/index.ts'
import { hashSlipCode, slipCode, type SlipId } from './slip.ts'
import { findHolder, insertSlip, replaceSlips } from './store.ts'

export interface SlipDeps {
  readonly db: Db
  readonly ring: Pick<KeyRing, 'deriveSecret'>
  readonly clock: Clock
  readonly publicUrl: string
  /** Ends the visits that began with a slip which is replaced. */
  readonly youthSessions: Pick<YouthSessions, 'endAllOf'>
}

/** What the trainers' pages need besides: which sessions are theirs. */
export interface StaffSlipDeps extends SlipDeps {
  readonly canOpenSession: CanOpenSession
}

/** A slip ready to be printed or shown. */
export interface OpenSlip {
  /** The 16 symbols of its code. */
  readonly slip: string
  readonly url: string
}

/**
 * Gives a young person a new slip; the one they had stops opening anything, the visits under way end, and the new one
 * opens without a PIN. Any trainer of the network may do it: young people lose paper far from home, and forget PINs.
 * Written in the audit trail.
 * @throws AppError `not-found` for an unknown learner, `forbidden` without a role in any structure,
 * `changed-meanwhile` when somebody else gave a slip at the same moment (with `first`, also when there is one already:
 * it is left as it is)
 */
export async function issueSlip(
  deps: SlipDeps,
  actor: Actor,
  learnerId: string,
  options: {
    readonly first?: boolean
    /** The former slip may be in other hands: what its finder may have added goes too. */
    readonly elsewhere?: boolean
  } = {},
): Promise<OpenSlip> {
  requireNetworkStaff(actor)
  const id = newId<SlipId>()
  const code = slipCode(deps.ring.deriveSecret('slips'), id)
  const now = deps.clock.now()
  try {
    await deps.db.transaction(async (trx) => {
      const holder = await findHolder(trx, learnerId)
      if (!holder) throw new AppError('not-found')
      const replaced = options.first === true ? 0 : await endFormer(trx, deps, holder.id, now)
      if (options.elsewhere === true) await removeAddedKeys(trx, actor, { learnerId: holder.id, at: now })
      await insertSlip(trx, {
        id,
        learnerId: holder.id,
        codeHash: hashSlipCode(code),
        issuedAt: isoInstant(now),
        issuedBy: actor.kind === 'staff' ? actor.accountId : null,
        replacedAt: null,
      })
      await recordEvent(trx, {
        at: now,
        actor,
        action: 'slip.issued',
        organisationId: holder.organisationId,
        subject: { type: 'learner', id: holder.id },
        details: { slipId: id, replaced },
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('changed-meanwhile', {}, [], { cause: error })
    throw error
  }
  return { slip: code, url: scanUrl(deps.publicUrl, 's', code).href }
}

/** Of what opened their page before, nothing does: neither paper nor browser. Returns how many slips there were. */
async function endFormer(
  trx: Db,
  { youthSessions }: Pick<SlipDeps, 'youthSessions'>,
  learnerId: LearnerId,
  now: Date,
): Promise<number> {
  // the slips first: a visit that is beginning with one holds it until it has begun, and then ends with the others
  const replaced = await replaceSlips(trx, learnerId, isoInstant(now))
  await youthSessions.endAllOf(trx, learnerId)
  await clearSlipLocks(trx, learnerId)
  return replaced
}

/** Whoever has a role in a structure of the network, or runs it. */
export function requireNetworkStaff(actor: Actor): void {
  if (actor.kind === 'staff' && !actor.admin && actor.memberships.length === 0)
    throw new AppError('forbidden')
}
