import { createHash } from 'node:crypto'
import { join } from 'node:path'
import request, { type Response } from 'supertest'
import {
  addMembership,
  createAccount,
  endMembership,
  inviteMember,
} from '../../server/access/accounts/index.ts'
import { createClient } from '../../server/access/api-clients/index.ts'
import { setPlace } from '../../server/access/network/index.ts'
import { createOrganisation, type Organisation } from '../../server/access/organisations/index.ts'
import { createApp } from '../../server/app.ts'
import { compose, type Overrides, type Services } from '../../server/compose.ts'
import { makeBatches, requestBatch } from '../../server/holder/batches/index.ts'
import { compromiseKey } from '../../server/issuer/key-life/index.ts'
import type { AccountId, TrainingSessionId } from '../../server/kernel/ids.ts'
import type { OrganisationRole, SystemActor } from '../../server/kernel/roles.ts'
import { parseConfig } from '../../server/platform/config/index.ts'
import { createLogger } from '../../server/platform/log/index.ts'
import type { Mail } from '../../server/platform/mail/index.ts'
import { createFramework, saveCompetence } from '../../server/issuer/frameworks/index.ts'
import { signSession } from '../../server/records/assessments/index.ts'
import { addEvidence } from '../../server/records/evidence/index.ts'
import { applyImport, readTable } from '../../server/records/imports/index.ts'
import { addTrainer, keepTemplate } from '../../server/records/training-sessions/index.ts'
import { openTestDatabase, temporaryFolder } from './database.ts'

export const OPERATOR: SystemActor = { kind: 'system', name: 'test' }

export type Person =
  | 'admin'
  | 'coordinator'
  | 'trainer'
  /** Trainer of the same structure, named in no session. */
  | 'colleague'
  /** Trainer and coordinator of another structure. */
  | 'neighbour'
  | 'neighbourLead'
  /** Has an account and no role anywhere any more. */
  | 'leaver'

/** Names that no page of another structure may show. */
export const PRIVATE_NAMES = ['Zéphyrine', 'Quillévéré', 'Hippolyte', 'Kermadec', 'Tischlerei Adventure']
const TITLES = 'Nom;Prénom;Date de naissance;Activité;Structure d’accueil;Pays;Début;Fin;EQUIPE;ADAPTATION'
const ZEPHYRINE =
  'Quillévéré;Zéphyrine;14/02/2005;Stage;Tischlerei Adventure;Allemagne;05/01/2026;27/03/2026;3;2'
const HIPPOLYTE =
  'Kermadec;Hippolyte;03/09/2006;Stage;Tischlerei Adventure;Allemagne;05/01/2026;27/03/2026;2;4'
const ELSEWHERE = 'Petit;Noé;08/12/2006;Stage;Saint Helier Ltd;Jersey;09/03/2026;27/03/2026;1;2'

export interface AppOptions {
  readonly publicUrl?: string
  readonly overrides?: Pick<Overrides, 'remote' | 'issuers'>
}

/** The whole application on a database of its own, as `compose` wires it; only clock and mail are ours. */
export async function openApp(options: AppOptions = {}) {
  const db = await openTestDatabase({ keep: true })
  const dir = temporaryFolder()
  const mailbox: Mail[] = []
  const time = { now: new Date('2026-07-03T09:00:00Z') }
  const config = parseConfig({
    DATA_DIR: join(dir, 'data'),
    KEYS_DIR: join(dir, 'keys'),
    PUBLIC_URL: options.publicUrl ?? 'http://passerelle.test',
    LOG_LEVEL: 'silent',
    // each visitor of a test comes from an address of their own
    TRUST_PROXY: '1',
    // no test asks the real network
    REMOTE_HOSTS: 'none',
  })
  const services = await compose(config, {
    db,
    log: createLogger('silent'),
    clock: { now: () => time.now },
    mailer: {
      send: (mail) => {
        mailbox.push(mail)
        return Promise.resolve()
      },
    },
    ...options.overrides,
  })
  const app = createApp(services)
  return { services, db, dir, app, mailbox, time, close: () => services.close() }
}

export type App = Awaited<ReturnType<typeof openApp>>

const alike = (text: string) => ({ fr: text, en: text })
const OWN_COMPETENCE = {
  label: alike('Accueillir'),
  short: alike('Accueil'),
  description: alike('Met à l’aise.'),
  esco: [],
  keyCompetence: 'KC6' as const,
  levels: ['1', '2', '3', '4'].map(alike),
}

/** Two structures with their people; in one, a signed session, an open one, evidence, a slip, invitations. */
export async function openNetwork(options: AppOptions = {}) {
  const opened = await openApp(options)
  const { services } = opened
  const home = await createOrganisation(services, OPERATOR, { name: 'Mission locale du Léon', kind: 'cfa' })
  const away = await createOrganisation(services, OPERATOR, { name: 'CFA de Brest', kind: 'cfa' })
  const accounts: Record<Person, AccountId> = {
    admin: await account(services, 'admin'),
    coordinator: await account(services, 'coordinator', home, 'coordinator'),
    trainer: await account(services, 'trainer', home, 'trainer'),
    colleague: await account(services, 'colleague', home, 'trainer'),
    neighbour: await account(services, 'neighbour', away, 'trainer'),
    neighbourLead: await account(services, 'neighbour-lead', away, 'coordinator'),
    leaver: await account(services, 'leaver', away),
  }
  await endMembership(services, OPERATOR, { organisationId: away.id, accountId: accounts.leaver })
  const signed = await makeSession(services, home, 'Retour signé')
  const open = await makeSession(services, home, 'Retour ouvert')
  const elsewhere = await makeSession(services, away, 'Retour d’à côté', [ELSEWHERE])
  for (const { sessionId } of [signed, open])
    await addTrainer(services, OPERATOR, { sessionId, accountId: accounts.trainer })
  await addTrainer(services, OPERATOR, { sessionId: elsewhere.sessionId, accountId: accounts.neighbour })
  const evidence = await addEvidence(services, OPERATOR, {
    sessionId: open.sessionId,
    enrolmentId: open.enrolmentId,
    title: 'Le plan de Zéphyrine',
    narrative: 'Hippolyte Kermadec y était.',
    file: { bytes: Buffer.from('Tischlerei Adventure'), name: 'plan.txt', mediaType: 'text/plain' },
  })
  await signSession(services, OPERATOR, { sessionId: signed.sessionId, attestedBy: 'Karim Le Goff' })
  const passport = await opened
    .db<{ code: string; kind: string }>('credentials')
    .where({ kind: 'passport' })
    .first()
  const person = { name: 'Zéphyrine Invitée', email: 'invitee@exemple.fr', locale: 'fr' } as const
  const invited = await inviteMember(services, OPERATOR, {
    ...person,
    role: 'trainer',
    organisationId: home.id,
  })
  const invitedAdmin = await inviteMember(services, OPERATOR, {
    ...person,
    email: 'autre@exemple.fr',
    role: 'admin',
    organisationId: null,
  })
  const apiClient = await createClient(services, OPERATOR, {
    name: 'Portail de Zéphyrine',
    organisationId: home.id,
    scopes: ['credentials:issue'],
  })
  const kept = { sessionId: open.sessionId, name: 'Retour', titlePattern: 'Retour ouvert' }
  await keepTemplate(services, OPERATOR, kept)
  const template = await opened.db<{ id: string }>('session_templates').first()
  const framework = await createFramework(services, OPERATOR, { name: { fr: 'Le nôtre', en: 'Ours' } })
  const ownCompetence = await saveCompetence(services, OPERATOR, {
    frameworkId: framework.id,
    content: OWN_COMPETENCE,
  })
  await setPlace(services, OPERATOR, {
    organisationId: home.id,
    head: true,
    conventionFrom: null,
    conventionUntil: null,
  })
  return {
    ...opened,
    home,
    /** A template of the structure « home », and a half-day of its open session. */
    template: { id: template?.id ?? '' },
    halfDay: '2026-07-03-am',
    /** A framework that the network began to write. */
    framework: framework.id,
    ownCompetence,
    /** A program of the structure « home ». */
    apiClient: { id: apiClient.client.id, token: apiClient.token },
    away,
    accounts,
    signed,
    open,
    /** An open session of the neighbours. */
    elsewhere,
    evidence,
    /** Passports asked for at once; none before {@link printBatches}. */
    batches: { printer: 'none', people: 'none' },
    passportCode: passport?.code ?? '',
    keys: await keysOfNetwork(services, home, away),
    invitation: { id: invited.invitation.id, token: lastPart(invited.url) },
    adminInvitation: invitedAdmin.invitation,
    browse: (person?: Person) => browserOf(opened, person && accounts[person]),
  }
}

export type Network = Awaited<ReturnType<typeof openNetwork>>
export type Browser = Awaited<ReturnType<typeof browserOf>>

/** Prints the passports of the structure « home », once in each kind of file. */
export async function printBatches({ services, home, batches }: Network): Promise<void> {
  const print = { form: 'page', locale: 'fr' } as const
  const request = { organisationId: home.id, about: { scope: 'everybody' }, print } as const
  batches.printer = await requestBatch(services, OPERATOR, { ...request, output: 'printer' })
  batches.people = await requestBatch(services, OPERATOR, { ...request, output: 'people' })
  while (await makeBatches(services));
}

/** The active keys of both structures, and one of the neighbours' that was declared compromised. */
async function keysOfNetwork(services: Services, home: Organisation, away: Organisation) {
  const activeOf = async ({ id }: Organisation): Promise<string> => {
    const issuer = await services.ring.issuerFor(services.db, id)
    return (await services.ring.signingKey(services.db, issuer.id)).keyId
  }
  const lost = await activeOf(away)
  await compromiseKey(services, OPERATOR, { keyId: lost, since: services.clock.now() })
  return { home: await activeOf(home), away: await activeOf(away), lost }
}

const lastPart = (url: string): string => url.split('/').at(-1) ?? ''

async function account(
  services: Services,
  name: string,
  organisation?: Organisation,
  role: OrganisationRole = 'trainer',
): Promise<AccountId> {
  const { id } = await createAccount(services, OPERATOR, {
    email: `${name}@exemple.fr`,
    name: `Personne ${name}`,
    admin: organisation === undefined,
  })
  if (organisation)
    await addMembership(services, OPERATOR, { accountId: id, organisationId: organisation.id, role })
  return id
}

/** A return session of two young people, in the state an import leaves it. */
async function makeSession(
  services: Services,
  { id }: Organisation,
  title: string,
  rows: readonly string[] = [ZEPHYRINE, HIPPOLYTE],
): Promise<{
  sessionId: TrainingSessionId
  enrolmentId: string
  learnerId: string
  mobilityId: string
  otherLearnerId: string
}> {
  const result = await applyImport(services, OPERATOR, {
    table: readTable(Buffer.from([TITLES, ...rows].join('\n'))),
    session: { kind: 'new', sessionKind: 'return', locale: 'fr', organisationId: id, title },
  })
  const [first, second] = result.enrolments
  if (first === undefined) throw new Error('nobody was imported')
  const stay = await services
    .db<{ id: string; learner_id: string }>('mobilities')
    .where({ learner_id: first.learnerId })
    .first()
  return {
    sessionId: result.sessionId,
    enrolmentId: first.enrolmentId,
    learnerId: first.learnerId,
    mobilityId: stay?.id ?? '',
    /** Somebody else of the session, if there is anybody. */
    otherLearnerId: second?.learnerId ?? '',
  }
}

let visitors = 0

/** What one address may ask for in a minute is counted: everybody has one. */
const nextAddress = (): string => `10.0.${(++visitors >> 8) & 255}.${visitors & 255}`

/** A browser that keeps cookies, signed in when told as whom, whose forms carry a token that holds. */
export async function browserOf({ app, services }: App, accountId?: AccountId) {
  const agent = request.agent(app)
  void agent.set('X-Forwarded-For', nextAddress())
  if (accountId !== undefined)
    agent.jar.setCookie(`${services.sessionCookie}=${await services.login.start(accountId)}; Path=/`)
  const headers = { Accept: 'text/html', 'Accept-Language': 'fr' }
  // every page of somebody signed in has a form (« Se déconnecter »); a stranger finds one at the door
  const door = await agent.get(accountId === undefined ? '/login' : '/sessions').set(headers)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(door.text)?.[1] ?? ''
  const open = (path: string, accept = headers.Accept) => agent.get(path).set({ ...headers, Accept: accept })
  return {
    agent,
    csrf,
    open,
    /** Sends a form; `accept: 'application/json'` asks as a program does. */
    send: (path: string, values: Readonly<Record<string, string | string[]>> = {}, accept = headers.Accept) =>
      agent
        .post(path)
        .set({ ...headers, Accept: accept })
        .type('form')
        .send({ ...values, _csrf: csrf }),
    /** Sends a form with a file. */
    upload: (
      path: string,
      bytes: Uint8Array,
      name: string,
      values: Readonly<Record<string, string>> = {},
      accept = headers.Accept,
    ) =>
      agent
        .post(path)
        .set({ ...headers, Accept: accept })
        .field({ ...values, _csrf: csrf })
        .attach('file', Buffer.from(bytes), name),
  }
}

/** How many rows each table holds and a digest of what they say; merely signing in leaves no trace here. */
export async function snapshot({ db }: Pick<App, 'db'>): Promise<Record<string, string>> {
  const tables: Record<string, string> = {}
  for (const table of TABLES) {
    const rows = (await db<object>(table)).map((row) => JSON.stringify(row)).sort()
    const digest = createHash('sha256').update(rows.join('\n')).digest('hex')
    tables[table] = `${rows.length} rows, ${digest.slice(0, 12)}`
  }
  return tables
}

const TABLES = [
  'organisations',
  'former_names',
  'accounts',
  'memberships',
  'invitations',
  'password_resets',
  'login_links',
  'sign_on_identities',
  'totp_secrets',
  'recovery_codes',
  'passkeys',
  'audit_events',
  'network_places',
  'import_columns',
  'own_frameworks',
  'own_competences',
  'competence_versions',
  'framework_versions',
  'esco_skills',
  'esco_imports',
  'trainings',
  'audit_notes',
  'issuers',
  'signing_keys',
  'status_lists',
  'credentials',
  'status_entries',
  'passport_members',
  'competence_numbers',
  'compact_proofs',
  'learners',
  'learner_distinctions',
  'support_needs',
  'support_need_counts',
  'mobilities',
  'host_requests',
  'host_links',
  'host_answers',
  'training_sessions',
  'session_trainers',
  'session_structures',
  'attendance_marks',
  'session_templates',
  'trainer_pool_exits',
  'enrolments',
  'assessments',
  'evidence',
  'grid_changes',
  'own_stays',
  'tellings',
  'slips',
  'youth_sessions',
  'shares',
  'share_items',
  'verdict_visits',
  'pending_file_erasures',
  'passport_batches',
  'passport_batch_files',
  'passport_batch_items',
  'youth_pins',
  'youth_passkey_locks',
  'youth_emails',
  'youth_mail_links',
  'guardian_links',
  'guardian_agreements',
  'youth_choices',
  'corrections',
  'api_clients',
  'api_client_tokens',
  'instance_credentials',
] as const

/** The text with ordinary spaces: French sets no-break ones before its colons, or not. */
export const plainSpaces = (text: string): string => text.replace(/\s+/g, ' ')

/** What a page says, as one text. */
export function saidOn(response: Response): string {
  return plainSpaces(unescapeHtml(response.text.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ')))
}

/** What Handlebars escaped. */
export function unescapeHtml(html: string): string {
  return html
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
