import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linkEvents, listEvents, recordEvent, verifyTrail } from '../../../server/access/audit/index.ts'
import { down, up } from '../../../migrations/0019-audit-chain.ts'
import { newTimeOrderedId } from '../../../server/kernel/ids.ts'
import { hasMessage } from '../../../server/platform/i18n/index.ts'
import type { Db } from '../../../server/platform/db/index.ts'
import { deeds } from '../../../templates/locales/fr/deeds.ts'
import { onPostgres, openTestDatabase } from '../../support/database.ts'

const auditKey = new Uint8Array(32).fill(7)
const clock = { now: () => new Date('2026-07-03T09:00:00Z') }
const subject = { type: 'learner', id: 'learner-1' }
const actor = { kind: 'system', name: 'test' } as const

async function aTrail(events = 3) {
  const db = await openTestDatabase()
  for (let index = 0; index < events; index++)
    await recordEvent(db, { at: clock.now(), actor, action: `step.${index}`, subject, details: { index } })
  await linkEvents({ db, clock, auditKey })
  return { db, verify: (noted?: { seq: number; link: string }) => verifyTrail({ db, auditKey }, { noted }) }
}

/** What somebody with the database alone can do: take the triggers away first. */
async function unlock(db: Db): Promise<void> {
  const on = onPostgres() ? ' on audit_events' : ''
  for (const name of ['audit_events_once', 'audit_events_kept']) await db.raw(`drop trigger ${name}${on}`)
}

describe('the chain of the audit trail', () => {
  it('holds from the first event to the last, in the order they were written', async () => {
    const { db, verify } = await aTrail(5)
    const report = await verify()
    expect(report).toMatchObject({ intact: true, events: 5, waiting: 0, head: { seq: 5 } })
    // all in one second: still the newest first
    expect((await listEvents(db, { subject })).map(({ action }) => action)).toEqual([
      'step.4',
      'step.3',
      'step.2',
      'step.1',
      'step.0',
    ])
  })

  it('goes on where it stopped, and counts what waits for its link', async () => {
    const { db, verify } = await aTrail(2)
    await recordEvent(db, { at: clock.now(), actor, action: 'step.later', subject })
    expect(await verify()).toMatchObject({ intact: true, events: 2, waiting: 1 })
    expect(await linkEvents({ db, clock, auditKey })).toBe(1)
    expect(await linkEvents({ db, clock, auditKey })).toBe(0)
    expect(await verify()).toMatchObject({ intact: true, events: 3, waiting: 0 })
  })

  it('is made once when two processes link at the same moment', async () => {
    const db = await openTestDatabase()
    for (let index = 0; index < 40; index++)
      await recordEvent(db, { at: clock.now(), actor, action: `step.${index}`, subject })
    const linked = await Promise.all([1, 2, 3].map(() => linkEvents({ db, clock, auditKey })))
    expect(linked.reduce((sum, count) => sum + count, 0)).toBe(40)
    expect(await verifyTrail({ db, auditKey })).toMatchObject({ intact: true, events: 40 })
  })

  it('cannot be changed or shortened through the database, linked or not', async () => {
    const { db, verify } = await aTrail()
    await recordEvent(db, { at: clock.now(), actor, action: 'step.waiting', subject })
    const first = db('audit_events').where({ seq: 1 })
    const waiting = db('audit_events').whereNull('seq')
    await expect(first.clone().update({ actor_name: 'nobody' })).rejects.toThrow('append-only')
    await expect(first.clone().update({ link: 'x' })).rejects.toThrow('append-only')
    await expect(first.clone().delete()).rejects.toThrow('append-only')
    await expect(waiting.clone().update({ action: 'step.other' })).rejects.toThrow('append-only')
    await expect(waiting.clone().delete()).rejects.toThrow('append-only')
    expect(await verify()).toMatchObject({ intact: true, events: 3, waiting: 1 })
  })

  const tampering: [string, (db: Db) => Promise<unknown>, object][] = [
    [
      'a changed name',
      (db) => db('audit_events').where({ seq: 2 }).update({ actor_name: 'x' }),
      { kind: 'changed', seq: 2 },
    ],
    [
      'changed details',
      (db) => db('audit_events').where({ seq: 1 }).update({ details: '{}' }),
      { kind: 'changed', seq: 1 },
    ],
    [
      'an event taken out',
      (db) => db('audit_events').where({ seq: 2 }).delete(),
      { kind: 'missing', seq: 2 },
    ],
    ['the end cut off', (db) => db('audit_events').where({ seq: 3 }).delete(), { kind: 'cut', seq: 3 }],
  ]
  it.each(tampering)('tells on %s', async (_name, tamper, fault) => {
    const { db, verify } = await aTrail()
    await unlock(db)
    await tamper(db)
    expect(await verify()).toMatchObject({ intact: false, fault })
  })

  it('does not hold under another key: whoever has the database alone cannot write it anew', async () => {
    const { db } = await aTrail()
    expect(await verifyTrail({ db, auditKey: new Uint8Array(32).fill(8) })).toMatchObject({
      intact: false,
      fault: { kind: 'changed', seq: 1 },
    })
  })

  it('still passes through a link that was noted down, or tells', async () => {
    const { db, verify } = await aTrail()
    const { head } = await verify()
    await recordEvent(db, { at: clock.now(), actor, action: 'step.later', subject })
    await linkEvents({ db, clock, auditKey })
    expect(await verify(head)).toMatchObject({ intact: true })
    expect(await verify({ ...head, link: 'x'.repeat(43) })).toMatchObject({
      intact: false,
      fault: { kind: 'changed', seq: 3 },
    })
    // somebody with the keys cut the end off and moved the head back
    await unlock(db)
    await db('audit_events').where('seq', '>', 2).delete()
    const last = (await db('audit_events').where({ seq: 2 }).first()) as { link: string }
    await db('audit_head').update({ seq: 2, link: last.link })
    expect(await verify()).toMatchObject({ intact: true })
    expect(await verify(head)).toMatchObject({ intact: false, fault: { kind: 'cut', seq: 3 } })
  })

  it('takes the words of former years out of the events before it begins, so that they can be erased', async () => {
    const db = await openTestDatabase()
    await recordEvent(db, { at: clock.now(), actor, action: 'step.noted', subject, note: 'Inès l’a demandé' })
    await down(db)
    const before = (await db('audit_events').first()) as { details: string }
    expect(JSON.parse(before.details)).toEqual({ note: 'Inès l’a demandé' })
    await up(db)
    expect(await listEvents(db, { subject })).toMatchObject([{ details: {}, note: 'Inès l’a demandé' }])
  })

  it('keeps what people wrote beside it: a note goes, and the chain holds', async () => {
    const db = await openTestDatabase()
    await recordEvent(db, { at: clock.now(), actor, action: 'step.noted', subject, note: 'Inès l’a demandé' })
    await recordEvent(db, {
      at: clock.now(),
      actor,
      action: 'step.other',
      subject: { type: 'x', id: 'y' },
      note: 'b',
    })
    await linkEvents({ db, clock, auditKey })
    expect((await listEvents(db, { subject }))[0]?.note).toBe('Inès l’a demandé')
    const hers = db('audit_events').where({ subject_id: subject.id }).select('id')
    expect(await db('audit_notes').whereIn('event_id', hers).delete()).toBe(1)
    expect((await listEvents(db, { subject }))[0]?.note).toBeNull()
    expect((await listEvents(db, { subjectType: 'x' }))[0]?.note).toBe('b')
    expect(await verifyTrail({ db, auditKey })).toMatchObject({ intact: true, events: 2 })
  })

  it('names nobody but those who work here', async () => {
    const db = await openTestDatabase()
    const named = { learnerId: 'learner-1' as never, mobilityId: 'stay-1' as never, name: 'Zéphyrine' }
    for (const kind of ['learner', 'guardian', 'host'] as const)
      await recordEvent(db, { at: clock.now(), actor: { kind, ...named }, action: `by.${kind}`, subject })
    const events = await listEvents(db, { subject })
    expect(events.map(({ actorKind, actorId, actorName }) => [actorKind, actorId, actorName])).toEqual([
      ['host', 'stay-1', ''],
      ['guardian', 'learner-1', ''],
      ['learner', 'learner-1', ''],
    ])
  })
})

describe('an identifier that sorts by time', () => {
  it('is a UUID of version 7 whose instant can be read, in order within a millisecond', () => {
    const at = new Date('2026-07-03T09:00:00.123Z')
    const ids = Array.from({ length: 4096 }, () => newTimeOrderedId<string>(at))
    const later = newTimeOrderedId<string>(new Date(at.getTime() + 1))
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(at.getTime())
    expect(new Set(ids).size).toBe(4096)
    expect([...ids, later].slice().sort()).toEqual([...ids, later])
  })
})

describe('every action of the trail', () => {
  it('has its sentence, so that a coordinator can read it', () => {
    const root = join(import.meta.dirname, '../../../server')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    )
    const actions = files.flatMap((file) => actionsIn(readFileSync(join(root, file), 'utf8')))
    expect(actions.length).toBeGreaterThan(40)
    const unsaid = [...new Set(actions)].filter(
      (action) => !hasMessage(action) && !(action.replace('.', '-') in deeds),
    )
    expect(unsaid).toEqual([])
  })
})

/** Actions stand beside `action`, or in a list of them that a use case chooses from. */
const actionsIn = (source: string): string[] =>
  [...source.matchAll(/\baction\b[^\n]*(?:\n[^\n]*)?/g)].flatMap(([lines]) =>
    [...lines.matchAll(/'([a-z][a-z-]*\.[a-z][a-z-]*)'/g)].map(([, name = '']) => name),
  )
