import { received, sent, type DraftShelf, type Drafts } from './drafts.ts'

export interface Conflict {
  readonly field: string
  /** What another device answered, as the server keeps it. */
  readonly current: string
}

export type State = 'saved' | 'saving' | 'offline' | 'away' | 'locked' | 'refused'

interface Place {
  /** `/me/tell/<place>/draft` */
  readonly url: string
  readonly competence: string
}

export interface SenderOptions {
  readonly shelf: DraftShelf
  readonly csrf: string
  readonly say: (state: State) => void
  /** The server's answer about an entry: what it keeps now, and what it could not take. */
  readonly answered: (
    key: string,
    kept: Readonly<Record<string, string>>,
    conflicts: readonly Conflict[],
  ) => void
}

const QUIET_MS = 900
const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000

/** An entry's key is `<place>:<competence>`. */
export function placeOf(key: string): Place {
  const colon = key.indexOf(':')
  return { url: `/me/tell/${key.slice(0, colon)}/draft`, competence: key.slice(colon + 1) }
}

/** Sends what waits, one entry at a time, when typing pauses, when the network is back, and again until it is there. */
export function createSender(options: SenderOptions) {
  const { shelf } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let again = false
  let pause = FIRST_RETRY_MS
  // what a person must decide first is not sent again and again
  const held = new Map<string, ReadonlySet<string>>()

  const later = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  async function flush(): Promise<void> {
    if (busy) {
      again = true
      return
    }
    busy = true
    clearTimeout(timer)
    let state: State = 'saved'
    for (const key of shelf.keys()) {
      const result = await send(key)
      if (result !== 'saved') state = result
      if (result === 'offline' || result === 'away') break
    }
    busy = false
    options.say(state)
    if (state === 'offline') {
      later(pause)
      pause = Math.min(pause * 2, LONGEST_RETRY_MS)
    } else pause = FIRST_RETRY_MS
    if (again) {
      again = false
      later(QUIET_MS)
    }
  }

  const ready = (key: string): Drafts =>
    Object.fromEntries(Object.entries(shelf.read(key)).filter(([field]) => !held.get(key)?.has(field)))

  async function send(key: string): Promise<State> {
    const onTheWay = ready(key)
    if (Object.keys(onTheWay).length === 0) return 'saved'
    options.say('saving')
    shelf.write(key, { ...shelf.read(key), ...sent(onTheWay) })
    const response = await post(key, onTheWay).catch(() => undefined)
    if (response === undefined || response.status >= 500 || response.status === 429) return 'offline'
    if (response.status === 401 || response.status === 403) return 'away'
    if (!response.ok) return refuse(key, onTheWay, response.status)
    const { fields, conflicts } = (await response.json()) as {
      fields: Record<string, string>
      conflicts: Conflict[]
    }
    const contested = conflicts.map(({ field }) => field)
    shelf.write(key, received(shelf.read(key), onTheWay, fields, contested))
    held.set(key, new Set([...(held.get(key) ?? []), ...contested]))
    options.answered(key, fields, conflicts)
    return 'saved'
  }

  async function post(key: string, drafts: Drafts): Promise<Response> {
    const { url, competence } = placeOf(key)
    const of = (pick: 'value' | 'was') =>
      Object.fromEntries(Object.entries(drafts).map(([field, draft]) => [field, draft[pick]]))
    return fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      keepalive: true,
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'X-CSRF-Token': options.csrf,
      },
      body: JSON.stringify({ competence, fields: of('value'), was: of('was') }),
    })
  }

  /** What the server will never take is not kept for it; it stays on the page for the person to see. */
  function refuse(key: string, drafts: Drafts, status: number): State {
    const rest = Object.entries(shelf.read(key)).filter(([field]) => drafts[field] === undefined)
    shelf.write(key, Object.fromEntries(rest))
    return status === 409 ? 'locked' : 'refused'
  }

  return {
    /** Something was changed: soon. */
    soon: (): void => later(QUIET_MS),
    /** Now: the network is back, or the page opens or closes. */
    flush: (): void => void flush(),
    /** A person chose between two answers: the field may go again. */
    release(key: string, field: string): void {
      held.set(key, new Set([...(held.get(key) ?? [])].filter((one) => one !== field)))
    },
    /** Whether a field waits for such a choice. */
    isHeld: (key: string, field: string): boolean => held.get(key)?.has(field) === true,
  }
}

export type Sender = ReturnType<typeof createSender>
