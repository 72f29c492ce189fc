import { createServer, type Server } from 'node:http'
import { createApp } from '../app.ts'
import { compose, type Services } from '../compose.ts'
import { startChores, type RunningChores } from '../platform/chores/index.ts'
import type { Config } from '../platform/config/index.ts'
import { prepareConformance, wantsConformance, withPassingClient, type ServeOptions } from './conformance.ts'

const GRACE_MS = 10_000

/**
 * Starts the server: finishes signatures that a crash left open, listens, and stops gracefully on SIGTERM or SIGINT
 * (no new connections, those open get ten seconds, then the database closes).
 */
export async function serve(config: Config, given?: Services, options: ServeOptions = {}): Promise<Server> {
  const conformance = wantsConformance(config, options)
  const usual = given ?? (await compose(config))
  const services = conformance ? withPassingClient(usual) : usual
  const { targetFile } = options
  const announce = targetFile === undefined ? undefined : await prepareConformance(services, targetFile)
  const { log } = services
  const server = createServer(createApp(services))
  server.requestTimeout = 60_000
  server.headersTimeout = 20_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  log.info({ publicUrl: config.publicUrl, port: config.port }, 'listening')
  try {
    announce?.(server)
  } catch (error) {
    // a server that nobody can be told about would run on after its command failed
    server.close()
    await services.close()
    throw error
  }
  void services
    .resume()
    .then((outcome) => {
      if (outcome.signed + outcome.failed > 0) log.info(outcome, 'resumed signing')
    })
    .catch((error: unknown) => log.error({ err: error }, 'resume failed'))
  const chores = startChores(services.chores, services)
  server.once('close', () => void chores.stop())
  stopOnSignal(server, services, chores)
  return server
}

function stopOnSignal(server: Server, services: Services, chores: RunningChores): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return
    stopping = true
    services.log.info({ signal }, 'stopping')
    // pages that follow changes would hold their connection until the hurry
    void services.live.stop()
    const hurry = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(hurry)
      void chores
        .stop()
        .then(() => services.close())
        .finally(() => process.exit(0))
    })
    server.closeIdleConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
