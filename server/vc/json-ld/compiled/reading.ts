import { DEFAULT_GRAPH } from './statements.ts'
import type { BlankNode, Description, Statements, Term } from './statements.ts'

/** Statements while they are being read. */
export interface Reading extends Statements {
  /** IRIs described so far, each with its graph. */
  readonly described: Set<string>
  hasRepetitions: boolean
  /** Literals that jsonld would tell apart from others that are written alike. */
  readonly ambiguous: Set<string>
}

export const newReading = (): Reading => ({
  descriptions: [],
  blankNodes: [],
  hasGraphs: false,
  described: new Set(),
  hasRepetitions: false,
  ambiguous: new Set(),
})

/** A description to be filled, of an IRI or of a new blank node. */
export function describe(
  reading: Reading,
  iri: string | undefined,
  graph: number,
  from: BlankNode['from'],
): Description {
  const description: Description = {
    subject: iri ?? reading.blankNodes.length,
    graph,
    predicates: [],
    objects: [],
    hasSets: false,
  }
  reading.descriptions.push(description)
  if (iri === undefined) reading.blankNodes.push({ from, description })
  else {
    const key = graph === DEFAULT_GRAPH ? iri : `${iri}${graph}`
    if (reading.described.has(key)) reading.hasRepetitions = true
    else reading.described.add(key)
  }
  return description
}

/** Says the same of several values. */
export function addAll(description: Description, predicate: string, terms: readonly Term[]): void {
  // Where blank nodes stand among them is only known when they have their labels.
  const isFinal = terms.length < 2 || terms.every((term) => typeof term === 'string')
  for (const term of isFinal && terms.length > 1 ? [...terms].sort() : terms) {
    description.predicates.push(predicate)
    description.objects.push(term)
  }
  if (!isFinal) description.hasSets = true
}
