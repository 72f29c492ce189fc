import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Express } from 'express'
import request from 'supertest'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '../../../server/kernel/errors.ts'
import type { AccountId } from '../../../server/kernel/ids.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import {
  createCsrfGuard,
  createRoutes,
  errorHandler,
  parseForm,
  type HttpDeps,
} from '../../../server/platform/http/index.ts'
import { createLogger } from '../../../server/platform/log/index.ts'
import { createViews } from '../../../server/platform/views/index.ts'
import { temporaryFolder } from '../../support/database.ts'

const trainer: StaffActor = {
  kind: 'staff',
  accountId: 'a1' as AccountId,
  name: 'Karim Le Goff',
  email: 'karim@exemple.fr',
  admin: false,
  memberships: [],
}

/** A page with one form, behind the real middleware. */
function app(): Express {
  const templates = temporaryFolder()
  for (const folder of ['layouts', 'partials', 'assets']) mkdirSync(join(templates, folder))
  writeFileSync(join(templates, 'layouts/main.hbs'), '<h1>{{page.title}}</h1>{{{body}}}')
  writeFileSync(join(templates, 'error.hbs'), '{{title}}')
  writeFileSync(join(templates, 'form.hbs'), '<form method="post">{{csrf}}{{typed}}</form>')
  writeFileSync(join(templates, 'plain.hbs'), 'hello')
  const deps: HttpDeps = {
    views: createViews(templates, join(templates, '..', 'browser')),
    log: createLogger('silent'),
    csrf: createCsrfGuard({ secret: new Uint8Array(32), sessionCookie: 'session', secure: false }),
    resolveActor: (token) => Promise.resolve(token === 'karim' ? trainer : undefined),
    sessionCookie: 'session',
    secure: false,
  }
  const routes = createRoutes(deps)
  routes.get('/form', 'public', (_req, _res, ctx) => ctx.render('form', { title: 'Form' }))
  routes.get('/v/:code', 'public', (_req, _res, ctx) => ctx.render('plain', { title: 'Verdict' }))
  routes.post('/form', 'public', (_req, res) => void res.send('done'))
  routes.upload('/file', 'public', { field: 'file', maxBytes: 1000 }, (_req, res, _ctx, file) => {
    res.send(String(file?.bytes.length))
  })
  routes.get('/mine', 'staff', (_req, res, ctx) => void res.send(ctx.actor.name))
  routes.get('/platform', 'admin', (_req, res) => void res.send('secret'))
  routes.api('post', '/api', 'public', (req, res) => void res.json(req.body))
  routes.get('/broken', 'public', () => {
    throw new Error('database password is hunter2')
  })
  routes.get('/refused', 'public', () => {
    throw new AppError('session-already-signed')
  })
  const server = express()
  server.use(routes.router)
  server.use(errorHandler(deps))
  return server
}

async function openForm(agent: ReturnType<typeof request.agent>): Promise<string> {
  const page = await agent.get('/form')
  return /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
}

test('a form comes back with its token and is taken', async () => {
  const agent = request.agent(app())
  const token = await openForm(agent)
  const sent = await agent.post('/form').type('form').send({ _csrf: token })
  expect(sent.status).toBe(200)
})

test.each([
  ['without a token', {}],
  ['with an invented token', { _csrf: 'a'.repeat(43) }],
])('a form %s is refused', async (_name, body) => {
  const agent = request.agent(app())
  await openForm(agent)
  const sent = await agent.post('/form').type('form').send(body)
  expect(sent.status).toBe(403)
  expect(sent.text).toContain('Cette page est restée ouverte trop longtemps')
})

test('a token of one visitor is worth nothing to another', async () => {
  const server = app()
  const token = await openForm(request.agent(server))
  const other = request.agent(server)
  await openForm(other)
  expect((await other.post('/form').type('form').send({ _csrf: token })).status).toBe(403)
})

test('a token from before signing in is worth nothing afterwards', async () => {
  const agent = request.agent(app())
  const token = await openForm(agent)
  const sent = await agent.post('/form').set('Cookie', 'session=karim').type('form').send({ _csrf: token })
  expect(sent.status).toBe(403)
})

test('a form that another site sends is refused even with a token', async () => {
  const agent = request.agent(app())
  const token = await openForm(agent)
  const sent = await agent
    .post('/form')
    .set('Sec-Fetch-Site', 'cross-site')
    .type('form')
    .send({ _csrf: token })
  expect(sent.status).toBe(403)
})

test('fields may come as JSON, with the token in the head or among them; a list is none', async () => {
  const agent = request.agent(app())
  const token = await openForm(agent)
  const send = (body: object) => agent.post('/form').set('Accept', 'application/json').send(body)
  expect((await send({ a: 1 }).set('x-csrf-token', token)).status).toBe(200)
  expect((await send({ _csrf: token })).status).toBe(200)
  expect((await send({ _csrf: [token] })).status).toBe(403)
  expect((await send({ a: 1 })).status).toBe(403)
  const list = await send([1]).set('x-csrf-token', token)
  expect([list.status, list.body]).toMatchObject([422, { code: 'invalid-input' }])
})

test('a file needs its token too, and may not be too heavy', async () => {
  const agent = request.agent(app())
  const token = await openForm(agent)
  const good = await agent.post('/file').field('_csrf', token).attach('file', Buffer.alloc(900), 'a.csv')
  expect(good.text).toBe('900')
  const heavy = await agent.post('/file').field('_csrf', token).attach('file', Buffer.alloc(2000), 'a.csv')
  expect(heavy.status).toBe(413)
  const forged = await agent.post('/file').attach('file', Buffer.alloc(10), 'a.csv')
  expect(forged.status).toBe(403)
})

test('a page for staff sends a stranger to the door and brings them back', async () => {
  const page = await request(app()).get('/mine?x=1').set('Accept', 'text/html')
  expect(page.status).toBe(303)
  expect(page.headers['location']).toBe('/login?next=%2Fmine%3Fx%3D1')
  const inside = await request(app()).get('/mine').set('Cookie', 'session=karim')
  expect(inside.text).toBe('Karim Le Goff')
})

test('a trainer does not enter the platform’s pages', async () => {
  expect((await request(app()).get('/platform').set('Cookie', 'session=karim')).status).toBe(403)
})

test('a page without a form sets no cookie, and a verdict none at all', async () => {
  const verdict = await request(app()).get('/v/7K3F9QXW2M4T?lang=en')
  expect(verdict.headers['set-cookie']).toBeUndefined()
  expect(verdict.headers['content-language']).toBe('en')
})

test('JSON with 1,000 levels is refused with one sentence', async () => {
  const deep = `${'['.repeat(1000)}${']'.repeat(1000)}`
  const sent = await request(app()).post('/api').type('json').send(deep)
  expect(sent.status).toBe(400)
  expect(sent.body).toMatchObject({ code: 'json-too-deep', status: 400 })
})

test.each([
  ['{"a":', 'application/json', 400, 'malformed-json'],
  [`"${'x'.repeat(3_000_000)}"`, 'application/json', 413, 'body-too-large'],
  ['a=1', 'text/plain', 415, 'unsupported-media-type'],
])('a machine gets a problem document for a bad body (%#)', async (body, type, status, code) => {
  const sent = await request(app()).post('/api').set('Content-Type', type).send(body)
  expect(sent.status).toBe(status)
  expect(sent.headers['content-type']).toContain('application/problem+json')
  expect(sent.body).toMatchObject({ code, status })
})

test('an unexpected failure says nothing of what is inside', async () => {
  const page = await request(app()).get('/broken').set('Accept', 'text/html')
  expect(page.status).toBe(500)
  expect(page.text).not.toContain('hunter2')
})

test('the same failure is a page for people and a problem for machines', async () => {
  const page = await request(app()).get('/refused').set('Accept', 'text/html')
  const problem = await request(app())
    .get('/refused')
    .set('Accept', 'application/json')
    .set('Accept-Language', 'en')
  expect([page.status, problem.status]).toEqual([409, 409])
  expect(page.text).toContain('déjà signée')
  expect(problem.body).toMatchObject({
    code: 'session-already-signed',
    detail: 'This session is already signed: its levels no longer change.',
  })
})

test('a wrong form keeps what was typed and names each field once', () => {
  const schema = z.object({
    name: z.string().min(2, 'fields.tooShort').max(3, 'fields.tooLong'),
    email: z.email('fields.email'),
  })
  const parsed = parseForm(schema, { name: 'Inès', email: 'x', _csrf: 't' })
  expect(parsed).toEqual({
    ok: false,
    typed: { name: 'Inès', email: 'x' },
    problems: [
      { field: 'name', message: 'fields.tooLong', params: { max: 3 } },
      { field: 'email', message: 'fields.email' },
    ],
  })
})

test('a NUL byte in a form is refused before it reaches the database', () => {
  const parsed = parseForm(z.object({ name: z.string() }), { name: 'a\0b' })
  expect(parsed).toMatchObject({ ok: false, problems: [{ field: 'name', message: 'fields.malformed' }] })
})
