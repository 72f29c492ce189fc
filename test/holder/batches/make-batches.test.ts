import { describe, expect, it } from 'vitest'
import {
  cancelBatch,
  deleteBatch,
  forgetBatches,
  makeBatches,
  resumeBatch,
  type BatchFolder,
} from '../../../server/holder/batches/index.ts'
import { listSessionsWithPassports } from '../../../server/holder/batches/choose-people.ts'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import type { IsoDate } from '../../../server/kernel/clock.ts'
import { aYouth, signPassports } from '../holder-world.ts'
import { SYSTEM } from '../../issuer/issuing-world.ts'
import { attachmentsOf, openPdf } from '../passports/open-pdf.ts'
import {
  ask,
  familyName,
  filesOf,
  makeAll,
  openBatchesWorld,
  rowOf,
  type BatchesWorld,
} from './batches-world.ts'

/** A folder that counts what is written, and halts before its `haltAt`th file until it is told to go on. */
function countingFolder(folder: BatchFolder, haltAt = Infinity) {
  const written: number[] = []
  const halted = Promise.withResolvers<undefined>()
  const told = Promise.withResolvers<undefined>()
  const counting: BatchFolder = {
    ...folder,
    async write(batch, number, bytes) {
      if (written.length + 1 === haltAt) {
        halted.resolve(undefined)
        await told.promise
      }
      const name = await folder.write(batch, number, bytes)
      written.push(number)
      return name
    },
  }
  return { folder: counting, written, halted: halted.promise, goOn: () => told.resolve(undefined) }
}

const later = (world: BatchesWorld, seconds: number) => ({
  now: () => new Date(world.clock.now().getTime() + seconds * 1000),
})

async function passportCode(world: BatchesWorld, learnerId: string | undefined): Promise<string> {
  const row: unknown = await world
    .db('credentials')
    .where({ learner_id: learnerId, kind: 'passport' })
    .first('code')
  return (row as { code: string }).code
}

describe('one file for the printer', () => {
  it('has everybody in the order of names, each on a sheet of their own, with the signed documents inside', async () => {
    const world = await openBatchesWorld(3)
    const id = await ask(world, { output: 'printer' })
    await makeAll(world)
    const [file, ...others] = await filesOf(world, id)
    expect(others).toEqual([])
    const bytes = await world.batchFolder.read(id, file?.file ?? '')
    const { pages } = await openPdf(bytes)
    expect(pages.length).toBe(3)
    expect((await attachmentsOf(bytes)).size).toBe(3)
    expect(await rowOf(world, id)).toMatchObject({ finished_at: expect.any(String) as string, people: 3 })
  })
})

describe('one file a person', () => {
  it('writes each person’s passport once, also when two servers work at the same time', async () => {
    const world = await openBatchesWorld(25)
    const id = await ask(world)
    const { folder, written } = countingFolder(world.batchFolder)
    const server = { ...world, batchFolder: folder }
    await Promise.all([makeAll(server), makeAll(server)])
    await makeAll(server)
    expect(written.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
    expect((await world.batchFolder.list(id)).length).toBe(25)
    expect((await filesOf(world, id)).every(({ file }) => file !== null)).toBe(true)
  })

  it('goes on where a killed server stopped, and what that one does afterwards counts for nothing', async () => {
    const world = await openBatchesWorld(25)
    const id = await ask(world)
    // twenty are written down, two more are on the disk, the next one is never finished
    const killed = countingFolder(world.batchFolder, 23)
    const dying = makeBatches({ ...world, batchFolder: killed.folder })
    await killed.halted
    expect((await filesOf(world, id)).filter(({ made_at: at }) => at !== null).length).toBe(20)

    // its turn is not over yet: nobody else begins
    expect(await makeBatches(world)).toBe(false)
    const { folder, written } = countingFolder(world.batchFolder)
    await makeAll({ ...world, clock: later(world, 31), batchFolder: folder })
    expect(written).toEqual([21, 22, 23, 24, 25])
    const before = await filesOf(world, id)
    expect((await world.batchFolder.list(id)).toSorted()).toEqual(before.map(({ file }) => file).toSorted())

    killed.goOn()
    await dying
    expect(await filesOf(world, id)).toEqual(before)
    expect((await world.batchFolder.list(id)).toSorted()).toEqual(before.map(({ file }) => file).toSorted())
  })

  it('is given up after five tries that something unexpected ended, and can be tried again', async () => {
    const world = await openBatchesWorld(1)
    const id = await ask(world)
    const full = { ...world.batchFolder, write: () => Promise.reject(new Error('no space left')) }
    for (let at = 0; at < 8; at++)
      await makeBatches({ ...world, batchFolder: full, clock: later(world, at * 100) })
    expect(await rowOf(world, id)).toMatchObject({
      failed_at: expect.any(String) as string,
      finished_at: null,
    })
    await makeAll(world)
    expect((await filesOf(world, id)).map(({ file }) => file)).toEqual([null])
    await resumeBatch(world, world.soizic, { organisationId: world.quimper, id })
    await makeAll(world)
    expect(await rowOf(world, id)).toMatchObject({
      failed_at: null,
      finished_at: expect.any(String) as string,
    })
  })
})

describe('somebody without a passport', () => {
  it('is said, and the others are printed', async () => {
    const world = await openBatchesWorld(3)
    const id = await ask(world)
    const credential = await passportCode(world, world.youths[1])
    await revokeCredential(world, SYSTEM, { credential, reason: 'issued-in-error' })
    await makeAll(world)
    expect((await filesOf(world, id)).map(({ file }) => file !== null)).toEqual([true, false, true])
    const items = await world
      .db('passport_batch_items')
      .where({ batch_id: id })
      .orderBy('position')
      .pluck('failure')
    expect(items).toEqual([null, 'withdrawn', null])
    expect(await rowOf(world, id)).toMatchObject({ finished_at: expect.any(String) as string })
  })

  it('does not stop a printer’s file, and has their place in it once they have one again', async () => {
    const world = await openBatchesWorld(2)
    const id = await ask(world, { output: 'printer' })
    const credential = await passportCode(world, world.youths[0])
    await revokeCredential(world, SYSTEM, { credential, reason: 'issued-in-error' })
    await makeAll(world)
    const pagesNow = async () => {
      const [file] = await filesOf(world, id)
      return (await openPdf(await world.batchFolder.read(id, file?.file ?? ''))).pages.length
    }
    expect(await pagesNow()).toBe(1)
    await world
      .db('credentials')
      .where({ code: credential })
      .update({ revoked_at: null, revocation_reason: null })
    await resumeBatch(world, world.soizic, { organisationId: world.quimper, id })
    await makeAll(world)
    expect(await pagesNow()).toBe(2)
    expect((await world.batchFolder.list(id)).length).toBe(1)
  })
})

describe('letters that no font has', () => {
  it('are told beside the name, and a box is printed', async () => {
    const world = await openBatchesWorld(1)
    const egyptian = await aYouth(world, '𓀀', 'B')
    await signPassports(world, [{ id: egyptian, name: '𓀀 B' }])
    const id = await ask(world)
    await makeAll(world)
    const missing = await world
      .db('passport_batch_items')
      .where({ batch_id: id })
      .orderBy('position')
      .pluck('missing')
    expect(missing).toEqual([null, '𓀀'])
    expect((await filesOf(world, id)).every(({ file }) => file !== null)).toBe(true)
  })
})

describe('who is in it', () => {
  it('are the people of chosen sessions, of a period, or of the structure, and never others', async () => {
    const world = await openBatchesWorld(2)
    const people = async (about: Parameters<typeof ask>[1]) => {
      const id = await ask(world, about)
      const ids: unknown = await world
        .db('passport_batch_items')
        .where({ batch_id: id })
        .orderBy('position')
        .pluck('learner_id')
      await deleteBatch(world, world.soizic, { organisationId: world.quimper, id })
      return ids
    }
    const signed = world.clock.now().toISOString().slice(0, 10) as IsoDate
    expect(await people({ about: { scope: 'everybody' } })).toEqual(world.youths)
    expect(await people({ about: { scope: 'sessions', sessionIds: [world.sessionId] } })).toEqual(
      world.youths,
    )
    expect(await people({ about: { scope: 'period', from: signed, until: signed } })).toEqual(world.youths)
    const before = '2020-01-01' as IsoDate
    const nobody = { code: 'invalid-input', problems: [{ message: 'batches.nobody' }] }
    await expect(
      ask(world, { about: { scope: 'period', from: before, until: before } }),
    ).rejects.toMatchObject(nobody)
    await expect(ask(world, { about: { scope: 'sessions', sessionIds: ['another'] } })).rejects.toMatchObject(
      nobody,
    )
    const lead = {
      ...world.anne,
      memberships: [{ organisationId: world.brest, role: 'coordinator' as const }],
    }
    // the session is Quimper's, whoever names it
    await expect(
      ask(
        { ...world, soizic: lead, quimper: world.brest },
        { about: { scope: 'sessions', sessionIds: [world.sessionId] } },
      ),
    ).rejects.toMatchObject(nobody)
    await expect(ask({ ...world, soizic: world.karim })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(ask({ ...world, soizic: lead })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('are of a session shared with the structure its own people, and nobody else’s', async () => {
    const world = await openBatchesWorld(2)
    const lead = {
      ...world.anne,
      memberships: [{ organisationId: world.brest, role: 'coordinator' as const }],
    }
    const brest = { ...world, soizic: lead, quimper: world.brest }
    await world.db('session_structures').insert({
      session_id: world.sessionId,
      organisation_id: world.brest,
      added_at: world.clock.now().toISOString(),
    })
    const about = { scope: 'sessions', sessionIds: [world.sessionId] } as const
    await expect(ask(brest, { about })).rejects.toMatchObject({ problems: [{ message: 'batches.nobody' }] })
    expect(await listSessionsWithPassports(world.db, world.brest)).toEqual([])
    const [own] = world.youths
    await world.db('learners').where({ id: own }).update({ organisation_id: world.brest })
    const id = await ask(brest, { about })
    expect(await world.db('passport_batch_items').where({ batch_id: id }).pluck('learner_id')).toEqual([own])
    expect(await listSessionsWithPassports(world.db, world.brest)).toMatchObject([{ people: 1 }])
    expect(await listSessionsWithPassports(world.db, world.quimper)).toMatchObject([{ people: 2 }])
  })

  it('waits while five batches of the structure are kept', async () => {
    const world = await openBatchesWorld(1)
    const first = await ask(world)
    for (let at = 0; at < 4; at++) await ask(world)
    await expect(ask(world)).rejects.toMatchObject({ problems: [{ message: 'batches.tooManyBatches' }] })
    await deleteBatch(world, world.soizic, { organisationId: world.quimper, id: first })
    await ask(world)
  })
})

describe('a batch that is', () => {
  it('stopped makes no more, and goes on where it was', async () => {
    const world = await openBatchesWorld(25)
    const which = { organisationId: world.quimper, id: await ask(world) }
    const half = countingFolder(world.batchFolder, 23)
    const working = makeBatches({ ...world, batchFolder: half.folder })
    await half.halted
    await cancelBatch(world, world.soizic, which)
    half.goOn()
    await working
    await makeAll(world)
    expect((await filesOf(world, which.id)).filter(({ file }) => file !== null).length).toBe(20)
    expect((await world.batchFolder.list(which.id)).length).toBe(20)
    await resumeBatch(world, world.soizic, which)
    await makeAll(world)
    expect((await filesOf(world, which.id)).every(({ file }) => file !== null)).toBe(true)
  })

  it('deleted has no file and no name any more, and is nobody else’s to delete', async () => {
    const world = await openBatchesWorld(2)
    const which = { organisationId: world.quimper, id: await ask(world) }
    await makeAll(world)
    await expect(deleteBatch(world, world.anne, which)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(deleteBatch(world, SYSTEM, { ...which, organisationId: world.brest })).rejects.toMatchObject(
      { code: 'not-found' },
    )
    await deleteBatch(world, world.soizic, which)
    expect(await world.batchFolder.batches()).toEqual([])
    expect(await world.db('passport_batch_items').where({ batch_id: which.id })).toEqual([])
    await expect(resumeBatch(world, world.soizic, which)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('seven days old is forgotten, with what a stop left on the disk', async () => {
    const world = await openBatchesWorld(2)
    const id = await ask(world)
    await makeAll(world)
    await world.batchFolder.write(id, 99, Buffer.from('of nobody'))
    await forgetBatches(world)
    expect((await world.batchFolder.list(id)).length).toBe(2)
    await forgetBatches({ ...world, clock: later(world, 6.9 * 86_400) })
    expect((await world.batchFolder.list(id)).length).toBe(2)
    await forgetBatches({ ...world, clock: later(world, 7 * 86_400) })
    expect(await world.batchFolder.batches()).toEqual([])
    expect(await rowOf(world, id)).toMatchObject({ people: 2, deleted_at: expect.any(String) as string })
  })
})

it('leaves events of ids and counts, without names', async () => {
  const world = await openBatchesWorld(1)
  const which = { organisationId: world.quimper, id: await ask(world) }
  await deleteBatch(world, world.soizic, which)
  const events: { action: string; details: string }[] = await world
    .db('audit_events')
    .where({ subject_id: which.id })
    .orderBy(['at', 'id'])
    .select('action', 'details')
  expect(events.map(({ action }) => action)).toEqual(['passports.requested', 'passports.deleted'])
  expect(JSON.stringify(events)).not.toContain(familyName(0))
})
