import { addMembership, createAccount } from '../../../server/access/accounts/index.ts'
import { createOrganisation } from '../../../server/access/organisations/index.ts'
import type { AccountId, MobilityId, OrganisationId } from '../../../server/kernel/ids.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { readGrid, setAssessments, signSession } from '../../../server/records/assessments/index.ts'
import { askHost, type AskInput } from '../../../server/records/host-voice/index.ts'
import { applyImport, readTable } from '../../../server/records/imports/index.ts'
import { addTrainer, requireSessionAccess } from '../../../server/records/training-sessions/index.ts'
import { browserOf, openApp, OPERATOR, saidOn, type App } from '../../support/app-world.ts'

const TITLES =
  'Nom;Prénom;Date de naissance;Activité;Structure d’accueil;Ville;Pays;Début;Fin;EQUIPE;ADAPTATION;IMPREVU'
const STAY = 'Stage en menuiserie;Tischlerei Hansen;Brême;Allemagne;05/01/2026;27/03/2026'

/** A return session of two young people, with their trainers; signed when asked. */
export async function aHostWorld(options: { readonly sign?: boolean; readonly session?: boolean } = {}) {
  const app = await openApp()
  const { services } = app
  const home = await createOrganisation(services, OPERATOR, {
    name: 'Mission locale du Léon',
    kind: 'mission-locale',
    contactEmail: 'contact@leon.example',
  })
  const away = await createOrganisation(services, OPERATOR, { name: 'CFA de Brest', kind: 'cfa' })
  const rows = [`Benali;Inès;01/02/2005;${STAY};3;2;`, `Kermadec;Hippolyte;02/02/2005;${STAY};2;2;1`]
  const { sessionId, enrolments } = await applyImport(services, OPERATOR, {
    table: readTable(Buffer.from([TITLES, ...rows].join('\n'))),
    session: { kind: 'new', sessionKind: 'return', locale: 'fr', organisationId: home.id, title: 'Retour' },
  })
  const [first, second] = enrolments
  if (first === undefined || second === undefined) throw new Error('nobody was imported')
  const stay = await app
    .db<{ id: MobilityId; learner_id: string }>('mobilities')
    .where({ learner_id: first.learnerId })
    .first()
  if (stay === undefined) throw new Error('no stay')
  const staff = async (name: string, organisationId: OrganisationId, role: 'trainer' | 'coordinator') => {
    const { id } = await createAccount(services, OPERATOR, {
      email: `${name}@exemple.fr`,
      name,
      admin: false,
    })
    await addMembership(services, OPERATOR, { accountId: id, organisationId, role })
    return actorOf(id, name, organisationId, role)
  }
  const trainer = await staff('maud', home.id, 'trainer')
  await addTrainer(services, OPERATOR, { sessionId, accountId: trainer.accountId })
  const world = {
    ...app,
    home,
    sessionId,
    learnerId: first.learnerId,
    enrolmentId: first.enrolmentId,
    otherEnrolmentId: second.enrolmentId,
    mobilityId: stay.id,
    trainer,
    coordinator: await staff('nolwenn', home.id, 'coordinator'),
    colleague: await staff('erwan', home.id, 'trainer'),
    neighbour: await staff('voisine', away.id, 'coordinator'),
    sign: () => signSession(services, OPERATOR, { sessionId, attestedBy: 'Karim Le Goff' }),
  }
  await setAssessments(services.db, services, OPERATOR, {
    sessionId,
    changes: ['EQUIPE', 'ADAPTATION'].map((competence) => ({
      enrolmentId: first.enrolmentId,
      competence,
      voice: 'declared' as const,
      level: '2',
    })),
  })
  if (options.sign === true) await world.sign()
  return world
}

export type HostWorld = Awaited<ReturnType<typeof aHostWorld>>

function actorOf(
  accountId: AccountId,
  name: string,
  organisationId: OrganisationId,
  role: 'trainer' | 'coordinator',
): StaffActor {
  return {
    kind: 'staff',
    accountId,
    name,
    email: `${name}@exemple.fr`,
    admin: false,
    memberships: [{ organisationId, role }],
  }
}

export const askBy = (world: HostWorld, change: Partial<AskInput> = {}) =>
  askHost(world.services, world.trainer, {
    mobilityId: world.mobilityId,
    language: 'de',
    tutorName: 'Anke Hansen',
    tutorEmail: 'anke@tischlerei.example',
    ...change,
  })

/** The host's browser: a phone in German, signed in nowhere. */
export async function aHost(world: App, language = 'de-DE,de;q=0.9,en;q=0.5') {
  const { agent } = await browserOf(world)
  let csrf = ''
  const open = (path: string) => agent.get(path).set({ Accept: 'text/html', 'Accept-Language': language })
  return {
    open,
    /** Opens the page and sends its form, as it was filled. */
    async answer(code: string, values: Readonly<Record<string, string>> = {}) {
      const page = await open(`/h/${code}?correct=1`)
      // where there is no form any more, the one of a page that was left open is sent
      csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? csrf
      return agent
        .post(`/h/${code}`)
        .set({ Accept: 'text/html', 'Accept-Language': language })
        .type('form')
        .send({ ...GOOD, ...values, _csrf: csrf })
    },
    async takeBack(code: string) {
      const page = await open(`/h/${code}/take-back`)
      csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? csrf
      return agent
        .post(`/h/${code}/take-back`)
        .set('Accept-Language', language)
        .type('form')
        .send({ _csrf: csrf })
    },
    said: async (path: string) => saidOn(await open(path)),
  }
}

/** An answer as the form sends it. */
export const GOOD = {
  dates: 'yes',
  'level:EQUIPE': '4',
  'level:ADAPTATION': '',
  sentence: 'Inès hat den Plan einer Treppe allein übernommen.',
  tutorName: 'Anke Hansen',
  tutorRole: 'Tischlermeisterin',
  named: 'yes',
} as const

/** What the grid says of the first person's competence. */
export async function cellOf(
  world: HostWorld,
  competence = 'EQUIPE',
  enrolmentId: string = world.enrolmentId,
) {
  const session = await requireSessionAccess(world.db, OPERATOR, world.sessionId)
  const { rows } = await readGrid(world.db, session)
  return rows
    .find(({ enrolment }) => enrolment.id === enrolmentId)
    ?.cells.find((cell) => cell.competence.code === competence)
}

export interface Paper {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly award_key: string
  readonly signed: string | null
  readonly endorses: string | null
  readonly revoked_at: string | null
  readonly superseded_by: string | null
}

/** What the first person holds now. */
export async function heldBy(world: HostWorld): Promise<Paper[]> {
  const papers = (await world
    .db('credentials')
    .where({ learner_id: world.learnerId })
    .whereNull('revoked_at')
    .whereNull('superseded_by')
    .orderBy(['requested_at', 'award_key'])) as Paper[]
  return papers
}

export const ofKind = (papers: readonly Paper[], kind: string): Paper | undefined =>
  papers.find((paper) => paper.kind === kind)
