import { z } from 'zod'
import type { Db } from '../db/index.ts'
import type { Logger } from '../log/index.ts'
import type { Change, Topic } from './live.ts'

const CHANNEL = 'passerelle_live'
/** PostgreSQL takes 8,000 bytes a notification; a UUID in JSON is 39. */
const IDS_MAX = 150
const RETRY_MS = [500, 1000, 2000, 5000, 10_000] as const

const changeText = z.object({
  topic: z
    .string()
    .regex(/^(session|learner):/)
    .transform((topic) => topic as Topic),
  ids: z.array(z.string()),
})

/** Tells every process; heard when the transaction commits, never when it does not. */
export async function notifyOnPostgres(db: Db, changes: readonly Change[]): Promise<void> {
  for (const { topic, ids } of changes) {
    const said: Change = { topic, ids: ids.length > IDS_MAX ? [] : ids }
    await db.raw('select pg_notify(?, ?)', [CHANNEL, JSON.stringify(said)])
  }
}

export interface Ears {
  close(): Promise<void>
}

/** The part of a `pg` client that listening needs. */
interface ListeningClient {
  query(text: string): Promise<unknown>
  on(event: 'notification', hear: (message: { channel: string; payload?: string }) => void): void
  on(event: 'error', hear: (error: Error) => void): void
  on(event: 'end', hear: () => void): void
  end(): Promise<void>
}

/**
 * Listens on a connection of its own, outside the pool (a pooled one would forget LISTEN when it is given back), and
 * opens another when it breaks. `missed` is called when it listens, first and again: what was said before is unknown.
 */
export function listenOnPostgres(
  { db, log }: { readonly db: Db; readonly log: Logger },
  on: { heard(change: Change): void; missed(): void },
): Ears {
  let closed = false
  let client: ListeningClient | undefined
  let retry: NodeJS.Timeout | undefined
  let failures = 0

  const again = (): void => {
    client = undefined
    if (closed || retry !== undefined) return
    const pause = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]
    failures += 1
    retry = setTimeout(() => {
      retry = undefined
      opening = open()
    }, pause)
    retry.unref()
  }
  const open = async (): Promise<void> => {
    try {
      const opened = await rawConnection(db)
      client = opened
      opened.on('error', (error) => log.warn({ err: error }, 'the connection that listens broke'))
      opened.on('end', again)
      opened.on('notification', ({ payload }) => hear(payload))
      await opened.query(`listen ${CHANNEL}`)
      failures = 0
      on.missed()
    } catch (error) {
      log.warn({ err: error }, 'cannot listen for changes yet')
      await client?.end().catch(() => undefined)
      again()
    }
  }
  const hear = (payload: string | undefined): void => {
    const change = readChange(payload ?? '')
    if (change !== undefined) on.heard(change)
  }
  let opening = open()
  return {
    async close() {
      closed = true
      clearTimeout(retry)
      await opening
      await client?.end().catch(() => undefined)
    },
  }
}

/** knex opens it with the settings of the pool (address, search path) and leaves it to us. */
async function rawConnection(db: Db): Promise<ListeningClient> {
  const { client } = db as { client: { acquireRawConnection(): Promise<ListeningClient> } }
  return client.acquireRawConnection()
}

/** Anybody who can write to the database can notify: what is not ours is not heard. */
function readChange(payload: string): Change | undefined {
  try {
    const read = changeText.safeParse(JSON.parse(payload))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
