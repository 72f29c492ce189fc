import type { ActiveContext } from 'jsonld/lib/context.js'

/** The context a copy was made from, as long as nobody has looked into the copy. */
const untouched = new WeakMap<ActiveContext, ActiveContext>()

/**
 * The same terms as `source`, in a context that is cheap to clone. jsonld clones contexts at every node of a document,
 * each time with a deep copy of some hundred terms, mostly to find the result it wants under another clone of the same
 * context. Term definitions never change, so copies may share them; and a copy that nobody looks into is never made.
 *
 * What a clone forgets of its source (`@direction`, `processingMode`) is forgotten as jsonld 9 forgets it: the outcome
 * must be the same. `source` must not change any more.
 */
export function shareableContext(source: ActiveContext): ActiveContext {
  const context: ActiveContext = {
    ...inherited(source),
    mappings: source.mappings,
    protected: source.protected,
    inverse: null,
    getInverse: () => source.getInverse(),
    clone: () => lazyCopy(context),
    revertToPreviousContext: () => revert(context),
  }
  if (source.processingMode !== undefined) context.processingMode = source.processingMode
  if (source['@direction'] !== undefined) context['@direction'] = source['@direction']
  if (source.previousContext !== undefined) context.previousContext = source.previousContext
  return context
}

/** The context that `context` is an untouched copy of. */
export const sourceOf = (context: ActiveContext): ActiveContext | undefined => untouched.get(context)

/** A clone of a context that will not change: its terms are copied when somebody asks for them. */
function lazyCopy(source: ActiveContext): ActiveContext {
  let mappings: ActiveContext['mappings'] | undefined
  let protectedTerms: ActiveContext['protected'] | undefined
  const copy: ActiveContext = {
    ...inherited(source),
    get mappings() {
      untouched.delete(copy)
      mappings ??= new Map(source.mappings)
      return mappings
    },
    get protected() {
      untouched.delete(copy)
      protectedTerms ??= { ...source.protected }
      return protectedTerms
    },
    inverse: null,
    getInverse: () => source.getInverse(),
    // By now the copy may be about to change: what is cloned from it must not change with it.
    clone: () => eagerCopy(copy),
    revertToPreviousContext: () => revert(copy),
  }
  const previous = previousOf(source)
  if (previous !== undefined) copy.previousContext = previous
  untouched.set(copy, source)
  return copy
}

function eagerCopy(source: ActiveContext): ActiveContext {
  const copy: ActiveContext = {
    ...inherited(source),
    mappings: new Map(source.mappings),
    protected: { ...source.protected },
    inverse: null,
    getInverse: () => source.getInverse(),
    clone: () => eagerCopy(copy),
    revertToPreviousContext: () => revert(copy),
  }
  const previous = previousOf(source)
  if (previous !== undefined) copy.previousContext = previous
  return copy
}

const revert = (context: ActiveContext): ActiveContext => previousOf(context) ?? context

/** The previous context as a clone of it would be: the very same, unless a clone would forget something. */
function previousOf({ previousContext: previous }: ActiveContext): ActiveContext | undefined {
  if (previous === undefined) return undefined
  return '@direction' in previous ? previous.clone() : previous
}

function inherited(source: ActiveContext): Pick<ActiveContext, '@base' | '@language' | '@vocab'> {
  return {
    ...('@base' in source ? { '@base': source['@base'] ?? null } : {}),
    ...(source['@language'] === undefined ? {} : { '@language': source['@language'] }),
    ...(source['@vocab'] === undefined ? {} : { '@vocab': source['@vocab'] }),
  }
}
