import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { openSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const BIN = join(import.meta.dirname, '..', '..', 'server', 'bin.js')
const run = promisify(execFile)

export interface Running {
  readonly url: string
  stop(): void
}

/** The demonstration's network in `dir`, served by a process of its own as it would be in earnest, log included. */
export async function startDemo(dir: string): Promise<Running & { codes: string[] }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    DATA_DIR: join(dir, 'data'),
    KEYS_DIR: join(dir, 'keys'),
    PUBLIC_URL: url,
    PORT: String(port),
    // every request says from where it comes: one address alone would be told that it asks too often
    TRUST_PROXY: '1',
    NODE_ENV: 'production',
  }
  const { stdout } = await run(process.execPath, [BIN, 'demo', '--once', '--json'], {
    env,
    maxBuffer: 16_000_000,
  })
  const { passports } = JSON.parse(stdout) as { passports: { code: string }[] }
  const log = openSync(join(dir, 'log'), 'w')
  const child = spawn(process.execPath, [BIN, 'serve'], { env, stdio: ['ignore', 'ignore', log] })
  await answering(`${url}/healthz`)
  return { url, codes: passports.map(({ code }) => code), stop: () => child.kill() }
}

/** The page that says hello, in a process of its own too. */
export async function startHello(): Promise<Running> {
  const file = join(import.meta.dirname, '..', 'bases', 'hello.ts')
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = `http://127.0.0.1:${await firstLine(child)}`
  await answering(url)
  return { url, stop: () => child.kill() }
}

async function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()))
    child.once('exit', () => reject(new Error('ended before it said where it listens')))
  })
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok === true) return
    await sleep(100)
  }
  throw new Error(`${url} does not answer`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
