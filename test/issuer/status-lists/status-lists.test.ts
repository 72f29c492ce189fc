import { describe, expect, it } from 'vitest'
import {
  allocateStatusEntries,
  markRevoked,
  publishStatusList,
} from '../../../server/issuer/status-lists/index.ts'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import { rotateKey } from '../../../server/issuer/keys/index.ts'
import { newId, newPublicCode, type CredentialId } from '../../../server/kernel/ids.ts'
import { decodeList, getBit, verifyCredential, createDocumentLoader } from '../../../server/vc/index.ts'
import {
  aLearner,
  anAttendance,
  aStructure,
  openWorld,
  storedCredentials,
  SYSTEM,
  verifyStored,
  type IssuingWorld,
} from '../issuing-world.ts'

interface StatusList {
  issuer: string
  credentialSubject: { encodedList: string; statusPurpose: string }
}

describe('a status list entry', () => {
  it('is a random place of a long list, different for each credential', async () => {
    const world = await openWorld()
    const entries = await allocate(world, await someCredentials(world, 250))
    const places = entries.map(({ index }) => index)
    expect(new Set(places).size).toBe(250)
    expect(new Set(entries.map(({ listId }) => listId)).size).toBe(1)
    expect(Math.max(...places)).toBeLessThan(131_072)
    expect([...places].sort((a, b) => a - b)).not.toEqual(places)
    expect(await world.db('status_lists').select('length', 'allocated')).toEqual([
      { length: 131_072, allocated: 250 },
    ])
  })

  it('comes from a follow-up list once nine tenths are taken', async () => {
    const world = await openWorld()
    const ids = await someCredentials(world, 7)
    await allocate(world, ids.slice(0, 1))
    await world.db('status_lists').update({ allocated: 117_961 })
    const entries = await allocate(world, ids.slice(1))
    const lists = entries.map(({ listId }) => listId)
    expect(new Set(lists).size).toBe(2)
    const counts = await world
      .db('status_lists')
      .orderBy('created_at')
      .orderBy('allocated', 'desc')
      .select('allocated')
    expect(counts).toEqual([{ allocated: 117_964 }, { allocated: 3 }])
    expect(await world.db('status_lists').whereNotNull('full_at').pluck('allocated')).toEqual([117_964])
  })

  it('finds the free place even when nearly all around are taken', async () => {
    const world = await openWorld()
    const ids = await someCredentials(world, 8)
    await allocate(world, ids.slice(0, 1))
    await world.db('status_lists').update({ length: 16 })
    const entries = await allocate(world, ids.slice(1))
    expect(new Set(entries.map(({ index }) => index)).size).toBe(7)
  })

  it('is never given twice when several sessions are signed at once', async () => {
    const world = await openWorld()
    const ids = await someCredentials(world, 60)
    const parts = [0, 20, 40].map((start) => allocate(world, ids.slice(start, start + 20)))
    const entries = (await Promise.all(parts)).flat()
    expect(new Set(entries.map(({ listId, index }) => `${listId}#${index}`)).size).toBe(60)
    expect(await world.db('status_lists').select('allocated')).toEqual([{ allocated: 60 }])
  })
})

describe('a published status list', () => {
  it('is a credential of the same issuer, with the revoked bit set and no other', async () => {
    const world = await openWorld()
    const [revoked, other] = await someCredentials(world, 2)
    const entries = await allocate(
      world,
      [revoked, other].filter((id) => id !== undefined),
    )
    await world.db.transaction((trx) => markRevoked(trx, [revoked as CredentialId], world.clock.now()))
    const text = await publishStatusList(world, entries[0]?.listId ?? '')
    const list = JSON.parse(text) as StatusList
    const issuer = await world.ring.issuerFor(world.db, null)
    expect(list.issuer).toBe(issuer.did)
    expect(list.credentialSubject.statusPurpose).toBe('revocation')
    const bits = await decodeList(list.credentialSubject.encodedList)
    expect(bits).toHaveLength(16_384)
    expect(entries.map(({ index }) => getBit(bits, index))).toEqual([true, false])
    expect(bits.reduce((sum, byte) => sum + byte.toString(2).split('1').length - 1, 0)).toBe(1)
    const { verdict } = await verifyCredential(list, {
      now: world.clock.now(),
      documentLoader: createDocumentLoader({ resolveDid: (did) => world.ring.resolveDid(world.db, did) }),
      loadStatusList: () => Promise.reject(new Error('it has no status of its own')),
      isKnownIssuer: (did) => world.ring.isOwnDid(world.db, did),
    })
    expect(verdict).toBe('verified')
  })

  it('is signed again only when a bit changed', async () => {
    const world = await openWorld()
    const [id] = await someCredentials(world, 1)
    const [entry] = await allocate(world, id ? [id] : [])
    const listId = entry?.listId ?? ''
    const first = await publishStatusList(world, listId)
    world.clock.set('2026-07-04T09:00:00Z')
    expect(await publishStatusList(world, listId)).toBe(first)
    await world.db.transaction((trx) => markRevoked(trx, [id as CredentialId], world.clock.now()))
    const second = await publishStatusList(world, listId)
    expect(second).not.toBe(first)
    await world.db.transaction((trx) => markRevoked(trx, [id as CredentialId], world.clock.now()))
    expect(await publishStatusList(world, listId)).toBe(second)
  })

  it('has every bit when several are revoked and it is published at once', async () => {
    const world = await openWorld()
    const ids = await someCredentials(world, 10)
    const entries = await allocate(world, ids)
    const listId = entries[0]?.listId ?? ''
    await Promise.all(
      ids.map(async (id) => {
        await world.db.transaction((trx) => markRevoked(trx, [id], world.clock.now()))
        await publishStatusList(world, listId)
      }),
    )
    const list = JSON.parse(await publishStatusList(world, listId)) as StatusList
    const bits = await decodeList(list.credentialSubject.encodedList)
    expect(entries.every(({ index }) => getBit(bits, index))).toBe(true)
    const revisions: unknown = await world.db('status_lists').select('revision', 'signed_revision')
    expect(revisions).toEqual([{ revision: 10, signed_revision: 10 }])
  })

  it.each(['https://passeport.example.fr', 'http://127.0.0.1:3000'])(
    'stays usable for old credentials after a key rotation, at %s',
    async (publicUrl) => {
      const world = await openWorld({ publicUrl })
      const structure = await aStructure(world.db)
      const issue = async (key: string) => {
        await world.db.transaction((trx) =>
          requestIssuance(trx, world, SYSTEM, [anAttendance(structure, aLearner(), key)]),
        )
        await completeIssuance(world)
      }
      await issue('before')
      const [old] = await storedCredentials(world.db)
      await rotateKey(world, SYSTEM, { issuerSlug: 'mission-locale-clermont' })
      await issue('after')
      // did:web keeps its list, a new did:key starts one of its own
      expect(await world.db('status_lists').select('id')).toHaveLength(publicUrl.startsWith('https') ? 1 : 2)
      await world.db.transaction((trx) =>
        markRevoked(trx, [(old?.id ?? '') as CredentialId], world.clock.now()),
      )
      const verdicts = []
      for (const { id, signed } of await storedCredentials(world.db))
        verdicts.push([id === old?.id, (await verifyStored(world, signed)).verdict])
      expect(verdicts).toHaveLength(2)
      expect(verdicts).toContainEqual([true, 'revoked'])
      expect(verdicts).toContainEqual([false, 'verified'])
    },
  )
})

/** Rows that entries can belong to, all of the platform. */
async function someCredentials(world: IssuingWorld, count: number): Promise<CredentialId[]> {
  const issuer = await world.ring.issuerFor(world.db, null)
  const rows = Array.from({ length: count }, () => ({
    id: newId<CredentialId>(),
    code: newPublicCode(),
    award_key: newId<string>(),
    kind: 'attendance',
    locale: 'fr',
    issuer_id: issuer.id,
    learner_id: newId<string>(),
    batch_id: 'batch',
    title: '',
    requested_at: '2026-07-03T09:00:00Z',
  }))
  for (let start = 0; start < rows.length; start += 50)
    await world.db('credentials').insert(rows.slice(start, start + 50))
  return rows.map(({ id }) => id)
}

async function allocate(world: IssuingWorld, ids: CredentialId[]) {
  const issuer = await world.ring.issuerFor(world.db, null)
  const entries = await world.db.transaction((trx) => allocateStatusEntries(trx, world, issuer, ids))
  return ids.flatMap((id) => entries.get(id) ?? [])
}
