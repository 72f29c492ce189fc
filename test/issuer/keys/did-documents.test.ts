import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { keyRoutes, rotateKey } from '../../../server/issuer/keys/index.ts'
import { aStructure, openWorld, SYSTEM } from '../issuing-world.ts'
import { serveRoutes } from '../serve-routes.ts'

const HTTPS = 'https://passeport.example.fr'

describe('the DID document', () => {
  it('of the platform is served where did:web looks for it', async () => {
    const world = await openWorld({ publicUrl: HTTPS })
    const answer = await request(serveRoutes(keyRoutes(world)))
      .get('/.well-known/did.json')
      .expect(200)
    expect(answer.headers['content-type']).toContain('application/did+json')
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    const document = JSON.parse(answer.text) as object
    expect(document).toMatchObject({ id: 'did:web:passeport.example.fr' })
    expect(document).toEqual(await world.ring.resolveDid(world.db, 'did:web:passeport.example.fr'))
  })

  it('of a structure is served under its path, with former keys', async () => {
    const world = await openWorld({ publicUrl: HTTPS })
    const issuer = await world.ring.issuerFor(world.db, await aStructure(world.db))
    await rotateKey(world, SYSTEM, { issuerSlug: issuer.slug })
    const app = serveRoutes(keyRoutes(world))
    const { text } = await request(app).get('/orgs/mission-locale-clermont/did.json').expect(200)
    const document = JSON.parse(text) as { id: string; assertionMethod: string[] }
    expect(document.id).toBe('did:web:passeport.example.fr:orgs:mission-locale-clermont')
    expect(document.assertionMethod).toHaveLength(2)
  })

  it('exists for a structure that has signed nothing yet', async () => {
    const world = await openWorld({ publicUrl: HTTPS })
    await aStructure(world.db)
    const app = serveRoutes(keyRoutes(world))
    const [one, other] = await Promise.all(
      [1, 2].map(() => request(app).get('/orgs/mission-locale-clermont/did.json')),
    )
    expect(one?.status).toBe(200)
    expect(other?.text).toBe(one?.text)
    expect(await world.db('issuers').select('slug')).toEqual([{ slug: 'mission-locale-clermont' }])
  })

  it('shows the key in use to somebody who runs the platform at home', async () => {
    const world = await openWorld()
    const app = serveRoutes(keyRoutes(world))
    const { text } = await request(app).get('/.well-known/did.json').expect(200)
    expect(JSON.parse(text)).toMatchObject({ id: (await world.ring.issuerFor(world.db, null)).did })
    await request(app).get('/orgs/platform/did.json').expect(200)
  })

  it.each(['/orgs/unknown/did.json', '/orgs/org-platform/did.json', `/orgs/${'x'.repeat(300)}/did.json`])(
    'is not found for a structure that does not exist: %s',
    async (path) => {
      const world = await openWorld({ publicUrl: HTTPS })
      const answer = await request(serveRoutes(keyRoutes(world)))
        .get(path)
        .expect(404)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'not-found' })
    },
  )
})
