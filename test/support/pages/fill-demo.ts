import { findAccountByEmail, inviteMember } from '../../../server/access/accounts/index.ts'
import { inviteStructure, setPlace } from '../../../server/access/network/index.ts'
import { type Organisation } from '../../../server/access/organisations/index.ts'
import { DEMO_HOME, DEMO_STAFF, DEMO_STRUCTURES } from '../../../server/commands/demo/demo-network.ts'
import { OPERATOR } from '../../../server/commands/terminal.ts'
import type { Services } from '../../../server/compose.ts'
import { suspendCredential } from '../../../server/issuer/revocation/index.ts'
import type { AccountId } from '../../../server/kernel/ids.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { addEvidence } from '../../../server/records/evidence/index.ts'
import { keepTemplate } from '../../../server/records/training-sessions/index.ts'
import type { DemoServer } from '../demo-server.ts'
import { placesOf } from './find-seats.ts'
import { need } from './need.ts'
import { on } from './days.ts'
import { fillGuardians, fillHosts, lockSlip, makeTwins, shareOf } from './fill-people.ts'
import { fillPlatform, structure } from './fill-platform.ts'

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
