import express, { type Express } from 'express'
import request from 'supertest'
import { expect, test } from 'vitest'
import { rateLimits } from '../../../server/platform/http/index.ts'

/** A page that takes a code: `good` opens it. */
function fair(): Express {
  const app = express()
  app.use('/v', rateLimits.codes())
  app.use('/s', rateLimits.codes())
  const guesses = rateLimits.guesses()
  app.use('/f', guesses)
  app.get('/f/:code', (req, res) => {
    res.sendStatus(req.params.code === 'good' ? 200 : guesses.refuses(req) ? 429 : 404)
  })
  app.get(['/v/:code', '/s/:code'], (req, res) => {
    setTimeout(() => res.sendStatus(req.params['code'] === 'good' ? 200 : 404), 5)
  })
  app.use(((_error, _req, res, _next) => {
    res.sendStatus(429)
  }) as express.ErrorRequestHandler)
  return app
}

const statuses = async (app: Express, paths: readonly string[]): Promise<number[]> => {
  const server = app.listen(0)
  try {
    return (await Promise.all(paths.map((path) => request(server).get(path)))).map(({ status }) => status)
  } finally {
    server.close()
  }
}

const times = (count: number, path: string): string[] => Array.from({ length: count }, () => path)

test('two hundred true scans at once behind one address all see their verdict', async () => {
  const seen = await statuses(fair(), times(200, '/v/good'))
  expect(seen.filter((status) => status === 200)).toHaveLength(200)
})

test('somebody who guesses is stopped after a hundred misses, and the youths’ pages are counted apart', async () => {
  const app = fair()
  await statuses(app, times(100, '/v/guess'))
  expect(await statuses(app, ['/v/guess', '/v/good', '/s/good'])).toEqual([429, 429, 200])
})

test('where a fair shares one address, whoever guesses gets no more answers and everybody else does', async () => {
  const app = fair()
  const first = await statuses(app, times(100, '/f/guess'))
  expect(new Set(first)).toEqual(new Set([404]))
  expect(await statuses(app, ['/f/guess', '/f/good', '/f/guess'])).toEqual([429, 200, 429])
})
