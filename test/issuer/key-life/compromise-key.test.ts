import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { compromiseKey, countSigned, retireKey } from '../../../server/issuer/key-life/index.ts'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import { keyRoutes, rotateKey } from '../../../server/issuer/keys/index.ts'
import { publishStatusList } from '../../../server/issuer/status-lists/index.ts'
import {
  createDocumentLoader,
  didKeyDocument,
  verifyCredential,
  type JsonObject,
} from '../../../server/vc/index.ts'
import { verifyIndependently } from '../../support/independent-verifier.ts'
import {
  aLearner,
  anAttendance,
  aStructure,
  openWorld,
  someone,
  storedCredentials,
  SYSTEM,
  verifyStored,
  type IssuingWorld,
} from '../issuing-world.ts'
import { serveRoutes } from '../serve-routes.ts'

const HTTPS = 'https://passeport.example.fr'
const DID = `did:web:passeport.example.fr:orgs:mission-locale-clermont`
const SLUG = 'mission-locale-clermont'

describe('declaring a key compromised', () => {
  it('puts a new key in its place and says in the DID document since when it is not to be believed', async () => {
    const { world, keyId } = await aStructureThatSigned(HTTPS)
    world.clock.set('2026-07-10T08:00:00Z')
    const result = await compromise(world, keyId, '2026-07-05T06:30:00.900Z')
    expect(result).toMatchObject({ issuer: SLUG, compromised: keyId, since: '2026-07-05T06:30:00Z' })
    expect(result.signed).toEqual({ before: 1, since: 0, standing: 1 })
    const { text } = await request(serveRoutes(keyRoutes(world)))
      .get(`/orgs/${SLUG}/did.json`)
      .expect(200)
    const document = JSON.parse(text) as { verificationMethod: JsonObject[]; assertionMethod: string[] }
    expect(document.assertionMethod).toEqual([`${DID}#${String(result.active)}`])
    expect(document.verificationMethod.map(({ id, revoked }) => [id, revoked])).toEqual([
      [`${DID}#${String(result.active)}`, undefined],
      [`${DID}#${keyId}`, '2026-07-05T06:30:00Z'],
    ])
  })

  it('leaves the key that signs today alone when it is about a former one', async () => {
    const { world, keyId } = await aStructureThatSigned(HTTPS)
    const { active } = await rotateKey(world, SYSTEM, { issuerSlug: SLUG })
    const result = await compromise(world, keyId, '2026-07-01T00:00:00Z')
    expect(result.active).toBeNull()
    expect(await statesOf(world)).toEqual({ [keyId]: 'compromised', [active]: 'active' })
  })

  it.each([
    ['https', HTTPS],
    ['development', undefined],
  ])('makes everything it signed unbelievable to whoever did not see it in time (%s)', async (_, url) => {
    const { world, keyId, signed } = await aStructureThatSigned(url)
    await compromise(world, keyId, '2026-07-03T09:00:00Z')
    const { verdict, checks } = await verifyStored(world, signed)
    expect(verdict).toBe('not-authentic')
    expect(checks).toContainEqual(expect.objectContaining({ name: 'proof', code: 'key-compromised' }))
  })

  it('moves a known moment earlier, and never later', async () => {
    const { world, keyId } = await aStructureThatSigned(HTTPS)
    world.clock.set('2026-07-10T08:00:00Z')
    await compromise(world, keyId, '2026-07-05T00:00:00Z')
    for (const since of ['2026-07-05T00:00:00Z', '2026-07-06T00:00:00Z'])
      await expect(compromise(world, keyId, since)).rejects.toMatchObject({
        code: 'invalid-input',
        problems: [{ field: 'since', message: 'fields.sinceLater' }],
      })
    const earlier = await compromise(world, keyId, '2026-07-02T00:00:00Z')
    expect(earlier).toMatchObject({ active: null, signed: { before: 0, since: 1, standing: 1 } })
    const [row] = await world.db<Record<string, string>>('signing_keys').where({ id: keyId })
    expect(row).toMatchObject({
      compromised_at: '2026-07-10T08:00:00Z',
      compromised_since: '2026-07-02T00:00:00Z',
    })
  })

  it('is not done for a moment that has not come, by somebody else, or for a key nobody knows', async () => {
    const { world, keyId, structure } = await aStructureThatSigned(HTTPS)
    await expect(compromise(world, keyId, '2026-07-03T09:00:01Z')).rejects.toMatchObject({
      problems: [{ field: 'since', message: 'fields.sinceAhead' }],
    })
    const since = new Date('2026-07-01T00:00:00Z')
    const coordinator = someone(structure, 'coordinator')
    await expect(compromiseKey(world, coordinator, { keyId, since })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(compromiseKey(world, SYSTEM, { keyId: 'z6Mk', since })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await statesOf(world)).toEqual({ [keyId]: 'active' })
  })

  it('happens once when two administrators do it at the same moment', async () => {
    const { world, keyId } = await aStructureThatSigned(HTTPS)
    const both = [1, 2].map(() => compromise(world, keyId, '2026-07-01T00:00:00Z'))
    const ended = await Promise.allSettled(both)
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(Object.values(await statesOf(world)).sort()).toEqual(['active', 'compromised'])
  })

  it('is written in the audit trail, by whom and since when', async () => {
    const { world, keyId } = await aStructureThatSigned(HTTPS)
    const { active } = await compromise(world, keyId, '2026-07-01T00:00:00Z')
    const [event] = await world
      .db<Record<string, string>>('audit_events')
      .where({ action: 'key.compromised' })
    expect(event).toMatchObject({ actor_name: 'test' })
    expect(JSON.parse(event?.['details'] ?? '')).toEqual({
      compromised: keyId,
      since: '2026-07-01T00:00:00Z',
      active,
    })
  })

  it('has its status lists signed anew by the key that took over, at once for everybody', async () => {
    const { world, keyId, listId } = await aStructureThatSigned(HTTPS)
    const before = JSON.parse(await publishStatusList(world, listId)) as JsonObject
    const { active } = await compromise(world, keyId, '2026-07-01T00:00:00Z')
    const after = JSON.parse(await publishStatusList(world, listId)) as JsonObject
    expect(keyOf(before)).toBe(`${DID}#${keyId}`)
    expect(keyOf(after)).toBe(`${DID}#${String(active)}`)
    expect((await verifyStored(world, before)).checks).toContainEqual(
      expect.objectContaining({ name: 'proof', code: 'key-compromised' }),
    )
    expect((await verifyStored(world, after)).verdict).toBe('verified')
  })

  it('lets a did:key go on with its status lists alone: nothing else could take back what it signed', async () => {
    const { world, keyId, listId } = await aStructureThatSigned()
    await compromise(world, keyId, '2026-07-01T00:00:00Z')
    const list = JSON.parse(await publishStatusList(world, listId)) as JsonObject
    expect(keyOf(list)).toBe(`did:key:${keyId}#${keyId}`)
    expect(await verdictOfStranger(world, list)).toBe('issuer-unknown')
    await expect(world.ring.signingKeyOfDid(world.db, `did:key:${keyId}`)).rejects.toMatchObject({
      code: 'key-compromised',
    })
  })

  it('signs with the new key what was asked for and not signed yet', async () => {
    const { world, keyId, structure } = await aStructureThatSigned(HTTPS)
    await world.db.transaction((trx) =>
      requestIssuance(trx, world, SYSTEM, [anAttendance(structure, aLearner())]),
    )
    const { active } = await compromise(world, keyId, '2026-07-01T00:00:00Z')
    expect(await completeIssuance(world)).toEqual({ signed: 1, failed: 0 })
    expect(await countSigned(world.db, String(active), null)).toMatchObject({ before: 1 })
  })
})

describe('retiring a key', () => {
  it('replaces the one that signs, and leaves what it signed verifiable everywhere', async () => {
    const { world, keyId, signed } = await aStructureThatSigned(HTTPS)
    const result = await retireKey(world, SYSTEM, { keyId })
    expect(result).toMatchObject({ issuer: SLUG, retired: keyId })
    expect(await statesOf(world)).toEqual({ [keyId]: 'retired', [String(result.active)]: 'active' })
    const didDocuments = { [DID]: await world.ring.resolveDid(world.db, DID) }
    expect(await verifyIndependently(JSON.parse(signed), { didDocuments })).toBe(true)
    expect(await world.db('audit_events').where({ action: 'key.retired' }).pluck('actor_name')).toEqual([
      'test',
    ])
  })

  it('changes nothing the second time', async () => {
    const { world, keyId } = await aStructureThatSigned(HTTPS)
    await retireKey(world, SYSTEM, { keyId })
    const before = await statesOf(world)
    expect(await retireKey(world, SYSTEM, { keyId })).toMatchObject({ active: null })
    expect(await statesOf(world)).toEqual(before)
  })

  it('is refused for a compromised key, to others than administrators, and for a key nobody knows', async () => {
    const { world, keyId, structure } = await aStructureThatSigned(HTTPS)
    const trainer = someone(structure, 'trainer')
    await expect(retireKey(world, trainer, { keyId })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(retireKey(world, SYSTEM, { keyId: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
    await compromise(world, keyId, '2026-07-01T00:00:00Z')
    await expect(retireKey(world, SYSTEM, { keyId })).rejects.toMatchObject({ code: 'key-compromised' })
  })
})

/** A structure that signed one attendance on 3 July at nine, and its status list. */
async function aStructureThatSigned(publicUrl?: string) {
  const world = await openWorld(publicUrl === undefined ? {} : { publicUrl })
  const structure = await aStructure(world.db)
  await world.db.transaction((trx) =>
    requestIssuance(trx, world, SYSTEM, [anAttendance(structure, aLearner())]),
  )
  await completeIssuance(world)
  const [credential] = await storedCredentials(world.db)
  const [list] = await world.db<{ id: string }>('status_lists').select('id')
  return {
    world,
    structure,
    keyId: credential?.signing_key_id ?? '',
    signed: credential?.signed ?? '',
    listId: list?.id ?? '',
  }
}

const compromise = (world: IssuingWorld, keyId: string, since: string) =>
  compromiseKey(world, SYSTEM, { keyId, since: new Date(since) })

async function statesOf({ db }: IssuingWorld): Promise<Record<string, string>> {
  const rows = await db<{ id: string; state: string }>('signing_keys').select('id', 'state')
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]))
}

/** Somebody else's verdict, who knows what a did:key is and nothing of us. */
async function verdictOfStranger({ clock }: IssuingWorld, document: JsonObject): Promise<string> {
  const { verdict } = await verifyCredential(document, {
    now: clock.now(),
    documentLoader: createDocumentLoader({ resolveDid: (did) => Promise.resolve(didKeyDocument(did)) }),
    loadStatusList: () => Promise.reject(new Error('not asked')),
    isKnownIssuer: () => false,
  })
  return verdict
}

function keyOf(signed: JsonObject): unknown {
  const [proof] = [signed['proof']].flat() as JsonObject[]
  return proof?.['verificationMethod']
}
