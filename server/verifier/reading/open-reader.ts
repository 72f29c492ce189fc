import { problem, type Reading } from './reading.ts'
import { startProcess, type ReadingProcess } from './start-process.ts'

const LIMITS = {
  /** At the same time: whoever sends ten large photographs leaves a core to the others. */
  processes: 2,
  /** Waiting for a process; whoever comes then is asked to come again. */
  waiting: 20,
  /** From the moment a process begins to read. */
  milliseconds: 2000,
  /** Before that: a process starts, and loads the code for this kind of file. */
  startMilliseconds: 10_000,
  /** Of a process's own heap; pixels and unpacked bytes beside it are bounded where they are made. */
  heapMegabytes: 256,
  /** A process that nobody asks ends. */
  idleMilliseconds: 60_000,
}

export type ReaderLimits = Partial<typeof LIMITS>

/** Reads what somebody gave us, whatever it is. */
export interface Reader {
  /**
   * Never throws for what it is given: what takes too long or too much is a problem like any other. `visitor` is whoever
   * gave it: of several who wait, those go first who have nothing under way, and nobody takes all the places.
   */
  readonly read: (source: Uint8Array | string, visitor?: string) => Promise<Reading>
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly visitor: string
  readonly go: (process: ReadingProcess | undefined) => void
}

/**
 * Opens a pool of processes in which everything that comes from outside is parsed. A file that makes one run on, or out of
 * memory, costs that one process: it is ended, and the next file gets a new one. A process starts when it is needed.
 */
export function openReader(options: { readonly publicUrl: string; readonly limits?: ReaderLimits }): Reader {
  const limits = { ...LIMITS, ...options.limits }
  const idle = new Map<ReadingProcess, NodeJS.Timeout>()
  const processes = new Set<ReadingProcess>()
  const waiting: Waiting[] = []
  /** Whose things are being read, once for each; until the next thing is chosen. */
  const served: string[] = []

  function start(): ReadingProcess {
    const process = startProcess(limits.heapMegabytes)
    processes.add(process)
    return process
  }

  async function end(process: ReadingProcess): Promise<void> {
    clearTimeout(idle.get(process))
    idle.delete(process)
    await process.end()
    processes.delete(process)
  }

  function rested(): ReadingProcess | undefined {
    for (const [process, timer] of idle) {
      clearTimeout(timer)
      idle.delete(process)
      if (process.isAlive()) return process
      processes.delete(process)
    }
    return undefined
  }

  function take(visitor: string): Promise<ReadingProcess | undefined> | ReadingProcess | undefined {
    const process = rested()
    if (process !== undefined) return process
    if (processes.size < limits.processes) return start()
    const places = visitor === '' ? limits.waiting : Math.ceil(limits.waiting / 2)
    const theirs = waiting.filter((one) => one.visitor === visitor).length
    if (waiting.length >= limits.waiting || theirs >= places) return undefined
    return new Promise((go) => waiting.push({ visitor, go }))
  }

  function next(): Waiting | undefined {
    const patient = waiting.findIndex(({ visitor }) => !served.includes(visitor))
    return waiting.splice(Math.max(0, patient), 1)[0]
  }

  /** A process that is well waits for the next thing; in place of another, one is started when somebody waits. */
  async function giveBack(process: ReadingProcess, isWell: boolean, from?: string): Promise<void> {
    if (!isWell) await end(process)
    const first = next()
    if (from !== undefined) served.splice(served.indexOf(from), 1)
    if (first !== undefined) first.go(isWell ? process : start())
    else if (isWell)
      idle.set(process, setTimeout(() => void giveBack(process, false), limits.idleMilliseconds).unref())
  }

  return {
    async read(source, visitor = '') {
      const process = await take(visitor)
      if (process === undefined) return problem('busy')
      served.push(visitor)
      const reading = await process.read({ source, publicUrl: options.publicUrl }, limits)
      void giveBack(process, reading !== undefined && process.isAlive(), visitor)
      return reading ?? problem('too-slow')
    },
    close: async () => {
      for (const { go } of waiting.splice(0)) go(undefined)
      await Promise.all([...processes].map(end))
    },
  }
}
