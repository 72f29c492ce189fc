import { pino, stdSerializers, type Logger } from 'pino'
import { gatherLines } from './gather-lines.ts'

export type { Logger }

const SECRETS = ['password', 'passphrase', 'token', 'cookie', 'authorization', 'secretKeyMultibase', 'slip']
/** What PostgreSQL and knex add to an error: the row that failed, with its values. */
const ROW_VALUES = ['detail', 'where', 'bindings', 'internalQuery']

/**
 * A structured logger on standard error (standard output belongs to the command line's results).
 * Anything that could be a secret is cut out by name, at the top level and one below; of an error, the values of the
 * row it speaks of.
 */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[cut]' },
      serializers: {
        err: (error: Error) =>
          Object.fromEntries(
            Object.entries(stdSerializers.err(error)).filter(([name]) => !ROW_VALUES.includes(name)),
          ),
      },
    },
    gatherLines(pino.destination({ dest: 2, sync: true })),
  )
}
