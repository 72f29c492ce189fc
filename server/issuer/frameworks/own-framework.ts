import type { Id } from '../../kernel/ids.ts'
import type { Localised, OwnCompetenceContent } from '../achievements/index.ts'

export type FrameworkId = Id<'framework'>
export type OwnCompetenceId = Id<'own-competence'>

/** A framework that the network writes itself. */
export interface OwnFramework {
  readonly id: FrameworkId
  readonly name: Localised
  /** 0 until it is published for the first time. */
  readonly version: number
  readonly publishedAt: string | null
}

/** One of its competences, as it is being written. */
export interface OwnCompetence {
  readonly id: OwnCompetenceId
  readonly frameworkId: FrameworkId
  readonly position: number
  readonly content: OwnCompetenceContent
  /** No longer offered, from the next publication on. */
  readonly retiredAt: string | null
  /** The published version that is offered today. */
  readonly currentCode: string | null
}

/** A version as it was published: never changed, never removed. */
export interface CompetenceVersion {
  readonly code: string
  readonly competenceId: OwnCompetenceId
  readonly version: number
  readonly content: OwnCompetenceContent
}

/** What publishing would change for one competence. */
export type CompetenceState = 'published' | 'changed' | 'new' | 'leaving' | 'retired'

/** How a competence stands beside its published version. */
export function stateOf(
  { retiredAt, currentCode, content }: OwnCompetence,
  published: OwnCompetenceContent | undefined,
): CompetenceState {
  if (retiredAt !== null) return currentCode === null ? 'retired' : 'leaving'
  if (currentCode === null || published === undefined) return 'new'
  return sameContent(content, published) ? 'published' : 'changed'
}

/** Both come from the same schema, which writes its keys in one order. */
export const sameContent = (one: OwnCompetenceContent, other: OwnCompetenceContent): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
