/** Lets few through at once, per host and overall; the others wait in a line of bounded length. */
export interface Gate {
  /** Runs `act` when there is room; undefined when the line is full or the signal ends the wait. */
  enter<Result>(
    host: string,
    signal: AbortSignal,
    act: () => Promise<Result>,
  ): Promise<{ result: Result } | undefined>
}

export interface GateLimits {
  readonly overall: number
  readonly perHost: number
  /** How many may wait. */
  readonly waiting: number
}

export function createGate(limits: GateLimits): Gate {
  const inside = new Map<string, number>()
  const line = new Set<{ readonly host: string; readonly admit: () => void }>()
  let total = 0

  const hasRoom = (host: string): boolean =>
    total < limits.overall && (inside.get(host) ?? 0) < limits.perHost
  const count = (host: string, change: 1 | -1): void => {
    total += change
    const now = (inside.get(host) ?? 0) + change
    if (now === 0) inside.delete(host)
    else inside.set(host, now)
  }
  const leave = (host: string): void => {
    count(host, -1)
    for (const waiting of line) {
      if (!hasRoom(waiting.host)) continue
      line.delete(waiting)
      count(waiting.host, 1)
      waiting.admit()
    }
  }
  /** Whether one is inside now. */
  const wait = (host: string, signal: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const place = {
        host,
        admit: () => {
          signal.removeEventListener('abort', giveUp)
          resolve(true)
        },
      }
      const giveUp = (): void => {
        line.delete(place)
        resolve(false)
      }
      line.add(place)
      signal.addEventListener('abort', giveUp, { once: true })
    })

  return {
    async enter(host, signal, act) {
      if (hasRoom(host)) count(host, 1)
      else if (line.size >= limits.waiting || signal.aborted || !(await wait(host, signal))) return undefined
      try {
        return { result: await act() }
      } finally {
        leave(host)
      }
    },
  }
}
