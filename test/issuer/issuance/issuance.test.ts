import { describe, expect, it } from 'vitest'
import { completeIssuance, requestIssuance, resumeIssuance } from '../../../server/issuer/issuance/index.ts'
import { rotateKey } from '../../../server/issuer/keys/index.ts'
import { verifyIndependently } from '../../support/independent-verifier.ts'
import type { Award } from '../../../server/issuer/credentials/index.ts'
import {
  aLearner,
  anAttendance,
  aPassport,
  aStructure,
  actionsOf,
  openWorld,
  someone,
  storedCredentials,
  SYSTEM,
  verifyStored,
  type IssuingWorld,
} from '../issuing-world.ts'

const request = (world: IssuingWorld, awards: Award[]) =>
  world.db.transaction((trx) => requestIssuance(trx, world, SYSTEM, awards))

describe('asking for credentials', () => {
  it('writes down what will be signed, its status entry and who asked, all or nothing', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const award = anAttendance(structure, aLearner())
    const failing = world.db.transaction(async (trx) => {
      await requestIssuance(trx, world, SYSTEM, [award])
      throw new Error('the session could not be signed')
    })
    await expect(failing).rejects.toThrow()
    for (const table of ['credentials', 'status_entries', 'audit_events'])
      expect(await world.db(table).select()).toEqual([])

    const { credentials, batchId } = await request(world, [award])
    const [stored] = await storedCredentials(world.db)
    expect(credentials).toMatchObject([{ id: stored?.id, code: stored?.code, awardKey: award.awardKey }])
    expect(stored).toMatchObject({ batch_id: batchId, signed: null, signed_at: null })
    const unsigned = JSON.parse(stored?.unsigned ?? '') as { id: string; credentialStatus: object }
    expect(unsigned.id).toBe(`${world.publicUrl}/credentials/${stored?.code ?? ''}`)
    const entry = (await world.db('status_entries').first()) as { list_id: string; position: number }
    expect([unsigned.credentialStatus].flat()[0]).toMatchObject({
      statusListIndex: String(entry.position),
      statusListCredential: `${world.publicUrl}/status/${entry.list_id}`,
    })
    expect(await actionsOf(world.db, stored?.id ?? '')).toEqual(['credential.requested'])
  })

  it('gives the same credential when the same award is asked for again', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const learner = aLearner()
    const awards = [anAttendance(structure, learner), aPassport(structure, learner)]
    const first = await request(world, [...awards, ...awards])
    const second = await request(world, awards)
    await completeIssuance(world, { batchId: second.batchId })
    const third = await request(world, awards)
    expect(first.credentials).toHaveLength(2)
    expect(second.credentials).toEqual(first.credentials)
    expect(third.credentials).toEqual(first.credentials)
    expect(await storedCredentials(world.db)).toHaveLength(2)
    expect(await completeIssuance(world, { batchId: third.batchId })).toEqual({ signed: 0, failed: 0 })
  })

  it('gives one credential when two people sign the same session at once', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const awards = [1, 2, 3].map(() => aLearner()).map((learner) => anAttendance(structure, learner))
    const [one, other] = await Promise.all([request(world, awards), request(world, [...awards].reverse())])
    expect(one.credentials).toEqual([...other.credentials].reverse())
    expect(await world.db('status_entries').select()).toHaveLength(3)
  })

  it('is refused to somebody of another structure', async () => {
    const world = await openWorld()
    const [ours, theirs] = [await aStructure(world.db), await aStructure(world.db, 'cfa-du-puy')]
    const stranger = someone(theirs, 'coordinator')
    const asked = world.db.transaction((trx) =>
      requestIssuance(trx, world, stranger, [anAttendance(ours, aLearner())]),
    )
    await expect(asked).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('signing what was asked for', () => {
  it('stores credentials that verify, issued by the structure, and the passport, issued by the platform', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const learner = aLearner()
    const { batchId } = await request(world, [
      aPassport(structure, learner),
      anAttendance(structure, learner),
    ])
    const seen: [number, number][] = []
    const onProgress = (done: number, total: number) => void seen.push([done, total])
    expect(await completeIssuance(world, { batchId, onProgress })).toEqual({ signed: 2, failed: 0 })
    expect(seen.at(-1)).toEqual([2, 2])

    const stored = await storedCredentials(world.db)
    for (const { signed, unsigned, id } of stored) {
      expect((await verifyStored(world, signed)).verdict).toBe('verified')
      expect(await verifyIndependently(JSON.parse(signed ?? ''))).toBe(true)
      const changed = (signed ?? '').replace('Clermont', 'Clermond')
      expect(await verifyIndependently(JSON.parse(changed))).toBe(false)
      expect(unsigned).toBeNull()
      expect(await actionsOf(world.db, id)).toContain('credential.signed')
    }
    const [member, passport] = ['attendance', 'passport'].map(
      (kind) =>
        JSON.parse(stored.find((row) => row.kind === kind)?.signed ?? '') as {
          issuer: { id: string; name: string }
          credentialSubject: { verifiableCredential: unknown[] }
        },
    )
    expect(member?.issuer.id).toBe((await world.ring.issuerFor(world.db, structure)).did)
    expect(member?.issuer.name).toBe('Mission locale de Clermont')
    expect(passport?.issuer.id).toBe((await world.ring.issuerFor(world.db, null)).did)
    expect(passport?.issuer.name).toBe(world.platformName)
    expect([passport?.credentialSubject].flat()[0]?.verifiableCredential).toEqual([member])
  })

  it('keeps one current passport: the new one has everything and the old one points to it', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const learner = aLearner()
    await request(world, [anAttendance(structure, learner, 'departure'), aPassport(structure, learner, 'p1')])
    await completeIssuance(world)
    world.clock.set('2026-09-01T10:00:00Z')
    await request(world, [anAttendance(structure, learner, 'return'), aPassport(structure, learner, 'p2')])
    await completeIssuance(world)
    const passports = (await storedCredentials(world.db)).filter(({ kind }) => kind === 'passport')
    const [old, current] = passports
    expect(old?.superseded_by).toBe(current?.id)
    expect(current?.superseded_by).toBeNull()
    expect(await membersOf(world, current?.id)).toHaveLength(2)
    expect(await membersOf(world, old?.id)).toHaveLength(1)
  })

  it('does not stop at one that cannot be signed, and tries it again at the next start', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const learner = aLearner()
    const other = aLearner('Samir Haddad')
    const { credentials } = await request(world, [
      anAttendance(structure, learner),
      anAttendance(structure, learner, 'departure'),
      aPassport(structure, learner),
      anAttendance(structure, other),
      aPassport(structure, other),
    ])
    const broken = credentials[0]?.id ?? ''
    const row = (await storedCredentials(world.db)).find(({ id }) => id === broken)
    const invalid = { ...(JSON.parse(row?.unsigned ?? '') as object), credentialSubject: [] }
    await world
      .db('credentials')
      .where({ id: broken })
      .update({ unsigned: JSON.stringify(invalid) })

    expect(await completeIssuance(world)).toEqual({ signed: 4, failed: 1 })
    const failed = (await storedCredentials(world.db)).find(({ id }) => id === broken)
    expect(failed).toMatchObject({ failure: 'schema-mismatch', signed: null })
    expect(await completeIssuance(world)).toEqual({ signed: 0, failed: 0 })
    expect(await resumeIssuance(world)).toEqual({ signed: 0, failed: 1 })

    await world.db('credentials').where({ id: broken }).update({ unsigned: row?.unsigned })
    // the late credential, and a passport that has it in place of the one that had not
    expect(await resumeIssuance(world)).toEqual({ signed: 2, failed: 0 })
    const passports = (await storedCredentials(world.db)).filter(
      ({ kind, learner_id }) => kind === 'passport' && learner_id === learner.id,
    )
    const current = passports.filter(({ superseded_by }) => superseded_by === null)
    expect(current).toHaveLength(1)
    expect(await membersOf(world, current[0]?.id)).toHaveLength(2)
    expect((await verifyStored(world, current[0]?.signed)).verdict).toBe('verified')
    expect(await resumeIssuance(world)).toEqual({ signed: 0, failed: 0 })
  })

  it('leaves a passport for later when there is nothing to collect yet', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const learner = aLearner()
    await request(world, [aPassport(structure, learner)])
    expect(await completeIssuance(world)).toEqual({ signed: 0, failed: 1 })
    expect((await storedCredentials(world.db))[0]?.failure).toBe('nothing-to-sign')
    await request(world, [anAttendance(structure, learner)])
    expect(await resumeIssuance(world)).toEqual({ signed: 2, failed: 0 })
  })

  it('leaves out of a passport what was revoked meanwhile', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const learner = aLearner()
    const kept = anAttendance(structure, learner, 'return')
    const { credentials } = await request(world, [anAttendance(structure, learner, 'departure'), kept])
    await completeIssuance(world)
    await world
      .db('credentials')
      .where({ id: credentials[0]?.id ?? '' })
      .update({ revoked_at: '2026-07-03T10:00:00Z' })
    const asked = await request(world, [aPassport(structure, learner)])
    await completeIssuance(world)
    expect(await membersOf(world, asked.credentials[0]?.id)).toEqual([credentials[1]?.id])
  })

  it.each([
    ['https', 'https://passeport.example.fr'],
    ['development', 'http://127.0.0.1:3000'],
  ])('finishes what was asked for before a key rotation (%s)', async (_name, publicUrl) => {
    const world = await openWorld({ publicUrl })
    const structure = await aStructure(world.db)
    const learner = aLearner()
    await request(world, [anAttendance(structure, learner), aPassport(structure, learner)])
    for (const issuerSlug of ['mission-locale-clermont', 'platform'])
      await rotateKey(world, SYSTEM, { issuerSlug })
    expect(await completeIssuance(world)).toEqual({ signed: 2, failed: 0 })
    for (const { signed } of await storedCredentials(world.db))
      expect((await verifyStored(world, signed)).verdict).toBe('verified')
  })

  it('signs each once when two processes do it at once', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const learners = Array.from({ length: 12 }, (_, at) => aLearner(`Jeune ${at}`))
    await request(
      world,
      learners.flatMap((learner) => [anAttendance(structure, learner), aPassport(structure, learner)]),
    )
    const outcomes = await Promise.all([
      completeIssuance(world),
      resumeIssuance(world),
      completeIssuance(world),
    ])
    expect(outcomes.reduce((sum, { signed }) => sum + signed, 0)).toBe(24)
    const events = await world.db('audit_events').where({ action: 'credential.signed' }).pluck('subject_id')
    expect(new Set(events).size).toBe(24)
    expect(events).toHaveLength(24)
    for (const { signed } of await storedCredentials(world.db))
      expect((await verifyStored(world, signed)).verdict).toBe('verified')
  })

  it('gives the same result in worker threads', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const learner = aLearner()
    await request(world, [anAttendance(structure, learner), aPassport(structure, learner)])
    expect(await completeIssuance({ ...world, workerThreshold: 1 })).toEqual({ signed: 2, failed: 0 })
    for (const { signed } of await storedCredentials(world.db))
      expect((await verifyStored(world, signed)).verdict).toBe('verified')
  })

  it('keeps its signature from being stored twice, byte for byte', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    await request(world, [anAttendance(structure, aLearner())])
    await completeIssuance(world)
    const [before] = await storedCredentials(world.db)
    world.clock.set('2026-08-01T00:00:00Z')
    await resumeIssuance(world)
    expect(await storedCredentials(world.db)).toEqual([before])
  })

  it('names a missing key and waits for it', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    await request(world, [anAttendance(structure, aLearner())])
    const ring = {
      ...world.ring,
      signingKeyOfDid: (db: typeof world.db, _did: string) =>
        world.ring.signingKeyOfDid(db, 'did:key:unknown'),
    }
    expect(await completeIssuance({ ...world, ring })).toEqual({ signed: 0, failed: 1 })
    expect((await storedCredentials(world.db))[0]?.failure).toBe('key-missing')
    expect(await resumeIssuance(world)).toEqual({ signed: 1, failed: 0 })
  })
})

async function membersOf(world: IssuingWorld, passportId: string | undefined): Promise<string[]> {
  const rows: unknown = await world
    .db('passport_members')
    .where({ passport_id: passportId ?? '' })
    .orderBy('position')
    .pluck('credential_id')
  return rows as string[]
}
