/** The parts of an RDF/JS quad that are looked at. */
interface Quad {
  readonly subject: Term
  readonly object: Term
}
interface Term {
  readonly termType: string
  readonly value: string
}

/** Blank nodes that may stand in rings: real credentials have none. */
const MAX_IN_RINGS = 500

/**
 * Throws for many blank nodes of which some stand in a ring: telling apart those that are all alike takes a time that
 * grows with the square of their number (RDF Dataset Canonicalization 1.0, 7.1). Nested JSON makes trees; rings need names
 * for blank nodes, which a context can make out of any word.
 */
export function refuseRings(dataset: readonly object[]): void {
  const parents = new Map<string, string>()
  let inRing = false
  for (const { subject, object } of dataset as readonly Quad[]) {
    if (subject.termType !== 'BlankNode' || object.termType !== 'BlankNode') continue
    const [one, other] = [rootOf(parents, subject.value), rootOf(parents, object.value)]
    // joined before by another way
    if (one === other) inRing = true
    else parents.set(one, other)
  }
  if (inRing && parents.size > MAX_IN_RINGS) throw new Error('too many blank nodes in a ring')
}

/** The name of the group a node belongs to (union-find, with paths halved as they are walked). */
function rootOf(parents: Map<string, string>, name: string): string {
  let at = name
  for (let next = parents.get(at); next !== undefined; next = parents.get(at)) {
    const further = parents.get(next)
    if (further === undefined) return next
    parents.set(at, further)
    at = further
  }
  return at
}
