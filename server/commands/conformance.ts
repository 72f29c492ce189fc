import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { dirname, resolve } from 'node:path'
import { openPassingClient } from '../access/api-clients/index.ts'
import type { Services } from '../compose.ts'
import { listInstances } from '../issuer/vc-api/index.ts'
import { AppError } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import type { Config } from '../platform/config/index.ts'
import { t } from './terminal.ts'

export interface ServeOptions {
  /** Opens the VC-API to a passing client, without rate limits, for the public conformance suites. */
  readonly conformance?: boolean
  /** Where that client learns its token and the addresses. */
  readonly targetFile?: string
  /** Also on a server with an address that others can reach. */
  readonly yesReally?: boolean
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Whether this is a conformance run, and may be one: a server with a public address looks like a production one.
 * @throws AppError `conformance-refused`
 */
export function wantsConformance(config: Config, options: ServeOptions): boolean {
  const wanted = options.conformance === true
  if (wanted !== (options.targetFile !== undefined))
    throw new AppError('conformance-refused', { why: t('clients.conformanceNeedsFile') })
  if (wanted && !LOOPBACK.has(new URL(config.publicUrl).hostname) && options.yesReally !== true)
    throw new AppError('conformance-refused', { why: t('clients.conformancePublic') })
  return wanted
}

/** The services of a conformance run: with a client of its own, whose token is made now and kept in memory alone. */
export const withPassingClient = (services: Services): Services => ({
  ...services,
  conformance: openPassingClient('conformance'),
})

/**
 * Makes the trial issuers ready. What it gives back is called the moment the server listens: it says loudly what is going
 * on and writes the file that a replay takes, before any request can be answered. So a script may wait for the file or
 * for `/readyz`, as it likes.
 */
export async function prepareConformance(
  services: Services,
  targetFile: string,
): Promise<(server: Server) => void> {
  const file = resolve(targetFile)
  const { conformance, config, log } = services
  const instances = await listInstances(services)
  return (server) => {
    if (conformance === undefined) return
    const target = {
      baseUrl: listeningAt(server, config),
      issueHeaders: { authorization: `Bearer ${conformance.token}` },
      issuers: Object.fromEntries(instances.map(({ name, id, path }) => [name, { id, path }])),
      verify: '/credentials/verify',
      vpVerify: '/presentations/verify',
      status: '/credentials/status',
      derive: '/credentials/derive',
    }
    writeSecret(file, `${JSON.stringify(target, null, 2)}\n`)
    log.warn(
      { targetFile: file },
      'CONFORMANCE MODE: trial issuers open, no rate limits; never in production',
    )
    const rule = '!'.repeat(72)
    const lines = [t('clients.conformanceOn'), t('clients.conformanceAbout', { file })]
    console.error(['', rule, ...lines, rule, ''].join('\n'))
  }
}

/** Mode 0600 from its first byte, also where a file of another mode was; whole or not at all. */
function writeSecret(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${newId()}.tmp`
  writeFileSync(temporary, text, { mode: 0o600, flag: 'wx' })
  try {
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary)
    throw error
  }
}

/** Where a program on this machine reaches the server, whatever address people use. */
function listeningAt(server: Server, config: Config): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  const anywhere = ['0.0.0.0', '::', ''].includes(config.host)
  const host = anywhere ? '127.0.0.1' : config.host.includes(':') ? `[${config.host}]` : config.host
  return `http://${host}:${port}`
}
