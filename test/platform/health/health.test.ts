import { rmSync } from 'node:fs'
import request from 'supertest'
import { expect, test } from 'vitest'
import { openKeyRing } from '../../../server/issuer/keys/index.ts'
import { healthRoutes } from '../../../server/platform/health/index.ts'
import { openWorld } from '../../issuer/issuing-world.ts'
import { serveRoutes } from '../../issuer/serve-routes.ts'

test('ready with its database and its keys', async () => {
  const world = await openWorld()
  await world.ring.issuerFor(world.db, null)
  const answer = await request(serveRoutes(healthRoutes(world))).get('/readyz')
  expect([answer.status, answer.body]).toEqual([200, { status: 'ready' }])
})

test('not ready while a signing key is missing; it still answers', async () => {
  const world = await openWorld()
  await world.ring.issuerFor(world.db, null)
  rmSync(world.keysDir, { recursive: true })
  const { db, keysDir, publicUrl, clock, log } = world
  const app = serveRoutes(healthRoutes({ db, ring: await openKeyRing({ keysDir, publicUrl, clock, log }) }))
  const answer = await request(app).get('/readyz')
  expect(answer.status).toBe(503)
  expect(answer.body).toMatchObject({ code: 'key-missing' })
  expect((await request(app).get('/healthz')).status).toBe(200)
})
