import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { pkcs11KeyStore } from '../../../server/issuer/keys/pkcs11/pkcs11-key-store.ts'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import { openKeyRing, rotateKey } from '../../../server/issuer/keys/index.ts'
import { verifyIndependently } from '../../support/independent-verifier.ts'
import {
  aLearner,
  anAttendance,
  aPassport,
  aStructure,
  openWorld,
  storedCredentials,
  SYSTEM,
  verifyStored,
} from '../issuing-world.ts'
import { haveSoftHsm, makeSoftToken, PIN, type SoftToken } from './soft-token.ts'

const HTTPS = 'https://passeport.example.fr'

describe.skipIf(!haveSoftHsm())('a key in a PKCS#11 token', () => {
  let token: SoftToken
  beforeAll(() => {
    token = makeSoftToken()
  })
  const store = (change: Partial<{ pin: string; token: string; module: string }> = {}) =>
    pkcs11KeyStore({ module: token.settings.module, token: token.settings.token, pin: PIN, ...change })
  const worldWithToken = async (publicUrl?: string) => {
    const world = await openWorld(publicUrl === undefined ? {} : { publicUrl })
    const ring = await openKeyRing({ ...world, keyStore: token.settings })
    return { ...world, ring }
  }

  it('is made there, signs there, and is found again by another process’s session', async () => {
    const keyId = await store().create()
    expect(keyId).toMatch(/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/)
    const opened = await store().open(keyId)
    expect(opened).toEqual({ sign: expect.any(Function) as unknown })
    expect(await store().open(await store().create())).toBeDefined()
    expect(await store().open('z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK')).toBeUndefined()
  })

  it('cannot be taken out of it', async () => {
    const keyId = await store().create()
    const listed = execFileSync('softhsm2-util', ['--show-slots'], { env: { ...process.env, ...token.env } })
    expect(listed.toString()).toContain(token.settings.token)
    const { extractable, sensitive } = await attributesOf(token, keyId)
    expect({ extractable, sensitive }).toEqual({ extractable: false, sensitive: true })
  })

  it('signs one after the other what is asked for at the same time', async () => {
    const opened = await store().open(await store().create())
    if (opened === undefined || !('sign' in opened)) throw new Error('no signer')
    const texts = Array.from({ length: 30 }, (_, at) => Buffer.from(`text ${at}`))
    const once = await Promise.all(texts.map((text) => opened.sign(text)))
    const again = await Promise.all(texts.toReversed().map((text) => opened.sign(text)))
    // Ed25519 has one signature for one text
    expect(again.toReversed().map(hex)).toEqual(once.map(hex))
    expect(new Set(once.map(hex)).size).toBe(30)
  })

  it.each([
    ['https', HTTPS],
    ['development', undefined],
  ])('issues credentials and passports that verify like any other (%s)', async (_name, publicUrl) => {
    const world = await worldWithToken(publicUrl)
    const structure = await aStructure(world.db)
    const learner = aLearner()
    const awards = [anAttendance(structure, learner), aPassport(structure, learner)]
    await world.db.transaction((trx) => requestIssuance(trx, world, SYSTEM, awards))
    // from two documents on threads would pay; a key that stays in its token signs here all the same
    const outcome = await completeIssuance({ ...world, workerThreshold: 2 })
    expect(outcome).toEqual({ signed: 2, failed: 0 })
    const stored = await storedCredentials(world.db)
    const didDocuments = await documentsOf(world)
    for (const { signed } of stored) {
      expect((await verifyStored(world, signed)).verdict).toBe('verified')
      expect(await verifyIndependently(JSON.parse(signed ?? ''), { didDocuments })).toBe(true)
    }
    expect(readdirSync(world.keysDir).sort()).toEqual(['root.json', 'root.key'])
  })

  it('takes over from a key in a file, whose past and status lists live on', async () => {
    const before = await openWorld()
    const structure = await aStructure(before.db)
    await before.db.transaction((trx) =>
      requestIssuance(trx, before, SYSTEM, [anAttendance(structure, aLearner())]),
    )
    await completeIssuance(before)
    const world = { ...before, ring: await openKeyRing({ ...before, keyStore: token.settings }) }
    await rotateKey(world, SYSTEM, { issuerSlug: 'mission-locale-clermont' })
    const learner = aLearner()
    await world.db.transaction((trx) =>
      requestIssuance(trx, world, SYSTEM, [anAttendance(structure, learner)]),
    )
    expect(await completeIssuance(world)).toEqual({ signed: 1, failed: 0 })
    const keys = new Set<string | null>()
    for (const { signed, signing_key_id } of await storedCredentials(world.db)) {
      keys.add(signing_key_id)
      expect((await verifyStored(world, signed)).verdict).toBe('verified')
    }
    expect(keys.size).toBe(2)
  })

  it('opens with the PIN of a file, too', async () => {
    const world = await openWorld()
    const file = join(world.keysDir, 'pin')
    writeFileSync(file, `${PIN}\n`)
    const ring = await openKeyRing({ ...world, keyStore: { ...token.settings, pin: { file } } })
    expect((await ring.issuerFor(world.db, null)).did).toMatch(/^did:key:z6Mk/)
    const missing = { ...token.settings, pin: { file: join(world.keysDir, 'nowhere') } }
    await expect(openKeyRing({ ...world, keyStore: missing })).rejects.toMatchObject({
      code: 'configuration-invalid',
      params: { name: 'PKCS11_PIN_FILE' },
    })
  })

  it('is refused in one clear word when PIN, token or module are not the right ones', async () => {
    await expect(store({ token: 'another' }).create()).rejects.toMatchObject({
      code: 'key-token-unavailable',
      params: { reason: 'another' },
    })
    await expect(store({ module: '/nowhere/lib.so' }).create()).rejects.toMatchObject({
      code: 'key-token-unavailable',
      params: { reason: '/nowhere/lib.so' },
    })
  })

  it('is named at start when its token does not answer', async () => {
    const world = await worldWithToken()
    const { slug } = await world.ring.issuerFor(world.db, null)
    const lost = await openKeyRing({ ...world, keyStore: { ...token.settings, token: 'pulled out' } })
    expect(await lost.checkKeys(world.db)).toMatchObject([{ issuer: slug, code: 'key-token-unavailable' }])
    expect(await world.ring.checkKeys(world.db)).toEqual([])
  })
})

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

async function documentsOf(world: Awaited<ReturnType<typeof openWorld>>) {
  const documents: Record<string, unknown> = {}
  for (const { slug } of await world.db<{ slug: string }>('issuers').select('slug')) {
    const did =
      slug === 'platform' ? 'did:web:passeport.example.fr' : `did:web:passeport.example.fr:orgs:${slug}`
    documents[did] = await world.ring.resolveDid(world.db, did)
  }
  return documents
}

/** What the token itself says of a private key, asked by a process of its own. */
async function attributesOf(token: SoftToken, keyId: string) {
  const program = `
    import { loadCryptoki } from './server/issuer/keys/pkcs11/cryptoki.ts'
    const [module, label, pin, keyId] = process.argv.slice(1)
    const cryptoki = loadCryptoki(module)
    const slot = cryptoki.slots().find((one) => cryptoki.tokenLabel(one) === label)
    const session = cryptoki.openSession(slot, 6)
    cryptoki.login(session, 1, Buffer.from(pin))
    const [key] = cryptoki.find(session, [{ type: 0x162, value: Uint8Array.of(0) }, { type: 3, value: Buffer.from(keyId) }])
    const flag = (type) => cryptoki.read(session, key, { type, size: 1 })[0] === 1
    let value = 'kept'
    try { value = Buffer.from(cryptoki.read(session, key, { type: 0x11, size: 64 })).toString('hex') } catch {}
    console.log(JSON.stringify({ extractable: flag(0x162), sensitive: flag(0x103), value }))`
  const args = ['--input-type=module-typescript', '-e', program]
  const { module, token: label } = token.settings
  const output = execFileSync(process.execPath, [...args, module, label, PIN, keyId], {
    cwd: join(import.meta.dirname, '../../..'),
    env: { ...process.env, ...token.env },
  })
  const answer = JSON.parse(output.toString()) as { extractable: boolean; sensitive: boolean; value: string }
  expect(answer.value).toBe('kept')
  return Promise.resolve(answer)
}
