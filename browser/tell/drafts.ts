/** One field that the server does not have yet. */
export interface Draft {
  readonly value: string
  /** What the server may hold: what this device was shown, then each value that was sent without an answer. */
  readonly was: readonly string[]
}

export type Drafts = Readonly<Record<string, Draft>>

/** The part of `Storage` we use. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What waits on this phone until the network is back: one entry a competence, under a key that says whose it is. */
export interface DraftShelf {
  read(key: string): Drafts
  write(key: string, drafts: Drafts): void
  /** The keys of this person's entries. */
  keys(): string[]
  /** Removes what somebody else left on this phone: nothing of theirs stays once another person is here. */
  clearOthers(): void
}

/**
 * @param own `passerelle:me:<person>:`
 * @param all `passerelle:me:`, whose keys leaving removes
 */
export function openShelf(store: Store, own: string, all: string): DraftShelf {
  const keysFrom = (prefix: string): string[] =>
    Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) =>
      key.startsWith(prefix),
    )
  return {
    read(key) {
      return parseDrafts(store.getItem(own + key))
    },
    write(key, drafts) {
      if (Object.keys(drafts).length === 0) store.removeItem(own + key)
      else store.setItem(own + key, JSON.stringify(drafts))
    },
    keys: () => keysFrom(own).map((key) => key.slice(own.length)),
    clearOthers() {
      for (const key of keysFrom(all)) if (!key.startsWith(own)) store.removeItem(key)
    },
  }
}

function parseDrafts(text: string | null): Drafts {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    return Object.fromEntries(Object.entries(read as object).filter(isDraft))
  } catch {
    return {}
  }
}

function isDraft(entry: [string, unknown]): entry is [string, Draft] {
  const draft = entry[1] as Partial<Draft> | null
  return (
    typeof draft?.value === 'string' &&
    Array.isArray(draft.was) &&
    draft.was.every((known) => typeof known === 'string')
  )
}

/** A field was changed: what the server may hold stays known. */
export function change(drafts: Drafts, field: string, value: string, shown: string): Drafts {
  return { ...drafts, [field]: { value, was: drafts[field]?.was ?? [shown] } }
}

/** These drafts are on their way: if no answer comes, the server may hold them all the same. */
export function sent(drafts: Drafts): Drafts {
  return Object.fromEntries(
    Object.entries(drafts).map(([field, { value, was }]) => [
      field,
      { value, was: was.includes(value) ? was : [...was, value].slice(-4) },
    ]),
  )
}

/** The server has what was sent; what was typed meanwhile goes on from there. */
export function received(
  now: Drafts,
  onTheWay: Drafts,
  kept: Readonly<Record<string, string>>,
  conflicts: readonly string[],
): Drafts {
  return Object.fromEntries(
    Object.entries(now).flatMap(([field, draft]): [string, Draft][] => {
      if (onTheWay[field] === undefined || conflicts.includes(field)) return [[field, draft]]
      if (draft.value === onTheWay[field].value) return []
      return [[field, { value: draft.value, was: [kept[field] ?? ''] }]]
    }),
  )
}
