import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { problem, type Reading } from './reading.ts'
import type { ReadingAnswer, ReadingTask } from './reading-process.ts'

const PROGRAM = fileURLToPath(new URL('./reading-process.ts', import.meta.url))

/** None outlives the server, wherever it is in its file. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** How long a process is waited for. */
export interface Patience {
  /** From the moment it begins to read. */
  readonly milliseconds: number
  /** Before that: it starts, and loads the code for this kind of file. */
  readonly startMilliseconds: number
}

/** A process that reads one thing after the other. */
export interface ReadingProcess {
  /** Undefined when it did not answer in time; a problem when it died of it. */
  read(task: ReadingTask, patience: Patience): Promise<Reading | undefined>
  isAlive(): boolean
  /** Ends it wherever it is, also in the middle of machine code. */
  end(): Promise<void>
}

/**
 * Starts a process for what comes from outside. No thread: one whose heap is full may take the whole server along (Node
 * aborts), and pixels are worked on in machine code that no thread can be called back from.
 * It inherits nothing: neither the server's configuration nor its secrets are in its reach by name.
 */
export function startProcess(heapMegabytes: number): ReadingProcess {
  const child = fork(PROGRAM, [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    env: { UV_THREADPOOL_SIZE: '2', VIPS_CONCURRENCY: '1' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  running.add(child)
  let alive = true
  let hear: ((said: ReadingAnswer) => void) | undefined
  const die = (signal?: NodeJS.Signals | null): void => {
    alive = false
    // which is how Node ends when its heap is full
    hear?.(problem(signal === 'SIGABRT' ? 'too-large' : 'damaged'))
  }
  child.on('message', (said) => hear?.(said as ReadingAnswer))
  child.on('error', () => die())
  const gone = new Promise<void>((resolve) => {
    // one that could not even be started never ends
    if (child.pid === undefined) resolve()
    child.on('exit', (_code, signal) => {
      running.delete(child)
      die(signal)
      resolve()
    })
  })
  // a server that is told to stop does not wait for it
  child.unref()
  child.channel?.unref()

  return {
    isAlive: () => alive,
    async read(task, { milliseconds, startMilliseconds }) {
      let begun: () => void = () => undefined
      const beginning = new Promise<true>((resolve) => (begun = () => resolve(true)))
      const answered = new Promise<Reading>((resolve) => {
        hear = (said) => {
          begun()
          if (said !== 'reading') resolve(said)
        }
      })
      child.send(task, (failure) => {
        if (failure !== null) die()
      })
      const reading = (await within(beginning, startMilliseconds)) && (await within(answered, milliseconds))
      hear = undefined
      return reading
    },
    async end() {
      alive = false
      child.ref()
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** What comes in time; undefined when it does not. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
