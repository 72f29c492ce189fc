import { describe, expect, it } from 'vitest'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import {
  liftSuspension,
  parseSuspensionReason,
  revokeCredential,
  suspendCredential,
} from '../../../server/issuer/revocation/index.ts'
import { publishStatusList } from '../../../server/issuer/status-lists/index.ts'
import { decodeList, getBit, readStatusEntries, type JsonObject } from '../../../server/vc/index.ts'
import { verifyByCode } from '../../../server/verifier/verification/index.ts'
import {
  actionsOf,
  aLearner,
  anAttendance,
  aStructure,
  openWorld,
  someone,
  storedCredentials,
  SYSTEM,
  verifyStored,
} from '../issuing-world.ts'

const BOTH = ['revocation', 'suspension'] as const

/** A credential of a structure, with these status entries. */
async function issued(statusPurposes: readonly ('revocation' | 'suspension')[] = BOTH) {
  const world = { ...(await openWorld()), statusPurposes }
  const structure = await aStructure(world.db)
  await world.db.transaction((trx) =>
    requestIssuance(trx, world, SYSTEM, [anAttendance(structure, aLearner())]),
  )
  await completeIssuance(world)
  const [credential] = await storedCredentials(world.db)
  if (credential === undefined) throw new Error('nothing was issued')
  return { world, structure, credential, document: JSON.parse(credential.signed ?? '') as JsonObject }
}

const suspension = (credential: string) => ({ credential, reason: 'content-check' })

describe('a credential with two status entries', () => {
  it('has each in a list of its own, at places that have nothing to do with each other', async () => {
    const { world, document } = await issued()
    const entries = readStatusEntries(document).flatMap((one) => (one.kind === 'entry' ? [one.entry] : []))
    expect(entries.map(({ purpose }) => purpose)).toEqual(['revocation', 'suspension'])
    expect(new Set(entries.map(({ listUrl }) => listUrl)).size).toBe(2)
    for (const { purpose, index, listUrl } of entries) {
      expect(index).toBeLessThan(131_072)
      const list = JSON.parse(await publishStatusList(world, listUrl.split('/').at(-1) ?? '')) as {
        credentialSubject: { statusPurpose: string; ttl: number }
      }
      expect(list.credentialSubject).toMatchObject({ statusPurpose: purpose, ttl: 60_000 })
    }
    expect((await verifyStored(world, document)).verdict).toBe('verified')
  })

  it('is suspended for everybody, then worth again what it was', async () => {
    const { world, credential } = await issued()
    const lists = () =>
      world.db('status_lists').orderBy('purpose').select('purpose', 'revision', 'signed_revision')
    expect(await suspendCredential(world, SYSTEM, suspension(credential.code))).toMatchObject({
      suspendedAt: '2026-07-03T09:00:00Z',
      suspensionReason: 'content-check',
      revokedAt: null,
    })
    expect((await verifyStored(world, credential.signed)).verdict).toBe('suspended')
    expect((await verifyByCode(world, credential.code)).verdict).toBe('suspended')
    expect(await lists()).toEqual([
      { purpose: 'revocation', revision: 0, signed_revision: 0 },
      { purpose: 'suspension', revision: 1, signed_revision: 1 },
    ])
    await liftSuspension(world, SYSTEM, { credential: credential.code })
    expect((await verifyStored(world, credential.signed)).verdict).toBe('verified')
    expect((await verifyByCode(world, credential.code)).verdict).toBe('verified')
    expect((await lists())[1]).toMatchObject({ revision: 2, signed_revision: 2 })
    expect(await actionsOf(world.db, credential.id)).toEqual([
      'credential.requested',
      'credential.signed',
      'credential.suspended',
      'credential.suspension-lifted',
    ])
  })

  it('can be suspended again and again, and withdrawn while it is', async () => {
    const { world, credential } = await issued()
    for (const _ of [1, 2]) {
      await suspendCredential(world, SYSTEM, suspension(credential.id))
      await liftSuspension(world, SYSTEM, { credential: credential.id })
    }
    await suspendCredential(world, SYSTEM, suspension(credential.id))
    await revokeCredential(world, SYSTEM, { credential: credential.id, reason: 'other' })
    // a withdrawal is for good, whatever becomes of the suspension
    expect((await verifyStored(world, credential.signed)).verdict).toBe('revoked')
    await liftSuspension(world, SYSTEM, { credential: credential.id })
    expect((await verifyByCode(world, credential.code)).verdict).toBe('revoked')
  })

  it('keeps the bit of every other credential when one is lifted', async () => {
    const { world, structure, credential } = await issued()
    await world.db.transaction((trx) =>
      requestIssuance(trx, world, SYSTEM, [anAttendance(structure, aLearner('Noé Petit'))]),
    )
    await completeIssuance(world)
    const other = (await storedCredentials(world.db)).find(({ id }) => id !== credential.id)
    for (const one of [credential, other]) await suspendCredential(world, SYSTEM, suspension(one?.id ?? ''))
    await liftSuspension(world, SYSTEM, { credential: credential.id })
    const [list] = (await world
      .db('status_lists')
      .where({ purpose: 'suspension' })
      .pluck('signed')) as string[]
    const { credentialSubject } = JSON.parse(list ?? '') as { credentialSubject: { encodedList: string } }
    const bits = await decodeList(credentialSubject.encodedList)
    const [kept] = (await world.db('status_entries').whereNotNull('set_at').pluck('position')) as number[]
    expect(bits.reduce((sum, byte) => sum + byte.toString(2).split('1').length - 1, 0)).toBe(1)
    expect(getBit(bits, kept ?? 0)).toBe(true)
  })
})

describe('a credential that was signed with a revocation entry alone', () => {
  it('is suspended by our register, where we are asked, and by no list', async () => {
    const { world, credential } = await issued(['revocation'])
    await suspendCredential(world, SYSTEM, suspension(credential.code))
    expect((await verifyByCode(world, credential.code)).verdict).toBe('suspended')
    expect((await verifyStored(world, credential.signed)).verdict).toBe('verified')
    expect(await world.db('status_lists').pluck('revision')).toEqual([0])
    await liftSuspension(world, SYSTEM, { credential: credential.code })
    expect((await verifyByCode(world, credential.code)).verdict).toBe('verified')
  })
})

describe('a suspension is refused', () => {
  it('to whoever does not coordinate the structure or run the platform', async () => {
    const { world, structure, credential } = await issued()
    const elsewhere = await aStructure(world.db, 'cfa-du-puy')
    const input = suspension(credential.code)
    for (const actor of [someone(structure, 'trainer'), someone(elsewhere, 'coordinator')]) {
      await expect(suspendCredential(world, actor, input)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(liftSuspension(world, actor, input)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await suspendCredential(world, someone(structure, 'coordinator'), input)
    const admin = { ...someone(elsewhere, 'trainer'), admin: true }
    await liftSuspension(world, admin, input)
  })

  it('twice, before the signature, after a withdrawal, of nothing; and so is lifting what is not there', async () => {
    const { world, structure, credential } = await issued()
    const { credentials } = await world.db.transaction((trx) =>
      requestIssuance(trx, world, SYSTEM, [anAttendance(structure, aLearner('Noé Petit'))]),
    )
    await expect(
      suspendCredential(world, SYSTEM, suspension(credentials[0]?.id ?? '')),
    ).rejects.toMatchObject({
      code: 'not-yet-issued',
    })
    await expect(suspendCredential(world, SYSTEM, suspension('000000000000'))).rejects.toMatchObject({
      code: 'not-found',
    })
    const lift = () => liftSuspension(world, SYSTEM, { credential: credential.id })
    await expect(lift()).rejects.toMatchObject({ code: 'not-suspended' })
    const suspend = () => suspendCredential(world, SYSTEM, suspension(credential.id))
    const ended = await Promise.allSettled([suspend(), suspend()])
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(suspend()).rejects.toMatchObject({ code: 'already-suspended' })
    await lift()
    await revokeCredential(world, SYSTEM, { credential: credential.id, reason: 'other' })
    await expect(suspend()).rejects.toMatchObject({ code: 'already-revoked' })
  })

  it('never tells the world why', async () => {
    const { world, credential } = await issued()
    await suspendCredential(world, SYSTEM, {
      credential: credential.code,
      reason: 'appel de la mère le 2 juillet',
    })
    expect(JSON.stringify(await verifyByCode(world, credential.code))).not.toContain('appel')
    const stored: unknown = await world
      .db('credentials')
      .where({ id: credential.id })
      .first('suspension_reason')
    expect(stored).toEqual({ suspension_reason: 'other' })
  })
})

describe('a reason to suspend', () => {
  it('is one of a closed list; anything else is a note', () => {
    expect(parseSuspensionReason(' paper-lost ')).toEqual({ reason: 'paper-lost' })
    expect(parseSuspensionReason('')).toEqual({ reason: 'other' })
    expect(parseSuspensionReason('x'.repeat(5000))).toMatchObject({ reason: 'other' })
  })
})
