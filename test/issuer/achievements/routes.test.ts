import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { achievementRoutes, achievementUrl } from '../../../server/issuer/achievements/index.ts'
import { serveRoutes } from '../serve-routes.ts'

const publicUrl = 'https://passerelle.example'
const server = request(serveRoutes(achievementRoutes({ publicUrl })))
const path = (code: string, locale: 'fr' | 'en') => achievementUrl('', code, locale)

describe('the page of a competence', () => {
  test('tells people what each level means, in their language', async () => {
    const page = await server
      .get(path('EQUIPE', 'fr'))
      .set('Accept', 'text/html')
      .set('Accept-Language', 'fr')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Travailler dans une équipe internationale')
    expect(page.text).toContain('avec initiative')
    expect(page.text).toContain('travailler en équipe')
    expect(page.text).toContain('Ce service utilise la classification ESCO de la Commission européenne.')
    expect(page.text).not.toMatch(/achievements\.\w|undefined|\[object/)
  })

  test('is in English for a reader of English, even from a French credential', async () => {
    const page = await server
      .get(path('EQUIPE', 'fr'))
      .set('Accept', 'text/html')
      .set('Accept-Language', 'en')
    expect(page.text).toContain('Working in an international team')
  })

  test('exists for languages too, and all competences are listed', async () => {
    const german = await server
      .get('/achievements/lang-de')
      .set('Accept', 'text/html')
      .set('Accept-Language', 'fr')
    expect(german.text).toContain('Communiquer en allemand')
    expect(german.text).toContain('B1, à l’aise au quotidien')
    const list = await server.get('/achievements').set('Accept', 'text/html').set('Accept-Language', 'fr')
    expect(list.text.match(/<article/g)).toHaveLength(12)
  })
})

describe('the definition for software', () => {
  test('is the Achievement that credentials name, in the language of its URL', async () => {
    const answer = await server
      .get(path('EQUIPE', 'fr'))
      .set('Accept', 'application/json')
      .set('Accept-Language', 'en')
    expect(answer.type).toBe('application/json')
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.body).toMatchObject({
      id: achievementUrl(publicUrl, 'EQUIPE', 'fr'),
      type: ['Achievement'],
      achievementType: 'Competency',
      humanCode: 'EQUIPE',
      inLanguage: 'fr',
      name: 'Travailler dans une équipe internationale',
      related: [{ id: achievementUrl(publicUrl, 'EQUIPE', 'en'), inLanguage: 'en' }],
    })
    const { resultDescription } = answer.body as { resultDescription: { id: string }[] }
    expect(resultDescription.map(({ id }) => id.split('#')[1])).toEqual(['attested', 'declared', 'confirmed'])
  })

  test('has an address of its own, for a link', async () => {
    const answer = await server.get(`${path('LANG-DE', 'en')}.json`).set('Accept', 'text/html')
    expect(answer.body).toMatchObject({ humanCode: 'LANG-DE', name: 'Communicating in German' })
  })
})

test.each([
  '/achievements/JONGLER',
  '/achievements/EQUIPE/de',
  '/achievements/EQUIPE/fr.xml',
  '/achievements/__proto__/fr',
])('there is nothing at %s', async (url) => {
  expect((await server.get(url).set('Accept', 'application/json')).status).toBe(404)
})
