import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { newId, type TrainingSessionId } from '../../../server/kernel/ids.ts'
import { createLive, openStream, STREAMS_A_PERSON, type Change } from '../../../server/platform/live/index.ts'
import { createLogger } from '../../../server/platform/log/index.ts'
import { onPostgres, openBesidePostgres, openTestDatabase } from '../../support/database.ts'

const log = createLogger('silent')
const aTopic = () => `session:${newId<TrainingSessionId>()}` as const

async function aLive() {
  const db = await openTestDatabase()
  const live = createLive({ db, log })
  onTestFinished(() => live.stop())
  return { db, live }
}

describe('changes that pages follow', () => {
  test('whoever follows a topic hears of it, and nobody else does', async () => {
    const { db, live } = await aLive()
    const [mine, other] = [aTopic(), aTopic()]
    const heard: Change[] = []
    const stop = live.subscribe(mine, (change) => heard.push(change))
    await vi.waitFor(async () => {
      await live.publish(db, [{ topic: mine, ids: ['a'] }])
      expect(heard.some(({ ids }) => ids.includes('a'))).toBe(true)
    })
    await live.publish(db, [{ topic: other, ids: ['b'] }])
    stop()
    await live.publish(db, [{ topic: mine, ids: ['c'] }])
    expect(JSON.stringify(heard)).not.toMatch(/"b"|"c"/)
  })

  test('a page that cannot be told keeps nobody else from being told', async () => {
    const { db, live } = await aLive()
    const topic = aTopic()
    const heard: Change[] = []
    live.subscribe(topic, () => {
      throw new Error('gone')
    })
    live.subscribe(topic, (change) => heard.push(change))
    await vi.waitFor(async () => {
      await live.publish(db, [{ topic, ids: ['a'] }])
      expect(heard.length).toBeGreaterThan(0)
    })
  })
})

describe.runIf(onPostgres())('several servers on one PostgreSQL', () => {
  test('a change made by one server is heard by the pages of another, once it is committed', async () => {
    const { db, live } = await aLive()
    const second = await openBesidePostgres(db)
    const elsewhere = createLive({ db: second, log })
    onTestFinished(async () => {
      await elsewhere.stop()
      await second.destroy()
    })
    const topic = aTopic()
    const heard: string[] = []
    elsewhere.subscribe(topic, ({ ids }) => heard.push(...ids))
    // it listens from the moment it says that everything is to be read anew
    await vi.waitFor(async () => {
      await live.publish(db, [{ topic, ids: ['warm'] }])
      expect(heard).toContain('warm')
    })
    await db
      .transaction(async (trx) => {
        await live.publish(trx, [{ topic, ids: ['taken back'] }])
        throw new Error('taken back')
      })
      .catch(() => undefined)
    await db.transaction(async (trx) => {
      await live.publish(trx, [{ topic, ids: ['kept'] }])
      expect(heard).not.toContain('kept')
    })
    await vi.waitFor(() => expect(heard).toContain('kept'))
    expect(heard).not.toContain('taken back')
  })

  test('a listening connection that breaks is opened again, and pages are told to read anew', async () => {
    const { db, live } = await aLive()
    const topic = aTopic()
    const heard: Change[] = []
    live.subscribe(topic, (change) => heard.push(change))
    await vi.waitFor(() => expect(heard.length).toBe(1))
    await db.raw(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen passerelle_live'
      and pid <> pg_backend_pid()`)
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(1), { timeout: 20_000 })
    expect(heard.every(({ ids }) => ids.length === 0)).toBe(true)
  })

  test('what somebody else says on the channel is not heard', async () => {
    const { db, live } = await aLive()
    const topic = aTopic()
    const heard: Change[] = []
    live.subscribe(topic, (change) => heard.push(change))
    await vi.waitFor(() => expect(heard.length).toBe(1))
    for (const said of ['', '{', '[]', JSON.stringify({ topic: 'secret', ids: [] })])
      await db.raw('select pg_notify(?, ?)', ['passerelle_live', said])
    await live.publish(db, [{ topic, ids: ['ours'] }])
    await vi.waitFor(() => expect(heard.at(-1)?.ids).toEqual(['ours']))
    expect(heard.length).toBe(2)
  })
})

describe('a stream', () => {
  async function aServer() {
    const { db, live } = await aLive()
    const topic = aTopic()
    const app = express()
    app.get('/live', (_req, res) => openStream(live, { res, topic, person: 'anne' }))
    // where it takes a while to know who asks
    app.get('/slow', (_req, res) => {
      const answer = () => openStream(live, { res, topic, person: 'anne' })
      res.on('close', () => setImmediate(answer))
    })
    app.use((error: Error, _req: express.Request, res: express.Response, _next: express.NextFunction) => {
      res.status(429).send(error.message)
    })
    const server = createServer(app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const leaveEarly = async () => {
      const abort = new AbortController()
      const answer = fetch(`${origin}/slow`, { signal: abort.signal }).catch(() => undefined)
      await once(server, 'request')
      abort.abort()
      await answer
    }
    const open = async () => {
      const abort = new AbortController()
      const answer = await fetch(`${origin}/live`, { signal: abort.signal })
      onTestFinished(() => abort.abort())
      return { answer, close: () => abort.abort() }
    }
    return { db, live, topic, server, open, leaveEarly }
  }

  test('says « ready », then each change by its ids, and is kept by no cache', async () => {
    const { db, live, topic, open } = await aServer()
    const { answer } = await open()
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store, no-transform')
    const said = follow(answer)
    await vi.waitFor(() => expect(said.text).toContain('event: ready'))
    await live.publish(db, [{ topic, ids: ['one', 'two'] }])
    await vi.waitFor(() => expect(said.text).toContain('event: change\ndata: {"ids":["one","two"]}'))
  })

  test('ends when the server stops, which then waits for nobody', async () => {
    const { live, server, open } = await aServer()
    const { answer } = await open()
    const closed = new Promise((resolve) => server.close(resolve))
    await live.stop()
    await answer.text()
    server.closeIdleConnections()
    await closed
  })

  test('is refused to somebody who has too many open, and given again when one is closed', async () => {
    const { open } = await aServer()
    const opened = []
    for (let count = 0; count < STREAMS_A_PERSON; count++) opened.push(await open())
    expect((await open()).answer.status).toBe(429)
    opened[0]?.close()
    await vi.waitFor(async () => expect((await open()).answer.status).toBe(200))
  })

  test('holds no place for a browser that left while we were finding out who it is', async () => {
    const { open, leaveEarly } = await aServer()
    for (let count = 0; count < STREAMS_A_PERSON; count++) await leaveEarly()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await open()).answer.status).toBe(200)
  })
})

function follow(answer: Response): { text: string } {
  const said = { text: '' }
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) said.text += decoder.decode(chunk, { stream: true })
  }
  void read().catch(() => undefined)
  return said
}
