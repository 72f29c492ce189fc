import request from 'supertest'
import { expect, test } from 'vitest'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { issuePassport, openWorld, SYSTEM, verifierApp } from '../verifying-world.ts'

test('an employer who scans reads the verdict, the name, the skills and who attests them', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  const page = await request(verifierApp(world)).get(`/v/${code}`)
  expect(page.status).toBe(200)
  for (const words of [
    'C’est authentique',
    'Inès Benali',
    'Karim Le Goff',
    'Brême',
    'attesté',
    'contact@mission.example',
  ])
    expect(page.text).toContain(words)
})

test('the page is kept by nobody, found by no search engine, and sets no cookie', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  const page = await request(verifierApp(world)).get(`/v/${code}?lang=en`)
  expect(page.headers['cache-control']).toBe('no-store')
  expect(page.headers['x-robots-tag']).toMatch(/noindex/)
  expect(page.headers['set-cookie']).toBeUndefined()
  expect(page.text).toContain('This is authentic')
})

test('a link shared in a chat does not tell the name', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  const page = await request(verifierApp(world)).get(`/v/${code}`)
  const head = page.text.slice(0, page.text.indexOf('</head>'))
  expect(head).toContain('og:title')
  expect(head).not.toContain('Inès')
})

test('the page asks nothing of anybody else, and its scripts come after it', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  const page = await request(verifierApp(world)).get(`/v/${code}`)
  const loaded = [...page.text.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g)].map(([, url]) => url)
  expect(loaded.length).toBeGreaterThan(0)
  for (const url of loaded) expect(url).toMatch(/^\/assets\//)
  expect(page.text).not.toMatch(/style="|<style/)
  for (const [script] of page.text.matchAll(/<script[^>]*>/g))
    expect(script).toMatch(/^<script type="module" src="\/assets\/js\//)
})

test('capital letters, as in a QR code, lead to the same page', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  expect((await request(verifierApp(world)).get(`/V/${code}`)).text).toContain('C’est authentique')
})

test('a program gets the same verdict as JSON', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  const answer = await request(verifierApp(world)).get(`/v/${code}`).set('Accept', 'application/json')
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({
    verdict: 'verified',
    checkedAt: '2026-07-03T09:00:00Z',
    credential: { id: `${world.publicUrl}/credentials/${code}` },
    holder: { name: 'Inès Benali' },
  })
  const checks = (answer.body as { checks: object[] }).checks
  expect(checks).toContainEqual({ name: 'proof', status: 'passed', code: 'ok' })
})

test('an unknown code is 404, for people with a form to try again and for programs with the word', async () => {
  const app = verifierApp(await openWorld())
  const page = await request(app).get('/v/ZZZZZZZZZZZZ')
  expect(page.status).toBe(404)
  expect(page.text).toContain('Aucun document à ce code')
  expect(page.text).toContain('name="code"')
  const answer = await request(app).get('/v/nope').set('Accept', 'application/json')
  expect(answer.status).toBe(404)
  expect(answer.body).toMatchObject({ verdict: 'not-found', checks: [] })
})

test('a withdrawn passport no longer shows what it said', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  await revokeCredential(world, SYSTEM, { credential: code, reason: 'content-wrong' })
  const page = await request(verifierApp(world)).get(`/v/${code}`)
  expect(page.text).toContain('a été retiré')
  expect(page.text).toContain('n’était pas juste')
  expect(page.text).not.toContain('Inès')
  expect(page.text).not.toContain('Brême')
})

test('a withdrawn competence stands apart, crossed out with its date', async () => {
  const world = await openWorld()
  const { code, competences } = await issuePassport(world)
  await revokeCredential(world, SYSTEM, { credential: competences[0]?.code ?? '', reason: 'content-wrong' })
  const page = await request(verifierApp(world)).get(`/v/${code}`)
  expect(page.text).toContain('C’est authentique')
  expect(page.text).toMatch(/<s>[^<]+<\/s>\s*<strong>retirée le 3.juillet.2026<\/strong>/)
  expect(page.text.match(/class="skill"/g)).toHaveLength(1)
})

test('what the trainer saw of the person as a whole is told once, until the stay’s credential is withdrawn', async () => {
  const world = await openWorld()
  const { code, stay, competences } = await issuePassport(world)
  const app = verifierApp(world)
  const before = await request(app).get(`/v/${code}`)
  expect(before.text.split('Rassure toute l’équipe.')).toHaveLength(2)
  await revokeCredential(world, SYSTEM, { credential: stay, reason: 'content-wrong' })
  const after = await request(app).get(`/v/${code}`)
  expect(after.text).toContain('C’est authentique')
  expect(after.text).not.toContain('Rassure')
  expect(after.text).toContain('Brême')
  for (const competence of competences)
    await revokeCredential(world, SYSTEM, { credential: competence.code, reason: 'content-wrong' })
  expect((await request(app).get(`/v/${code}`)).text).not.toContain('Brême')
})

test('the credential of a stay, alone, tells what the trainer saw', async () => {
  const world = await openWorld()
  const { stay } = await issuePassport(world)
  expect((await request(verifierApp(world)).get(`/v/${stay}`)).text).toContain('Rassure toute l’équipe.')
})

test('the first page has two doors and a way to check a passport', async () => {
  const page = await request(verifierApp(await openWorld())).get('/')
  expect(page.status).toBe(200)
  for (const href of ['/s', '/login', '/verify']) expect(page.text).toContain(`href="${href}"`)
})
