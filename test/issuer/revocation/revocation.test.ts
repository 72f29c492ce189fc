import { describe, expect, it } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import {
  findNamedCredential,
  parseRevocationReason,
  revokeCredential,
} from '../../../server/issuer/revocation/index.ts'
import type { OrganisationId } from '../../../server/kernel/ids.ts'
import {
  actionsOf,
  aLearner,
  anAttendance,
  aPassport,
  aStructure,
  openWorld,
  someone,
  storedCredentials,
  SYSTEM,
  verifyStored,
  type IssuingWorld,
  type StoredCredential,
} from '../issuing-world.ts'

describe('revoking a credential', () => {
  it('shows at once on its status, and on no other', async () => {
    const { world, attendance, passport, other } = await issued()
    const record = await revokeCredential(world, SYSTEM, {
      credential: attendance.code,
      reason: 'content-wrong',
    })
    expect(record).toMatchObject({
      id: attendance.id,
      revokedAt: '2026-07-03T09:00:00Z',
      revocationReason: 'content-wrong',
      signed: attendance.signed,
    })
    expect((await verifyStored(world, attendance.signed)).verdict).toBe('revoked')
    expect((await verifyStored(world, other.signed)).verdict).toBe('verified')
    const verified = await verifyStored(world, passport.signed)
    expect(verified.verdict).toBe('verified')
    expect(verified.members?.map(({ verdict }) => verdict)).toEqual(['revoked'])
  })

  it('is written in the audit trail, with the note that nobody else sees', async () => {
    const { world, attendance } = await issued()
    await revokeCredential(world, SYSTEM, {
      credential: attendance.id,
      reason: 'wrong youth, see e-mail of 2 July',
    })
    expect(await actionsOf(world.db, attendance.id)).toContain('credential.revoked')
    const [event] = await listEvents(world.db, { subject: { type: 'credential', id: attendance.id } })
    // beside the chain, where it can be erased
    expect(event).toMatchObject({ details: { reason: 'other' }, note: 'wrong youth, see e-mail of 2 July' })
    const stored = (await storedCredentials(world.db)).find(({ id }) => id === attendance.id)
    expect(stored?.revocation_reason).toBe('other')
  })

  it('is refused the second time, also when two people do it at once', async () => {
    const { world, attendance } = await issued()
    const revoke = () =>
      revokeCredential(world, SYSTEM, { credential: attendance.id, reason: 'holder-request' })
    const ended = await Promise.allSettled([revoke(), revoke(), revoke()])
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of ended)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'already-revoked' })
    await expect(revoke()).rejects.toMatchObject({ code: 'already-revoked' })
    expect(await world.db('audit_events').where({ action: 'credential.revoked' }).select('id')).toHaveLength(
      1,
    )
    expect(await world.db('status_lists').where('revision', '>', 0).pluck('revision')).toEqual([1])
  })

  it('waits until the credential is signed', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const { credentials } = await world.db.transaction((trx) =>
      requestIssuance(trx, world, SYSTEM, [anAttendance(structure, aLearner())]),
    )
    const revocation = revokeCredential(world, SYSTEM, {
      credential: credentials[0]?.id ?? '',
      reason: 'other',
    })
    await expect(revocation).rejects.toMatchObject({ code: 'not-yet-issued' })
  })

  it('belongs to the coordinator of the structure and to the platform’s administrators', async () => {
    const { world, structure, attendance, passport } = await issued()
    const elsewhere = await aStructure(world.db, 'cfa-du-puy')
    const input = { credential: attendance.code, reason: 'issued-in-error' }
    for (const actor of [someone(structure, 'trainer'), someone(elsewhere, 'coordinator')])
      await expect(revokeCredential(world, actor, input)).rejects.toMatchObject({ code: 'forbidden' })
    await revokeCredential(world, someone(structure, 'coordinator'), input)
    const admin = { ...someone(elsewhere, 'trainer'), admin: true }
    await revokeCredential(world, admin, { ...input, credential: passport.code })
    expect((await verifyStored(world, passport.signed)).verdict).toBe('revoked')
  })

  it('stands even when its status list cannot be signed right now', async () => {
    const { world, attendance } = await issued()
    const ring = { ...world.ring, signingKeyOfDid: () => Promise.reject(new Error('the key store is away')) }
    await revokeCredential({ ...world, ring }, SYSTEM, { credential: attendance.id, reason: 'other' })
    expect((await verifyStored(world, attendance.signed)).verdict).toBe('revoked')
  })
})

describe('naming a credential', () => {
  it('works by id, code, code as typed, and any of its addresses', async () => {
    const { world, attendance } = await issued()
    const { id, code } = attendance
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4, 8)} ${code.slice(8)}`
    for (const name of [
      id,
      code,
      typed,
      `${world.publicUrl}/v/${code}`,
      `HTTPS://HOST/V/${code}#123`,
      ` ${id} `,
    ])
      expect((await findNamedCredential(world.db, name))?.id).toBe(id)
  })

  it.each(['', 'nothing', '000000000000', 'https://example.org/', 'https://example.org/v/000000000000'])(
    'finds nothing for %j',
    async (credential) => {
      const { world } = await issued()
      const revocation = revokeCredential(world, SYSTEM, { credential, reason: 'other' })
      await expect(revocation).rejects.toMatchObject({ code: 'not-found' })
    },
  )
})

describe('a reason', () => {
  it('is one of a closed list; anything else is a note', () => {
    expect(parseRevocationReason(' holder-request ')).toEqual({ reason: 'holder-request' })
    expect(parseRevocationReason('')).toEqual({ reason: 'other' })
    expect(parseRevocationReason('typo')).toEqual({ reason: 'other', note: 'typo' })
    expect(parseRevocationReason('x'.repeat(5000)).note).toHaveLength(1000)
  })
})

interface Issued {
  world: IssuingWorld
  structure: OrganisationId
  attendance: StoredCredential
  passport: StoredCredential
  other: StoredCredential
}

async function issued(): Promise<Issued> {
  const world = await openWorld()
  const structure = await aStructure(world.db)
  const [learner, other] = [aLearner(), aLearner('Samir Haddad')]
  const awards = [
    anAttendance(structure, learner),
    aPassport(structure, learner),
    anAttendance(structure, other),
  ]
  await world.db.transaction((trx) => requestIssuance(trx, world, SYSTEM, awards))
  await completeIssuance(world)
  const stored = await storedCredentials(world.db)
  const find = (kind: string, learnerId: string): StoredCredential => {
    const found = stored.find((row) => row.kind === kind && row.learner_id === learnerId)
    if (found === undefined) throw new Error(`no ${kind}`)
    return found
  }
  return {
    world,
    structure,
    attendance: find('attendance', learner.id),
    passport: find('passport', learner.id),
    other: find('attendance', other.id),
  }
}
