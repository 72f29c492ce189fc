/** One field that was changed, and what it held before: enough to send it again without harm. */
export interface Change {
  readonly id: string
  readonly field: string
  readonly value: string
  readonly before: string
  /** It left once: the server may have it, so it is sent again as it is and never altered. */
  readonly sent?: true
}

/** What one gesture changed: a level, or all of « Tout confirmer ». */
export type Step = readonly { readonly field: string; readonly before: string; readonly after: string }[]

interface Kept {
  readonly changes: readonly Change[]
  readonly steps: readonly Step[]
}

const STEPS_MAX = 30
export const PREFIX = 'passerelle:grid:'

/**
 * What waits on this device: ids, levels and observations, no names. One place a session and a person, because a
 * computer may be shared: nobody sends what somebody else typed.
 */
export interface Queue {
  changes(): readonly Change[]
  /** What a field will hold once everything is sent; undefined when nothing of it waits. */
  waiting(field: string): string | undefined
  add(field: string, value: string, before: string): void
  markSent(ids: ReadonlySet<string>): void
  remove(ids: ReadonlySet<string>): void
  removeField(field: string): void
  clear(): void
  pushStep(step: Step): void
  popStep(): Step | undefined
  readonly canUndo: boolean
  /** Changes of somebody else wait on this device. */
  readonly othersWait: boolean
  /** Another tab changed what waits. */
  onElsewhere(changed: () => void): void
}

export function openQueue(session: string, account: string): Queue {
  const key = `${PREFIX}${session}:${account}`
  const shelf = openShelf()
  const read = (): Kept => parse(shelf.get(key))
  const write = (kept: Kept): void => {
    if (kept.changes.length + kept.steps.length === 0) shelf.remove(key)
    else shelf.set(key, JSON.stringify(kept))
  }
  const update = (alter: (changes: readonly Change[]) => readonly Change[]): void => {
    const kept = read()
    write({ ...kept, changes: alter(kept.changes) })
  }
  return {
    changes: () => read().changes,
    waiting: (field) => read().changes.findLast((change) => change.field === field)?.value,
    add(field, value, before) {
      update((changes) => {
        const last = changes.findLast((change) => change.field === field)
        if (last === undefined || last.sent) {
          const builtOn = last?.value ?? before
          return builtOn === value ? changes : [...changes, { id: newId(), field, value, before: builtOn }]
        }
        const others = changes.filter((change) => change !== last)
        return last.before === value ? others : [...others, { ...last, value }]
      })
    },
    markSent: (ids) =>
      update((changes) => changes.map((change) => (ids.has(change.id) ? { ...change, sent: true } : change))),
    remove: (ids) => update((changes) => changes.filter(({ id }) => !ids.has(id))),
    removeField: (field) => update((changes) => changes.filter((change) => change.field !== field)),
    clear: () => shelf.remove(key),
    pushStep(step) {
      const kept = read()
      write({ ...kept, steps: [...kept.steps, step].slice(-STEPS_MAX) })
    },
    popStep() {
      const kept = read()
      write({ ...kept, steps: kept.steps.slice(0, -1) })
      return kept.steps.at(-1)
    },
    get canUndo() {
      return read().steps.length > 0
    },
    get othersWait() {
      return shelf
        .keys()
        .some(
          (name) =>
            name !== key &&
            name.startsWith(`${PREFIX}${session}:`) &&
            parse(shelf.get(name)).changes.length > 0,
        )
    },
    onElsewhere(changed) {
      window.addEventListener('storage', (event) => {
        if (event.key === key) changed()
      })
    },
  }
}

/** Whether anything waits on this device, of any session and anybody. */
export function anythingWaits(): boolean {
  const shelf = openShelf()
  return shelf.keys().some((key) => key.startsWith(PREFIX) && parse(shelf.get(key)).changes.length > 0)
}

/** Forgets all of it: when somebody signs out of a device, nothing of theirs stays. */
export function forgetEverything(): void {
  const shelf = openShelf()
  for (const key of shelf.keys()) if (key.startsWith(PREFIX)) shelf.remove(key)
}

/** Random, and readable in a log: `crypto.randomUUID` is missing on plain http, which a training room's laptop may use. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

interface Shelf {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  keys(): string[]
}

const inMemory = new Map<string, string>()

/** The browser's storage; this page's memory where a browser refuses it. */
function openShelf(): Shelf {
  try {
    const { localStorage } = window
    localStorage.setItem(`${PREFIX}probe`, '')
    localStorage.removeItem(`${PREFIX}probe`)
    return {
      get: (key) => localStorage.getItem(key),
      set: (key, value) => localStorage.setItem(key, value),
      remove: (key) => localStorage.removeItem(key),
      keys: () => Object.keys(localStorage),
    }
  } catch {
    return {
      get: (key) => inMemory.get(key) ?? null,
      set: (key, value) => void inMemory.set(key, value),
      remove: (key) => void inMemory.delete(key),
      keys: () => [...inMemory.keys()],
    }
  }
}

function parse(text: string | null): Kept {
  try {
    const { changes, steps } = JSON.parse(text ?? '{}') as Partial<Kept>
    return { changes: Array.isArray(changes) ? changes : [], steps: Array.isArray(steps) ? steps : [] }
  } catch {
    return { changes: [], steps: [] }
  }
}
