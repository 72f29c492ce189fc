import { compose, type Services } from '../compose.ts'
import type { Config } from '../platform/config/index.ts'

/** Opens everything, runs `act`, closes everything. The log is kept quiet: a command speaks for itself. */
export async function withServices<Result>(
  config: Config,
  act: (services: Services) => Promise<Result>,
): Promise<Result> {
  const services = await compose({
    ...config,
    logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel,
  })
  try {
    return await act(services)
  } finally {
    await services.close()
  }
}
