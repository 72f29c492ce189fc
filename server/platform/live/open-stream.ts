import type { Response } from 'express'
import { AppError } from '../../kernel/errors.ts'
import type { Live, Topic } from './live.ts'

/** A comment every so often keeps proxies from closing a silent line, and tells us that a browser has gone. */
const HEARTBEAT_MS = 15_000
/** A stream ends by itself, so that whoever lost their right to it is asked again when the browser reconnects. */
const LIFETIME_MS = 10 * 60_000
/** Browsers allow six connections a host over HTTP/1.1: a person’s open tabs must leave some for pages. */
export const STREAMS_A_PERSON = 4
export const STREAMS_IN_ALL = 500
/** How long a browser waits before it reconnects. */
const RECONNECT_MS = 1000

interface OpenStreams {
  readonly ofPerson: Map<string, number>
  all: number
}
const open = new WeakMap<Live, OpenStreams>()

/**
 * Answers with server-sent events: one `ready` at once, then one `change` for each change of the topic, with
 * `{"ids": […]}`. There is no replay: a page reads the state anew at every `ready`, which a reconnection brings too. Who
 * may follow the topic is checked before.
 * @param person whoever the streams are counted for
 * @throws AppError `too-many-requests` when the person, or everybody, has too many open
 */
export function openStream(
  live: Live,
  { res, topic, person }: { res: Response; topic: Topic; person: string },
): void {
  // a browser that went away while we were asking the database: nothing would ever tell us that it closed
  if (res.destroyed) return
  const leave = takePlace(live, person)
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // nginx would otherwise keep events until its buffer is full
    'X-Accel-Buffering': 'no',
  })
  res.flushHeaders()
  res.write(`retry: ${RECONNECT_MS}\nevent: ready\ndata: {}\n\n`)

  const unsubscribe = live.subscribe(topic, ({ ids }) => {
    res.write(`event: change\ndata: ${JSON.stringify({ ids })}\n\n`)
  })
  const heartbeat = setInterval(() => void res.write(':\n\n'), HEARTBEAT_MS).unref()
  const end = (): void => void res.end()
  const lifetime = setTimeout(end, LIFETIME_MS).unref()
  const forget = live.onStop(end)
  res.on('close', () => {
    clearInterval(heartbeat)
    clearTimeout(lifetime)
    forget()
    unsubscribe()
    leave()
  })
}

function takePlace(live: Live, person: string): () => void {
  const streams = open.get(live) ?? { ofPerson: new Map<string, number>(), all: 0 }
  open.set(live, streams)
  const own = streams.ofPerson.get(person) ?? 0
  if (own >= STREAMS_A_PERSON || streams.all >= STREAMS_IN_ALL) throw new AppError('too-many-requests')
  streams.ofPerson.set(person, own + 1)
  streams.all += 1
  return () => {
    streams.all -= 1
    const left = (streams.ofPerson.get(person) ?? 1) - 1
    if (left === 0) streams.ofPerson.delete(person)
    else streams.ofPerson.set(person, left)
  }
}
