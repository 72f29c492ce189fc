/** An IRI or literal as N-Quads writes it, or the number of a blank node. */
export type Term = string | number

/** The default graph; a named one is the number of the blank node that names it. */
export const DEFAULT_GRAPH = -1

/** What is said about one subject in one place of a document, in the order of the predicates. */
export interface Description {
  readonly subject: Term
  readonly graph: number
  readonly predicates: string[]
  readonly objects: Term[]
  /** Whether a predicate has several values that are not in order yet. */
  hasSets: boolean
}

/** A node without an IRI, or the graph of a graph container: JSON is a tree, so one statement at most points at it. */
export interface BlankNode {
  readonly from: { readonly subject: Term; readonly predicate: string; readonly graph: number } | undefined
  /** What it says; none for a graph. */
  description: Description | undefined
}

/** A document as RDF: each statement once. */
export interface Statements {
  readonly descriptions: Description[]
  readonly blankNodes: BlankNode[]
  /** Whether there are named graphs. */
  hasGraphs: boolean
}
