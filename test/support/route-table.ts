import type { ApiScope } from '../../server/kernel/api-client.ts'
import type { Network, Person } from './app-world.ts'

type Refusal = Readonly<Partial<Record<Person, 403 | 404>>>

export interface StaffRoute {
  readonly key: string
  readonly access: 'staff' | 'admin'
  /** The address of a row of the structure « home ». */
  url(network: Network): string
  /** What a form would send; good values, so that only the person can be the reason of a refusal. */
  values?(network: Network): Record<string, string>
  /** Content of the file it takes. */
  readonly file?: string
  /** Who is signed in and still may not: everybody else may. */
  readonly refused: Refusal
  /** Changes what other rows of this table need: tried after them. */
  readonly last?: boolean
}

export const routeKey = ({ key }: Pick<StaffRoute, 'key'>): string => key

/** Whether another structure's rows exist is its own business: 404. */
const OUTSIDERS: Refusal = { neighbour: 404, neighbourLead: 404, leaver: 404 }
/** A session: its structure's coordinators, and the trainers named in it. */
const SESSION: Refusal = { ...OUTSIDERS, colleague: 404 }
/** A slip: who is in no structure is told so before any row is looked at. */
const SLIP: Refusal = { ...SESSION, leaver: 403 }
/** A structure's team is seen by its trainers and changed by its coordinators. */
const COORDINATION: Refusal = { ...OUTSIDERS, trainer: 403, colleague: 403 }
const ADMIN: Refusal = {
  coordinator: 403,
  trainer: 403,
  colleague: 403,
  neighbour: 403,
  neighbourLead: 403,
  leaver: 403,
}

const session = ({ open }: Network): string => `/sessions/${open.sessionId}`
const signed = ({ signed: one }: Network): string => `/sessions/${one.sessionId}`
const learner = (network: Network): string => `${session(network)}/learners/${network.open.enrolmentId}`
const holder = ({ signed: one }: Network): string => `/learners/${one.learnerId}`
const credential = ({ passportCode }: Network): string => `/credentials/${passportCode}`
const team = ({ home }: Network): string => `/organisation/${home.slug}`
const neighbours = ({ away }: Network): string => `/admin/organisations/${away.slug}`
const program = ({ apiClient }: Network): string => `/admin/clients/${apiClient.id}`
const sheet = ({ open }: Network) => ({ action: 'save', [`${open.enrolmentId}.attested:EQUIPE`]: '4' })
const invitee = { name: 'Rozenn Abgrall', email: 'rozenn@exemple.fr', role: 'trainer' }

type Rows = Readonly<Record<string, Omit<StaffRoute, 'key'>>>
const staff = (refused: Refusal, url: StaffRoute['url'], more: Partial<StaffRoute> = {}) =>
  ({ access: 'staff', refused, url, ...more }) as const
const admin = (url: StaffRoute['url'], more: Partial<StaffRoute> = {}) =>
  ({ access: 'admin', refused: ADMIN, url, ...more }) as const

/** Every route for people who are signed in: who may not, with what answer. */
export const STAFF_ROUTES: Rows = {
  'get /sessions': staff({}, () => '/sessions'),
  'get /sessions/new': staff({}, () => '/sessions/new'),
  'post /sessions/new': staff({}, () => '/sessions/new'),
  'get /sessions/:id': staff(SESSION, session),
  'post /sessions/:id/assessments': staff(SESSION, (n) => `${session(n)}/assessments`, { values: sheet }),
  'get /sessions/:id/learners/:enrolmentId': staff(SESSION, learner),
  'post /sessions/:id/learners/:enrolmentId': staff(SESSION, learner, { values: sheet }),
  'get /sessions/:id/learners/:enrolmentId/evidence': staff(SESSION, (n) => `${learner(n)}/evidence`),
  'post /sessions/:id/learners/:enrolmentId/evidence': staff(SESSION, (n) => `${learner(n)}/evidence`, {
    values: () => ({ title: 'Une photo', narrative: 'Sur le chantier' }),
    file: 'un texte',
  }),
  'get /evidence/:id': staff(SESSION, ({ evidence }) => `/evidence/${evidence.id}`),
  'post /evidence/:id/remove': staff(SESSION, ({ evidence }) => `/evidence/${evidence.id}/remove`, {
    last: true,
  }),
  'get /sessions/:id/import': staff(SESSION, (n) => `${session(n)}/import`),
  'post /sessions/:id/import': staff(SESSION, (n) => `${session(n)}/import`, {
    file: 'Nom;Prénom\nAbgrall;Rozenn\n',
  }),
  'post /sessions/:id/import/confirm': staff(SESSION, (n) => `${session(n)}/import/confirm`, {
    values: () => ({ table: 'x', fingerprint: '0'.repeat(64) }),
  }),
  'get /sessions/:id/trainers': staff(SESSION, (n) => `${session(n)}/trainers`),
  'post /sessions/:id/trainers': staff(SESSION, (n) => `${session(n)}/trainers`, {
    values: ({ accounts }) => ({ accountId: accounts.colleague }),
    last: true,
  }),
  'post /sessions/:id/trainers/remove': staff(SESSION, (n) => `${session(n)}/trainers/remove`, {
    values: ({ accounts }) => ({ accountId: accounts.colleague }),
    last: true,
  }),
  'get /sessions/:id/sign': staff(SESSION, (n) => `${session(n)}/sign`),
  // the platform's admin saw nobody, so attests nobody
  'post /sessions/:id/sign': staff({ ...SESSION, admin: 403 }, (n) => `${session(n)}/sign`, {
    values: () => ({ version: 'x' }),
  }),
  // who saw the person may correct what was said of them: the platform's admin saw nobody
  'get /sessions/:id/correct': staff({ ...SESSION, admin: 403 }, (n) => `${signed(n)}/correct`),
  'post /sessions/:id/correct': staff({ ...SESSION, admin: 403 }, (n) => `${signed(n)}/correct`, {
    values: () => ({ action: 'edit' }),
  }),
  'post /sessions/:id/correct/confirm': staff(
    { ...SESSION, admin: 403 },
    (n) => `${signed(n)}/correct/confirm`,
    { values: () => ({ version: 'x' }) },
  ),
  'get /credentials/:code/manage': staff(COORDINATION, (n) => `${credential(n)}/manage`),
  'get /credentials/:code/suspend': staff(COORDINATION, (n) => `${credential(n)}/suspend`),
  'post /credentials/:code/suspend': staff(COORDINATION, (n) => `${credential(n)}/suspend`, {
    values: () => ({ reason: 'content-check' }),
    last: true,
  }),
  'get /credentials/:code/unsuspend': staff(COORDINATION, (n) => `${credential(n)}/unsuspend`),
  'post /credentials/:code/unsuspend': staff(COORDINATION, (n) => `${credential(n)}/unsuspend`, {
    last: true,
  }),
  'get /credentials/:code/revoke': staff(COORDINATION, (n) => `${credential(n)}/revoke`),
  'post /credentials/:code/revoke': staff(COORDINATION, (n) => `${credential(n)}/revoke`, {
    values: () => ({ reason: 'issued-in-error' }),
    last: true,
  }),
  'post /sessions/:id/resume': staff(SESSION, (n) => `${signed(n)}/resume`),
  'get /sessions/:id/passports.pdf': staff(SESSION, (n) => `${signed(n)}/passports.pdf`),
  'post /sessions/:id/slips': staff(SESSION, (n) => `${signed(n)}/slips`),
  'get /sessions/:id/slips.pdf': staff(SESSION, (n) => `${signed(n)}/slips.pdf`),
  'get /passports/:code/passport.pdf': staff(
    SESSION,
    ({ passportCode }) => `/passports/${passportCode}/passport.pdf`,
  ),
  'get /learners/:id/slip': staff(SLIP, (n) => `${holder(n)}/slip`),
  'get /learners/:id/slip.pdf': staff(SLIP, (n) => `${holder(n)}/slip.pdf`),
  // young people lose paper far from home: any trainer of the network gives a new slip, and it is audited
  'post /learners/:id/slip': staff({ leaver: 403 }, (n) => `${holder(n)}/slip`, { last: true }),
  'get /slips': staff({ leaver: 403 }, () => '/slips'),
  'post /slips': staff({ leaver: 403 }, () => '/slips', {
    values: () => ({ givenName: 'Zéphyrine', familyName: 'Quillévéré' }),
  }),
  'get /organisation': staff({}, () => '/organisation'),
  'get /organisation/:slug/invitations': staff(OUTSIDERS, (n) => `${team(n)}/invitations`),
  'post /organisation/:slug/invitations': staff(COORDINATION, (n) => `${team(n)}/invitations`, {
    values: () => invitee,
  }),
  'post /organisation/:slug/invitations/:id/resend': staff(
    COORDINATION,
    (n) => `${team(n)}/invitations/${n.invitation.id}/resend`,
    { last: true },
  ),
  'post /organisation/:slug/invitations/:id/cancel': staff(
    COORDINATION,
    (n) => `${team(n)}/invitations/${n.invitation.id}/cancel`,
    { last: true },
  ),
  'post /organisation/:slug/members/:accountId/end': staff(
    COORDINATION,
    (n) => `${team(n)}/members/${n.accounts.colleague}/end`,
    { last: true },
  ),
  'get /organisation/:slug/details': staff(COORDINATION, (n) => `${team(n)}/details`),
  'post /organisation/:slug/details': staff(COORDINATION, (n) => `${team(n)}/details`, {
    values: ({ home }) => ({ name: home.name, contactEmail: 'contact@exemple.fr' }),
  }),
  'get /admin': admin(() => '/admin'),
  'get /admin/organisations/:slug': admin(neighbours),
  'get /admin/organisations/:slug/merge': admin((n) => `${neighbours(n)}/merge?into=${n.home.slug}`),
  'post /admin/organisations/:slug/merge': admin((n) => `${neighbours(n)}/merge`, {
    values: ({ home }) => ({ into: home.slug, typedName: 'un autre nom' }),
  }),
  'get /admin/organisations/:slug/close': admin((n) => `${neighbours(n)}/close`),
  'post /admin/organisations/:slug/close': admin((n) => `${neighbours(n)}/close`, { last: true }),
  'post /admin/organisations/:slug/reopen': admin((n) => `${neighbours(n)}/reopen`, { last: true }),
  'post /admin/organisations': admin(() => '/admin/organisations', {
    values: () => ({ name: 'Lycée de Morlaix', kind: 'other' }),
  }),
  'get /admin/keys': admin(() => '/admin/keys'),
  'get /admin/keys/issuers/:slug/rotate': admin((n) => `/admin/keys/issuers/${n.home.slug}/rotate`),
  'post /admin/keys/issuers/:slug/rotate': admin((n) => `/admin/keys/issuers/${n.home.slug}/rotate`),
  'get /admin/keys/:keyId/retire': admin((n) => `/admin/keys/${n.keys.home}/retire`),
  'post /admin/keys/:keyId/retire': admin((n) => `/admin/keys/${n.keys.home}/retire`),
  'get /admin/keys/:keyId/compromise': admin((n) => `/admin/keys/${n.keys.home}/compromise`),
  'post /admin/keys/:keyId/compromise': admin((n) => `/admin/keys/${n.keys.away}/compromise`, {
    values: ({ away }) => ({ since: '2026-07-01T08:00', issuerName: away.name }),
    last: true,
  }),
  'get /admin/keys/:keyId/reissue': admin((n) => `/admin/keys/${n.keys.lost}/reissue`),
  'post /admin/keys/:keyId/reissue': admin((n) => `/admin/keys/${n.keys.lost}/reissue`, { last: true }),
  'get /admin/clients': admin(() => '/admin/clients'),
  'get /admin/clients/new': admin(() => '/admin/clients/new'),
  'post /admin/clients/new': admin(() => '/admin/clients/new', {
    values: () => ({ name: 'Un programme', scopes: 'credentials:issue' }),
  }),
  'get /admin/clients/:id/rotate': admin((n) => `${program(n)}/rotate`),
  'post /admin/clients/:id/rotate': admin((n) => `${program(n)}/rotate`, { values: () => ({ grace: '1' }) }),
  'get /admin/clients/:id/disable': admin((n) => `${program(n)}/disable`),
  'post /admin/clients/:id/disable': admin((n) => `${program(n)}/disable`, { last: true }),
  'get /admin/invitations': admin(() => '/admin/invitations'),
  'post /admin/invitations': admin(() => '/admin/invitations', { values: () => invitee }),
  'post /admin/invitations/:id/resend': admin((n) => `/admin/invitations/${n.adminInvitation.id}/resend`, {
    last: true,
  }),
  'post /admin/invitations/:id/cancel': admin((n) => `/admin/invitations/${n.adminInvitation.id}/cancel`, {
    last: true,
  }),
}

/** Routes for programs, each with the right that their token must give; nobody who is signed in gets in by that. */
export const CLIENT_ROUTES: Readonly<Record<string, ApiScope>> = {
  'get /issuers': 'credentials:issue',
  'post /credentials/issue': 'credentials:issue',
  'post /issuers/:instance/credentials/issue': 'credentials:issue',
  'post /credentials/status': 'credentials:status',
  'post /credentials/derive': 'credentials:derive',
}

/** Routes for everybody, each with the reason why. */
export const PUBLIC_ROUTES: Readonly<Record<string, string>> = {
  'get /': 'the front door',
  'get /healthz': 'asked by the machine that watches us; says nothing',
  'get /readyz': 'the same',
  'get /metrics': 'numbers, for whoever shows METRICS_TOKEN',
  'get /login': 'the door',
  'post /login': 'the door',
  'post /logout': 'ends the session of whoever sends it',
  'get /login/forgotten': 'who cannot come in asks for a link',
  'post /login/forgotten': 'the same; the answer does not say whether the address is known',
  'get /login/reset/:token': 'the mailed secret is the key',
  'post /login/reset/:token': 'the mailed secret is the key',
  'get /invitations/:token': 'the mailed secret is the key',
  'post /invitations/:token': 'the mailed secret is the key',
  'get /import/modele.csv': 'a file to fill in, with nobody in it',
  'get /s': 'types the code of a slip',
  'get /s/:slip': 'the printed secret is the key',
  'get /s/:slip/show': 'the printed secret is the key',
  'get /s/:slip/passport.pdf': 'the printed secret is the key',
  'get /s/:slip/passport.json': 'the printed secret is the key',
  'get /v': 'employers have no account',
  'get /v/:code': 'employers have no account; the code is unguessable',
  'get /verify': 'anybody checks any document',
  'post /verify': 'anybody checks any document',
  'post /credentials/verify': 'anybody checks any document',
  'post /presentations/verify': 'anybody checks any document',
  'get /achievements': 'definitions, no people',
  'get /achievements/:code': 'definitions, no people',
  'get /achievements/:code/:language': 'definitions, no people',
  'get /credentials/:code': 'the id of a credential; the code is unguessable',
  'get /status/:id': 'bits without names, for every verifier',
  'get /.well-known/did.json': 'public keys',
  'get /orgs/:slug/did.json': 'public keys',
}
