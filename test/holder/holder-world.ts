import { join } from 'node:path'
import express from 'express'
import request from 'supertest'
import { createAccount } from '../../server/access/accounts/index.ts'
import { createOrganisation } from '../../server/access/organisations/index.ts'
import { createYouthSessions, type YouthSessions } from '../../server/access/youth-sessions/index.ts'
import { sessionAccess } from '../../server/ports.ts'
import {
  passportRoutes,
  type CanOpenSession,
  type SealPassport,
} from '../../server/holder/passports/index.ts'
import { slipRoutes } from '../../server/holder/slips/index.ts'
import type { Award } from '../../server/issuer/credentials/index.ts'
import { completeIssuance, requestIssuance } from '../../server/issuer/issuance/index.ts'
import type { IsoDate } from '../../server/kernel/clock.ts'
import {
  newId,
  type EnrolmentId,
  type LearnerId,
  type OrganisationId,
  type TrainingSessionId,
} from '../../server/kernel/ids.ts'
import type { OrganisationRole, StaffActor } from '../../server/kernel/roles.ts'
import { createCsrfGuard, createRoutes, errorHandler } from '../../server/platform/http/index.ts'
import type { Db } from '../../server/platform/db/index.ts'
import { createViews } from '../../server/platform/views/index.ts'
import { openWorld, SYSTEM, type IssuingWorld } from '../issuer/issuing-world.ts'

const TEMPLATES = join(import.meta.dirname, '..', '..', 'templates')
const day = (text: string) => text as IsoDate

export interface HolderWorld extends IssuingWorld {
  readonly quimper: OrganisationId
  readonly brest: OrganisationId
  /** A trainer of Quimper, named in the session. */
  readonly karim: StaffActor
  /** A trainer of Quimper too, named in no session. */
  readonly maelle: StaffActor
  /** The coordinator of Quimper. */
  readonly soizic: StaffActor
  /** A trainer of Brest, and an account without any role. */
  readonly anne: StaffActor
  readonly nobody: StaffActor
  readonly sessionId: TrainingSessionId
  readonly canOpenSession: CanOpenSession
  /** Nobody has a seal. */
  readonly sealPassport: SealPassport
  readonly youthSessions: YouthSessions
  readonly youthCookie: string
  readonly secure: boolean
}

/** Two structures of one network, each with its trainers; in the first, a session. */
export async function openHolderWorld(): Promise<HolderWorld> {
  const world = await openWorld({ publicUrl: 'https://passerelle.example' })
  const [quimper, brest] = [
    await aStructure(world, 'Mission locale de Quimper'),
    await aStructure(world, 'CFA de Brest'),
  ]
  const karim = await staff(world, 'Karim', quimper)
  return {
    ...world,
    quimper,
    brest,
    karim,
    maelle: await staff(world, 'Maelle', quimper),
    soizic: await staff(world, 'Soizic', quimper, 'coordinator'),
    anne: await staff(world, 'Anne', brest),
    nobody: await staff(world, 'Nobody'),
    sessionId: await aSession(world, quimper, karim),
    canOpenSession: sessionAccess(world.db),
    sealPassport: (bytes) => Promise.resolve(bytes),
    youthSessions: createYouthSessions(world),
    youthCookie: 'young',
    secure: false,
  }
}

async function staff(
  world: IssuingWorld,
  name: string,
  organisationId?: OrganisationId,
  role: OrganisationRole = 'trainer',
): Promise<StaffActor> {
  const email = `${name.toLowerCase()}@reseau.example`
  const { id } = await createAccount(world, SYSTEM, { email, name })
  return {
    kind: 'staff',
    accountId: id,
    name,
    email,
    admin: false,
    memberships: organisationId ? [{ organisationId, role }] : [],
  }
}

async function aSession(
  { db }: IssuingWorld,
  organisationId: OrganisationId,
  trainer: StaffActor,
): Promise<TrainingSessionId> {
  const id = newId<TrainingSessionId>()
  await db('training_sessions').insert({
    id,
    organisation_id: organisationId,
    kind: 'return',
    title: 'Retour d’Erasmus+',
    starts_on: '2026-07-03',
    ends_on: '2026-07-03',
    locale: 'fr',
    framework_id: 'passerelle-mobility',
    competences: '["EQUIPE","LANG-DE"]',
    created_at: '2026-07-01T00:00:00Z',
  })
  await nameTrainer(db, id, trainer)
  return id
}

export async function nameTrainer(db: Db, sessionId: string, { accountId }: StaffActor): Promise<void> {
  await db('session_trainers').insert({
    session_id: sessionId,
    account_id: accountId,
    added_at: '2026-07-01T00:00:00Z',
  })
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

/** Puts the person in the session, as an import does. */
export async function enrol(
  { db, sessionId }: HolderWorld,
  learnerId: LearnerId,
  position: number,
): Promise<void> {
  await db('enrolments').insert({
    id: newId<EnrolmentId>(),
    session_id: sessionId,
    learner_id: learnerId,
    attendance: 'present',
    position,
    created_at: '2026-07-01T00:00:00Z',
    updated_at: '2026-07-01T00:00:00Z',
  })
}

/** Signs two competences, the stay, the session and the passport for each, as the end of a session does. */
export async function signPassports(
  world: HolderWorld,
  learners: { id: LearnerId; name: string }[],
): Promise<void> {
  for (const [at, { id }] of learners.entries()) await enrol(world, id, at + 1)
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
  const people = [world.karim, world.maelle, world.soizic, world.anne, world.nobody]
  const http = {
    views: createViews(TEMPLATES, join(TEMPLATES, '..', 'browser')),
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
    post: async (
      from: string,
      to: string,
      actor: StaffActor | undefined,
      fields: Record<string, string> = {},
    ) => {
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
