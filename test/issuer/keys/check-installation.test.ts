import { cpSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkInstallation, openKeyRing } from '../../../server/issuer/keys/index.ts'
import type { Logger } from '../../../server/platform/log/index.ts'
import { temporaryFolder } from '../../support/database.ts'
import { aStructure, openWorld, type IssuingWorld } from '../issuing-world.ts'

/** What a start on `keysDir` and `publicUrl` would say. */
async function start(world: IssuingWorld, change: { keysDir?: string; publicUrl?: string } = {}) {
  const said: { level: 'warn' | 'error'; fields: object }[] = []
  const log = {
    ...world.log,
    info: () => undefined,
    warn: (fields: object) => void said.push({ level: 'warn', fields }),
    error: (fields: object) => void said.push({ level: 'error', fields }),
  } as unknown as Logger
  const { db, clock, keysDir, publicUrl } = { ...world, ...change }
  const ring = await openKeyRing({ keysDir, publicUrl, clock, log })
  await checkInstallation({ db, ring, clock, log })
  return { said, ring }
}

async function anInstallation() {
  const world = await openWorld()
  const structure = await aStructure(world.db)
  await world.ring.issuerFor(world.db, null)
  await world.ring.issuerFor(world.db, structure)
  return world
}

describe('a start', () => {
  it('says nothing when database, keys and public URL are those of the last one', async () => {
    const world = await anInstallation()
    for (const _again of [1, 2]) expect((await start(world)).said).toEqual([])
  })

  it('names every issuer whose key is not in the keys folder', async () => {
    const world = await anInstallation()
    const { said, ring } = await start(world, { keysDir: temporaryFolder() })
    expect(said).toMatchObject([
      { level: 'error', fields: { issuers: ['mission-locale-clermont', 'platform'] } },
    ])
    expect((await ring.checkKeys(world.db)).map(({ code }) => code)).toEqual(['key-missing', 'key-missing'])
  })

  it('names the issuers whose key files another installation’s root does not open', async () => {
    const [world, other] = [await anInstallation(), await anInstallation()]
    cpSync(`${other.keysDir}/root.json`, `${world.keysDir}/root.json`)
    cpSync(`${other.keysDir}/root.key`, `${world.keysDir}/root.key`)
    const { said, ring } = await start(world)
    expect(said).toHaveLength(1)
    expect((await ring.checkKeys(world.db)).map(({ code }) => code)).toEqual(['keys-locked', 'keys-locked'])
  })

  it('is content again once the missing key files are back, without a new start', async () => {
    const world = await anInstallation()
    const backup = temporaryFolder()
    cpSync(world.keysDir, backup, { recursive: true })
    const [keyId = ''] = await world.db('signing_keys').pluck<string[]>('id')
    rmSync(`${world.keysDir}/${keyId}.json`)
    const { ring } = await start(world)
    expect(await ring.checkKeys(world.db)).toMatchObject([{ keyId, code: 'key-missing' }])
    cpSync(`${backup}/${keyId}.json`, `${world.keysDir}/${keyId}.json`)
    expect(await ring.checkKeys(world.db)).toEqual([])
  })

  it('says when the public URL is another than the last time, and knows them all', async () => {
    const world = await anInstallation()
    const publicUrl = 'https://passeport.example.fr'
    expect((await start(world)).said).toEqual([])
    world.clock.set('2026-07-04T09:00:00Z')
    expect((await start(world, { publicUrl })).said).toEqual([
      { level: 'warn', fields: { publicUrl, former: world.publicUrl } },
    ])
    world.clock.set('2026-07-05T09:00:00Z')
    expect((await start(world, { publicUrl })).said).toEqual([])
    expect(await world.db('public_urls').orderBy('url').select('url', 'last_used_at')).toEqual([
      { url: world.publicUrl, last_used_at: '2026-07-03T09:00:00Z' },
      { url: publicUrl, last_used_at: '2026-07-05T09:00:00Z' },
    ])
  })
})
