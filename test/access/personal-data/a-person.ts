import { createOrganisation } from '../../../server/access/organisations/index.ts'
import { currentOrNewSlip } from '../../../server/holder/slips/index.ts'
import { signSession } from '../../../server/records/assessments/index.ts'
import { addEvidence } from '../../../server/records/evidence/index.ts'
import { applyImport, readTable } from '../../../server/records/imports/index.ts'
import { OPERATOR, type App } from '../../support/app-world.ts'

/** Words that stand nowhere but in what is kept about the one person. */
export const HERS = [
  'Wilhelmine',
  'Xanthopoulos',
  'wilhelmine.x@exemple.fr',
  'Zwirnerei Quarz',
  'Kammgarnspinnen',
  'a rebranché la bobine seule',
  'Le métier à tisser de Wilhelmine',
  'Le carnet bleu',
]

const TITLES =
  'Nom;Prénom;Date de naissance;Courriel;Activité;Structure d’accueil;Pays;Début;Fin;Observation;EQUIPE;EQUIPE (déclaré);ADAPTATION'
const WILHELMINE =
  'Xanthopoulos;Wilhelmine;14/02/2004;wilhelmine.x@exemple.fr;Kammgarnspinnen;Zwirnerei Quarz;Allemagne;05/01/2026;27/03/2026;a rebranché la bobine seule;3;2;2'
const ACHILLE =
  'Fontanges;Achille;03/09/2005;achille@exemple.fr;Stage;Hafen Nord;Allemagne;05/01/2026;27/03/2026;va vers les autres;2;2;4'

/** A structure with a signed session of two young people, one of whom has a slip and evidence with a file. */
export async function aPerson(app: App) {
  const { services } = app
  const home = await createOrganisation(services, OPERATOR, { name: 'Mission locale du Trégor', kind: 'cfa' })
  const { sessionId, enrolments } = await applyImport(services, OPERATOR, {
    table: readTable(Buffer.from([TITLES, WILHELMINE, ACHILLE].join('\n'))),
    session: { kind: 'new', sessionKind: 'return', locale: 'fr', organisationId: home.id, title: 'Retour' },
  })
  const [hers, his] = enrolments
  if (hers === undefined || his === undefined) throw new Error('two people were imported')
  const file = {
    bytes: Buffer.from('Le carnet bleu, page à page'),
    name: 'carnet.txt',
    mediaType: 'text/plain',
  }
  await addEvidence(services, OPERATOR, {
    sessionId,
    enrolmentId: hers.enrolmentId,
    title: 'Le métier à tisser de Wilhelmine',
    narrative: 'Le carnet bleu',
    file,
  })
  await signSession(services, OPERATOR, { sessionId, attestedBy: 'Karim Le Goff' })
  await currentOrNewSlip(services, OPERATOR, hers.learnerId)
  return {
    home,
    sessionId,
    file,
    hers: { learnerId: hers.learnerId, enrolmentId: hers.enrolmentId },
    his: { learnerId: his.learnerId, enrolmentId: his.enrolmentId },
  }
}

/** Of each kind of credential, what somebody holds. */
export async function heldBy({ db }: Pick<App, 'db'>, learnerId: string) {
  return db<{ id: string; code: string; kind: string; signed: string; learner_id: string }>('credentials')
    .where({ learner_id: learnerId })
    .orderBy('kind')
}
