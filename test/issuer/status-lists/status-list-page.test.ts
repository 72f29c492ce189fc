import request from 'supertest'
import { describe, expect, it } from 'vitest'
import type { Express } from 'express'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { publishStatusList, statusListRoutes } from '../../../server/issuer/status-lists/index.ts'
import { newId } from '../../../server/kernel/ids.ts'
import { aLearner, anAttendance, aStructure, openWorld, SYSTEM, type IssuingWorld } from '../issuing-world.ts'
import { serveRoutes } from '../serve-routes.ts'

describe('GET /status/:id', () => {
  it('answers the signed list, byte for byte, as JSON that any page may read', async () => {
    const { world, app, listId } = await aServedList()
    const answer = await request(app).get(`/status/${listId}`).expect(200)
    expect(answer.headers['content-type']).toBe('application/json')
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.text).toBe(await publishStatusList(world, listId))
    expect(JSON.parse(answer.text)).toMatchObject({ id: `${world.publicUrl}/status/${listId}` })
  })

  it.each([
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['text/html', 'application/json'],
    ['application/vc', 'application/vc'],
    ['application/vc, application/json;q=0.5', 'application/vc'],
    ['application/json, application/vc', 'application/json'],
  ])('answers %s with %s', async (accept, expected) => {
    const { app, listId } = await aServedList()
    const answer = await request(app).get(`/status/${listId}`).set('Accept', accept).buffer(true).expect(200)
    expect(answer.headers['content-type']).toBe(expected)
    expect(answer.headers['vary']).toContain('Accept')
  })

  it('says 304 until a bit changes, and the new list from then on', async () => {
    const { world, app, listId, credential } = await aServedList()
    const first = await request(app).get(`/status/${listId}`).expect(200)
    const tag = first.headers['etag'] ?? ''
    await request(app).get(`/status/${listId}`).set('If-None-Match', tag).expect(304)
    await revokeCredential(world, SYSTEM, { credential, reason: 'content-wrong' })
    const second = await request(app).get(`/status/${listId}`).set('If-None-Match', tag).expect(200)
    expect(second.text).not.toBe(first.text)
    expect(second.headers['etag']).not.toBe(tag)
  })

  it('publishes a revocation even when the process stopped between the two', async () => {
    const { world, app, listId } = await aServedList()
    const first = await request(app).get(`/status/${listId}`).expect(200)
    await world.db('status_entries').update({ set_at: '2026-07-03T10:00:00Z' })
    await world.db('status_lists').increment('revision', 1)
    const second = await request(app).get(`/status/${listId}`).expect(200)
    expect(second.text).not.toBe(first.text)
  })

  it.each(['nonsense', newId<string>(), '..%2f..%2fetc', 'a'.repeat(500)])('does not know %s', async (id) => {
    const world = await openWorld()
    const answer = await request(serveRoutes(statusListRoutes(world)))
      .get(`/status/${id}`)
      .expect(404)
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'not-found' })
  })
})

async function aServedList(): Promise<{
  world: IssuingWorld
  app: Express
  listId: string
  credential: string
}> {
  const world = await openWorld()
  const structure = await aStructure(world.db)
  const { credentials } = await world.db.transaction((trx) =>
    requestIssuance(trx, world, SYSTEM, [anAttendance(structure, aLearner())]),
  )
  await completeIssuance(world)
  const listIds = (await world.db('status_lists').pluck('id')) as string[]
  return {
    world,
    app: serveRoutes(statusListRoutes(world)),
    listId: listIds[0] ?? '',
    credential: credentials[0]?.code ?? '',
  }
}
