import { describe, expect, it } from 'vitest'
import { toPassport } from '../../../server/holder/passports/index.ts'
import { compactProofOf } from '../../../server/issuer/compact-proofs/index.ts'
import { credentialsKeeper, listCredentialsOfLearner } from '../../../server/issuer/credentials/index.ts'
import { compromiseKey } from '../../../server/issuer/key-life/index.ts'
import { AppError } from '../../../server/kernel/errors.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import type { HolderWorld } from '../../holder/holder-world.ts'
import { aPrintedWorld, passportRecord, printProof, scanned, withdraw } from './proof-world.ts'

const german = (world: HolderWorld, ines: LearnerId) => ({
  kind: 'competence',
  award_key: `${world.sessionId}:${ines}:LANG-DE`,
})

/** The passport as a print read it a moment ago. */
async function readForPrint(world: HolderWorld, ines: LearnerId) {
  return toPassport(await passportRecord(world, ines), await listCredentialsOfLearner(world.db, ines), 'fr')
}

/** Says that the key of an issuer was somebody else’s from an instant on. */
async function compromise(world: HolderWorld, which: Record<string, string>, since: string): Promise<void> {
  const row = await world
    .db<{ signing_key_id: string; kind: string }>('credentials')
    .where(which)
    .first('signing_key_id')
  const keyId = row?.signing_key_id ?? ''
  await compromiseKey(world, { ...world.karim, admin: true }, { keyId, since: new Date(since) })
}

describe('a competence withdrawn while its passport was being printed', () => {
  it('is not in the proof, though the page was read before', async () => {
    const { world, ines } = await aPrintedWorld()
    const read = await readForPrint(world, ines)
    await withdraw(world, german(world, ines))
    const judged = await scanned(world, ines, (await compactProofOf(world, read)) ?? '')
    expect(judged.claims?.skills).toEqual([{ number: 1, level: 3, of: 4, voice: 'attested' }])
  })

  it('does not bring back the proof that told it', async () => {
    const { world, ines } = await aPrintedWorld()
    const paper = (await printProof(world, ines)) ?? ''
    const read = await readForPrint(world, ines)
    world.clock.set('2026-08-01T09:00:00Z')
    await withdraw(world, german(world, ines))
    world.clock.set('2026-08-01T09:00:05Z')
    await compactProofOf(world, read)
    expect((await scanned(world, ines, paper)).verdict).toBe('superseded')
  })

  it('makes the proof out of date, whatever the clocks of the two say', async () => {
    const { world, ines } = await aPrintedWorld()
    const paper = (await printProof(world, ines)) ?? ''
    // the withdrawal took its time before it waited for the print to be over
    world.clock.set('2026-07-03T08:59:58Z')
    await withdraw(world, german(world, ines))
    world.clock.set('2026-07-03T09:00:01Z')
    expect((await scanned(world, ines, paper)).verdict).toBe('superseded')
  })
})

describe('a competence that is suspended', () => {
  it('is believed by no telephone while it is', async () => {
    const { world, ines } = await aPrintedWorld()
    const paper = (await printProof(world, ines)) ?? ''
    const suspended = world.db('credentials').where(german(world, ines))
    await suspended.clone().update({ suspended_at: '2026-07-04T00:00:00Z' })
    expect((await scanned(world, ines, paper)).verdict).toBe('superseded')
    const meanwhile = await scanned(world, ines, (await printProof(world, ines)) ?? '')
    expect(meanwhile.verdict).toBe('verified')
    expect(meanwhile.claims?.skills.map(({ number }) => number)).toEqual([1])
    await suspended.clone().update({ suspended_at: null })
    expect(await printProof(world, ines)).toBe(paper)
    expect((await scanned(world, ines, paper)).verdict).toBe('verified')
  })
})

describe('what a compromised key signed', () => {
  it('gets no proof with another key when it is the passport itself', async () => {
    const { world, ines } = await aPrintedWorld()
    world.clock.set('2026-07-10T09:00:00Z')
    await compromise(world, { kind: 'passport' }, '2026-07-01T00:00:00Z')
    expect(await printProof(world, ines)).toBeUndefined()
  })

  it('is not told when it is a competence in it', async () => {
    const { world, ines } = await aPrintedWorld()
    const paper = (await printProof(world, ines)) ?? ''
    world.clock.set('2026-07-10T09:00:00Z')
    await compromise(world, german(world, ines), '2026-07-01T00:00:00Z')
    expect((await scanned(world, ines, paper)).verdict).toBe('superseded')
    const judged = await scanned(world, ines, (await printProof(world, ines)) ?? '')
    expect([judged.verdict, judged.claims?.skills]).toEqual(['verified', []])
  })

  it('is told all the same when our register had it before somebody else had the key', async () => {
    const { world, ines } = await aPrintedWorld()
    const paper = (await printProof(world, ines)) ?? ''
    world.clock.set('2026-07-10T09:00:00Z')
    await compromise(world, german(world, ines), '2026-07-05T00:00:00Z')
    expect(await printProof(world, ines)).toBe(paper)
    expect((await scanned(world, ines, paper)).verdict).toBe('verified')
  })
})

it('Nothing is kept of somebody who was erased while their passport was being printed', async () => {
  const { world, ines } = await aPrintedWorld()
  const read = await readForPrint(world, ines)
  await world.db.transaction((trx) => credentialsKeeper.erase(trx, ines, '2026-07-03T09:00:00Z'))
  expect(await compactProofOf(world, read)).toBeUndefined()
  expect(await world.db('compact_proofs').select('digits')).toEqual([])
})

it.each(['keys-locked', 'key-missing', 'key-token-unavailable', 'key-token-locked'] as const)(
  'A passport is printed without a proof when its key says %s',
  async (code) => {
    const { world, ines } = await aPrintedWorld()
    const signingKey = () => Promise.reject(new AppError(code))
    expect(await printProof({ ...world, ring: { ...world.ring, signingKey } }, ines)).toBeUndefined()
  },
)
