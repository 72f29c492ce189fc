import { addPartner, addTrainer } from '../../../server/records/training-sessions/index.ts'
import type { NewSession } from '../../../server/records/training-sessions/index.ts'
import { aLearner, aNetwork, aSession, person, structure } from './a-network.ts'

/**
 * Anne's session of Quimper, shared with Brest, with Inès and Malo. Everybody who may try it: coordinators and trainers,
 * named and not named, of the own, the partner and another structure (Lannion).
 */
export async function aSharedSession(change: Partial<NewSession> = {}) {
  const network = await aNetwork()
  const { db, deps, brest, anne } = network
  const lannion = await structure(db, 'ml-lannion', 'Mission locale de Lannion')
  const people = {
    ...network,
    lannion,
    partnerLead: network.stranger,
    partnerTrainer: await person(db, 'Maël Riou', brest, 'trainer'),
    namedPartner: await person(db, 'Gwenn Abgrall', brest, 'trainer'),
    outsideLead: await person(db, 'Rozenn Le Bris', lannion, 'coordinator'),
    outsideTrainer: await person(db, 'Erwan Le Du', lannion, 'trainer'),
    namedOutsider: await person(db, 'Soizic Bodin', lannion, 'trainer'),
  }
  const made = await aSession(network, change)
  const sessionId = made.session.id
  await addPartner(deps, anne, { sessionId, organisationId: brest })
  for (const { accountId } of [people.namedPartner, people.namedOutsider])
    await addTrainer(deps, anne, { sessionId, accountId })
  const noe = await aLearner(network, 'Noé', 'Petit', brest)
  return { ...people, ...made, noe }
}

export type SharedSession = Awaited<ReturnType<typeof aSharedSession>>
