import type { ActiveContext } from 'jsonld/lib/context.js'

/**
 * How the nodes at one place of a document are read: those under one property, with the same types and the same context
 * of their own. Made once by asking jsonld, used for every document that has such a node.
 */
export interface NodePlan {
  /** The terms in force for the members of the node. */
  readonly context: ActiveContext
  /** The terms in force when the node is nothing but `{ id }`: a reference keeps the terms of where it stands. */
  readonly referenceContext: ActiveContext
  /** The terms in force before and while the types were applied. */
  readonly scopes: readonly ActiveContext[]
  /** The types as N-Quads terms. */
  readonly types: readonly string[]
  /** What each member name means; names are added as they are met. */
  readonly members: Map<string, Member>
  /** The last list of names met, worked out: the next node mostly has the same. */
  shape?: NodeShape
}

/** The members of a node by their names alone. */
export interface NodeShape {
  /** In the order in which they stand. */
  readonly names: readonly string[]
  readonly hasId: boolean
  /** Those that say something, in the order of their predicates. */
  readonly statements: readonly { readonly name: string; readonly member: Property | TypeMember }[]
}

export type Member = { readonly kind: 'id' | 'context' } | TypeMember | Property

export interface TypeMember {
  readonly kind: 'type'
  readonly predicate: string
  rank: number
}

/** A member that says something about its node. */
export interface Property {
  readonly kind: 'property'
  /** The IRI as N-Quads writes it, with the spaces around it. */
  readonly predicate: string
  /** Place of the predicate among those of the node, in the order of N-Quads. */
  rank: number
  readonly container: 'set' | 'list' | 'graph'
  /** What a text stands for: itself, an IRI, or a word of the vocabulary. */
  readonly text: 'literal' | 'iri' | 'vocabulary'
  /** Datatype suffix of its literals; empty for none. */
  readonly suffix: string
  /** Whether literals are of the datatype that N-Quads leaves out. */
  readonly isTypedString: boolean
  /** The terms in force for its values. */
  readonly context: ActiveContext
  readonly nodes: Map<string, NodePlan>
}
