import { createAccount } from '../../../server/access/accounts/index.ts'
import { createClient } from '../../../server/access/api-clients/index.ts'
import { findOrganisationByName, type Organisation } from '../../../server/access/organisations/index.ts'
import { beginAppEnrolment } from '../../../server/access/second-factor/index.ts'
import { DEMO_STRUCTURES } from '../../../server/commands/demo/demo-network.ts'
import { OPERATOR } from '../../../server/commands/terminal.ts'
import type { Services } from '../../../server/compose.ts'
import { createFramework, publishFramework, saveCompetence } from '../../../server/issuer/frameworks/index.ts'
import { compromiseKey } from '../../../server/issuer/key-life/index.ts'
import { OWN_COMPETENCES } from './own-competences.ts'
import { need } from './need.ts'

export const structure = async ({ db }: Services, name: string): Promise<Organisation> =>
  need(await findOrganisationByName(db, name))

/** A framework of the network, a program, a key that was lost, somebody with a second step to add. */
export async function fillPlatform(services: Services, home: Organisation) {
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
