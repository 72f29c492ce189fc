import type { Logger } from '../log/index.ts'

/** Something to do again and again. Safe to run in several processes at once, and to be cut off anywhere. */
export interface Chore {
  readonly name: string
  readonly everySeconds: number
  run(): Promise<unknown>
}

export interface RunningChores {
  /** No new run begins; resolves when those under way have ended and each has run a last time. */
  stop(): Promise<void>
}

/** Starts every chore: once at once, then each in its own rhythm, never twice at the same time. A failure is logged, and tried again next time. */
export function startChores(chores: readonly Chore[], deps: { readonly log: Logger }): RunningChores {
  const running = chores.map((chore) => startOne(chore, deps))
  return {
    stop: async () => {
      await Promise.all(running.map((one) => one.stop()))
    },
  }
}

function startOne(chore: Chore, { log }: { readonly log: Logger }): RunningChores {
  let stopped: Promise<void> | undefined
  let current: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const runOnce = async (): Promise<void> => {
    try {
      await chore.run()
    } catch (error) {
      log.error({ err: error, chore: chore.name }, 'chore failed')
    }
  }
  const next = (): void => {
    if (stopped !== undefined) return
    timer = setTimeout(() => {
      current = runOnce().then(next)
    }, chore.everySeconds * 1000)
    // a process that has nothing else to do may end
    timer.unref()
  }
  const finish = async (): Promise<void> => {
    clearTimeout(timer)
    await current
    await runOnce()
  }
  current = runOnce().then(next)
  return {
    stop: () => (stopped ??= finish()),
  }
}
