import { describe, expect, it } from 'vitest'
import { compactProofsKeeper, trustList } from '../../../server/issuer/compact-proofs/index.ts'
import { AppError } from '../../../server/kernel/errors.ts'
import { compromiseKey } from '../../../server/issuer/key-life/index.ts'
import { rotateKey } from '../../../server/issuer/keys/index.ts'
import { actionsOf } from '../issuing-world.ts'
import { OPERATOR } from '../../support/app-world.ts'
import { aPrintedWorld, passportRecord, printProof, scanned, withdraw } from './proof-world.ts'

describe('the proof in a passport’s printed code', () => {
  it('says what the page says, and a telephone believes it without asking the server', async () => {
    const { world, ines } = await aPrintedWorld()
    const judged = await scanned(world, ines, (await printProof(world, ines)) ?? '')
    expect(judged.verdict).toBe('verified')
    expect(judged.claims).toEqual({
      code: (await passportRecord(world, ines)).code,
      name: 'Inès Benali',
      issued: '2026-07',
      stays: [{ country: 'DE', from: '2026-03', months: 3 }],
      skills: [
        { number: 1, level: 3, of: 4, voice: 'attested' },
        { number: 2, level: 3, of: 6, voice: 'attested' },
      ],
    })
    expect(judged.key).toMatchObject({
      issuer: world.platformName,
      email: 'contact@region.example',
      state: 'active',
    })
  })

  it('is made once and told to the trail once, however often it is printed', async () => {
    const { world, ines } = await aPrintedWorld()
    const { id } = await passportRecord(world, ines)
    const first = await printProof(world, ines)
    world.clock.set('2026-09-01T09:00:00Z')
    expect(await printProof(world, ines)).toBe(first)
    const told = (await actionsOf(world.db, id)).filter((action) => action === 'compact-proof.made')
    expect(told).toHaveLength(1)
  })

  it('is the same for whoever prints at the same moment', async () => {
    const { world, ines } = await aPrintedWorld()
    const printed = await Promise.all([1, 2, 3].map(() => printProof(world, ines)))
    expect(new Set(printed).size).toBe(1)
    expect(await world.db('compact_proofs').select('digits')).toHaveLength(1)
  })

  it('still counts after its key was replaced, and is not made again for that', async () => {
    const { world, ines } = await aPrintedWorld()
    const digits = (await printProof(world, ines)) ?? ''
    world.clock.set('2026-10-01T09:00:00Z')
    await rotateKey(world, OPERATOR, { issuerSlug: 'platform' })
    expect(await printProof(world, ines)).toBe(digits)
    expect(await scanned(world, ines, digits)).toMatchObject({
      verdict: 'verified',
      key: { state: 'retired', until: '2026-10-01T09:00:00Z' },
    })
  })

  it('is made again when its key was compromised; the one on paper is believed no more', async () => {
    const { world, ines } = await aPrintedWorld()
    const digits = (await printProof(world, ines)) ?? ''
    world.clock.set('2026-10-01T09:00:00Z')
    const { keyId } = await world.ring.signingKey(world.db, (await passportRecord(world, ines)).issuerId)
    await compromiseKey(world, { ...world.karim, admin: true }, { keyId, since: world.clock.now() })
    const again = (await printProof(world, ines)) ?? ''
    expect(again).not.toBe(digits)
    expect((await scanned(world, ines, again)).verdict).toBe('verified')
    expect(await scanned(world, ines, digits)).toMatchObject({
      verdict: 'not-authentic',
      reason: 'key-compromised',
    })
  })
})

describe('a competence withdrawn since', () => {
  it('is in the next print’s proof no more, and the paper that tells it is out of date', async () => {
    const { world, ines } = await aPrintedWorld()
    const paper = (await printProof(world, ines)) ?? ''
    world.clock.set('2026-08-01T09:00:00Z')
    await withdraw(world, { kind: 'competence', award_key: `${world.sessionId}:${ines}:LANG-DE` })
    // at once, before anybody prints again
    expect((await scanned(world, ines, paper)).verdict).toBe('superseded')
    const again = (await printProof(world, ines)) ?? ''
    const judged = await scanned(world, ines, again)
    expect(judged.verdict).toBe('verified')
    expect(judged.claims?.skills).toEqual([{ number: 1, level: 3, of: 4, voice: 'attested' }])
    expect((await scanned(world, ines, paper)).verdict).toBe('superseded')
  })

  it('leaves the proof as it was when the page goes on telling the same', async () => {
    const { world, ines } = await aPrintedWorld()
    const paper = (await printProof(world, ines)) ?? ''
    world.clock.set('2026-08-01T09:00:00Z')
    // the competences still tell the stay
    await withdraw(world, { kind: 'mobility' })
    world.clock.set('2026-08-02T09:00:00Z')
    expect(await printProof(world, ines)).toBe(paper)
    expect((await scanned(world, ines, paper)).verdict).toBe('verified')
  })
})

describe('no proof is printed', () => {
  it.each([
    ['is withdrawn', { revoked_at: '2026-07-04T00:00:00Z' }],
    ['has a successor', { superseded_by: 'another' }],
  ])('for a passport that %s', async (_, change) => {
    const { world, ines } = await aPrintedWorld()
    const { id } = await passportRecord(world, ines)
    const successor = 'superseded_by' in change ? { superseded_by: id } : change
    await world.db('credentials').where({ id }).update(successor)
    expect(await printProof(world, ines)).toBeUndefined()
  })

  it('while a guardian has not agreed that others open a minor’s page', async () => {
    const { world, ines } = await aPrintedWorld()
    await world.db('learners').where({ id: ines }).update({ birth_date: '2010-01-01' })
    expect(await printProof(world, ines)).toBeUndefined()
    expect(await world.db('compact_proofs').select('digits')).toEqual([])
  })

  it('while the key cannot be used, and the passport is printed all the same', async () => {
    const { world, ines } = await aPrintedWorld()
    const signingKey = () => Promise.reject(new AppError('key-token-unavailable', { reason: 'no token' }))
    const lost = { ...world.ring, signingKey }
    expect(await printProof({ ...world, ring: lost }, ines)).toBeUndefined()
    expect(await printProof(world, ines)).toMatch(/^[1-9][0-9]+$/)
  })
})

describe('the list that telephones keep', () => {
  it.each([
    ['revoked', { revoked_at: '2026-07-04T00:00:00Z' }],
    ['suspended', { suspended_at: '2026-07-04T00:00:00Z' }],
  ])('says that a printed passport is %s', async (verdict, change) => {
    const { world, ines } = await aPrintedWorld()
    const digits = (await printProof(world, ines)) ?? ''
    const { id } = await passportRecord(world, ines)
    await world.db('credentials').where({ id }).update(change)
    expect((await scanned(world, ines, digits)).verdict).toBe(verdict)
    await world.db('credentials').where({ id }).update({ revoked_at: null, suspended_at: null })
    expect((await scanned(world, ines, digits)).verdict).toBe('verified')
  })

  it('says that a printed passport has a successor', async () => {
    const { world, ines } = await aPrintedWorld()
    const digits = (await printProof(world, ines)) ?? ''
    const { id } = await passportRecord(world, ines)
    await world.db('credentials').where({ id }).update({ superseded_by: id })
    expect((await scanned(world, ines, digits)).verdict).toBe('superseded')
  })

  it('names no passport that was never printed, and nobody at all', async () => {
    const { world } = await aPrintedWorld()
    await withdraw(world, { kind: 'passport' })
    const trust = await trustList({ ...world, platformContact: undefined })
    expect(trust.gone).toEqual({ revoked: '', suspended: '', superseded: '' })
    expect(JSON.stringify(trust)).not.toMatch(/Benali|Inès|urn:uuid/)
  })

  it('knows every key of platform and structures by the name of its owner today', async () => {
    const { world } = await aPrintedWorld()
    await world
      .db('organisations')
      .where({ id: world.quimper })
      .update({ contact_email: 'ml@quimper.example' })
    const { keys, madeAt } = await trustList({ ...world, platformContact: undefined })
    expect(madeAt).toBe('2026-07-03T09:00:00Z')
    expect(keys.map(({ issuer, email, state }) => [issuer, email, state])).toEqual(
      expect.arrayContaining([
        ['Mission locale de Quimper', 'ml@quimper.example', 'active'],
        [world.platformName, undefined, 'active'],
      ]),
    )
    expect(keys.every(({ id, x }) => /^[0-9a-f]{8}$/.test(id) && /^[\w-]{43}$/.test(x))).toBe(true)
  })
})

describe('an erasure', () => {
  it.each([
    ['stays true where the person left it so', null, 'verified'],
    ['is revoked where they chose that', '2026-08-01T00:00:00Z', 'revoked'],
  ])('takes the proof away, which names the person; the paper %s', async (_, revokedAt, verdict) => {
    const { world, ines } = await aPrintedWorld()
    const digits = (await printProof(world, ines)) ?? ''
    const { id } = await passportRecord(world, ines)
    const [told] = await compactProofsKeeper.exportOf(world.db, ines)
    expect(told?.records).toMatchObject([{ digits }])
    await world.db.transaction(async (trx) => {
      await compactProofsKeeper.erase(trx, ines, '2026-08-01T00:00:00Z')
      await trx('credentials')
        .where({ id })
        .update({ erased_at: '2026-08-01T00:00:00Z', signed: null, revoked_at: revokedAt })
    })
    expect(await world.db('compact_proofs').select('digits')).toEqual([])
    expect((await scanned(world, ines, digits)).verdict).toBe(verdict)
  })
})
