import { onTestFinished } from 'vitest'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { openNetwork, type Network } from '../../support/app-world.ts'

/** The network of the tests, in which Zéphyrine Quillévéré, whose passport is signed, was born on the day given. */
export async function aNetworkWithAMinor(birthDate = '2008-07-04') {
  const network = await openNetwork()
  onTestFinished(() => network.close())
  const learnerId = network.signed.learnerId as LearnerId
  await bornOn(network, learnerId, birthDate)
  // what the network itself was sent is not what a test asks about
  network.mailbox.length = 0
  const rows = await network
    .db<{ code: string; kind: string; learner_id: string }>('credentials')
    .where({ learner_id: learnerId })
    .select('code', 'kind')
  return {
    network,
    learnerId,
    /** Of everything that was issued to her. */
    codes: rows.map(({ code }) => code),
    passportCode: rows.find(({ kind }) => kind === 'passport')?.code ?? '',
    at: (instant: string) => {
      network.time.now = new Date(instant)
    },
  }
}

export async function bornOn(
  { db }: Pick<Network, 'db'>,
  learnerId: string,
  day: string | null,
): Promise<void> {
  await db('learners').where({ id: learnerId }).update({ birth_date: day })
}

/** Whatever may tell who she is, where she was and who vouches for her. */
export const TELLTALES = [
  'Zéphyrine',
  'Quillévéré',
  'Zephyrine',
  'Tischlerei',
  'Adventure',
  'Allemagne',
  'Germany',
  'Mission locale',
  'Léon',
  'Karim',
  'EQUIPE',
  'quipe',
  'did:',
  'urn:uuid',
]
