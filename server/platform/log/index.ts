import { pino, stdSerializers, type Logger } from 'pino'
import { gatherLines } from './gather-lines.ts'

export type { Logger }

const SECRETS = ['password', 'passphrase', 'token', 'cookie', 'authorization', 'secretKeyMultibase', 'slip']
/** What PostgreSQL and knex add to an error: the row that failed, with its values. */
const ROW_VALUES = ['detail', 'where', 'bindings', 'internalQuery']

/** What a mail server's refusal adds to an error: to whom we wrote. */
const ADDRESSEES = ['rejected', 'rejectedErrors', 'accepted', 'pending', 'envelope', 'response']
const ADDRESS = /[\w.!#$%&'*+=?^`{|}~-]+@[\w-]+(\.[\w-]+)+/g

/** An error without the row it speaks of and without anybody's mail address. */
function withoutPeople(error: Error): Record<string, unknown> {
  const told = Object.entries(stdSerializers.err(error)).filter(
    ([name]) => !ROW_VALUES.includes(name) && !ADDRESSEES.includes(name),
  )
  return Object.fromEntries(
    told.map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(ADDRESS, '[address]') : value,
    ]),
  )
}

/**
 * A structured logger on standard error (standard output belongs to the command line's results).
 * Anything that could be a secret is cut out by name, at the top level and one below; of an error, the values of the
 * row it speaks of and mail addresses.
 */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[cut]' },
      serializers: { err: withoutPeople },
    },
    gatherLines(pino.destination({ dest: 2, sync: true })),
  )
}
