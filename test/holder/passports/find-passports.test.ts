import { describe, expect, it } from 'vitest'
import { findPassportOf } from '../../../server/holder/passports/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { aYouth, openHolderWorld, signPassports, type HolderWorld } from '../holder-world.ts'

async function aPassport(): Promise<{ world: HolderWorld; ines: LearnerId }> {
  const world = await openHolderWorld()
  const ines = await aYouth(world)
  await signPassports(world, [{ id: ines, name: 'Inès Benali' }])
  return { world, ines }
}

const revoke = (world: HolderWorld, kind: string) =>
  world.db('credentials').where({ kind }).update({ revoked_at: '2026-07-04T00:00:00Z' })

describe('the passport a young person holds now', () => {
  it('says what the trainer saw of the person as a whole, and whose platform signed it', async () => {
    const { world, ines } = await aPassport()
    const content = (await findPassportOf(world.db, ines, 'fr'))?.content
    expect(content?.mobilities.map(({ observation }) => observation)).toEqual([
      'Prend la parole sans crainte.',
    ])
    expect(content?.platform).toBe(world.platformName)
  })

  it('no longer says it once the stay’s credential is withdrawn; the competences still tell the stay', async () => {
    const { world, ines } = await aPassport()
    await revoke(world, 'mobility')
    const content = (await findPassportOf(world.db, ines, 'fr'))?.content
    expect(content?.mobilities).toEqual([])
    expect(content?.stays.map(({ hostTown }) => hostTown)).toEqual(['Brême'])
  })

  it('says nothing of a competence that was withdrawn', async () => {
    const { world, ines } = await aPassport()
    const [one] = (await world.db('credentials').where({ kind: 'competence' }).pluck('id')) as string[]
    await world.db('credentials').where({ id: one }).update({ revoked_at: '2026-07-04T00:00:00Z' })
    expect((await findPassportOf(world.db, ines, 'fr'))?.content.competences).toHaveLength(1)
  })

  it('tells a stay no more when everything that told it is withdrawn', async () => {
    const { world, ines } = await aPassport()
    await revoke(world, 'mobility')
    await revoke(world, 'competence')
    expect((await findPassportOf(world.db, ines, 'fr'))?.content.stays).toEqual([])
  })

  it('names nobody as attesting it whose every word was withdrawn', async () => {
    const { world, ines } = await aPassport()
    const before = (await findPassportOf(world.db, ines, 'fr'))?.content
    expect(before?.attestations.map(({ official }) => official)).toContain('Karim Le Goff')
    for (const kind of ['mobility', 'competence', 'attendance']) await revoke(world, kind)
    const content = (await findPassportOf(world.db, ines, 'fr'))?.content
    expect(content?.attestations).toEqual([])
    expect(content?.partners).toEqual([world.platformName])
  })
})
