import { failed } from '../verification-result.ts'
import type { Check } from '../verification-result.ts'
import type { Proof } from './proof-rules.ts'

/** The proofs that `proof` names as its previous ones; undefined when one of them is not there. */
export function previousOf(proof: Proof, all: readonly Proof[]): readonly Proof[] | undefined {
  const named = proof.previous.map((id) => all.find(({ source }) => source.id === id))
  const found = named.filter((other) => other !== undefined)
  return found.length === named.length ? found : undefined
}

/**
 * What is wrong with the chains among the proofs (VC Data Integrity 1.0, 2.1.2 Proof Chains): an id that two proofs share,
 * a previous proof that is missing, a chain that leads back to its beginning.
 */
export function refuseChains(proofs: readonly Proof[]): Check | undefined {
  const ids = new Set<unknown>()
  for (const proof of proofs) {
    const { id } = proof.source
    if (id !== undefined && ids.has(id))
      return failed('proof', 'proof-invalid', { pointer: `${proof.pointer}/id` })
    ids.add(id)
  }
  for (const proof of proofs) {
    const at = { pointer: `${proof.pointer}/previousProof`, detail: proof.previous.join(' ').slice(0, 500) }
    if (previousOf(proof, proofs) === undefined) return failed('proof', 'previous-proof-missing', at)
    const before = proofsBefore([proof], proofs)
    if (before.has(proof)) return failed('proof', 'previous-proof-circular', at)
  }
  return undefined
}

/** All proofs that the given ones build on, directly or through others. */
export function proofsBefore(last: readonly Proof[], all: readonly Proof[]): ReadonlySet<Proof> {
  const before = new Set<Proof>()
  const pending = [...last]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const proof of previousOf(next, all) ?? []) {
      if (before.has(proof)) continue
      before.add(proof)
      pending.push(proof)
    }
  }
  return before
}
