import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listKeys, openKeyRing, rotateKey } from '../../../server/issuer/keys/index.ts'
import { didKeyOf, issueCredential, type JsonObject } from '../../../server/vc/index.ts'
import { aStructure, openWorld, someone, SYSTEM, verifyStored, type IssuingWorld } from '../issuing-world.ts'

const HTTPS = 'https://passeport.example.fr'

describe('an issuer', () => {
  it('is made with its first key the first time it is needed, and stays the same', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const issuer = await world.ring.issuerFor(world.db, structure)
    expect(issuer).toMatchObject({ organisationId: structure, slug: 'mission-locale-clermont' })
    expect(await world.ring.issuerFor(world.db, structure)).toEqual(issuer)
    const key = await world.ring.signingKey(world.db, issuer.id)
    expect(issuer.did).toBe(didKeyOf(key.publicKeyMultibase))
    expect(key.verificationMethod).toBe(`${issuer.did}#${key.keyId}`)
  })

  it('is one per structure and one for the platform, also when several ask at once', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const asked = [structure, null, structure, null, structure].map((id) =>
      world.ring.issuerFor(world.db, id),
    )
    const issuers = await Promise.all(asked)
    expect(new Set(issuers.map(({ id }) => id)).size).toBe(2)
    expect(issuers[1]).toMatchObject({ organisationId: null, slug: 'platform' })
    expect(await world.db('signing_keys').pluck('state')).toEqual(['active', 'active'])
  })

  it('can be made inside a transaction, and is gone when that fails', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    await world.db
      .transaction(async (trx) => {
        await world.ring.issuerFor(trx, structure)
        throw new Error('the session could not be signed')
      })
      .catch(() => undefined)
    expect(await world.db('issuers').pluck('id')).toEqual([])
    expect((await world.ring.issuerFor(world.db, structure)).organisationId).toBe(structure)
  })

  it('never takes the platform’s name, whatever a structure is called', async () => {
    const world = await openWorld({ publicUrl: HTTPS })
    const structure = await aStructure(world.db, 'platform')
    const issuer = await world.ring.issuerFor(world.db, structure)
    expect(issuer.did).toBe('did:web:passeport.example.fr:orgs:org-platform')
    expect((await world.ring.issuerFor(world.db, null)).did).toBe('did:web:passeport.example.fr')
  })

  it('has a did:web of the public address once that is https', async () => {
    const world = await openWorld({ publicUrl: HTTPS })
    const issuer = await world.ring.issuerFor(world.db, await aStructure(world.db))
    expect(issuer.did).toBe('did:web:passeport.example.fr:orgs:mission-locale-clermont')
    const document = await world.ring.resolveDid(world.db, issuer.did)
    expect(document).toMatchObject({
      id: issuer.did,
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    })
    expect(await world.ring.isOwnDid(world.db, issuer.did)).toBe(true)
  })

  it('is nobody else’s', async () => {
    const world = await openWorld({ publicUrl: HTTPS })
    await world.ring.issuerFor(world.db, null)
    for (const did of [
      'did:web:elsewhere.example',
      'did:web:passeport.example.fr:orgs:unknown',
      'did:web:passeport.example.fr:orgs:platform',
      'did:web:passeport.example.fr:orgs:%E0%A4%A',
      'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
      'did:key:nonsense',
      'nonsense',
    ])
      expect([did, await world.ring.isOwnDid(world.db, did)]).toEqual([did, false])
    expect(await world.ring.resolveDid(world.db, 'did:web:elsewhere.example')).toBeUndefined()
    expect(await world.ring.resolveDid(world.db, 'did:key:nonsense')).toBeUndefined()
  })
})

describe('rotating a key', () => {
  it('retires the old key and keeps it in the DID document', async () => {
    const world = await openWorld({ publicUrl: HTTPS })
    const issuer = await world.ring.issuerFor(world.db, null)
    const old = await world.ring.signingKey(world.db, issuer.id)
    const rotated = await rotateKey(world, SYSTEM, { issuerSlug: 'platform' })
    expect(rotated).toMatchObject({ issuer: 'platform', did: issuer.did, retired: old.keyId })
    expect((await world.ring.signingKey(world.db, issuer.id)).keyId).toBe(rotated.active)
    const document = await world.ring.resolveDid(world.db, issuer.did)
    expect(document?.['assertionMethod']).toEqual([
      `${issuer.did}#${rotated.active}`,
      `${issuer.did}#${old.keyId}`,
    ])
  })

  it.each([
    ['https', HTTPS],
    ['development', 'http://127.0.0.1:3000'],
  ])('keeps the credentials of before verifiable (%s)', async (_name, publicUrl) => {
    const world = await openWorld({ publicUrl })
    const before = await sign(world)
    await rotateKey(world, SYSTEM, { issuerSlug: 'platform' })
    const after = await sign(world)
    expect((await verifyStored(world, before)).verdict).toBe('verified')
    expect((await verifyStored(world, after)).verdict).toBe('verified')
    expect(proofKey(after)).not.toBe(proofKey(before))
  })

  it('belongs to the platform’s administrators', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    await world.ring.issuerFor(world.db, structure)
    const coordinator = someone(structure, 'coordinator')
    const rotation = rotateKey(world, coordinator, { issuerSlug: 'mission-locale-clermont' })
    await expect(rotation).rejects.toMatchObject({ code: 'forbidden' })
    await expect(rotateKey(world, SYSTEM, { issuerSlug: 'unknown' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('leaves one active key when two administrators do it at once', async () => {
    const world = await openWorld()
    await world.ring.issuerFor(world.db, null)
    const both = [1, 2].map(() => rotateKey(world, SYSTEM, { issuerSlug: 'platform' }))
    const ended = await Promise.allSettled(both)
    for (const one of ended)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'changed-meanwhile' })
    expect(await world.db('signing_keys').where({ state: 'active' }).pluck('state')).toEqual(['active'])
  })

  it('is written in the audit trail', async () => {
    const world = await openWorld()
    const { id } = await world.ring.issuerFor(world.db, null)
    await rotateKey(world, SYSTEM, { issuerSlug: 'platform' })
    const actions = await world.db('audit_events').where({ subject_id: id }).pluck('action')
    expect(actions.sort()).toEqual(['issuer.created', 'key.rotated'])
  })
})

describe('the key ring', () => {
  it('lists keys without their private part', async () => {
    const world = await openWorld()
    const issuer = await world.ring.issuerFor(world.db, null)
    const key = await world.ring.signingKey(world.db, issuer.id)
    await rotateKey(world, SYSTEM, { issuerSlug: 'platform' })
    const keys = await listKeys(world)
    expect(keys.map(({ issuer: slug, state }) => [slug, state])).toEqual([
      ['platform', 'active'],
      ['platform', 'retired'],
    ])
    expect(JSON.stringify(keys)).not.toContain(key.secretKeyMultibase)
  })

  it('finds its keys again after a restart, and derives the same secrets', async () => {
    const world = await openWorld()
    const issuer = await world.ring.issuerFor(world.db, null)
    const key = await world.ring.signingKey(world.db, issuer.id)
    const again = await openKeyRing(world)
    expect(await again.signingKey(world.db, issuer.id)).toEqual(key)
    expect(again.deriveSecret('slips')).toEqual(world.ring.deriveSecret('slips'))
    expect(again.deriveSecret('slips')).not.toEqual(world.ring.deriveSecret('csrf'))
    expect(again.deriveSecret('slips')).toHaveLength(32)
  })

  it('says which key is missing when its file was lost, and signs again after a rotation', async () => {
    const world = await openWorld()
    const issuer = await world.ring.issuerFor(world.db, null)
    const { keyId } = await world.ring.signingKey(world.db, issuer.id)
    rmSync(join(world.keysDir, `${keyId}.json`))
    const again = await openKeyRing(world)
    await expect(again.signingKey(world.db, issuer.id)).rejects.toMatchObject({
      code: 'key-missing',
      params: { key: keyId },
    })
    await rotateKey({ ...world, ring: again }, SYSTEM, { issuerSlug: 'platform' })
    expect((await again.signingKey(world.db, issuer.id)).keyId).not.toBe(keyId)
  })

  it('writes no private key anywhere in the clear', async () => {
    const world = await openWorld()
    const issuer = await world.ring.issuerFor(world.db, null)
    const { secretKeyMultibase } = await world.ring.signingKey(world.db, issuer.id)
    for (const file of readdirSync(world.keysDir))
      expect(readFileSync(join(world.keysDir, file), 'utf8')).not.toContain(secretKeyMultibase)
    const rows = await Promise.all(
      ['issuers', 'signing_keys', 'audit_events'].map((table) => world.db(table).select()),
    )
    expect(JSON.stringify(rows)).not.toContain(secretKeyMultibase)
  })
})

async function sign(world: IssuingWorld): Promise<JsonObject> {
  const issuer = await world.ring.issuerFor(world.db, null)
  const unsigned = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: issuer.did,
    validFrom: '2026-07-01T00:00:00Z',
    credentialSubject: { id: 'urn:uuid:0b1de5b1-8a5a-4a3f-9f5f-0f6a1f0ec3a1' },
  }
  return issueCredential(unsigned, await world.ring.signingKey(world.db, issuer.id), {
    now: world.clock.now(),
  })
}

function proofKey(signed: JsonObject): unknown {
  return (signed['proof'] as JsonObject[])[0]?.['verificationMethod']
}
