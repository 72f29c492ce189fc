import type { CompactTrust } from '../../server/vc/compact-proof/index.ts'
import { isRefusedForKey, type VerificationResult } from '../../server/vc/index.ts'
import { copyOf, part } from '../parts/parts.ts'
import type { Say } from '../parts/words.ts'
import { canVerify } from '../verify-anywhere/can-verify.ts'
import { verifyAnywhere } from '../verify-anywhere/verify-anywhere.ts'
import { load, onlyOurs } from './load.ts'
import { ourSources } from './our-sources.ts'

/**
 * Verifies the whole signed document on this device, by the server's own code, and says whether it comes to the same:
 * a sentence, then each check.
 */
export async function checkHere(
  { document = '', trust = '', verdictOf = '' }: DOMStringMap,
  say: Say,
): Promise<Node[]> {
  if (!(await canVerify())) return [sentence(say('phone.checked.failed'))]
  const { origin } = location
  const [signed, known] = await Promise.all([load(onlyOurs(document, origin)), load(trust)])
  const result = await verifyAnywhere(
    signed,
    ourSources(origin, known as unknown as CompactTrust),
    new Date(),
  )
  return [sentence(sayResult(result, verdictOf, say)), listChecks(result, say)]
}

function sayResult(result: VerificationResult, server: string, say: Say): string {
  // that a newer version exists only the register knows
  if (result.verdict === server || (result.verdict === 'verified' && server === 'superseded'))
    return say('phone.checked.same')
  if (isRefusedForKey(result)) return say('phone.checked.key')
  return say('phone.checked.other', { verdict: say(`verdict.${result.verdict}.title`) })
}

function sentence(text: string): Element {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  return paragraph
}

function listChecks({ checks }: VerificationResult, say: Say): Element {
  const list = document.createElement('ul')
  list.className = 'checks'
  list.setAttribute('role', 'list')
  for (const { name, status } of checks) {
    const line = copyOf(`check-${status}`)
    part(line, 'span').textContent = say(`verdict.check.${name}`)
    part(line, 'strong').textContent = say(`verdict.status.${status}`)
    list.append(line)
  }
  return list
}
