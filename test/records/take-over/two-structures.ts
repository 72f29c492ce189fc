import { onTestFinished } from 'vitest'
import { findStaffActor } from '../../../server/access/accounts/index.ts'
import { mergeStructures, type Merger } from '../../../server/access/structure-life/index.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { signSession } from '../../../server/records/assessments/index.ts'
import { applyImport, readTable } from '../../../server/records/imports/index.ts'
import { openNetwork, OPERATOR, type Network, type Person } from '../../support/app-world.ts'

const TITLES = 'Nom;Prénom;Date de naissance;Activité;Structure d’accueil;Pays;Début;Fin;EQUIPE;ADAPTATION'
/** As the first structure of the network knows her, and differently spelt. */
export const ZEPHYRINE = 'QUILLEVERE;Zéphyrine;14/02/2005;Stage;Tischlerei Adventure;Allemagne;05/01/2026'

/** The network of `app-world`, closed when the test ends; « home » is the structure that will be taken over. */
export async function twoStructures(options: { publicUrl?: string } = {}) {
  const network = await openNetwork(options)
  onTestFinished(() => network.close())
  const { services, home, away, accounts } = network
  return {
    ...network,
    /** Somebody with the roles of this moment. */
    actor: (person: Person) => actorOf(network, person),
    /** « home » becomes a part of « away ». */
    merge: async (more: Partial<Merger> = {}, person: Person = 'admin') =>
      mergeStructures(services, await actorOf(network, person), {
        from: home.id,
        into: away.id,
        typedName: home.name,
        onePerson: [],
        ...more,
      }),
    /** A session of one of the two, from a list; signed when told. */
    importInto: (
      structure: 'home' | 'away',
      rows: readonly string[],
      more: { title?: string; sign?: boolean } = {},
    ) => importRows(network, structure, rows, more),
    accounts,
  }
}

export type TwoStructures = Awaited<ReturnType<typeof twoStructures>>

async function actorOf({ db, accounts }: Network, person: Person): Promise<StaffActor> {
  const actor = await findStaffActor(db, accounts[person])
  if (actor === undefined) throw new Error('nobody has this account')
  return actor
}

async function importRows(
  network: Network,
  structure: 'home' | 'away',
  rows: readonly string[],
  { title = 'Un autre retour', sign = false }: { title?: string; sign?: boolean },
) {
  const { services } = network
  const { sessionId, enrolments } = await applyImport(services, OPERATOR, {
    table: readTable(Buffer.from([TITLES, ...rows].join('\n'))),
    session: {
      kind: 'new',
      sessionKind: 'return',
      locale: 'fr',
      organisationId: network[structure].id,
      title,
    },
  })
  if (sign) await signSession(services, OPERATOR, { sessionId, attestedBy: 'Anne Cariou' })
  return { sessionId, enrolments }
}
