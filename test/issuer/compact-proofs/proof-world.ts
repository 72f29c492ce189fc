import { compactProofOf, trustList } from '../../../server/issuer/compact-proofs/index.ts'
import { toPassport } from '../../../server/holder/passports/index.ts'
import {
  findCredential,
  listCredentialsOfLearner,
  type CredentialRecord,
} from '../../../server/issuer/credentials/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { verifyCompactProof } from '../../../server/vc/compact-proof/index.ts'
import { aYouth, openHolderWorld, signPassports, type HolderWorld } from '../../holder/holder-world.ts'

/** Somebody with a signed passport: two competences, a stay. */
export async function aPrintedWorld(): Promise<{ world: HolderWorld; ines: LearnerId }> {
  const world = await openHolderWorld()
  const ines = await aYouth(world)
  await signPassports(world, [{ id: ines, name: 'Inès Benali' }])
  return { world, ines }
}

export async function passportRecord(world: HolderWorld, learnerId: LearnerId): Promise<CredentialRecord> {
  const records = await listCredentialsOfLearner(world.db, learnerId)
  const passport = records.find(({ kind }) => kind === 'passport')
  if (passport === undefined) throw new Error('no passport')
  return passport
}

/** The proof as the next print carries it. */
export async function printProof(world: HolderWorld, learnerId: LearnerId): Promise<string | undefined> {
  const { id } = await passportRecord(world, learnerId)
  const record = await findCredential(world.db, id)
  if (record === undefined) throw new Error('no passport')
  return compactProofOf(world, toPassport(record, await listCredentialsOfLearner(world.db, learnerId), 'fr'))
}

/** What a telephone says of digits it scanned, with what we publish now. */
export async function scanned(world: HolderWorld, learnerId: LearnerId, digits: string) {
  const { code } = await passportRecord(world, learnerId)
  const trust = await trustList({ ...world, platformContact: 'contact@region.example' })
  return verifyCompactProof(digits, code, trust, world.clock.now())
}

/** Withdraws one credential, as its page does. */
export async function withdraw(world: HolderWorld, which: Record<string, string>): Promise<void> {
  const at = world.clock.now().toISOString().replace('.000', '')
  await world.db('credentials').where(which).update({ revoked_at: at, revocation_reason: 'content-wrong' })
}
