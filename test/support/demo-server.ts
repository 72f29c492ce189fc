import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { DEMO_STAFF } from '../../server/commands/demo/demo-network.ts'
import { withServices } from '../../server/commands/with-services.ts'
import type { Services } from '../../server/compose.ts'
import { parseConfig } from '../../server/platform/config/index.ts'

const ENTRY = join(import.meta.dirname, '..', '..', 'server', 'bin.js')
const START_LIMIT_MS = 100_000

const demoFile = z.object({
  credentials: z.array(z.object({ id: z.string(), learner: z.string(), file: z.string(), url: z.string() })),
  passports: z.array(z.object({ learner: z.string(), code: z.string(), file: z.string(), url: z.string() })),
})
export type DemoFiles = z.infer<typeof demoFile>

/** A real Passerelle in a process of its own, filled by `passerelle demo`, in folders that vanish with it. */
export interface DemoServer {
  readonly url: string
  readonly password: string
  readonly staff: typeof DEMO_STAFF
  readonly files: DemoFiles
  /** The printed slip of the first young person: an address of this server. */
  readonly slipUrl: string
  /** One more `passerelle` command on the same data, as an operator would type it; gives what it prints. */
  run(...args: string[]): Promise<string>
  /** The use cases on the same data, in this process: for what would take many pages to fill in. */
  beside<Result>(act: (services: Services) => Promise<Result>): Promise<Result>
  /** The messages waiting in the outbox folder, oldest first, as text. */
  mails(): Promise<string[]>
  stop(): Promise<void>
}

export interface DemoOptions {
  /** How a browser calls this machine: passkeys need a name, not a bare number. */
  readonly host?: '127.0.0.1' | 'localhost'
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the demonstration on a free port and waits until it answers. */
export async function startDemoServer(options: DemoOptions = {}): Promise<DemoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-journey-'))
  const dataDir = join(folder, 'data')
  const port = await freePort()
  const url = `http://${options.host ?? '127.0.0.1'}:${port}`
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    KEYS_DIR: join(folder, 'keys'),
    PORT: String(port),
    PUBLIC_URL: url,
    LOG_LEVEL: 'warn',
    LANG: 'fr_FR.UTF-8',
    DATABASE_URL: '',
    SMTP_URL: '',
    KEYS_PASSPHRASE: '',
    ...options.env,
  }
  const server = spawn(process.execPath, [ENTRY, 'demo'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const killWithUs = (): void => void server.kill('SIGKILL')
  process.once('exit', killWithUs)
  const said = listenTo(server)
  await untilReady(server, url, said).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true })
    throw error
  })

  const access = z.object({ password: z.string() })
  const json = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(dataDir, name), 'utf8'))
  return {
    url,
    password: access.parse(await json('demo-access.json')).password,
    staff: DEMO_STAFF,
    files: demoFile.parse(await json('demo.json')),
    slipUrl: /http\S+\/s\/\w+/.exec(said.out)?.[0] ?? '',
    async run(...args) {
      const { stdout } = await promisify(execFile)(process.execPath, [ENTRY, ...args], { env })
      return stdout
    },
    beside: (act) => withServices(parseConfig(env), act),
    async mails() {
      const outbox = join(dataDir, 'outbox')
      const names = (await readdir(outbox)).toSorted()
      return Promise.all(names.map((name) => readFile(join(outbox, name), 'utf8')))
    },
    async stop() {
      process.removeListener('exit', killWithUs)
      if (server.exitCode === null) {
        server.kill('SIGTERM')
        await once(server, 'exit')
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Said {
  out: string
  err: string
}

function listenTo(server: ChildProcess): Said {
  const said: Said = { out: '', err: '' }
  server.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  return said
}

/** The demonstration prints its addresses last: from then on everything is there. */
async function untilReady(server: ChildProcess, url: string, said: Said): Promise<void> {
  const limit = AbortSignal.timeout(START_LIMIT_MS)
  while (!said.out.includes(`${url}/v/`)) {
    if (server.exitCode !== null || limit.aborted) {
      server.kill('SIGKILL')
      throw new Error(`The demonstration did not start.\n${said.out}\n${said.err}`)
    }
    await pause(50)
  }
}

/** A port that nobody listens on right now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
