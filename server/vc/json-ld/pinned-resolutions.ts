import contexts from 'jsonld/lib/context.js'
import type { ActiveContext, ProcessedContext, ResolvedContext } from 'jsonld/lib/context.js'
import { isJsonObject } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { shareableContext, sourceOf } from './active-context.ts'
import { pinnedContext } from './pinned-contexts.ts'

/** The pinned contexts as jsonld resolves them, with what came of applying them before. */
export interface PinnedResolutions {
  /** What a URL stands for; undefined when it is not pinned. */
  ofUrl(url: string): Promise<readonly ResolvedContext[] | undefined>
  /** The resolution of an object that stands inside a pinned context; undefined for any other object. */
  ofObject(context: object): ResolvedContext | undefined
}

/** Active contexts kept for good, some 10 kB each. Only lists of pinned contexts lead to one, but there are many lists. */
const MAX_KEPT = 500

let current = createPinnedResolutions()

/** The resolutions to use for one operation. They are shared, and begun anew when they have grown too many. */
export function pinnedResolutions(): PinnedResolutions {
  if (current.isFull()) current = createPinnedResolutions()
  return current
}

function createPinnedResolutions(): PinnedResolutions & { isFull(): boolean } {
  const byUrl = new Map<string, Promise<readonly ResolvedContext[] | undefined>>()
  const byObject = new WeakMap<object, ResolvedContext>()
  const root = contexts.getInitialContext({})
  // The contexts that outlive an operation: those reached from the initial one through pinned contexts alone.
  const kept = new WeakSet<ActiveContext>([root])
  let size = 0
  const keep = (from: ActiveContext, to: ActiveContext): void => {
    if (!kept.has(from)) return
    kept.add(to)
    size += 1
  }

  async function resolve(url: string): Promise<readonly ResolvedContext[] | undefined> {
    const document = await pinnedContext(url)
    if (document === undefined) return undefined
    const local = document['@context'] ?? {}
    register(local)
    const items = Array.isArray(local) ? local : [local]
    return items.map((item) => (isJsonObject(item) ? byObject.get(item) : undefined) ?? refuse(url))
  }

  /** Contexts stand inside contexts: those of a term, or of a type. */
  function register(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) register(item)
    if (!isJsonObject(value) || byObject.has(value)) return
    byObject.set(value, createResolution(value, keep))
    for (const term of Object.values(value)) if (isJsonObject(term)) register(term['@context'])
  }

  return {
    isFull: () => size > MAX_KEPT,
    ofObject: (context) => byObject.get(context),
    ofUrl(url) {
      const known = byUrl.get(url)
      if (known !== undefined) return known
      const resolved = resolve(url)
      // An address that is not pinned is somebody else's: it is not remembered.
      void resolved.then((found) => found !== undefined && byUrl.set(url, resolved)).catch(() => undefined)
      return resolved
    },
  }
}

function refuse(url: string): never {
  throw new Error(`the pinned context ${url} refers to others`)
}

/**
 * One pinned context. jsonld remembers the outcome for ten active contexts; here it is remembered for all, by identity,
 * for as long as the active context lives.
 */
function createResolution(
  document: JsonObject,
  keep: (from: ActiveContext, to: ActiveContext) => void,
): ResolvedContext {
  const outcomes = new WeakMap<ActiveContext, ProcessedContext>()
  /** By the context whose copy has it as previous context: types are applied to such a copy, a new one each time. */
  const afterCopy = new WeakMap<ActiveContext, ProcessedContext>()
  const sources = new WeakMap<ActiveContext, ActiveContext>()
  return {
    document,
    getProcessed(active) {
      const source = sourceOf(active)
      if (source === undefined || active.previousContext !== source) return outcomes.get(active)
      sources.set(active, source)
      return afterCopy.get(source)
    },
    setProcessed(active, { context, events }) {
      if (overridesProtected(document, active, context)) return
      // jsonld has one list of events for a list of contexts, and goes on filling it: those of a stranger's context would
      // be told of every later document. Ours have none.
      if (events.length > 0) return
      const outcome = { context: shareableContext(context), events: [] }
      const source = sources.get(active)
      if (source === undefined) outcomes.set(active, outcome)
      else afterCopy.set(source, outcome)
      keep(source ?? active, outcome.context)
    },
  }
}

/**
 * Whether a protected term got another meaning, which only the context of a property may give it. jsonld does not tell us
 * for which use it asks; without such a term the outcome is the same for every use, with one it is not remembered.
 */
function overridesProtected(document: JsonObject, before: ActiveContext, after: ActiveContext): boolean {
  return Object.keys(document).some((term) => {
    const definition = before.mappings.get(term)
    if (definition?.protected !== true) return false
    return JSON.stringify(definition) !== JSON.stringify(after.mappings.get(term))
  })
}
