import { join } from 'node:path'
import express from 'express'
import request from 'supertest'
import { createOrganisation } from '../../server/access/organisations/index.ts'
import { passportRoutes } from '../../server/holder/passports/index.ts'
import { slipRoutes } from '../../server/holder/slips/index.ts'
import type { Award } from '../../server/issuer/credentials/index.ts'
import { completeIssuance, requestIssuance } from '../../server/issuer/issuance/index.ts'
import type { IsoDate } from '../../server/kernel/clock.ts'
import {
  newId,
  type AccountId,
  type LearnerId,
  type OrganisationId,
  type TrainingSessionId,
} from '../../server/kernel/ids.ts'
import type { StaffActor } from '../../server/kernel/roles.ts'
import { createCsrfGuard, createRoutes, errorHandler } from '../../server/platform/http/index.ts'
import { createViews } from '../../server/platform/views/index.ts'
import { openWorld, SYSTEM, type IssuingWorld } from '../issuer/issuing-world.ts'

const TEMPLATES = join(import.meta.dirname, '..', '..', 'templates')
const day = (text: string) => text as IsoDate

export interface HolderWorld extends IssuingWorld {
  readonly quimper: OrganisationId
  readonly brest: OrganisationId
  /** A trainer of Quimper, one of Brest, and an account without any role. */
  readonly karim: StaffActor
  readonly anne: StaffActor
  readonly nobody: StaffActor
  readonly sessionId: TrainingSessionId
}

/** Two structures of one network, each with a trainer. */
export async function openHolderWorld(): Promise<HolderWorld> {
  const world = await openWorld({ publicUrl: 'https://passerelle.example' })
  const [quimper, brest] = [
    await aStructure(world, 'Mission locale de Quimper'),
    await aStructure(world, 'CFA de Brest'),
  ]
  const staff = (name: string, organisationId?: OrganisationId): StaffActor => ({
    kind: 'staff',
    accountId: newId<AccountId>(),
    name,
    email: `${name.toLowerCase()}@reseau.example`,
    admin: false,
    memberships: organisationId ? [{ organisationId, role: 'trainer' }] : [],
  })
  return {
    ...world,
    quimper,
    brest,
    karim: staff('Karim', quimper),
    anne: staff('Anne', brest),
    nobody: staff('Nobody'),
    sessionId: newId<TrainingSessionId>(),
  }
}

async function aStructure(world: IssuingWorld, name: string): Promise<OrganisationId> {
  const { id } = await createOrganisation({ db: world.db, clock: world.clock }, SYSTEM, {
    name,
    kind: 'mission-locale',
  })
  return id
}

/** A young person of Quimper, as the records side keeps one. */
export async function aYouth(
  world: HolderWorld,
  givenName = 'Inès',
  familyName = 'Benali',
  organisationId = world.quimper,
): Promise<LearnerId> {
  const id = newId<LearnerId>()
  await world.db('learners').insert({
    id,
    organisation_id: organisationId,
    given_name: givenName,
    family_name: familyName,
    birth_date: '2005-04-12',
    subject_urn: `urn:uuid:${crypto.randomUUID()}`,
    identity_key: `${familyName}|${givenName}|${id}`,
    created_at: '2026-07-01T00:00:00Z',
    updated_at: '2026-07-01T00:00:00Z',
  })
  return id
}

/** Signs two competences, the stay, the session and the passport for each, as the end of a session does. */
export async function signPassports(
  world: HolderWorld,
  learners: { id: LearnerId; name: string }[],
): Promise<void> {
  const awards = learners.flatMap((learner) => awardsFor(world, learner))
  await world.db.transaction((trx) => requestIssuance(trx, world, SYSTEM, awards))
  await completeIssuance(world)
}

function awardsFor(world: HolderWorld, { id, name }: { id: LearnerId; name: string }): Award[] {
  const base = {
    learner: { id, name, subjectUrn: 'urn:uuid:7d0a4b0e-6a55-4f0c-9a37-8b8d9a1e1c11' },
    organisationId: world.quimper,
    sessionId: world.sessionId,
    locale: 'fr' as const,
    awardedOn: day('2026-07-03'),
    attestedBy: 'Karim Le Goff',
  }
  const key = (what: string) => `${world.sessionId}:${id}:${what}`
  const mobility = {
    programme: 'Erasmus+',
    activity: 'Stage de menuiserie',
    hostName: 'Tischlerei Hansen',
    hostTown: 'Brême',
    hostCountry: 'DE',
    startsOn: day('2026-03-02'),
    endsOn: day('2026-05-29'),
    kind: 'Fieldwork' as const,
  }
  return [
    {
      ...base,
      awardKey: key('EQUIPE'),
      kind: 'competence',
      competence: 'EQUIPE',
      level: '3',
      declaredLevel: '2',
      mobility,
    },
    {
      ...base,
      awardKey: key('LANG-DE'),
      kind: 'competence',
      competence: 'LANG-DE',
      level: 'B1',
      observation: 'Vu.',
      mobility,
    },
    {
      ...base,
      awardKey: key('mobility'),
      kind: 'mobility',
      mobility,
      summary: 'Prend la parole sans crainte.',
    },
    { ...base, awardKey: key('passport'), kind: 'passport' },
  ]
}

/** The holder's pages behind the real HTTP layer. `as` signs somebody in for the request. */
export function serve(world: HolderWorld) {
  const people = [world.karim, world.anne, world.nobody]
  const http = {
    views: createViews(TEMPLATES),
    log: world.log,
    csrf: createCsrfGuard({ secret: world.ring.deriveSecret('csrf'), sessionCookie: 'who', secure: false }),
    resolveActor: (token: string) => Promise.resolve(people.find(({ accountId }) => accountId === token)),
    sessionCookie: 'who',
    secure: false,
  }
  const app = express()
  const routes = createRoutes(http)
  passportRoutes(world)(routes)
  slipRoutes(world)(routes)
  app.use(routes.router)
  app.use(errorHandler(http))
  const headers = (actor?: StaffActor, more: string[] = []) => ({
    Accept: 'text/html',
    'Accept-Language': 'fr',
    Cookie: [...(actor ? [`who=${actor.accountId}`] : []), ...more].join('; '),
  })
  return {
    get: (path: string, actor?: StaffActor) => request(app).get(path).set(headers(actor)),
    pdf: (path: string, actor?: StaffActor) =>
      request(app).get(path).set(headers(actor)).buffer(true).parse(binary),
    /** Posts a form with the token that the page at `from` shows. */
    post: async (from: string, to: string, actor: StaffActor, fields: Record<string, string> = {}) => {
      const page = await request(app).get(from).set(headers(actor))
      const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
      const cookie = (page.get('Set-Cookie') ?? []).map((line) => line.split(';')[0] ?? '')
      const body = { ...fields, _csrf: token.replaceAll('&#x3D;', '=') }
      return request(app).post(to).set(headers(actor, cookie)).type('form').send(body)
    },
    app,
  }
}

function binary(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  const stream = response as unknown as NodeJS.ReadableStream
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => done(null, Buffer.concat(chunks)))
}
