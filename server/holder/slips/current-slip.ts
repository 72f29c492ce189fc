import { AppError } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import { scanUrl } from '../passports/index.ts'
import { issueSlip, type OpenSlip, type SlipDeps } from './issue-slip.ts'
import { hashSlipCode, slipCode } from './slip.ts'
import { findCurrentSlip } from './store.ts'

/**
 * The slip a young person has, made again without ending it; undefined when they have none, or when the keys folder
 * that its code came from is gone (then a new slip is needed).
 */
export async function currentSlip(
  deps: Pick<SlipDeps, 'db' | 'ring' | 'publicUrl'>,
  learnerId: string,
): Promise<OpenSlip | undefined> {
  const slip = await findCurrentSlip(deps.db, learnerId)
  if (!slip) return undefined
  const code = slipCode(deps.ring.deriveSecret('slips'), slip.id)
  if (hashSlipCode(code) !== slip.codeHash) return undefined
  return { slip: code, url: scanUrl(deps.publicUrl, 's', code).href }
}

/**
 * The slip they have, or a first one. Of two trainers (or two taps) at the same moment, both get the same: the paper
 * one of them prints must not be dead already.
 */
export async function currentOrNewSlip(deps: SlipDeps, actor: Actor, learnerId: string): Promise<OpenSlip> {
  const current = await currentSlip(deps, learnerId)
  if (current) return current
  const first = (await findCurrentSlip(deps.db, learnerId)) === undefined
  try {
    return await issueSlip(deps, actor, learnerId, { first })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'changed-meanwhile') throw error
    const others = await currentSlip(deps, learnerId)
    if (!others) throw error
    return others
  }
}
