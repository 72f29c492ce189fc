import { pino, type Logger } from 'pino'

export type { Logger }

/**
 * A structured logger on standard error (standard output belongs to the command line's results).
 * Anything that could be a secret is cut out by name, at the top level and one below.
 */
export function createLogger(level: string): Logger {
  const secrets = ['password', 'passphrase', 'token', 'cookie', 'authorization', 'secretKeyMultibase', 'slip']
  return pino(
    { level, base: null, redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[cut]' } },
    pino.destination({ dest: 2, sync: true }),
  )
}
