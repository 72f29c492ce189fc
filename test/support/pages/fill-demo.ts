import { findAccountByEmail, inviteMember, createAccount } from '../../../server/access/accounts/index.ts'
import { createClient } from '../../../server/access/api-clients/index.ts'
import { currentOrNewLink, recordPaperAgreement } from '../../../server/access/guardianship/index.ts'
import { inviteStructure, setPlace } from '../../../server/access/network/index.ts'
import { findOrganisationByName, type Organisation } from '../../../server/access/organisations/index.ts'
import { beginAppEnrolment } from '../../../server/access/second-factor/index.ts'
import { setPin } from '../../../server/access/youth-keys/index.ts'
import { DEMO_HOME, DEMO_STAFF, DEMO_STRUCTURES } from '../../../server/commands/demo/demo-network.ts'
import { OPERATOR } from '../../../server/commands/terminal.ts'
import type { Services } from '../../../server/compose.ts'
import { createShare, listShareable } from '../../../server/holder/sharing/index.ts'
import { currentOrNewSlip } from '../../../server/holder/slips/index.ts'
import { createFramework, publishFramework, saveCompetence } from '../../../server/issuer/frameworks/index.ts'
import { compromiseKey } from '../../../server/issuer/key-life/index.ts'
import { suspendCredential } from '../../../server/issuer/revocation/index.ts'
import { parseIsoDate, type IsoDate } from '../../../server/kernel/clock.ts'
import { AppError } from '../../../server/kernel/errors.ts'
import type { AccountId, OrganisationId } from '../../../server/kernel/ids.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { addEvidence } from '../../../server/records/evidence/index.ts'
import { answerQuestion, askHost } from '../../../server/records/host-voice/index.ts'
import { createLearner } from '../../../server/records/learners/index.ts'
import { keepTemplate } from '../../../server/records/training-sessions/index.ts'
import type { DemoServer } from '../demo-server.ts'
import { OWN_COMPETENCES } from './own-competences.ts'
import { placesOf, type Seat } from './find-seats.ts'

const DAY = 86_400_000
const on = (text: string): IsoDate => need(parseIsoDate(text))
const day = (at: Date): IsoDate => on(at.toISOString().slice(0, 10))
/** The day on which somebody has this age and some months. */
const bornFor = (age: number, now: Date): IsoDate => day(new Date(now.getTime() - (age * 365.25 + 30) * DAY))

/** What stands where in the demonstration once every page has something to show: addresses and codes. */
export type Places = Awaited<ReturnType<typeof fillDemo>>

/** Fills the demonstration by its use cases until no page of it is empty. */
export function fillDemo(server: DemoServer) {
  return server.beside(async (services) => {
    const seats = await placesOf(services)
    const home = await structure(services, DEMO_HOME)
    const staff = await staffOf(services)
    const codeOf = (learner: string) =>
      server.files.passports.find((one) => one.learner === learner)?.code ?? ''
    await fillStructures(services, home)
    const suspended = codeOf('Lina Álvarez')
    await suspendCredential(services, OPERATOR, { credential: suspended, reason: 'content-check' })
    const invited = await inviteMember(services, OPERATOR, {
      ...NADIA,
      role: 'trainer',
      organisationId: home.id,
    })
    await inviteMember(services, OPERATOR, { ...ADMIN_TO_BE, role: 'admin', organisationId: null })
    await fillSession(services, seats, await actorOf(services, staff.trainer))
    return {
      slug: home.slug,
      other: (await structure(services, DEMO_STRUCTURES[1]?.name ?? '')).slug,
      session: `/sessions/${seats.open.sessionId}`,
      signed: `/sessions/${seats.signed.sessionId}`,
      seats,
      suspended,
      passport: codeOf('Sara Traoré'),
      credential: server.files.credentials[0]?.url ?? '',
      invitation: invited.url,
      ...(await fillHosts(services, seats)),
      ...(await fillGuardians(services, seats)),
      ...(await fillPlatform(services, home)),
      share: await shareOf(services, seats.open.people['Inès Benali']),
      lockedSlip: await lockSlip(services, seats.open.people['Yanis Rahmani']),
      twins: await makeTwins(services, home.id),
      cookies: {
        trainer: await services.login.start(staff.trainer),
        coordinator: await services.login.start(staff.coordinator),
        admin: await services.login.start(staff.admin),
        youth: await services.youthSessions.start(need(seats.open.people['Inès Benali']).learnerId),
        minor: await services.youthSessions.start(need(seats.open.people['Noé Petit']).learnerId),
        adult: await services.youthSessions.start(need(seats.open.people['Malo Kerouac']).learnerId),
      },
      cookieNames: { staff: services.sessionCookie, youth: services.youthCookie },
    }
  })
}

const NADIA = { name: 'Nadia Colin', email: 'nadia@passerelle.example', locale: 'fr' } as const
const ADMIN_TO_BE = { name: 'Erwan Le Bihan', email: 'erwan@passerelle.example', locale: 'fr' } as const
type Seats = Awaited<ReturnType<typeof placesOf>>
type Staff = Record<keyof typeof DEMO_STAFF, AccountId>

export function need<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('the demonstration has no such thing')
  return thing
}

const structure = async ({ db }: Services, name: string): Promise<Organisation> =>
  need(await findOrganisationByName(db, name))

async function staffOf({ db }: Services): Promise<Staff> {
  const idOf = async ({ email }: { email: string }) => need(await findAccountByEmail(db, email)).id
  const { trainer, coordinator, admin } = DEMO_STAFF
  return { trainer: await idOf(trainer), coordinator: await idOf(coordinator), admin: await idOf(admin) }
}

/** A head of network with somebody it invited. */
async function fillStructures(services: Services, home: Organisation): Promise<void> {
  const convention = { conventionFrom: on('2025-09-01'), conventionUntil: on('2027-08-31') }
  await setPlace(services, OPERATOR, { organisationId: home.id, head: true, ...convention })
  await inviteStructure(services, OPERATOR, {
    headId: home.id,
    structure: 'ADEFIL du Cantal',
    kind: 'association',
    town: 'Aurillac',
    name: 'Rozenn Abgrall',
    email: 'rozenn@adefil.example',
    locale: 'fr',
  })
}

async function actorOf({ login }: Services, accountId: AccountId): Promise<StaffActor> {
  return need(await login.resolve(await login.start(accountId)))
}

/** In the open session: a piece of evidence, and a template made from it. */
async function fillSession(services: Services, { open }: Seats, trainer: StaffActor): Promise<void> {
  const { sessionId } = open
  await keepTemplate(services, OPERATOR, {
    sessionId,
    name: 'Retour, une journée et demie',
    titlePattern: 'Retour de mobilité',
  })
  await addEvidence(services, trainer, {
    sessionId,
    enrolmentId: need(open.people['Inès Benali']).enrolmentId,
    title: 'Le plan de l’escalier',
    narrative: 'Relevé sur place, dessiné seule, puis expliqué à deux apprentis de première année.',
  })
}

/** One host who has answered, one who was asked, one link that is over. */
async function fillHosts(services: Services, { signed }: Seats) {
  const ask = async (learner: string, tutorName: string) => {
    const { mobilityId } = need(signed.people[learner])
    const asked = await askHost(services, OPERATOR, { mobilityId, language: 'de', tutorName })
    return { mobility: `/mobilities/${mobilityId}`, code: asked.code }
  }
  const answered = await ask('Tom Le Goff', 'Anke Hansen')
  await answerQuestion(services, {
    code: answered.code,
    language: 'de',
    startsOn: on('2026-03-02'),
    endsOn: on('2026-05-29'),
    levels: { EQUIPE: '3' },
    sentence: 'Tom hat vom ersten Tag an mitgedacht und das Team zum Lachen gebracht.',
    tutorName: 'Anke Hansen',
    tutorRole: 'Tischlermeisterin',
    named: true,
  })
  return { answered, asked: await ask('Ewen O’Connell', 'Jens Petersen') }
}

/** Somebody under age whose guardian is asked, and somebody who has just come of age. */
async function fillGuardians(services: Services, { open }: Seats) {
  const now = services.clock.now()
  const age = (learnerId: string, years: number) =>
    // the demonstration's people grow older with the calendar: these two keep their age
    services
      .db('learners')
      .where({ id: learnerId })
      .update({ birth_date: bornFor(years, now) })
  const noe = need(open.people['Noé Petit']).learnerId
  const malo = need(open.people['Malo Kerouac']).learnerId
  await age(noe, 16)
  await age(malo, 17)
  const paper = { givenOn: day(now), reference: 'Classeur des accords, 2026' }
  await recordPaperAgreement(services, OPERATOR, { learnerId: malo, ...paper })
  await age(malo, 18)
  const long = new Date(now.getTime() - 200 * DAY).toISOString()
  await services.db('learners').where({ id: malo }).update({ created_at: long })
  return { guardian: (await currentOrNewLink(services, OPERATOR, noe)).url }
}

/** A framework of the network, a program, a key that was lost, somebody with a second step to add. */
async function fillPlatform(services: Services, home: Organisation) {
  const name = { fr: 'Compétences de notre région', en: 'Competences of our region' }
  const framework = await createFramework(services, OPERATOR, { name })
  const [first, second] = OWN_COMPETENCES
  const competence = await saveCompetence(services, OPERATOR, {
    frameworkId: framework.id,
    content: need(first),
  })
  await publishFramework(services, OPERATOR, framework.id)
  await saveCompetence(services, OPERATOR, { frameworkId: framework.id, content: need(second) })
  const { client } = await createClient(services, OPERATOR, {
    name: 'Portail de la Région',
    organisationId: home.id,
    scopes: ['credentials:issue'],
  })
  const clermont = await structure(services, DEMO_STRUCTURES[1]?.name ?? '')
  const keyOf = async ({ id }: Organisation): Promise<string> => {
    const issuer = await services.ring.issuerFor(services.db, id)
    return (await services.ring.signingKey(services.db, issuer.id)).keyId
  }
  const lost = await keyOf(clermont)
  await compromiseKey(services, OPERATOR, { keyId: lost, since: services.clock.now() })
  return {
    framework: `/admin/frameworks/${framework.id}`,
    competence,
    client: `/admin/clients/${client.id}`,
    key: `/admin/keys/${await keyOf(home)}`,
    lostKey: `/admin/keys/${lost}`,
    owesCode: await accountWithApp(services),
  }
}

/** An account that is half way through adding an app: its page shows the code to scan. */
async function accountWithApp(services: Services): Promise<string> {
  const { id } = await createAccount(services, OPERATOR, {
    email: 'gaelle@passerelle.example',
    name: 'Gaëlle Tanguy',
  })
  const token = await services.login.start(id)
  await beginAppEnrolment(services, need(await services.login.resolve(token)))
  return token
}

async function shareOf(services: Services, seat: Seat | undefined) {
  const { learnerId } = need(seat)
  const held = await listShareable(services.db, learnerId, 'fr')
  const { id, code } = await createShare(
    services,
    { kind: 'learner', learnerId, name: 'Inès' },
    {
      credentials: held.slice(0, 3).map((one) => one.id),
      recipient: 'Menuiserie Morvan',
      recipientShown: true,
      endsOn: day(new Date(services.clock.now().getTime() + 30 * DAY)),
    },
  )
  return { own: `/me/shares/${id}`, link: `/p/${code}` }
}

/** A slip that asks for a PIN. */
async function lockSlip(services: Services, seat: Seat | undefined): Promise<string> {
  const { learnerId } = need(seat)
  await setPin(services, { kind: 'learner', learnerId, name: 'Yanis' }, '8305')
  return `/s/${(await currentOrNewSlip(services, OPERATOR, learnerId)).slip}`
}

/** One person written down twice. */
async function makeTwins(services: Services, organisationId: OrganisationId): Promise<string> {
  const ids: string[] = []
  for (const givenName of ['Tiphaine', 'Tifaine']) {
    const identity = { givenName, familyName: 'Quéméneur', birthDate: on('2004-03-21'), email: null }
    ids.push((await createLearner(services, OPERATOR, { ...identity, organisationId })).id)
  }
  if (ids.length !== 2) throw new AppError('not-found')
  return `/learners/duplicates/${ids.join('/')}`
}
