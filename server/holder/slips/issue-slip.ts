import { recordEvent } from '../../access/audit/index.ts'
import type { KeyRing } from '../../issuer/keys/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
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
 * Gives a young person a new slip; the one they had stops opening anything. Any trainer of the network may do it: young
 * people lose paper far from home. Written in the audit trail.
 * @throws AppError `not-found` for an unknown learner, `forbidden` without a role in any structure,
 * `changed-meanwhile` when somebody else gave a slip at the same moment (with `first`, also when there is one already:
 * it is left as it is)
 */
export async function issueSlip(
  deps: SlipDeps,
  actor: Actor,
  learnerId: string,
  options: { readonly first?: boolean } = {},
): Promise<OpenSlip> {
  requireNetworkStaff(actor)
  const id = newId<SlipId>()
  const code = slipCode(deps.ring.deriveSecret('slips'), id)
  const now = deps.clock.now()
  try {
    await deps.db.transaction(async (trx) => {
      const holder = await findHolder(trx, learnerId)
      if (!holder) throw new AppError('not-found')
      const replaced = options.first === true ? 0 : await replaceSlips(trx, holder.id, isoInstant(now))
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

/** Whoever has a role in a structure of the network, or runs it. */
export function requireNetworkStaff(actor: Actor): void {
  if (actor.kind === 'staff' && !actor.admin && actor.memberships.length === 0)
    throw new AppError('forbidden')
}
