import { expect, test } from 'vitest'
import { createClient, listClients, resolveClient } from '../../../server/access/api-clients/index.ts'
import { createWorld, type World } from '../access-world.ts'
import { createSite, openBrowser } from '../access-site.ts'

const LIST = '/admin/clients'

/** The pages as whoever runs the platform sees them. */
async function openAdmin(): Promise<{ world: World; browser: Awaited<ReturnType<typeof openBrowser>> }> {
  const world = await createWorld()
  return { world, browser: await openBrowser(world, createSite(world), world.admin) }
}

const tokenOn = (html: string): string => />(psl_[\w-]{43})<\/textarea>/.exec(html)?.[1] ?? 'none'

test('a program is authorised on a page that shows its token, that once', async () => {
  const { world, browser } = await openAdmin()
  const answer = await browser.send(`${LIST}/new`, {
    name: 'Portail de la Région',
    organisation: world.brest.slug,
    scopes: 'credentials:issue',
    expiresOn: '2026-12-31',
  })
  expect(answer.status).toBe(200)
  expect(answer.headers['cache-control']).toBe('no-store')
  const token = tokenOn(answer.text)
  expect(await resolveClient(world, token)).toMatchObject({
    name: 'Portail de la Région',
    organisationId: world.brest.id,
    scopes: ['credentials:issue'],
  })
  const list = await browser.open(LIST)
  expect(list.text).toContain('Portail de la Région')
  expect(list.text).toContain(token.slice(0, 8))
  expect(list.text).not.toContain(token)
  expect(list.text).toContain('31 décembre 2026')
})

test('what was typed and ticked stays when something is missing', async () => {
  const { world, browser } = await openAdmin()
  const answer = await browser.send(`${LIST}/new`, {
    name: '',
    scopes: 'credentials:status',
    organisation: world.brest.slug,
    expiresOn: '2026-13-45',
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toMatch(/value="credentials:status" checked/)
  expect(answer.text).toMatch(new RegExp(`value="${world.brest.slug}" selected`))
  expect(answer.text).toContain('href="#field-name"')
  expect(answer.text).toContain('href="#field-expiresOn"')
  expect(await listClients(world, world.admin)).toEqual([])
})

test.each([
  { values: { name: 'Portail' }, field: 'scopes' },
  { values: { name: 'Portail', scopes: 'everything' }, field: 'scopes' },
  {
    values: { name: 'Portail', scopes: 'credentials:issue', organisation: 'inconnue' },
    field: 'organisation',
  },
  { values: { name: 'Portail', scopes: 'credentials:issue', expiresOn: '2020-01-01' }, field: 'expiresOn' },
])('a form that cannot be accepted says which field: $field', async ({ values, field }) => {
  const { world, browser } = await openAdmin()
  const answer = await browser.send(`${LIST}/new`, values)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`href="#field-${field}"`)
  expect(await listClients(world, world.admin)).toEqual([])
})

test('a new token is given on a page that says until when the old one opens', async () => {
  const { world, browser } = await openAdmin()
  const { client, token: old } = await createClient(world, world.admin, {
    name: 'Portail',
    organisationId: null,
    scopes: ['credentials:issue'],
  })
  const page = await browser.open(`${LIST}/${client.id}/rotate`)
  expect(page.text).toContain(old.slice(0, 8))
  const answer = await browser.send(`${LIST}/${client.id}/rotate`, { grace: '7' })
  expect(answer.text).toContain('7 juillet 2026')
  expect(await resolveClient(world, tokenOn(answer.text))).toBeDefined()
  expect(await resolveClient(world, old)).toBeDefined()
  expect((await browser.open(LIST)).text).toContain('Ancien jeton')
  expect((await browser.send(`${LIST}/${client.id}/rotate`, { grace: '30' })).status).toBe(422)
})

test('disabling is confirmed on a page of its own', async () => {
  const { world, browser } = await openAdmin()
  const { client, token } = await createClient(world, world.admin, {
    name: 'Portail',
    organisationId: null,
    scopes: ['credentials:issue'],
  })
  const page = await browser.open(`${LIST}/${client.id}/disable`)
  expect(page.status).toBe(200)
  expect(await resolveClient(world, token)).toBeDefined()
  const answer = await browser.send(`${LIST}/${client.id}/disable`)
  expect([answer.status, answer.headers['location']]).toEqual([303, LIST])
  expect(await resolveClient(world, token)).toBeUndefined()
  const list = await browser.open(LIST)
  expect(list.text).toContain('désactivé')
  expect(list.text).not.toContain(`/${client.id}/rotate`)
})

test('no list yet says so, and a page of nobody is not found', async () => {
  const { browser } = await openAdmin()
  expect((await browser.open(LIST)).text).toContain('Aucun programme')
  for (const path of ['rotate', 'disable']) expect((await browser.open(`${LIST}/x/${path}`)).status).toBe(404)
})
