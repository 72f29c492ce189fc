import { beforeAll, describe, expect, it } from 'vitest'
import { compromiseKey, reissueSigned } from '../../../server/issuer/key-life/index.ts'
import { verifyByCode } from '../../../server/verifier/verification/index.ts'
import { openNetwork, OPERATOR, type Network } from '../../support/app-world.ts'
import { someone } from '../issuing-world.ts'

interface Row {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly superseded_by: string | null
}

describe('signing again what the platform’s own key signed', () => {
  let network: Network
  let keyId: string
  let passports: Row[]
  beforeAll(async () => {
    network = await openNetwork()
    const { services, db, time } = network
    const platform = await services.ring.issuerFor(db, null)
    keyId = (await services.ring.signingKey(db, platform.id)).keyId
    passports = await db<Row>('credentials').where({ kind: 'passport' }).select('id', 'code', 'superseded_by')
    time.now = new Date('2026-07-10T09:00:00Z')
    await compromiseKey(services, OPERATOR, { keyId, since: new Date('2026-07-01T00:00:00Z') })
  })
  const verdictOf = async (code: string): Promise<string> =>
    (await verifyByCode(network.services, code)).verdict

  it('is about the passports, whose members stay what they are', async () => {
    expect(passports).toHaveLength(2)
    const signers = await network.db('credentials').where({ kind: 'passport' }).distinct('signing_key_id')
    expect(signers).toEqual([{ signing_key_id: keyId }])
    for (const { code } of passports) expect(await verdictOf(code)).toBe('not-authentic')
  })

  it('goes on where it was stopped', async () => {
    const { services, db } = network
    const members = await db('credentials').whereNot({ kind: 'passport' }).pluck<string[]>('id')
    expect(await reissueSigned(services, OPERATOR, { keyId, limit: 1 })).toMatchObject({ signed: 1, left: 1 })
    const steps: number[] = []
    const onProgress = (done: number, total: number) => void steps.push(done / total)
    expect(await reissueSigned(services, OPERATOR, { keyId, onProgress })).toMatchObject({
      signed: 1,
      left: 0,
    })
    expect(steps.at(-1)).toBe(1)
    expect(await reissueSigned(services, OPERATOR, { keyId })).toMatchObject({
      signed: 0,
      failed: 0,
      left: 0,
    })
    expect(await db('credentials').whereNot({ kind: 'passport' }).pluck<string[]>('id')).toEqual(members)
  })

  it('leads from each old passport to a new one that verifies', async () => {
    const { db } = network
    for (const { id } of passports) {
      const [old] = await db<Row>('credentials').where({ id })
      const [next] = await db<Row>('credentials').where({ id: old?.superseded_by ?? '' })
      expect(await verdictOf(next?.code ?? '')).toBe('verified')
    }
  })

  it('stands in the audit trail, once for each time something was asked for', async () => {
    const events = await network
      .db('audit_events')
      .where({ action: 'key.reissued' })
      .pluck<string[]>('details')
    expect(events.map((details) => (JSON.parse(details) as { key: string }).key)).toEqual([keyId, keyId])
  })

  it('is for administrators', async () => {
    const coordinator = someone(network.home.id, 'coordinator')
    await expect(reissueSigned(network.services, coordinator, { keyId })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
