import { createPrivateKey } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renameOrganisation } from '../../../server/access/organisations/index.ts'
import { addSeal, findSeal, listSeals, removeSeal, type NewSeal } from '../../../server/holder/seals/index.ts'
import { AppError } from '../../../server/kernel/errors.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import type { Logger } from '../../../server/platform/log/index.ts'
import { openNetwork, OPERATOR, type Network } from '../../support/app-world.ts'
import { makeCertificateChain, type CertificateWishes } from '../../support/make-certificate-chain.ts'
import { youngVisitor } from '../young-visitor.ts'

let network: Network
beforeEach(async () => {
  network = await openNetwork()
})
afterEach(() => network.close())

const folder = (): string => join(network.services.config.keysDir, 'seals')
const file = (): string => join(folder(), readdirSync(folder())[0] ?? '')

/** Adds a seal to the structure « home » and gives what came of it: the listing, or what was wrong. */
async function adding(wishes: CertificateWishes = {}, change: Partial<NewSeal> = {}) {
  const chain = await makeCertificateChain(wishes)
  const input = { structure: network.home.slug, certificates: chain.certificates, key: chain.key, ...change }
  return addSeal(network.services, OPERATOR, input).catch((error: unknown) => {
    if (error instanceof AppError) return error.problems[0] ?? error.code
    throw error
  })
}

const printed = async (path: string): Promise<string> => {
  const trainer = await network.browse('trainer')
  const response = await trainer.agent
    .get(path)
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = []
      const stream = answer as unknown as NodeJS.ReadableStream
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => done(null, Buffer.concat(chunks)))
    })
  expect([response.status, response.headers['content-type']]).toEqual([200, 'application/pdf'])
  return (response.body as Buffer).toString('latin1')
}
const ownPassport = (): string => `/passports/${network.passportCode}/passport.pdf`
const SEALED = '/SubFilter/ETSI.CAdES.detached'

describe('Adding a seal to a structure', () => {
  it('keeps certificate and key for whoever may read the keys folder, the key encrypted', async () => {
    const chain = await makeCertificateChain()
    const input = { structure: network.home.slug, certificates: chain.certificates, key: chain.key }
    expect(await addSeal(network.services, OPERATOR, input)).toMatchObject({
      structure: network.home.slug,
      name: 'Mission locale du Léon',
      issuer: 'CN=Autorité d’essai',
      validUntil: '2036-01-01T00:00:00.000Z',
      state: 'valid',
      certificates: 2,
    })
    expect((statSync(file()).mode & 0o777).toString(8)).toBe('600')
    const kept = readFileSync(file(), 'utf8')
    const secret = chain.key.split('\n')[5] ?? ''
    expect(secret).toHaveLength(64)
    expect(kept).not.toContain(secret)
    const events = JSON.stringify(await network.db('audit_events').where({ action: 'seal.added' }))
    expect(events).toContain(network.home.id)
    expect(events).not.toContain(secret)
  })

  it('takes keys of every form that PDF readers check, certificates in any order, and a first day to come', async () => {
    for (const kind of ['rsa', 'p-256', 'p-384'] as const)
      expect(await adding({ kind })).toMatchObject({ state: 'valid' })
    const { certificates, key } = await makeCertificateChain()
    const backwards = certificates
      .split(/(?=-----BEGIN)/)
      .reverse()
      .join('')
    expect(await adding({}, { certificates: backwards, key })).toMatchObject({
      name: 'Mission locale du Léon',
    })
    const rsa = createPrivateKey(key).export({ type: 'pkcs1', format: 'pem' })
    expect(await adding({}, { certificates, key: rsa as string })).toMatchObject({ state: 'valid' })
    expect(await adding({ from: new Date('2026-09-01T00:00:00Z') })).toMatchObject({ state: 'not-yet-valid' })
    expect(await adding({ usage: null })).toMatchObject({ state: 'valid' })
    expect(await adding({ usage: 0x40 })).toMatchObject({ state: 'valid' })
    // the last one added is the one
    expect(readdirSync(folder())).toHaveLength(1)
  })

  it('opens an encrypted key with its passphrase only', async () => {
    const chain = await makeCertificateChain()
    const key = createPrivateKey(chain.key).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'sept marées',
    }) as string
    const input = { certificates: chain.certificates, key }
    const refused = { field: 'passphrase', message: 'seals.passphraseRefused' }
    expect(await adding({}, input)).toMatchObject(refused)
    expect(await adding({}, { ...input, passphrase: 'huit marées' })).toMatchObject(refused)
    expect(await adding({}, { ...input, passphrase: 'sept marées' })).toMatchObject({ state: 'valid' })
  })

  it.each<[string, CertificateWishes, Partial<NewSeal>, object]>([
    ['expired', { until: new Date('2026-07-02T00:00:00Z') }, {}, { message: 'seals.certificateExpired' }],
    ['made to certify others', { usage: 0x06 }, {}, { message: 'seals.certificateUsage' }],
    ['made to encipher', { usage: 0x20 }, {}, { message: 'seals.certificateUsage' }],
    ['with a short RSA key', { kind: 'rsa-1024' }, {}, { field: 'key', message: 'seals.keyUnsuited' }],
    ['on a curve that readers do not know', { kind: 'p-521' }, {}, { message: 'seals.keyUnsuited' }],
    ['that is none', {}, { certificates: 'un certificat' }, { message: 'seals.certificateUnread' }],
    ['without a key', {}, { key: 'une clé' }, { field: 'key', message: 'seals.keyUnread' }],
  ])('refuses a certificate %s, and keeps nothing', async (_name, wishes, change, problem) => {
    expect(await adding(wishes, change)).toMatchObject(problem)
    expect(await network.services.seals.list()).toEqual([])
  })

  it('refuses the key of another certificate', async () => {
    const { key } = await makeCertificateChain()
    expect(await adding({}, { key })).toMatchObject({ field: 'key', message: 'seals.keyOfAnother' })
  })

  it('is the platform’s to do, for a structure that exists', async () => {
    const trainer: StaffActor = {
      kind: 'staff',
      accountId: network.accounts.coordinator,
      name: 'Personne',
      email: 'c@exemple.fr',
      admin: false,
      memberships: [{ organisationId: network.home.id, role: 'coordinator' }],
    }
    const { certificates, key } = await makeCertificateChain()
    const input = { structure: network.home.slug, certificates, key }
    await expect(addSeal(network.services, trainer, input)).rejects.toThrow('forbidden')
    await expect(removeSeal(network.services, trainer, input)).rejects.toThrow('forbidden')
    expect(await adding({}, { structure: 'nulle-part' })).toBe('not-found')
  })

  it('is refused to a structure that goes by a neutral label, whose name the certificate would tell', async () => {
    await neutral()
    expect(await adding()).toMatchObject({ field: 'structure', message: 'seals.neutralLabel' })
  })
})

const neutral = () =>
  renameOrganisation(network.services, OPERATOR, {
    organisationId: network.home.id,
    name: network.home.name,
    publicLabel: 'Structure d’accompagnement',
  })

describe('A passport printed alone', () => {
  it('is sealed for staff and for the young person, in the language of the print', async () => {
    await adding()
    expect(await printed(ownPassport())).toContain(SEALED)
    const phone = await youngVisitor(network, network.signed.learnerId)
    const french = String((await phone.file('/me/passport.pdf')).body as Buffer)
    const english = String((await phone.file('/me/passport.pdf?lang=en')).body as Buffer)
    expect([french, english].every((text) => text.includes(SEALED))).toBe(true)
    expect(english).toContain('/Reason(Skills passport drawn up by the structure)')
    expect(french).not.toContain('/Reason(Skills')
  })

  it('goes out without a seal when its structure has none, whatever others have', async () => {
    const { certificates, key } = await makeCertificateChain()
    await addSeal(network.services, OPERATOR, { structure: network.away.slug, certificates, key })
    expect(await printed(ownPassport())).not.toContain(SEALED)
  })

  it('goes out without once the certificate has expired, and the log says why', async () => {
    await adding({ until: new Date('2026-07-04T00:00:00Z') })
    expect(await printed(ownPassport())).toContain(SEALED)
    network.time.now = new Date('2026-07-05T09:00:00Z')
    expect(await printed(ownPassport())).not.toContain(SEALED)
    const { seal, said } = await asked()
    expect(seal).toBeUndefined()
    expect(said).toEqual([expect.stringContaining('a seal is expired (valid until Jul  4')])
  })

  it('goes out without when the seal was damaged or moved, and the log holds nothing secret', async () => {
    await adding()
    const kept = readFileSync(file(), 'utf8')
    const [certificates, closed] = [/"certificates": "[^"]+"/, /"key": "[^"]+"/].map(
      (part) => part.exec(kept)?.[0],
    )
    const another = await makeCertificateChain()
    for (const damaged of [
      '{}',
      'nothing',
      kept.replace(closed ?? '', '"key": "AAAA"'),
      kept.replace(certificates ?? '', `"certificates": ${JSON.stringify(another.certificates)}`),
      kept.replace(certificates ?? '', '"certificates": "none"'),
    ]) {
      writeFileSync(file(), damaged)
      expect(await printed(ownPassport())).not.toContain(SEALED)
      const { seal, said } = await asked()
      expect(seal).toBeUndefined()
      expect(said.join()).not.toContain('PRIVATE KEY')
    }
    writeFileSync(file(), kept)
    writeFileSync(file().replace(network.home.id, network.away.id), kept)
    expect(await findSeal(network.services)(network.away.id)).toBeUndefined()
    expect(await findSeal(network.services)(network.home.id)).toBeDefined()
  })

  it('goes out without as soon as its structure goes by a neutral label', async () => {
    await adding()
    await neutral()
    expect(await printed(ownPassport())).not.toContain(SEALED)
  })

  it('goes out without once its structure is closed', async () => {
    await adding()
    await network
      .db('organisations')
      .where({ id: network.home.id })
      .update({ closed_at: '2026-07-03T09:00:00Z' })
    expect(await findSeal(network.services)(network.home.id)).toBeUndefined()
  })

  it('is not sealed in the file of a whole session, which is for the printer', async () => {
    await adding()
    expect(await printed(`/sessions/${network.signed.sessionId}/passports.pdf`)).not.toContain(SEALED)
  })
})

/** The seal of « home » as asked for twice, and what the log said. */
async function asked() {
  const said: string[] = []
  const note = (details: object, text: string) => void said.push(`${JSON.stringify(details)} ${text}`)
  const log = { warn: note, error: note } as unknown as Logger
  const sealFor = findSeal({ ...network.services, log })
  await sealFor(network.home.id)
  return { seal: await sealFor(network.home.id), said }
}

describe('The list of seals', () => {
  it('tells where each stands, and which this installation cannot open', async () => {
    expect(await listSeals(network.services)).toEqual([])
    await adding({ until: new Date('2026-07-04T00:00:00Z') })
    expect(await listSeals(network.services)).toMatchObject([
      { structure: network.home.slug, state: 'valid' },
    ])
    network.time.now = new Date('2026-07-05T09:00:00Z')
    expect(await listSeals(network.services)).toMatchObject([{ state: 'expired' }])
    const kept = readFileSync(file(), 'utf8')
    writeFileSync(file(), kept.replace(/"key": "[^"]+"/, '"key": "AAAA"'))
    expect(await listSeals(network.services)).toMatchObject([{ state: 'unreadable' }])
    // beyond reading: the others are told all the same
    writeFileSync(file(), kept.replace(/"certificates": "[^"]+"/, '"certificates": "none"'))
    expect(await listSeals(network.services)).toEqual([])
  })
})

describe('Removing a seal', () => {
  it('takes certificate and key away, tells the trail, and does nothing the second time', async () => {
    await adding()
    const input = { structure: network.home.slug }
    expect(await removeSeal(network.services, OPERATOR, input)).toBe(true)
    expect(readdirSync(folder())).toEqual([])
    expect(await printed(ownPassport())).not.toContain(SEALED)
    expect(await removeSeal(network.services, OPERATOR, input)).toBe(false)
    expect(await network.db('audit_events').where({ action: 'seal.removed' })).toHaveLength(1)
  })
  it('keeps the key when the trail cannot tell that it goes', async () => {
    await adding()
    const clock = {
      now: (): never => {
        throw new Error('no trail')
      },
    }
    const input = { structure: network.home.slug }
    await expect(removeSeal({ ...network.services, clock }, OPERATOR, input)).rejects.toThrow('no trail')
    expect(await removeSeal(network.services, OPERATOR, input)).toBe(true)
  })
})
