import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { reportFailure } from '../../server/commands/terminal.ts'
import { parseConfig, type Config } from '../../server/platform/config/index.ts'
import { temporaryFolder } from './database.ts'

const BIN = join(import.meta.dirname, '..', '..', 'server', 'bin.js')

export interface Answer {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A machine of one's own: folders that nobody else has, French, and nothing else set. */
export function aMachine(settings: Readonly<Record<string, string>> = {}) {
  const dir = temporaryFolder()
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: dir,
    LANG: 'fr_FR.UTF-8',
    // compiling the same files forty times is most of what a short command does
    NODE_COMPILE_CACHE: join(tmpdir(), 'passerelle-test-compiled'),
    DATA_DIR: join(dir, 'data'),
    KEYS_DIR: join(dir, 'keys'),
    ...settings,
  }
  return {
    dir,
    env,
    /** `passerelle …` as a child process, to its end; `stdin` is what is piped into it. */
    run: (args: readonly string[], more: { stdin?: string; env?: Record<string, string> } = {}) =>
      passerelle(args, { ...env, ...more.env }, more.stdin),
    /** A command's function in this process, for what is tried many times: as server/cli.ts calls it. */
    inProcess: (command: (config: Config) => Promise<unknown>) => inProcess(command, env),
    /** The same for a command that must succeed: what it printed, as JSON. */
    async json<Result>(...args: string[]): Promise<Result> {
      const { code, out, err } = await passerelle([...args, '--json'], env)
      if (code !== 0) throw new Error(`passerelle ${args.join(' ')} exited with ${code}: ${err}`)
      return JSON.parse(out) as Result
    },
  }
}

export type Machine = ReturnType<typeof aMachine>

/** What `demo --once --json` and `run-session --json` print. */
export interface Written {
  readonly dataDir: string
  readonly credentials: { id: string; file: string; learner: string; url: string }[]
  readonly passports: { file: string; learner: string; code: string; url: string }[]
}

function passerelle(args: readonly string[], env: NodeJS.ProcessEnv, stdin = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // the Node that runs the tests: bin.js would find the shipped one by itself
    const child = spawn(process.execPath, [BIN, ...args], { env, cwd: env['HOME'], timeout: 170_000 })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err: breakable(err) }))
    // a command that fails early has closed its input already
    child.stdin.on('error', () => undefined).end(stdin)
  })
}

/** French sets no-break spaces before its colons; the tests are written without. */
const breakable = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

async function inProcess(
  command: (config: Config) => Promise<unknown>,
  env: NodeJS.ProcessEnv,
): Promise<Answer> {
  const out: string[] = []
  const err: string[] = []
  const before = process.exitCode
  const listening = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    vi.spyOn(console, 'log').mockImplementation((text: unknown) => void out.push(`${String(text)}\n`)),
    vi.spyOn(console, 'error').mockImplementation((text: unknown) => void err.push(`${String(text)}\n`)),
  ]
  try {
    process.exitCode = 0
    await command(parseConfig(env)).catch(reportFailure)
    return { code: process.exitCode, out: out.join(''), err: breakable(err.join('')) }
  } finally {
    process.exitCode = before
    for (const spy of listening) spy.mockRestore()
  }
}

/** A server as a child process, on a port the system chose. */
export async function startServer(machine: Machine, args: readonly string[] = ['serve']) {
  const port = await freePort()
  const env = { ...machine.env, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [BIN, ...args], { env, cwd: machine.dir, stdio: 'ignore' })
  const exit = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  const url = `http://127.0.0.1:${port}`
  await untilReady(url, () => child.exitCode !== null)
  return {
    url,
    /** Sends the signal; how the process ended. */
    stop: (signal: NodeJS.Signals = 'SIGTERM') => {
      child.kill(signal)
      return exit
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function untilReady(url: string, ended: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (ended()) throw new Error('the server ended before it was ready')
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the server is not ready')
}
