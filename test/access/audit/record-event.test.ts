import { expect, test } from 'vitest'
import { listEvents, recordEvent } from '../../../server/access/audit/index.ts'
import { createWorld } from '../access-world.ts'

const subject = { type: 'credential', id: 'c1' }

test('the trail says who did what, when and to what, newest first', async () => {
  const { db, clock, trainer, quimper, wait } = await createWorld()
  const organisationId = quimper.id
  await recordEvent(db, {
    at: clock.now(),
    actor: trainer,
    action: 'credential.requested',
    organisationId,
    subject,
  })
  wait({ minutes: 1 })
  await recordEvent(db, {
    at: clock.now(),
    actor: { kind: 'system', name: 'worker' },
    action: 'credential.signed',
    organisationId,
    subject,
    details: { count: 12 },
  })
  const events = await listEvents(db, { subject })
  expect(events).toMatchObject([
    {
      action: 'credential.signed',
      actorKind: 'system',
      actorId: null,
      actorName: 'worker',
      details: { count: 12 },
    },
    {
      action: 'credential.requested',
      actorId: trainer.accountId,
      actorName: 'Karim Le Goff',
      at: '2026-06-30T08:00:00Z',
    },
  ])
})

test('an event of a write that was undone is undone with it', async () => {
  const { db, clock, trainer } = await createWorld()
  const work = db.transaction(async (trx) => {
    await recordEvent(trx, { at: clock.now(), actor: trainer, action: 'credential.requested', subject })
    throw new Error('power cut')
  })
  await expect(work).rejects.toThrow('power cut')
  expect(await listEvents(db, { subject })).toEqual([])
})

test('the trail can be read for one structure, and only so far back', async () => {
  const { db, clock, trainer, quimper, brest } = await createWorld()
  for (const organisationId of [quimper.id, quimper.id, brest.id])
    await recordEvent(db, {
      at: clock.now(),
      actor: trainer,
      action: 'session.created',
      organisationId,
      subject,
    })
  const ofBrest = await listEvents(db, { organisationId: brest.id, subject })
  expect(ofBrest).toHaveLength(1)
  expect(await listEvents(db, { organisationId: quimper.id, limit: 1 })).toHaveLength(1)
})
