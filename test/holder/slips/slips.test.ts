import { describe, expect, it } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import { findSlipLock, setPin } from '../../../server/access/youth-keys/index.ts'
import {
  currentOrNewSlip,
  currentSlip,
  findHoldersByName,
  holdSlip,
  issueSlip,
  openSlip,
} from '../../../server/holder/slips/index.ts'
import { aYouth, openHolderWorld } from '../holder-world.ts'

describe('a slip of paper', () => {
  it('says whose it is, however its code is typed', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    const { slip, url } = await issueSlip(world, world.karim, ines)
    expect(slip).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(url).toBe(`https://passerelle.example/s/${slip}`)
    const opened = await openSlip(world, slip.toLowerCase().replace(/(.{4})/g, '$1 '))
    expect(opened).toMatchObject({ code: slip, holder: { id: ines, givenName: 'Inès' } })
  })

  it('is the same when printed again', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    expect(await currentSlip(world, ines)).toBeUndefined()
    const first = await currentOrNewSlip(world, world.karim, ines)
    expect(await currentSlip(world, ines)).toEqual(first)
    expect(await currentOrNewSlip(world, world.karim, ines)).toEqual(first)
  })

  it('is one slip even when two trainers print the session’s at the same moment', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    const [one, other] = await Promise.all([
      currentOrNewSlip(world, world.karim, ines),
      currentOrNewSlip(world, world.soizic, ines),
    ])
    expect(one).toEqual(other)
    expect((await openSlip(world, one.slip)).holder.id).toBe(ines)
  })

  it('is replaced by a first print when its code can no longer be made, its keys being gone', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    const lost = await issueSlip(world, world.karim, ines)
    await world.db('slips').update({ code_hash: 'of another installation' })
    const { slip } = await currentOrNewSlip(world, world.karim, ines)
    expect(slip).not.toBe(lost.slip)
    expect((await openSlip(world, slip)).holder.id).toBe(ines)
  })

  it('dies when any trainer of the network gives a new one, and the trail says who did', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    const lost = await issueSlip(world, world.karim, ines)
    const found = await issueSlip(world, world.anne, ines)
    await expect(openSlip(world, lost.slip)).rejects.toMatchObject({ code: 'link-expired' })
    expect((await openSlip(world, found.slip)).holder.id).toBe(ines)
    const events = await listEvents(world.db, { subject: { type: 'learner', id: ines } })
    expect(
      events
        .filter(({ action }) => action === 'slip.issued')
        .map(({ actorName }) => actorName)
        .sort(),
    ).toEqual(['Anne', 'Karim'])
  })

  it('is not given to somebody unknown, nor by an account without a role', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    await expect(issueSlip(world, world.karim, 'nobody')).rejects.toMatchObject({ code: 'not-found' })
    await expect(issueSlip(world, world.nobody, ines)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await currentSlip(world, ines)).toBeUndefined()
  })

  it('leaves nothing in the database from which its code could be read', async () => {
    const world = await openHolderWorld()
    const { slip } = await issueSlip(world, world.karim, await aYouth(world))
    const everything = JSON.stringify([
      await world.db('slips').select(),
      await world.db('audit_events').select(),
    ])
    expect(everything).not.toContain(slip)
  })

  it('opens nothing with a wrong, short or strange code', async () => {
    const world = await openHolderWorld()
    for (const code of ['0000000000000000', 'ABC', '', '🎉'.repeat(16), '../../etc/passwd'])
      await expect(openSlip(world, code)).rejects.toMatchObject({ code: 'link-unknown' })
  })

  it('ends with every visit it began, and with the PIN, when a new one is given', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    const malo = await aYouth(world, 'Malo')
    await issueSlip(world, world.karim, ines)
    await setPin(world, { kind: 'learner', learnerId: ines, name: 'Inès' }, '8305')
    const visit = await world.youthSessions.start(ines)
    const others = await world.youthSessions.start(malo)
    await issueSlip(world, world.anne, ines)
    expect(await world.youthSessions.resolve(visit)).toBeUndefined()
    expect(await world.youthSessions.resolve(others)).toMatchObject({ learnerId: malo })
    expect(await findSlipLock(world.db, ines)).toBeUndefined()
  })

  it('begins no visit once it is replaced, also for who had it open at that moment', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    const { slip } = await issueSlip(world, world.karim, ines)
    const { code, holder } = await openSlip(world, slip)
    await issueSlip(world, world.anne, ines)
    await expect(world.youthSessions.start(holder.id, (trx) => holdSlip(trx, code))).rejects.toMatchObject({
      code: 'link-expired',
    })
    expect(await world.db('youth_sessions')).toEqual([])
  })

  it('leaves no visit behind when it is scanned and replaced at once', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    for (let round = 0; round < 8; round++) {
      const { slip } = await issueSlip(world, world.karim, ines)
      const scans = Array.from({ length: 4 }, () =>
        world.youthSessions.start(ines, (trx) => holdSlip(trx, slip)).catch(() => undefined),
      )
      await Promise.all([...scans.slice(0, 2), issueSlip(world, world.anne, ines), ...scans.slice(2)])
      expect(await world.db('youth_sessions')).toEqual([])
    }
  })

  it('ends no visit when it is only printed again', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    await currentOrNewSlip(world, world.karim, ines)
    const visit = await world.youthSessions.start(ines)
    await currentOrNewSlip(world, world.karim, ines)
    expect(await world.youthSessions.resolve(visit)).toMatchObject({ learnerId: ines })
  })
})

describe('finding whose slip is lost', () => {
  it('takes the exact name, however it is typed, in every structure', async () => {
    const world = await openHolderWorld()
    await aYouth(world, 'Inès', 'Le Goff-Benali')
    await aYouth(world, 'Ines', 'Le Goff Benali', world.brest)
    const found = await findHoldersByName(world, world.anne, {
      givenName: 'INES',
      familyName: 'le goff benali',
    })
    expect(found.map(({ organisationName }) => organisationName).sort()).toEqual([
      'CFA de Brest',
      'Mission locale de Quimper',
    ])
  })

  it('finds nobody by a part of a name, so that nobody can leaf through the network', async () => {
    const world = await openHolderWorld()
    await aYouth(world)
    for (const name of [
      { givenName: 'I', familyName: 'Benali' },
      { givenName: 'Inès', familyName: '%' },
    ])
      expect(await findHoldersByName(world, world.anne, name)).toEqual([])
  })

  it('is written in the audit trail, and refused to an account without a role', async () => {
    const world = await openHolderWorld()
    const ines = await aYouth(world)
    const name = { givenName: 'Inès', familyName: 'Benali' }
    await findHoldersByName(world, world.anne, name)
    const [event] = await listEvents(world.db, { subject: { type: 'learner', id: ines } })
    expect(event).toMatchObject({ action: 'slip.holder-found', actorName: 'Anne' })
    await expect(findHoldersByName(world, world.nobody, name)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('does not take one name without letters for another', async () => {
    const world = await openHolderWorld()
    await aYouth(world, '🎉', '🌸')
    expect(await findHoldersByName(world, world.anne, { givenName: '🙂', familyName: '🌸' })).toEqual([])
    expect(await findHoldersByName(world, world.anne, { givenName: '🎉', familyName: '🌸' })).toHaveLength(1)
  })
})
