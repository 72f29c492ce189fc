import type { IncomingMessage } from 'node:http'
import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declareRoutes } from '../server/declare-routes.ts'
import { currentOrNewSlip } from '../server/holder/slips/index.ts'
import type { DeclaredRoute } from '../server/platform/http/index.ts'
import {
  openNetwork,
  OPERATOR,
  printBatches,
  PRIVATE_NAMES,
  snapshot,
  type Browser,
  type Network,
  type Person,
} from './support/app-world.ts'
import { permissionMatrix } from './support/permission-matrix.ts'
import {
  CLIENT_ROUTES,
  PUBLIC_ROUTES,
  routeKey,
  STAFF_ROUTES,
  YOUTH_ROUTES,
  type StaffRoute,
} from './support/route-table.ts'

/**
 * Every route of the real router against everybody who might try it. The table in `support/route-table.ts` says who
 * may; a route without a row there fails the first test.
 */
const PEOPLE = [
  'admin',
  'coordinator',
  'trainer',
  'colleague',
  'neighbour',
  'neighbourLead',
  'leaver',
] as const satisfies readonly Person[]

let network: Network
let declared: readonly DeclaredRoute[]
const browsers = new Map<Person | 'stranger', Browser>()

beforeAll(async () => {
  network = await openNetwork()
  await currentOrNewSlip(network.services, OPERATOR, network.signed.learnerId)
  await printBatches(network)
  ;({ declared } = declareRoutes(network.services))
  // signing in leaves an audit event, so everybody does it before anything is counted
  for (const person of [...PEOPLE, 'stranger'] as const) await browserOf(person)
})
afterAll(() => network.close())

async function browserOf(person: Person | 'stranger'): Promise<Browser> {
  const known = browsers.get(person) ?? (await network.browse(person === 'stranger' ? undefined : person))
  browsers.set(person, known)
  return known
}

async function ask(route: StaffRoute, person: Person | 'stranger', accept = 'text/html'): Promise<Response> {
  const browser = await browserOf(person)
  const path = route.url(network)
  const opens = person !== 'stranger' && route.refused[person] === undefined
  if (route.endless && opens) return browser.open(path, accept).buffer(true).parse(firstWords)
  if (routeKey(route).startsWith('get ')) return browser.open(path, accept)
  const values = route.values?.(network) ?? {}
  if (route.file === undefined) return browser.send(path, values, accept)
  return browser.upload(path, Buffer.from(route.file), 'fichier.csv', values, accept)
}

/** The beginning of a stream that goes on. */
function firstWords(response: Response, done: (error: Error | null, body: string) => void): void {
  const answer = response as unknown as IncomingMessage
  answer.once('data', (said: Buffer) => {
    done(null, said.toString())
    answer.destroy()
  })
}

const staffRoutes = Object.entries(STAFF_ROUTES).map(([key, row]) => ({ key, ...row }))
describe('every route', () => {
  it('is in the table that says who may', () => {
    const keys = declared.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(keys).size).toBe(keys.length)
    const rows = [
      ...staffRoutes.map(({ key }) => key),
      ...Object.keys({ ...PUBLIC_ROUTES, ...CLIENT_ROUTES, ...YOUTH_ROUTES }),
    ]
    expect(keys.sort()).toEqual(rows.sort())
    for (const { method, path, access } of declared) {
      const key = `${method} ${path}`
      const said = typeof access === 'string' ? access : access.client
      const youth = key in YOUTH_ROUTES ? 'youth' : undefined
      const table = youth ?? STAFF_ROUTES[key]?.access ?? CLIENT_ROUTES[key] ?? 'public'
      expect(`${key} ${said}`).toBe(`${key} ${table}`)
    }
  })

  it('is written down for people, as the table has it', async () => {
    await expect(permissionMatrix()).toMatchFileSnapshot('../docs/permissions.md')
  })

  it('that takes a form refuses it without its token, whoever sends it', async () => {
    // they change nothing and know nobody: programs may ask as well
    const machines = ['/credentials/verify', '/presentations/verify', '/verify']
    const forms = declared.filter(
      ({ method, path, access }) =>
        method === 'post' && !machines.includes(path) && typeof access === 'string' && access !== 'youth',
    )
    const { agent } = await browserOf('admin')
    const answers = await Promise.all(
      forms.map(async ({ path }) => {
        const url = path.replaceAll(/:\w+/g, 'x')
        const answer = await agent.post(url).set('Accept', 'application/json').type('form').send({})
        return `${path} ${answer.status} ${(answer.body as { code: string }).code}`
      }),
    )
    expect(answers).toEqual(forms.map(({ path }) => `${path} 403 csrf-failed`))
  })
})

describe('a stranger', () => {
  it.each(staffRoutes)('is sent to the door: $key', async (route) => {
    const before = await snapshot(network)
    const page = await ask(route, 'stranger')
    if (route.key.startsWith('get ')) {
      expect(page.status).toBe(303)
      expect(page.headers['location']).toMatch(/^\/login\?next=%2F/)
    } else expect(page.status).toBe(401)
    const program = await ask(route, 'stranger', 'application/json')
    expect([program.status, (program.body as { code?: string }).code]).toEqual([401, 'not-signed-in'])
    expect(await snapshot(network)).toEqual(before)
  })
})

describe('a young person’s own space', () => {
  it.each(Object.keys(YOUTH_ROUTES))('is open to nobody else, staff or stranger: %s', async (key) => {
    const [method = '', path = ''] = key.split(' ')
    const before = await snapshot(network)
    for (const person of ['admin', 'coordinator', 'trainer', 'stranger'] as const) {
      const browser = await browserOf(person)
      const url = path.replaceAll(/:\w+/g, 'x')
      const page = await (method === 'get' ? browser.open(url) : browser.send(url))
      if (method === 'get') expect([page.status, page.headers['location']]).toEqual([303, '/s'])
      else expect(page.status).toBe(401)
    }
    expect(await snapshot(network)).toEqual(before)
  })
})

describe('a route for programs', () => {
  const routes = Object.entries(CLIENT_ROUTES).map(([key, scope]) => {
    const [method = '', path = ''] = key.split(' ')
    return { key, method, path: path.replace(':instance', 'p256'), scope }
  })

  it.each(routes)('lets nobody in by signing in, and no program without its right: $key', async (route) => {
    const { agent } = await browserOf('admin')
    const before = await snapshot(network)
    const call = () => (route.method === 'get' ? agent.get(route.path) : agent.post(route.path).send({}))
    expect((await call()).status).toBe(401)
    expect((await call().set('Authorization', 'Bearer psl_x')).status).toBe(401)
    expect(await snapshot(network)).toEqual(before)
    const answer = await call().set('Authorization', `Bearer ${network.apiClient.token}`)
    expect(answer.status === 403).toBe(route.scope !== 'credentials:issue')
  })
})

describe('somebody signed in who may not', () => {
  const refused = staffRoutes.flatMap((route) =>
    PEOPLE.filter((person) => route.refused[person] !== undefined).map((person) => ({ ...route, person })),
  )

  it.each(refused)('is refused and learns nothing: $key as $person', async (route) => {
    const { person } = route
    const before = await snapshot(network)
    for (const accept of ['text/html', 'application/json']) {
      const answer = await ask(route, person, accept)
      expect(answer.status).toBe(route.refused[person])
      expect(PRIVATE_NAMES.filter((name) => answer.text.includes(name))).toEqual([])
    }
    expect(await snapshot(network)).toEqual(before)
  })
})

describe('another structure’s pages of one’s own', () => {
  it.each(['/sessions', '/organisation', '/sessions/new', '/slips'])(
    'say nothing of its sessions and people: %s',
    async (path) => {
      for (const person of ['neighbour', 'neighbourLead', 'leaver'] as const) {
        const { status, text } = await (await browserOf(person)).open(path)
        if (!(person === 'leaver' && path === '/slips')) expect(status).toBe(200)
        for (const hidden of [...PRIVATE_NAMES, 'Retour signé', 'Retour ouvert', 'Mission locale du Léon'])
          expect(text).not.toContain(hidden)
      }
    },
  )

  it('do not open rows of somebody else from within', async () => {
    const { elsewhere, open, invitation, away, accounts, evidence } = network
    const lead = await browserOf('neighbourLead')
    const own = `/sessions/${elsewhere.sessionId}`
    const foreign = open.enrolmentId
    const before = await snapshot(network)
    expect((await lead.open(own)).status).toBe(200)
    for (const path of [`${own}/learners/${foreign}`, `${own}/learners/${foreign}/evidence`])
      expect((await lead.open(path)).status).toBe(404)
    const sheet = { action: 'save', [`${foreign}.attested:EQUIPE`]: '4' }
    const outcomes = [
      lead.send(`${own}/assessments`, sheet),
      lead.send(`${own}/learners/${foreign}`, sheet),
      lead.send(`${own}/learners/${elsewhere.enrolmentId}`, sheet),
      lead.upload(`${own}/learners/${foreign}/evidence`, Buffer.from('x'), 'x.txt', { title: 'x' }),
      lead.send(`/evidence/${evidence.id}/remove`),
      lead.send(`/organisation/${away.slug}/invitations/${invitation.id}/resend`),
      lead.send(`/organisation/${away.slug}/invitations/${invitation.id}/cancel`),
      lead.send(`/organisation/${away.slug}/members/${accounts.trainer}/end`),
    ]
    for (const outcome of outcomes) expect((await outcome).status).toBe(404)
    expect(await snapshot(network)).toEqual(before)
  })

  it('do not let somebody make a session in another structure, or name its trainers', async () => {
    const { elsewhere, home, accounts } = network
    const lead = await browserOf('neighbourLead')
    const before = await snapshot(network)
    const session = {
      organisationId: home.id,
      kind: 'return',
      title: 'Chez les autres',
      startsOn: '2026-07-03',
      locale: 'fr',
      competences: 'EQUIPE',
    }
    expect([403, 404, 422]).toContain((await lead.send('/sessions/new', session)).status)
    // the network's pool is for whoever has a role in it
    const { status } = await lead.send(`/sessions/${elsewhere.sessionId}/trainers`, {
      accountId: accounts.leaver,
    })
    expect(status).toBe(422)
    expect(await snapshot(network)).toEqual(before)
  })

  it('do not import a young person into another structure: the record would be one’s own', async () => {
    const lead = await browserOf('neighbourLead')
    const before = await snapshot(network)
    const file = 'Nom;Prénom;Structure\nKermadec;Hippolyte;Mission locale du Léon\n'
    const path = `/sessions/${network.elsewhere.sessionId}/import`
    const { status, text } = await lead.upload(path, Buffer.from(file), 'a.csv')
    expect(status).toBe(200)
    expect(text).toContain('Son dossier sera dans la vôtre')
    expect(await snapshot(network)).toEqual(before)
  })
})

/** The refusals above would mean nothing if the addresses were wrong: those who may do get through. */
describe('somebody who may', () => {
  const order = [
    ...staffRoutes.filter(({ last }) => last !== true),
    ...staffRoutes.filter(({ last }) => last),
  ]
  const allowed = order.flatMap((route) => {
    const may = PEOPLE.filter((person) => route.refused[person] === undefined)
    // a change is made once; a page is opened by everybody
    return (route.key.startsWith('get ') ? may : may.slice(0, 1)).map((person) => ({ ...route, person }))
  })

  it.each(allowed)('gets through: $key as $person', async (route) => {
    const answer = await ask(route, route.person)
    expect(route.key.startsWith('get ') ? [200] : [200, 303, 409, 422]).toContain(answer.status)
  })
})
