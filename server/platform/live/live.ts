import type { TrainingSessionId, LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../db/index.ts'
import type { Logger } from '../log/index.ts'
import { listenOnPostgres, notifyOnPostgres, type Ears } from './postgres-channel.ts'

/** What a page may follow: a training session, or one young person. */
export type Topic = `session:${TrainingSessionId}` | `learner:${LearnerId}`

/** Something about a topic changed. Ids and nothing else: the page then asks for what it may read. */
export interface Change {
  readonly topic: Topic
  /** The rows concerned; none means any of them. */
  readonly ids: readonly string[]
}

export interface Live {
  /**
   * Says what changed. Call it with the transaction of the change: PostgreSQL tells it to every server when that
   * commits; on SQLite the one connection makes whoever reads next wait for the commit. Never throws for a listener.
   */
  publish(db: Db, changes: readonly Change[]): Promise<void>
  /** Hears the changes of a topic until the returned function is called. */
  subscribe(topic: Topic, hear: (change: Change) => void): () => void
  /** Runs when the server stops, before it waits for its connections. */
  onStop(stop: () => void): () => void
  /** Ends every stream and the connection that listens; call once, first thing when stopping. */
  stop(): Promise<void>
}

export type LivePublisher = Pick<Live, 'publish'>

const isPostgres = (db: Db): boolean => (db.client as { driverName?: string }).driverName === 'pg'

/** The changes that pages follow: inside this process on SQLite, across all processes on PostgreSQL. */
export function createLive(deps: { readonly db: Db; readonly log: Logger }): Live {
  const listeners = new Map<Topic, Set<(change: Change) => void>>()
  const stops = new Set<() => void>()
  const across = isPostgres(deps.db)
  let ears: Ears | undefined

  const tell = (change: Change): void => {
    for (const hear of [...(listeners.get(change.topic) ?? [])]) {
      try {
        hear(change)
      } catch (error) {
        deps.log.warn({ err: error }, 'a page could not be told of a change')
      }
    }
  }
  // what was said while nobody listened is lost: everybody reads anew
  const tellAll = (): void => {
    for (const topic of listeners.keys()) tell({ topic, ids: [] })
  }
  return {
    async publish(db, changes) {
      if (changes.length === 0) return
      if (across) await notifyOnPostgres(db, changes)
      else for (const change of changes) tell(change)
    },
    subscribe(topic, hear) {
      if (across) ears ??= listenOnPostgres(deps, { heard: tell, missed: tellAll })
      const known = listeners.get(topic) ?? new Set()
      listeners.set(topic, known.add(hear))
      return () => {
        known.delete(hear)
        if (known.size === 0 && listeners.get(topic) === known) listeners.delete(topic)
      }
    },
    onStop(stop) {
      stops.add(stop)
      return () => stops.delete(stop)
    },
    async stop() {
      for (const stop of [...stops]) stop()
      await ears?.close()
    },
  }
}
