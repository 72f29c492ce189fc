import { expect, test } from 'vitest'
import {
  createClient,
  disableClient,
  listClients,
  openPassingClient,
  resolveClient,
  rotateToken,
  stateOf,
} from '../../../server/access/api-clients/index.ts'
import { listEvents } from '../../../server/access/audit/index.ts'
import { createWorld, OPERATOR, type World } from '../access-world.ts'

const REGION = { name: 'Portail de la Région', organisationId: null, scopes: ['credentials:issue'] } as const

const actions = async (world: World): Promise<string[]> =>
  (await listEvents(world.db))
    .filter(({ subject }) => subject.type === 'api-client')
    .map(({ action }) => action)
    .sort()

test('a client is known by its token, with its rights and no others', async () => {
  const world = await createWorld()
  const { client, token } = await createClient(world, world.admin, REGION)
  expect(token).toMatch(/^psl_[\w-]{43}$/)
  expect(await resolveClient(world, token)).toEqual({
    kind: 'client',
    clientId: client.id,
    name: 'Portail de la Région',
    organisationId: null,
    scopes: ['credentials:issue'],
  })
})

test('the database holds nothing that opens: no token, and a hash that is of no use', async () => {
  const world = await createWorld()
  const { token } = await createClient(world, world.admin, REGION)
  const rows = [
    await world.db('api_clients'),
    await world.db('api_client_tokens'),
    await world.db('audit_events'),
  ]
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(JSON.stringify(rows)).not.toContain(token.slice(4))
  const [row] = await world.db<{ token_hash: string }>('api_client_tokens')
  expect(await resolveClient(world, row?.token_hash ?? '')).toBeUndefined()
})

test('two tokens have nothing in common but their beginning', async () => {
  const world = await createWorld()
  const one = await createClient(world, world.admin, REGION)
  const other = await createClient(world, world.admin, REGION)
  expect(one.token).not.toBe(other.token)
  expect(one.client.id).not.toBe(other.client.id)
})

test.each(['', 'psl_', 'psl_' + 'a'.repeat(43), 'a'.repeat(47), 'psl_' + 'a'.repeat(4000)])(
  'a token that nobody was given opens nothing: %#',
  async (token) => {
    const world = await createWorld()
    await createClient(world, world.admin, REGION)
    expect(await resolveClient(world, token)).toBeUndefined()
  },
)

test('only whoever runs the platform authorises, renews, disables and lists', async () => {
  const world = await createWorld()
  const { client } = await createClient(world, OPERATOR, REGION)
  const forbidden = { code: 'forbidden' }
  for (const actor of [world.coordinator, world.trainer]) {
    await expect(createClient(world, actor, REGION)).rejects.toMatchObject(forbidden)
    await expect(rotateToken(world, actor, { clientId: client.id, graceDays: 0 })).rejects.toMatchObject(
      forbidden,
    )
    await expect(disableClient(world, actor, { clientId: client.id })).rejects.toMatchObject(forbidden)
    await expect(listClients(world, actor)).rejects.toMatchObject(forbidden)
  }
  expect(await actions(world)).toEqual(['api-client.created'])
})

test.each([
  { wrong: { name: '  ' }, field: 'name' },
  { wrong: { name: 'Portail\nde la Région' }, field: 'name' },
  { wrong: { name: 'P'.repeat(121) }, field: 'name' },
  { wrong: { scopes: [] }, field: 'scopes' },
  { wrong: { expiresAt: new Date('2026-06-29T00:00:00Z') }, field: 'expiresOn' },
])('a client needs a name, a right, and an end to come: $field', async ({ wrong, field }) => {
  const world = await createWorld()
  await expect(createClient(world, world.admin, { ...REGION, ...wrong })).rejects.toMatchObject({
    code: 'invalid-input',
    problems: [{ field }],
  })
  expect(await world.db('api_clients')).toEqual([])
})

test('a new token works at once and the old one for the time it was left', async () => {
  const world = await createWorld()
  const { client, token: old } = await createClient(world, world.admin, REGION)
  const { token, oldEndsAt } = await rotateToken(world, world.admin, { clientId: client.id, graceDays: 2 })
  expect(oldEndsAt).toBe('2026-07-02T08:00:00Z')
  expect(await resolveClient(world, old)).toBeDefined()
  expect(await resolveClient(world, token)).toBeDefined()
  world.wait({ days: 2 })
  expect(await resolveClient(world, old)).toBeUndefined()
  expect(await resolveClient(world, token)).toBeDefined()
  expect(await actions(world)).toEqual(['api-client.created', 'api-client.rotated'])
})

test('without grace every older token ends now, those of an earlier rotation too', async () => {
  const world = await createWorld()
  const { client, token: first } = await createClient(world, world.admin, REGION)
  const rotate = (graceDays: number) => rotateToken(world, world.admin, { clientId: client.id, graceDays })
  const { token: second } = await rotate(7)
  const { token: third } = await rotate(0)
  expect(await resolveClient(world, first)).toBeUndefined()
  expect(await resolveClient(world, second)).toBeUndefined()
  expect(await resolveClient(world, third)).toBeDefined()
})

test('a longer grace gives no token back what a shorter one took', async () => {
  const world = await createWorld()
  const { client, token: first } = await createClient(world, world.admin, REGION)
  await rotateToken(world, world.admin, { clientId: client.id, graceDays: 1 })
  await rotateToken(world, world.admin, { clientId: client.id, graceDays: 7 })
  world.wait({ days: 1 })
  expect(await resolveClient(world, first)).toBeUndefined()
})

test.each([-1, 8, 1.5, NaN])('a grace of %d days is refused', async (graceDays) => {
  const world = await createWorld()
  const { client } = await createClient(world, world.admin, REGION)
  await expect(rotateToken(world, world.admin, { clientId: client.id, graceDays })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

test('of two rotations at once a client keeps one current token', async () => {
  const world = await createWorld()
  const { client } = await createClient(world, world.admin, REGION)
  const rotate = () => rotateToken(world, world.admin, { clientId: client.id, graceDays: 7 })
  const outcomes = await Promise.allSettled([rotate(), rotate(), rotate()])
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'changed-meanwhile' })
  const [listed] = await listClients(world, world.admin)
  expect(listed?.tokens.filter(({ endsAt }) => endsAt === null)).toHaveLength(1)
})

test('a disabled client is shut out with all its tokens, for good', async () => {
  const world = await createWorld()
  const { client, token } = await createClient(world, world.admin, REGION)
  const { token: newer } = await rotateToken(world, world.admin, { clientId: client.id, graceDays: 7 })
  await disableClient(world, world.admin, { clientId: client.id })
  await disableClient(world, world.admin, { clientId: client.id })
  for (const shown of [token, newer]) expect(await resolveClient(world, shown)).toBeUndefined()
  await expect(rotateToken(world, world.admin, { clientId: client.id, graceDays: 0 })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  expect(await actions(world)).toEqual(['api-client.created', 'api-client.disabled', 'api-client.rotated'])
})

test('a client ends on its last day', async () => {
  const world = await createWorld()
  const { token } = await createClient(world, world.admin, {
    ...REGION,
    expiresAt: new Date('2026-07-01T00:00:00Z'),
  })
  expect(await resolveClient(world, token)).toBeDefined()
  world.wait({ days: 1 })
  expect(await resolveClient(world, token)).toBeUndefined()
})

test('the client of a structure that closed opens nothing', async () => {
  const world = await createWorld()
  const { token } = await createClient(world, world.admin, { ...REGION, organisationId: world.brest.id })
  expect(await resolveClient(world, token)).toMatchObject({ organisationId: world.brest.id })
  await world.db('organisations').where({ id: world.brest.id }).update({ closed_at: '2026-06-30T08:00:00Z' })
  expect(await resolveClient(world, token)).toBeUndefined()
  const states = (await listClients(world, world.admin)).map((client) => stateOf(client, world.clock.now()))
  expect(states).toEqual(['structure-closed'])
})

test('a closed structure gets no client', async () => {
  const world = await createWorld()
  await world.db('organisations').where({ id: world.brest.id }).update({ closed_at: '2026-06-30T08:00:00Z' })
  const input = { ...REGION, organisationId: world.brest.id }
  await expect(createClient(world, world.admin, input)).rejects.toMatchObject({
    code: 'invalid-input',
    problems: [{ field: 'organisation' }],
  })
})

test('the last use is written at most once a minute, for each token apart', async () => {
  const world = await createWorld()
  const { client, token } = await createClient(world, world.admin, REGION)
  const { token: newer } = await rotateToken(world, world.admin, { clientId: client.id, graceDays: 7 })
  const uses = async (): Promise<(string | null)[]> =>
    (await listClients(world, world.admin))[0]?.tokens.map(({ lastUsedAt }) => lastUsedAt) ?? []
  expect(await uses()).toEqual([null, null])
  await resolveClient(world, token)
  expect(await uses()).toEqual([null, '2026-06-30T08:00:00Z'])
  world.wait({ minutes: 0.5 })
  await resolveClient(world, token)
  expect(await uses()).toEqual([null, '2026-06-30T08:00:00Z'])
  world.wait({ minutes: 1 })
  await resolveClient(world, token)
  await resolveClient(world, newer)
  expect(await uses()).toEqual(['2026-06-30T08:01:30Z', '2026-06-30T08:01:30Z'])
})

test('nobody is known by that id', async () => {
  const world = await createWorld()
  await expect(disableClient(world, world.admin, { clientId: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a passing client leaves no trace and is known by its own token alone', async () => {
  const world = await createWorld()
  const passing = openPassingClient('conformance')
  expect(passing.resolve(passing.token)).toMatchObject({ kind: 'client', name: 'conformance' })
  expect(passing.resolve(openPassingClient('conformance').token)).toBeUndefined()
  expect(passing.resolve('')).toBeUndefined()
  expect(await resolveClient(world, passing.token)).toBeUndefined()
})
