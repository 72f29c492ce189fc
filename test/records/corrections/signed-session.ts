import { createAccount, addMembership } from '../../../server/access/accounts/index.ts'
import { createOrganisation } from '../../../server/access/organisations/index.ts'
import type { AccountId, OrganisationId } from '../../../server/kernel/ids.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { readGrid, signSession, writeVersion } from '../../../server/records/assessments/index.ts'
import { applyImport, readTable } from '../../../server/records/imports/index.ts'
import { addTrainer, requireSessionAccess } from '../../../server/records/training-sessions/index.ts'
import { correctionSheetOf } from '../../../server/records/corrections/correction-sheet.ts'
import { OPERATOR, openApp, type App } from '../../support/app-world.ts'

const TITLES = 'Nom;Prénom;Date de naissance;Activité;Structure d’accueil;Pays;Début;Fin;EQUIPE;ADAPTATION'
const STAY = 'Stage;Tischlerei Hansen;Allemagne;05/01/2026;27/03/2026'

export const NAMES = [
  ['Abgrall', 'Rozenn'],
  ['Benali', 'Ines'],
  ['Corre', 'Yann'],
  ['Diallo', 'Awa'],
  ['Evrard', 'Paul'],
  ['Faure', 'Lina'],
  ['Garnier', 'Hugo'],
  ['Haddad', 'Sami'],
  ['Ivanova', 'Daria'],
  ['Jaouen', 'Maël'],
  ['Kermadec', 'Hippolyte'],
  ['Lefèvre', 'Zoé'],
] as const

/** A signed return session: each of the first `count` people attested EQUIPE 3 and ADAPTATION 2. */
export async function aSignedSession(options: { count?: number; rows?: readonly string[] } = {}) {
  const app = await openApp()
  const { services } = app
  const home = await createOrganisation(services, OPERATOR, { name: 'Mission locale du Léon', kind: 'cfa' })
  const away = await createOrganisation(services, OPERATOR, { name: 'CFA de Brest', kind: 'cfa' })
  const rows =
    options.rows ??
    NAMES.slice(0, options.count ?? 3).map(
      ([family, given], at) => `${family};${given};0${(at % 9) + 1}/02/2005;${STAY};3;2`,
    )
  const { sessionId } = await applyImport(services, OPERATOR, {
    table: readTable(Buffer.from([TITLES, ...rows].join('\n'))),
    session: {
      kind: 'new',
      sessionKind: 'return',
      locale: 'fr',
      organisationId: home.id,
      title: 'Retour, Landerneau',
    },
  })
  await signSession(services, OPERATOR, { sessionId, attestedBy: 'Karim Le Goff' })
  const staff = async (name: string, organisationId: typeof home.id, role: 'trainer' | 'coordinator') => {
    const { id } = await createAccount(services, OPERATOR, {
      email: `${name}@exemple.fr`,
      name,
      admin: false,
    })
    await addMembership(services, OPERATOR, { accountId: id, organisationId, role })
    return actor(id, name, organisationId, role)
  }
  const trainer = await staff('Maud Le Bris', home.id, 'trainer')
  await addTrainer(services, OPERATOR, { sessionId, accountId: trainer.accountId })
  return {
    ...app,
    home,
    away,
    sessionId,
    trainer,
    colleague: await staff('Erwan Collègue', home.id, 'trainer'),
    coordinator: await staff('Nolwenn Coordo', home.id, 'coordinator'),
    neighbour: await staff('Voisine Brest', away.id, 'coordinator'),
  }
}

export type SignedWorld = Awaited<ReturnType<typeof aSignedSession>>

function actor(
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

/** The row of a person as it is stored, with what its form would carry. */
export async function rowOf(
  { services, sessionId }: Pick<SignedWorld, 'services' | 'sessionId'>,
  given: string,
) {
  const session = await requireSessionAccess(services.db, OPERATOR, sessionId)
  const { rows } = await readGrid(services.db, session)
  const row = rows.find(({ enrolment }) => enrolment.learner.givenName === given)
  if (row === undefined) throw new Error(`${given} is not in the session`)
  const sheet = correctionSheetOf(row)
  return {
    ...row.enrolment,
    cells: row.cells,
    sheet,
    /** What a form that showed the row sends when these fields were typed over. */
    typed: (fields: Readonly<Record<string, string>>) => ({
      enrolmentId: row.enrolment.id,
      typed: { ...sheet, ...fields },
      shown: Object.fromEntries(
        writeVersion(sheet, Object.keys(sheet))
          .split(' ')
          .map((pair) => pair.split('=') as [string, string]),
      ),
    }),
    /** The same as form fields of a page. */
    fields: (fields: Readonly<Record<string, string>>): Record<string, string> => ({
      ...Object.fromEntries(
        Object.entries({ ...sheet, ...fields }).map(([name, text]) => [`${row.enrolment.id}.${name}`, text]),
      ),
      [`${row.enrolment.id}.version`]: writeVersion(sheet, Object.keys(sheet)),
    }),
  }
}

export interface Paper {
  id: string
  code: string
  kind: string
  title: string
  award_key: string
  learner_id: string
  signed: string | null
  revoked_at: string | null
  revocation_reason: string | null
  superseded_by: string | null
}

/** Everything somebody was ever signed, the oldest first. */
export async function papersOf({ db }: Pick<App, 'db'>, learnerId: string): Promise<Paper[]> {
  return (await db('credentials')
    .where({ learner_id: learnerId })
    .orderBy(['requested_at', 'award_key'])) as Paper[]
}

/** What they hold now. */
export const held = (papers: readonly Paper[]): Paper[] =>
  papers.filter(({ revoked_at, superseded_by }) => revoked_at === null && superseded_by === null)
