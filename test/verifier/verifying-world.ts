import { join } from 'node:path'
import express, { type Express } from 'express'
import type { CompetenceAward, MobilityAward } from '../../server/issuer/credentials/index.ts'
import { completeIssuance, requestIssuance } from '../../server/issuer/issuance/index.ts'
import { parseIsoDate, type IsoDate } from '../../server/kernel/clock.ts'
import type { OrganisationId } from '../../server/kernel/ids.ts'
import {
  createCsrfGuard,
  createRoutes,
  errorHandler,
  type HttpDeps,
} from '../../server/platform/http/index.ts'
import { createLogger } from '../../server/platform/log/index.ts'
import { createViews } from '../../server/platform/views/index.ts'
import { issueCredential, isJsonObject, type JsonObject, type SigningKey } from '../../server/vc/index.ts'
import { vcApiRoutes } from '../../server/verifier/vc-api/index.ts'
import { anyDocumentRoutes } from '../../server/verifier/any-document/index.ts'
import { homeRoutes, verificationRoutes } from '../../server/verifier/verification/index.ts'
import {
  aLearner,
  anAttendance,
  aPassport,
  aStructure,
  SYSTEM,
  type IssuingWorld,
  type Learner,
} from '../issuer/issuing-world.ts'

export { openWorld, SYSTEM, type IssuingWorld } from '../issuer/issuing-world.ts'

const day = (text: string): IsoDate => {
  const parsed = parseIsoDate(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

/** A competence as a trainer attests it after a stay in Bremen. */
export function aCompetence(
  organisationId: OrganisationId,
  learner: Learner,
  competence: string,
): CompetenceAward {
  return {
    awardKey: `${learner.id}:${competence}`,
    kind: 'competence',
    learner,
    organisationId,
    sessionId: null,
    locale: 'fr',
    awardedOn: day('2026-07-03'),
    attestedBy: 'Karim Le Goff',
    competence,
    level: competence.startsWith('LANG-') ? 'B1' : '3',
    observation: 'Inès a repris seule le plan d’un escalier.',
    mobility: {
      programme: 'Erasmus+',
      activity: 'Stage en menuiserie',
      hostName: 'Tischlerei Hansen',
      hostTown: 'Brême',
      hostCountry: 'DE',
      startsOn: day('2026-03-02'),
      endsOn: day('2026-05-29'),
      kind: 'Fieldwork',
    },
  }
}

export interface IssuedPassport {
  readonly learner: Learner
  readonly organisationId: OrganisationId
  /** Code of the passport. */
  readonly code: string
  readonly competences: readonly { readonly code: string; readonly id: string }[]
  /** Code of the stay. */
  readonly stay: string
}

/** The stay of {@link aCompetence}, with what the trainer says of the person as a whole. */
export function aStay(organisationId: OrganisationId, learner: Learner): MobilityAward {
  const { mobility, ...rest } = aCompetence(organisationId, learner, 'EQUIPE')
  if (mobility === undefined) throw new Error('no stay')
  const { awardedOn, attestedBy, locale, sessionId } = rest
  return {
    awardKey: `${learner.id}:stay`,
    kind: 'mobility',
    learner,
    organisationId,
    sessionId,
    locale,
    awardedOn,
    attestedBy,
    mobility,
    summary: 'Rassure toute l’équipe.',
  }
}

/** A passport with two competences, their stay and an attendance, really signed. */
export async function issuePassport(
  world: IssuingWorld,
  given: { learner?: Learner } = {},
): Promise<IssuedPassport> {
  const learner = given.learner ?? aLearner('Inès Benali')
  const organisationId = await aStructure(world.db, `structure-${crypto.randomUUID()}`)
  await world
    .db('organisations')
    .where({ id: organisationId })
    .update({ contact_email: 'contact@mission.example' })
  const { credentials } = await world.db.transaction((trx) =>
    requestIssuance(trx, world, SYSTEM, [
      aCompetence(organisationId, learner, 'EQUIPE'),
      aCompetence(organisationId, learner, 'LANG-DE'),
      aStay(organisationId, learner),
      anAttendance(organisationId, learner),
      aPassport(organisationId, learner, `passport-${crypto.randomUUID()}`),
    ]),
  )
  await completeIssuance(world)
  const passport = credentials.find(({ kind }) => kind === 'passport')
  if (passport === undefined) throw new Error('no passport was asked for')
  return {
    learner,
    organisationId,
    code: passport.code,
    stay: credentials.find(({ kind }) => kind === 'mobility')?.code ?? '',
    competences: credentials
      .filter(({ kind }) => kind === 'competence')
      .map(({ code, id }) => ({ code, id })),
  }
}

/** The credential's id in our database. */
export async function idOfCode(world: IssuingWorld, code: string): Promise<string> {
  const [id] = await world.db('credentials').where({ code }).pluck<string[]>('id')
  if (id === undefined) throw new Error(`nothing at ${code}`)
  return id
}

export async function signedByCode(world: IssuingWorld, code: string): Promise<JsonObject> {
  const [signed] = await world.db('credentials').where({ code }).pluck<string[]>('signed')
  const document: unknown = JSON.parse(signed ?? 'null')
  if (!isJsonObject(document)) throw new Error('not signed')
  return document
}

/** Signs whatever the test wants to say, with one of our keys unless another is given. */
export async function signAnything(
  world: IssuingWorld,
  overrides: JsonObject,
  key?: SigningKey,
): Promise<JsonObject> {
  const issuer = await world.ring.issuerFor(world.db, null)
  const signer = key ?? (await world.ring.signingKey(world.db, issuer.id))
  const now = world.clock.now()
  return issueCredential(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'urn:uuid:5d1f7a3e-3f0e-4c43-9a3e-2f2b0a9f3c11',
      type: ['VerifiableCredential'],
      issuer: { id: signer.did, name: 'École de cuisine' },
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: { id: 'urn:uuid:8f5b1d64-6a3a-4e0b-8b0e-0f4f0c1f7a22', name: 'Noé Petit' },
      ...overrides,
    },
    signer,
    { now },
  )
}

/** The verifier's pages behind the real middleware. */
export function verifierApp(world: IssuingWorld): Express {
  const deps: HttpDeps = {
    views: createViews(
      join(import.meta.dirname, '../../templates'),
      join(import.meta.dirname, '../../browser'),
    ),
    log: createLogger('silent'),
    csrf: createCsrfGuard({ secret: new Uint8Array(32), sessionCookie: 'session', secure: false }),
    resolveActor: () => Promise.resolve(undefined),
    sessionCookie: 'session',
    secure: false,
  }
  const routes = createRoutes(deps)
  homeRoutes(world)(routes)
  vcApiRoutes(world)(routes)
  verificationRoutes(world)(routes)
  anyDocumentRoutes(world)(routes)
  const app = express()
  app.use(routes.router)
  app.use(errorHandler(deps))
  return app
}
