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

/** The slip they have, or a first one: printing the slips of a session twice prints the same slips. */
export async function currentOrNewSlip(deps: SlipDeps, actor: Actor, learnerId: string): Promise<OpenSlip> {
  return (await currentSlip(deps, learnerId)) ?? issueSlip(deps, actor, learnerId)
}
