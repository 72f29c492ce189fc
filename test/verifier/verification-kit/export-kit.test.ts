import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KitData } from '../../../browser/verification-kit/kit-data.ts'
import { verifyOffline } from '../../../browser/verification-kit/verify-offline.ts'
import { PROJECT_DIR } from '../../../server/compose.ts'
import { compromiseKey } from '../../../server/issuer/key-life/index.ts'
import { listKeys, rotateKey } from '../../../server/issuer/keys/index.ts'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { exportKit } from '../../../server/verifier/verification-kit/index.ts'
import { verifyDocument } from '../../../server/verifier/verification/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { openNetwork, OPERATOR, PRIVATE_NAMES, type Network } from '../../support/app-world.ts'
import { temporaryFolder } from '../../support/database.ts'

let network: Network
const out = join(temporaryFolder(), 'kit')
beforeAll(async () => {
  network = await openNetwork({ publicUrl: 'https://passerelle.test' })
})
afterAll(() => network.close())

const make = (folder = out) => exportKit({ ...network.services, projectDir: PROJECT_DIR }, folder)

/** What the page would read, by running `data.js` as it does. */
function dataOf(folder = out): KitData {
  const page: { passerelleKit?: KitData } = {}
  runInNewContext(readFileSync(join(folder, 'kit', 'data.js'), 'utf8'), page)
  if (page.passerelleKit === undefined) throw new Error('no data')
  // objects of that context are of another world
  return JSON.parse(JSON.stringify(page.passerelleKit)) as KitData
}

async function signedDocuments(): Promise<{ id: string; document: JsonObject }[]> {
  const rows = await network.db<{ id: string; signed: string }>('credentials').whereNotNull('signed')
  return rows.map(({ id, signed }) => ({ id, document: JSON.parse(signed) as JsonObject }))
}

/** Verdict of the kit and of the server on everything we signed. */
async function verdicts(): Promise<{ kit: string[]; server: string[] }> {
  const data = dataOf()
  const { now } = network.time
  const both = { kit: [] as string[], server: [] as string[] }
  for (const { document } of await signedDocuments()) {
    both.kit.push((await verifyOffline(document, data, now)).verdict)
    both.server.push((await verifyDocument(network.services, document)).verdict)
  }
  return both
}

describe('the verification kit', () => {
  it('holds DID documents and lists where our addresses say, and a manifest of everything', async () => {
    const { manifestSha256, files } = await make()
    const text = readFileSync(join(out, 'manifest.json'), 'utf8')
    expect(createHash('sha256').update(text).digest('hex')).toBe(manifestSha256)
    const manifest = JSON.parse(text) as {
      madeAt: string
      dids: Record<string, string>
      statusLists: Record<string, string>
      sha256: Record<string, string>
    }
    expect(manifest.madeAt).toBe('2026-07-03T09:00:00Z')
    expect(manifest.dids).toMatchObject({
      'did:web:passerelle.test': '.well-known/did.json',
      'did:web:passerelle.test:orgs:mission-locale-du-leon': 'orgs/mission-locale-du-leon/did.json',
    })
    for (const [did, path] of Object.entries(manifest.dids))
      expect(JSON.parse(readFileSync(join(out, path), 'utf8'))).toMatchObject({ id: did })
    for (const [url, path] of Object.entries(manifest.statusLists)) {
      expect(url).toBe(`https://passerelle.test/${path}`)
      expect(JSON.parse(readFileSync(join(out, path), 'utf8'))).toMatchObject({ id: url })
    }
    const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(written).toHaveLength(files)
    expect(Object.keys(manifest.sha256)).toHaveLength(files - 1)
    for (const [path, digest] of Object.entries(manifest.sha256))
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, path)))
          .digest('hex'),
      ).toBe(digest)
  })

  it('names no young person, and holds no private key', () => {
    for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      for (const name of [...PRIVATE_NAMES, 'secretKeyMultibase":"', 'z3u2'])
        expect(text.includes(name), `${name} in ${entry.name}`).toBe(false)
    }
  })

  it('lets a page load nothing but its own files', () => {
    for (const name of ['index.html', 'en.html']) {
      const page = readFileSync(join(out, name), 'utf8')
      expect(page).toContain(`default-src 'none'; script-src 'self' file:`)
      expect(page).not.toMatch(/https?:\/\//)
      expect(page).not.toMatch(/\sstyle=|\son\w+=|<script>|<style/)
    }
  })

  it('says of every document what the server says, also when one is withdrawn or a key was stolen', async () => {
    expect(await verdicts()).toEqual({
      kit: expect.arrayContaining(['verified']) as string[],
      server: (await verdicts()).kit,
    })
    const [first] = (await signedDocuments()).filter(({ document }) => !isPassport(document))
    await revokeCredential(network.services, OPERATOR, {
      credential: first?.id ?? '',
      reason: 'content-wrong',
    })
    await make()
    const withdrawn = await verdicts()
    expect(withdrawn.kit).toEqual(withdrawn.server)
    expect(withdrawn.kit).toContain('revoked')

    const [older] = (await signedDocuments()).filter(({ document }) => isPassport(document))
    await network.db('credentials').where({ id: older?.id }).update({ superseded_by: older?.id })
    await make()
    const replaced = await verdicts()
    expect(replaced.kit).toEqual(replaced.server)
    expect(replaced.kit).toContain('superseded')

    network.time.now = new Date('2026-07-10T09:00:00Z')
    await rotateKey(network.services, OPERATOR, { issuerSlug: network.home.slug })
    const [stolen] = (await listKeys(network.services)).filter(({ state }) => state === 'retired')
    const since = new Date('2026-07-08T00:00:00Z')
    await compromiseKey(network.services, OPERATOR, { keyId: stolen?.keyId ?? '', since })
    await make()
    const after = await verdicts()
    expect(after.kit).toEqual(after.server)
    expect(after.kit).toContain('verified')
    expect(Object.keys(dataOf().witnessed).length).toBeGreaterThan(1)
    // what the register never saw stays a forgery, whatever date it bears
    const unseen = { ...dataOf(), witnessed: {} }
    const [document] = (await signedDocuments()).filter(({ document }) => !isPassport(document))
    expect((await verifyOffline(document?.document, unseen, network.time.now)).verdict).toBe('not-authentic')
  })

  it('replaces an older kit, and no other folder', async () => {
    await make()
    await make()
    writeFileSync(join(out, 'robots.txt'), '')
    await expect(make()).rejects.toMatchObject({ code: 'invalid-input' })
    expect(readdirSync(out)).toContain('robots.txt')
    rmSync(join(out, 'robots.txt'))
    const other = join(temporaryFolder(), 'holidays')
    mkdirSync(other)
    await make(other)
    writeFileSync(join(other, 'manifest.json'), '{}')
    await expect(make(other)).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ field: '--out', message: 'fields.kitFolder' }],
    })
    expect(readdirSync(other)).toContain('manifest.json')
  })
})

const isPassport = ({ type }: JsonObject): boolean => Array.isArray(type) && type.includes('ClrCredential')
