/**
 * Two inner modules of jsonld, as version 9.0.0 has them; `test/vc/json-ld/jsonld-version.test.ts` says what to look at
 * again when it changes.
 */
declare module 'jsonld/lib/context.js' {
  /** What a context says of one term. Never changed once made. */
  export interface TermDefinition {
    readonly '@id'?: string | null
    readonly '@type'?: string
    readonly '@container'?: readonly string[]
    readonly '@context'?: unknown
    readonly '@language'?: string | null
    readonly '@direction'?: string | null
    readonly '@index'?: string
    readonly '@nest'?: string
    readonly reverse: boolean
    readonly protected?: boolean
    /** Whether the term may start a compact IRI. */
    readonly _prefix?: boolean
  }

  /** The terms in force at one place of a document. */
  export interface ActiveContext {
    readonly mappings: Map<string, TermDefinition | null>
    readonly protected: Record<string, boolean>
    previousContext?: ActiveContext
    processingMode?: string | undefined
    '@base'?: string | null
    '@language'?: string
    '@vocab'?: string
    '@direction'?: string
    inverse: unknown
    getInverse(): unknown
    clone(): ActiveContext
    revertToPreviousContext(): ActiveContext
  }

  export interface ProcessedContext {
    readonly context: ActiveContext
    readonly events: readonly unknown[]
  }

  /** One context to apply, and a memory of what came of applying it. */
  export interface ResolvedContext {
    readonly document: unknown
    getProcessed(active: ActiveContext): ProcessedContext | undefined
    setProcessed(active: ActiveContext, processed: ProcessedContext): void
  }

  export interface ResolveRequest {
    readonly activeCtx: ActiveContext
    readonly context: unknown
    readonly documentLoader: (url: string) => Promise<unknown>
    readonly base: string | null
    readonly cycles?: Set<string>
  }

  export interface ContextResolver {
    resolve(request: ResolveRequest): Promise<ResolvedContext[]>
  }

  export interface ContextOptions {
    readonly contextResolver: ContextResolver
    readonly documentLoader: (url: string) => Promise<unknown>
    readonly base: null
    /** Called for whatever safe mode would refuse. */
    readonly eventHandler: readonly ((call: { event: unknown }) => void)[]
  }

  const contexts: {
    process(options: {
      activeCtx: ActiveContext
      localCtx: unknown
      options: ContextOptions
      propagate?: boolean
      overrideProtected?: boolean
    }): Promise<ActiveContext>
    getInitialContext(options: { processingMode?: string }): ActiveContext
    expandIri(
      active: ActiveContext,
      value: string,
      relativeTo: { base?: boolean; vocab?: boolean },
      options: ContextOptions,
    ): string | null
  }
  export default contexts
}

declare module 'jsonld/lib/ContextResolver.js' {
  import type { ContextResolver, ResolvedContext } from 'jsonld/lib/context.js'
  const ContextResolverClass: new (options: {
    sharedCache: Map<string, Map<string, ResolvedContext>>
  }) => ContextResolver
  export default ContextResolverClass
}
