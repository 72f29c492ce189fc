import type { ApiScope } from '../../server/kernel/api-client.ts'
import type { Network, Person } from './app-world.ts'

type Refusal = Readonly<Partial<Record<Person, 403 | 404>>>

export interface StaffRoute {
  readonly key: string
  readonly access: 'account' | 'staff' | 'admin'
  /** The address of a row of the structure « home ». */
  url(network: Network): string
  /** What a form would send; good values, so that only the person can be the reason of a refusal. */
  values?(network: Network): Record<string, string>
  /** Content of the file it takes. */
  readonly file?: string
  /** Who is signed in and still may not: everybody else may. */
  readonly refused: Refusal
  /** Answers with a stream that goes on: its first words are enough. */
  readonly endless?: boolean
  /** Changes what other rows of this table need: tried after them. */
  readonly last?: boolean
}

export const routeKey = ({ key }: Pick<StaffRoute, 'key'>): string => key

/** Whether another structure's rows exist is its own business: 404. */
const OUTSIDERS: Refusal = { neighbour: 404, neighbourLead: 404, leaver: 404 }
/** A session: its structure's coordinators, and the trainers named in it. */
const SESSION: Refusal = { ...OUTSIDERS, colleague: 404 }
/** Of the structure only its coordinators; to its trainers it does not exist either. */
const COORDINATORS: Refusal = { ...SESSION, trainer: 404 }
/** A slip: who is in no structure is told so before any row is looked at. */
const SLIP: Refusal = { ...SESSION, leaver: 403 }
/** A structure's team is seen by its trainers and changed by its coordinators. */
const COORDINATION: Refusal = { ...OUTSIDERS, trainer: 403, colleague: 403 }
/** A page of nobody's rows in particular, for whoever coordinates some structure. */
const COORDINATORS_ALONE: Refusal = {
  admin: 403,
  trainer: 403,
  colleague: 403,
  neighbour: 403,
  leaver: 403,
}
const ADMIN: Refusal = {
  coordinator: 403,
  trainer: 403,
  colleague: 403,
  neighbour: 403,
  neighbourLead: 403,
  leaver: 403,
}

/** Rows that are nobody's but their owner's: in this table an id that does not exist. */
const NOBODYS: Refusal = { ...OUTSIDERS, admin: 404, coordinator: 404, trainer: 404, colleague: 404 }

const session = ({ open }: Network): string => `/sessions/${open.sessionId}`
const signed = ({ signed: one }: Network): string => `/sessions/${one.sessionId}`
const learner = (network: Network): string => `${session(network)}/learners/${network.open.enrolmentId}`
const holder = ({ signed: one }: Network): string => `/learners/${one.learnerId}`
const stay = ({ signed: one }: Network): string => `/mobilities/${one.mobilityId}`
const twins = ({ signed: one }: Network): string =>
  `/learners/duplicates/${one.learnerId}/${one.otherLearnerId}`
const CHOSEN = 'keep=one&givenName=one&familyName=one&birthDate=one&email=one&place=one'
const credential = ({ passportCode }: Network): string => `/credentials/${passportCode}`
const team = ({ home }: Network): string => `/organisation/${home.slug}`
const printed = (network: Network, output: 'printer' | 'people'): string =>
  `${team(network)}/passports/${network.batches[output]}`
const neighbours = ({ away }: Network): string => `/admin/organisations/${away.slug}`
const program = ({ apiClient }: Network): string => `/admin/clients/${apiClient.id}`
const framework = (network: Network): string => `/admin/frameworks/${network.framework}`
const sheet = ({ open }: Network) => ({ action: 'save', [`${open.enrolmentId}.attested:EQUIPE`]: '4' })
const invitee = { name: 'Rozenn Abgrall', email: 'rozenn@exemple.fr', role: 'trainer' }

type Rows = Readonly<Record<string, Omit<StaffRoute, 'key'>>>
const staff = (refused: Refusal, url: StaffRoute['url'], more: Partial<StaffRoute> = {}) =>
  ({ access: 'staff', refused, url, ...more }) as const
const account = (url: StaffRoute['url'], refused: Refusal = {}) =>
  ({ access: 'account', refused, url }) as const
const admin = (url: StaffRoute['url'], more: Partial<StaffRoute> = {}) =>
  ({ access: 'admin', refused: ADMIN, url, ...more }) as const

/** Every route for people who are signed in: who may not, with what answer. */
export const STAFF_ROUTES: Rows = {
  'get /sessions': staff({}, () => '/sessions'),
  'get /sessions/new': staff({}, () => '/sessions/new'),
  'post /sessions/new': staff({}, () => '/sessions/new'),
  'get /sessions/templates': staff({}, () => '/sessions/templates'),
  'post /sessions/templates/:template/drop': staff(
    OUTSIDERS,
    ({ template }) => `/sessions/templates/${template.id}/drop`,
    { last: true },
  ),
  'get /sessions/pool': staff({}, () => '/sessions/pool'),
  'post /sessions/pool': staff({}, () => '/sessions/pool', { values: () => ({ who: 'self', inPool: 'no' }) }),
  'get /sessions/:id/prepare': staff(SESSION, (n) => `${session(n)}/prepare`),
  'get /sessions/:id/edit': staff(SESSION, (n) => `${session(n)}/edit`),
  'post /sessions/:id/edit': staff(SESSION, (n) => `${session(n)}/edit`, {
    values: () => ({ title: 'Un autre titre', kind: 'return', startsOn: '2026-07-03', locale: 'fr' }),
  }),
  'post /sessions/:id/template': staff(SESSION, (n) => `${session(n)}/template`, {
    values: () => ({ name: 'Retour', titlePattern: 'Retour' }),
  }),
  'get /sessions/:id/structures': staff(SESSION, (n) => `${session(n)}/structures`),
  'post /sessions/:id/structures': staff(SESSION, (n) => `${session(n)}/structures`, {
    values: ({ home }) => ({ organisationId: home.id }),
  }),
  'post /sessions/:id/structures/remove': staff(SESSION, (n) => `${session(n)}/structures/remove`, {
    values: () => ({ organisationId: '' }),
  }),
  'get /sessions/:id/enrol': staff(SESSION, (n) => `${session(n)}/enrol?q=quillevere`),
  'post /sessions/:id/enrol': staff(SESSION, (n) => `${session(n)}/enrol`, {
    values: ({ open }) => ({ learnerId: open.learnerId }),
  }),
  'post /sessions/:id/enrol/new': staff(SESSION, (n) => `${session(n)}/enrol/new`, {
    values: ({ home }) => ({ organisationId: home.id, givenName: 'Rozenn', familyName: 'Abgrall' }),
    last: true,
  }),
  'post /sessions/:id/enrol/remove': staff(SESSION, (n) => `${session(n)}/enrol/remove`, {
    values: ({ open }) => ({ enrolmentId: open.enrolmentId }),
    last: true,
  }),
  'get /sessions/:id/attendance': staff(SESSION, (n) => `${session(n)}/attendance`),
  'post /sessions/:id/attendance': staff(SESSION, (n) => `${session(n)}/attendance`, {
    values: ({ open, halfDay }) => ({ half: halfDay, [`${open.enrolmentId}.mark`]: 'present' }),
  }),
  'get /sessions/:id/attendance/sheet': staff(SESSION, (n) => `${session(n)}/attendance/sheet`),
  'get /sessions/:id/paper-grid': staff(SESSION, (n) => `${session(n)}/paper-grid`),
  'get /sessions/:id': staff(SESSION, session),
  'post /sessions/:id/assessments': staff(SESSION, (n) => `${session(n)}/assessments`, { values: sheet }),
  'get /sessions/:id/state': staff(SESSION, (n) => `${session(n)}/state`),
  'get /sessions/:id/live': staff(SESSION, (n) => `${session(n)}/live`, { endless: true }),
  'get /sessions/:id/signing': staff(SESSION, (n) => `${session(n)}/signing`),
  'get /sessions/:id/sign/progress': staff(SESSION, (n) => `${signed(n)}/sign/progress`),
  'get /sessions/:id/typing': staff(SESSION, (n) => `${session(n)}/typing`),
  'post /sessions/:id/typing': staff(SESSION, (n) => `${session(n)}/typing`, {
    values: ({ open }) => ({ [`${open.enrolmentId}.line`]: '' }),
  }),
  'get /sessions/:id/learners/:enrolmentId/together': staff(SESSION, (n) => `${learner(n)}/together`),
  'get /sessions/:id/learners/:enrolmentId': staff(SESSION, learner),
  'post /sessions/:id/learners/:enrolmentId': staff(SESSION, learner, { values: sheet }),
  'get /sessions/:id/learners/:enrolmentId/evidence': staff(SESSION, (n) => `${learner(n)}/evidence`),
  'post /sessions/:id/learners/:enrolmentId/evidence': staff(SESSION, (n) => `${learner(n)}/evidence`, {
    values: () => ({ title: 'Une photo', narrative: 'Sur le chantier' }),
    file: 'un texte',
  }),
  'post /sessions/:id/import/columns': staff(SESSION, (n) => `${session(n)}/import/columns`),
  'get /learners/import': staff(COORDINATORS_ALONE, () => '/learners/import'),
  'get /sessions/import': staff(COORDINATORS_ALONE, () => '/sessions/import'),
  'get /organisation/:slug/learners/import': staff(COORDINATION, (n) => `${team(n)}/learners/import`),
  'post /organisation/:slug/learners/import': staff(COORDINATION, (n) => `${team(n)}/learners/import`, {
    file: 'Nom;Prénom\nAbgrall;Rozenn\n',
  }),
  'post /organisation/:slug/learners/import/columns': staff(
    COORDINATION,
    (n) => `${team(n)}/learners/import/columns`,
  ),
  'post /organisation/:slug/learners/import/confirm': staff(
    COORDINATION,
    (n) => `${team(n)}/learners/import/confirm`,
  ),
  'get /organisation/:slug/sessions/import': staff(COORDINATION, (n) => `${team(n)}/sessions/import`),
  'post /organisation/:slug/sessions/import': staff(COORDINATION, (n) => `${team(n)}/sessions/import`, {
    file: 'Titre;Date\nRetour;03/07/2026\n',
  }),
  'post /organisation/:slug/sessions/import/columns': staff(
    COORDINATION,
    (n) => `${team(n)}/sessions/import/columns`,
  ),
  'post /organisation/:slug/sessions/import/confirm': staff(
    COORDINATION,
    (n) => `${team(n)}/sessions/import/confirm`,
  ),
  'get /admin/structures/import': admin(() => '/admin/structures/import'),
  'post /admin/structures/import': admin(() => '/admin/structures/import', {
    file: 'Nom;Ville\nADEFIL;Brest\n',
  }),
  'post /admin/structures/import/columns': admin(() => '/admin/structures/import/columns'),
  'post /admin/structures/import/confirm': admin(() => '/admin/structures/import/confirm'),
  'get /organisation/:slug/network': staff(OUTSIDERS, (n) => `${team(n)}/network`),
  'post /organisation/:slug/network': staff(COORDINATION, (n) => `${team(n)}/network`, {
    values: () => ({ structure: 'ADEFIL', kind: 'cfa', name: 'Rozenn Abgrall', email: 'rozenn@exemple.fr' }),
    last: true,
  }),
  'post /organisation/:slug/network/:invited/remind': staff(
    { ...COORDINATION, admin: 404, coordinator: 404 },
    (n) => `${team(n)}/network/${n.away.slug}/remind`,
  ),
  'get /organisation/:slug/trainings': staff(OUTSIDERS, (n) => `${team(n)}/trainings`),
  'post /organisation/:slug/trainings': staff(COORDINATION, (n) => `${team(n)}/trainings`, {
    values: ({ accounts }) => ({
      accountId: accounts.trainer,
      title: 'Le retour',
      provider: 'Agence',
      completedOn: '2025-03-14',
    }),
    last: true,
  }),
  'post /organisation/:slug/trainings/:id/remove': staff(
    { ...COORDINATION, coordinator: 404, admin: 404 },
    (n) => `${team(n)}/trainings/nothing/remove`,
  ),
  'get /organisation/passports': staff(
    { trainer: 403, colleague: 403, neighbour: 403, leaver: 403 },
    () => '/organisation/passports',
  ),
  'get /organisation/:slug/passports': staff(COORDINATION, (n) => `${team(n)}/passports`),
  'post /organisation/:slug/passports': staff(COORDINATION, (n) => `${team(n)}/passports`, {
    values: () => ({ scope: 'everybody', form: 'page', locale: 'fr', output: 'printer' }),
    last: true,
  }),
  'get /organisation/:slug/passports/:batch': staff(COORDINATION, (n) => printed(n, 'printer')),
  'get /organisation/:slug/passports/:batch/files/:number': staff(
    COORDINATION,
    (n) => `${printed(n, 'printer')}/files/1`,
  ),
  'get /organisation/:slug/passports/:batch/passports.zip': staff(
    COORDINATION,
    (n) => `${printed(n, 'people')}/passports.zip`,
  ),
  'post /organisation/:slug/passports/:batch/cancel': staff(
    COORDINATION,
    (n) => `${printed(n, 'printer')}/cancel`,
  ),
  'post /organisation/:slug/passports/:batch/resume': staff(
    COORDINATION,
    (n) => `${printed(n, 'printer')}/resume`,
  ),
  'post /organisation/:slug/passports/:batch/delete': staff(
    COORDINATION,
    (n) => `${printed(n, 'printer')}/delete`,
    { last: true },
  ),
  // the trail is the coordinators'
  'get /learners/:id/history': staff(COORDINATION, (n) => `${holder(n)}/history`),
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
  'get /learners/:id/erase': staff(COORDINATION, (n) => `${holder(n)}/erase`),
  'post /learners/:id/erase': staff(COORDINATION, (n) => `${holder(n)}/erase`, {
    values: () => ({ reason: 'written-request', copies: 'keep', typed: 'nothing' }),
    last: true,
  }),
  'get /learners/:id/guardian': staff(SESSION, (n) => `${holder(n)}/guardian`),
  'post /learners/:id/guardian': staff(SESSION, (n) => `${holder(n)}/guardian`, {
    values: () => ({ givenOn: '2026-06-01', reference: 'Classeur 2026' }),
  }),
  'post /learners/:id/guardian/mail': staff(SESSION, (n) => `${holder(n)}/guardian/mail`, {
    values: () => ({ email: 'parent@exemple.fr' }),
  }),
  'post /learners/:id/guardian/link': staff(SESSION, (n) => `${holder(n)}/guardian/link`),
  'get /learners/:id/guardian/letter': staff(SESSION, (n) => `${holder(n)}/guardian/letter`),
  'post /learners/:id/guardian/withdraw': staff(SESSION, (n) => `${holder(n)}/guardian/withdraw`),
  'get /slips': staff({ leaver: 403 }, () => '/slips'),
  'post /slips': staff({ leaver: 403 }, () => '/slips', {
    values: () => ({ givenName: 'Zéphyrine', familyName: 'Quillévéré' }),
  }),
  'get /learners': staff({}, () => '/learners'),
  'get /learners/new': staff({}, () => '/learners/new'),
  'post /learners/new': staff({ neighbour: 403, neighbourLead: 403, leaver: 403 }, () => '/learners/new', {
    values: ({ home }) => ({ organisationId: home.id, givenName: 'Rozenn', familyName: 'Abgrall' }),
    last: true,
  }),
  // the roster of a coordinator is their structure's; a trainer's holds the people of the sessions that name them
  'get /learners/:id': staff(SESSION, holder),
  'get /learners/:id/edit': staff(SESSION, (n) => `${holder(n)}/edit`),
  'post /learners/:id/edit': staff(SESSION, (n) => `${holder(n)}/edit`, {
    values: () => ({ givenName: 'Zéphyrine', familyName: 'Quillévéré', birthDate: '2005-02-14' }),
  }),
  'get /learners/:id/mobilities/new': staff(SESSION, (n) => `${holder(n)}/mobilities/new`),
  'post /learners/:id/mobilities/new': staff(SESSION, (n) => `${holder(n)}/mobilities/new`, {
    values: () => ({
      programme: 'CHANTIER',
      hostCountry: 'IT',
      startsOn: '2025-07-01',
      endsOn: '2025-07-12',
    }),
    last: true,
  }),
  'get /mobilities/:id': staff(SESSION, stay),
  'post /mobilities/:id': staff(SESSION, stay, { values: () => ({ version: '' }), last: true }),
  'get /mobilities/:id/host': staff(SESSION, (n) => `${stay(n)}/host`),
  'post /mobilities/:id/host': staff(SESSION, (n) => `${stay(n)}/host`, {
    values: () => ({ way: 'mail', tutorEmail: 'tutor@example.de', language: 'de' }),
  }),
  'post /mobilities/:id/host/renew': staff(SESSION, (n) => `${stay(n)}/host/renew`),
  'post /mobilities/:id/host/withdraw': staff(SESSION, (n) => `${stay(n)}/host/withdraw`, { last: true }),
  // what is said here is said to the coordinators of one's own structure, and to nobody else
  'get /learners/:id/support': staff({ ...COORDINATORS, admin: 404 }, (n) => `${holder(n)}/support`),
  'post /learners/:id/support': staff({ ...COORDINATORS, admin: 404 }, (n) => `${holder(n)}/support`, {
    values: () => ({ reinforced: 'yes', answer: 'declined' }),
    last: true,
  }),
  'get /learners/duplicates': staff({}, () => '/learners/duplicates'),
  'get /learners/duplicates/:one/:other': staff(COORDINATORS, twins),
  'get /learners/duplicates/:one/:other/confirm': staff(COORDINATORS, (n) => `${twins(n)}/confirm?${CHOSEN}`),
  'post /learners/duplicates/:one/:other/merge': staff(COORDINATORS, (n) => `${twins(n)}/merge`, {
    values: () => ({ version: 'x', keep: 'one' }),
    last: true,
  }),
  'post /learners/duplicates/:one/:other/distinct': staff(COORDINATORS, (n) => `${twins(n)}/distinct`, {
    last: true,
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
  'post /organisation/:slug/members/:accountId/sign-out': staff(
    COORDINATION,
    (n) => `${team(n)}/members/${n.accounts.colleague}/sign-out`,
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
  'get /account/security': account(() => '/account/security'),
  'get /account/security/app': account(() => '/account/security/app'),
  'post /account/security/app': account(() => '/account/security/app'),
  'post /account/security/app/confirm': account(() => '/account/security/app/confirm'),
  'post /account/security/app/remove': account(() => '/account/security/app/remove', NOBODYS),
  'post /account/security/recovery-codes': staff(NOBODYS, () => '/account/security/recovery-codes'),
  'get /account/security/password': account(() => '/account/security/password'),
  'post /account/security/password': account(() => '/account/security/password'),
  'post /account/security/passkeys/begin': account(() => '/account/security/passkeys/begin'),
  'post /account/security/passkeys': account(() => '/account/security/passkeys'),
  'post /account/security/passkeys/:id/remove': account(
    () => '/account/security/passkeys/nothing/remove',
    NOBODYS,
  ),
  'post /account/security/sessions/:id/end': account(() => '/account/security/sessions/nothing/end', NOBODYS),
  'post /account/security/sessions/end-others': account(() => '/account/security/sessions/end-others'),
  'get /admin/accounts': admin(() => '/admin/accounts'),
  'post /admin/accounts/:accountId/sign-out': admin((n) => `/admin/accounts/${n.accounts.leaver}/sign-out`, {
    last: true,
  }),
  'post /admin/accounts/:accountId/second-factor/reset': admin(
    (n) => `/admin/accounts/${n.accounts.leaver}/second-factor/reset`,
    { last: true },
  ),
  'post /admin/accounts/:accountId/disable': admin((n) => `/admin/accounts/${n.accounts.leaver}/disable`, {
    last: true,
  }),
  'post /admin/accounts/:accountId/enable': admin((n) => `/admin/accounts/${n.accounts.leaver}/enable`, {
    last: true,
  }),
  'get /admin': admin(() => '/admin'),
  'get /admin/organisations/:slug': admin(neighbours),
  'get /admin/organisations/:slug/merge': admin((n) => `${neighbours(n)}/merge?into=${n.home.slug}`),
  'post /admin/organisations/:slug/merge': admin((n) => `${neighbours(n)}/merge`, {
    values: ({ home }) => ({ into: home.slug, typedName: 'un autre nom' }),
  }),
  'get /admin/frameworks': admin(() => '/admin/frameworks'),
  'post /admin/frameworks': admin(() => '/admin/frameworks', {
    values: () => ({ nameFr: 'Le nôtre', nameEn: 'Ours' }),
    last: true,
  }),
  'get /admin/frameworks/:id': admin((n) => framework(n)),
  'post /admin/frameworks/:id/publish': admin((n) => `${framework(n)}/publish`, { last: true }),
  'get /admin/frameworks/:id/competences/:competence': admin((n) => `${framework(n)}/competences/new`),
  'post /admin/frameworks/:id/competences/:competence': admin((n) => `${framework(n)}/competences/new`),
  'post /admin/frameworks/:id/competences/:competence/up': admin(
    (n) => `${framework(n)}/competences/${n.ownCompetence}/up`,
  ),
  'post /admin/frameworks/:id/competences/:competence/down': admin(
    (n) => `${framework(n)}/competences/${n.ownCompetence}/down`,
  ),
  'post /admin/frameworks/:id/competences/:competence/retire': admin(
    (n) => `${framework(n)}/competences/${n.ownCompetence}/retire`,
  ),
  'post /admin/frameworks/:id/competences/:competence/restore': admin(
    (n) => `${framework(n)}/competences/${n.ownCompetence}/restore`,
  ),
  'get /admin/esco/search': admin(() => '/admin/esco/search?q=accueil'),
  'post /admin/esco': admin(() => '/admin/esco', {
    file: 'conceptUri,preferredLabel\n',
    values: () => ({ language: 'fr', version: '1.2' }),
  }),
  'get /admin/organisations/:slug/network': admin((n) => `${neighbours(n)}/network`),
  'post /admin/organisations/:slug/network': admin((n) => `${neighbours(n)}/network`, { last: true }),
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

/** Routes of a young person's own space: the cookie of their visit opens them, and what they show is theirs alone. */
export const YOUTH_ROUTES: Readonly<Record<string, string>> = {
  'get /me': 'their passport',
  'get /me/live': 'that something about them changed, by ids alone',
  'get /me/show': 'the code, to be scanned',
  'get /me/print': 'how to print it',
  'get /me/download': 'what they may take along',
  'get /me/passport.pdf': 'the passport as a file',
  'get /me/passport.json': 'the passport as a file',
  'get /me/badges': 'their badges',
  'get /me/badges/:code/preview.png': 'a badge of theirs',
  'get /me/badges/:code.png': 'a badge of theirs',
  'get /me/badges/:code.svg': 'a badge of theirs',
  'get /me/europass': 'what the European file is for',
  'get /me/europass.jsonld': 'the passport as a European file',
  'get /me/visibility': 'who may open their passport',
  'post /me/visibility': 'their own word about it',
  'get /me/eighteen': 'the passport is theirs alone',
  'post /me/eighteen': 'their first choice alone',
  'get /me/keys': 'the keys they added to their slip',
  'post /me/keys/pin': 'their PIN',
  'post /me/keys/pin/remove': 'their PIN',
  'post /me/keys/mail': 'their address',
  'post /me/keys/mail/remove': 'their address',
  'get /me/keys/mail/:token': 'their address, confirmed where they are known',
  'post /me/keys/mail/:token': 'their address, confirmed where they are known',
  'post /me/keys/passkeys/options': 'a passkey of theirs',
  'post /me/keys/passkeys': 'a passkey of theirs',
  'post /me/keys/passkeys/remove': 'a passkey of theirs',
  'post /me/keys/passkeys/lock': 'a passkey of theirs',
  'post /me/leave': 'ends the visit',
  'get /me/shares': 'what they shared',
  'get /me/shares/new': 'a new share',
  'post /me/shares': 'a new share',
  'get /me/shares/:id': 'one share of theirs',
  'post /me/shares/:id/withdraw': 'one share of theirs',
  'get /me/everything.zip': 'all that is kept about them',
  'get /me/erase': 'explains, and asks',
  'post /me/erase': 'erases them',
  'get /me/tell': 'what they may tell',
  'get /me/tell/new': 'a stay they note themselves',
  'post /me/tell/new': 'a stay they note themselves',
  'get /me/tell/:place': 'a stay of theirs',
  'post /me/tell/:place': 'a stay of theirs',
  'get /me/tell/:place/c/:code': 'a competence of that stay',
  'post /me/tell/:place/c/:code': 'a competence of that stay',
  'post /me/tell/:place/draft': 'the same, field by field, from the page’s script',
  'get /me/tell/:place/language': 'leads to a language',
  'get /me/tell/:place/stay': 'a stay they noted',
  'post /me/tell/:place/stay': 'a stay they noted',
  'get /me/tell/:place/show': 'what their trainer may read',
  'post /me/tell/:place/show': 'what their trainer may read',
  'post /me/tell/:place/evidence': 'a photo of theirs',
  'get /me/evidence/:id': 'a photo of theirs',
  'post /me/evidence/:id/remove': 'a photo of theirs',
  'get /me/growth': 'their own progress',
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
  'get /login/code': 'the second step, for whoever made the first',
  'post /login/code': 'the second step, for whoever made the first',
  'post /login/code/passkey/begin': 'the second step, for whoever made the first',
  'post /login/code/passkey': 'the second step, for whoever made the first',
  'get /login/link': 'who would rather have a link asks for it',
  'post /login/link': 'the same; the answer does not say whether the address is known',
  'get /login/link/:token':
    'the mailed secret is the key, in the browser that asked; opening it changes nothing',
  'post /login/link/:token': 'the mailed secret is the key, in the browser that asked',
  'post /login/passkey/begin': 'what a device is asked to sign; says nothing of anybody',
  'post /login/passkey': 'a passkey is the key',
  'get /login/sso': 'leaves for the other organisation; changes nothing',
  'get /login/sso/callback': 'comes back from it: state, code and nonce are the key',
  'get /login/reset/:token': 'the mailed secret is the key',
  'post /login/reset/:token': 'the mailed secret is the key',
  'get /invitations/:token': 'the mailed secret is the key',
  'post /invitations/:token': 'the mailed secret is the key',
  'get /import/modele/:list.csv': 'titles to fill in, with nobody under them',
  'get /import/modele.csv': 'a file to fill in, with nobody in it',
  'get /s': 'types the code of a slip',
  'get /s/:slip': 'the printed secret is the key',
  'post /s/:slip/pin': 'the printed secret is the key, and a PIN with it',
  'get /s/mail': 'who cannot come in asks for a link',
  'post /s/mail': 'the same; the answer does not say whether the address is known',
  'get /s/mail/:token': 'the mailed secret is the key',
  'post /s/mail/:token': 'the mailed secret is the key',
  'post /s/passkey/options': 'what a device is asked to sign; says nothing of anybody',
  'post /s/passkey': 'a passkey is the key',
  'get /g/:token': 'the guardian’s link is the key',
  'post /g/:token': 'the guardian’s link is the key',
  'post /g/:token/withdraw': 'the guardian’s link is the key',
  'get /v': 'employers have no account',
  'get /v/:code': 'employers have no account; the code is unguessable',
  'get /v/:code/report': 'the verdict as a sheet to print; the code is unguessable',
  'get /v/:code/report.json': 'the same for software; the code is unguessable',
  'get /h': 'where a host types the code of a link',
  'get /h/:code': 'the link a host was given is the key',
  'post /h/:code': 'the link a host was given is the key',
  'get /h/:code/take-back': 'the link a host was given is the key',
  'post /h/:code/take-back': 'the link a host was given is the key',
  'get /p/:code': 'the link a young person gave is the key',
  'get /me/left': 'after leaving; names nobody',
  'get /me/erased': 'after an erasure; names nobody',
  'get /verify': 'anybody checks any document',
  'get /verify/trust.json': 'public keys, and what became of papers; names nobody',
  'get /verify/skills/:language.json': 'names of competences, no people',
  'get /verify/words/:language.json': 'sentences of a page, no people',
  'get /verify/here/:language': 'a page without a verdict: the visitor’s device fills it',
  'get /sw.js': 'a script, the same for everybody',
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
