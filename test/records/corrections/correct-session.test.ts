import { describe, expect, it, onTestFinished } from 'vitest'
import { resumeIssuance } from '../../../server/issuer/issuance/index.ts'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { AppError } from '../../../server/kernel/errors.ts'
import type { Actor } from '../../../server/kernel/roles.ts'
import { setAssessments } from '../../../server/records/assessments/index.ts'
import { correctSession, previewCorrection } from '../../../server/records/corrections/index.ts'
import { verifyByCode } from '../../../server/verifier/verification/index.ts'
import { OPERATOR, snapshot } from '../../support/app-world.ts'
import { aSignedSession, held, papersOf, rowOf, type SignedWorld } from './signed-session.ts'

async function open(options: Parameters<typeof aSignedSession>[0] = {}): Promise<SignedWorld> {
  const world = await aSignedSession(options)
  onTestFinished(() => world.close())
  return world
}

/** Corrects these fields of one person. */
async function correct(
  world: SignedWorld,
  given: string,
  fields: Readonly<Record<string, string>>,
  actor: Actor = world.trainer,
) {
  const row = await rowOf(world, given)
  const { services, sessionId } = world
  await correctSession(services, actor, { sessionId, sheets: [row.typed(fields)] })
  return row
}

describe('correcting a level', () => {
  it('replaces that attestation and the passport, and leaves the rest alone', async () => {
    const world = await open()
    const { learner } = await correct(world, 'Ines', { 'attested:EQUIPE': '4' })
    const papers = await papersOf(world, learner.id)
    const old = papers.find(({ award_key }) => award_key.endsWith(':EQUIPE'))
    expect(old).toMatchObject({ revocation_reason: 'content-wrong' })
    const now = held(papers)
    expect(now.map(({ kind }) => kind).sort()).toEqual(['competence', 'competence', 'mobility', 'passport'])
    const corrected = now.find(({ id }) => id === old?.superseded_by)
    expect(corrected?.signed).toContain('attested-4')
    // who corrects attests what is corrected, and nothing else
    expect(corrected?.signed).toContain('"official":"Maud Le Bris"')
    expect(now.filter(({ signed }) => signed?.includes('"official":"Karim Le Goff"') === true)).toHaveLength(
      3,
    )
    expect((await rowOf(world, 'Ines')).cells[0]?.attested).toMatchObject({
      level: '4',
      authorName: 'Maud Le Bris',
    })
    const others = (await rowOf(world, 'Yann')).learner.id
    expect(held(await papersOf(world, others))).toHaveLength(4)
  })

  it('to « pas encore » withdraws the attestation kindly, and the new passport does not show it', async () => {
    const world = await open()
    const { learner } = await correct(world, 'Ines', { 'attested:ADAPTATION': 'not-yet' })
    const papers = await papersOf(world, learner.id)
    const old = papers.find(({ award_key }) => award_key.endsWith(':ADAPTATION'))
    expect(old).toMatchObject({ revocation_reason: 'content-wrong', superseded_by: null })
    const passport = held(papers).find(({ kind }) => kind === 'passport')
    expect(passport?.signed).toContain('EQUIPE')
    expect(passport?.signed).not.toContain('ADAPTATION')
    expect((await verifyByCode(world.services, passport?.code ?? '')).verdict).toBe('verified')
    expect((await verifyByCode(world.services, old?.code ?? '')).verdict).toBe('revoked')
  })

  it('back from « pas encore » attests it for the first time again', async () => {
    const world = await open()
    await correct(world, 'Ines', { 'attested:ADAPTATION': 'not-yet' })
    const { learner } = await correct(world, 'Ines', { 'attested:ADAPTATION': '3' })
    const now = held(await papersOf(world, learner.id))
    expect(now.filter(({ award_key }) => award_key.includes('ADAPTATION'))).toHaveLength(1)
    expect(now.find(({ kind }) => kind === 'passport')?.signed).toContain('ADAPTATION')
  })

  it('that was the only one leaves the old passport, which says what was withdrawn', async () => {
    const world = await open({ rows: ['Morel;Inès;01/02/2005;;;;;;3;'] })
    const { learner } = await correct(world, 'Inès', { 'attested:EQUIPE': 'not-yet' })
    const now = held(await papersOf(world, learner.id))
    expect(now.map(({ kind }) => kind)).toEqual(['passport'])
    expect((await verifyByCode(world.services, now[0]?.code ?? '')).members).toMatchObject([
      { verdict: 'revoked' },
    ])
  })

  it('of somebody who had nothing gives them their first passport', async () => {
    const world = await open({ rows: ['Morel;Inès;01/02/2005;;;;;;3;2', 'Petit;Noé;02/02/2005;;;;;;;'] })
    const { learner } = await correct(world, 'Noé', { 'attested:EQUIPE': '2' })
    const now = held(await papersOf(world, learner.id))
    expect(now.map(({ kind }) => kind).sort()).toEqual(['competence', 'passport'])
    expect(now.every(({ signed }) => signed !== null)).toBe(true)
  })
})

describe('correcting words', () => {
  it('of one competence changes that attestation; of the person, what tells the stay', async () => {
    const world = await open()
    await correct(world, 'Ines', { 'note:EQUIPE': 'Anime le chantier.' })
    const { learner } = await correct(world, 'Ines', { observation: 'Rassure toute l’équipe.' })
    const now = held(await papersOf(world, learner.id))
    const telling = (words: string) =>
      now
        .filter(({ kind, signed }) => kind !== 'passport' && signed?.includes(words) === true)
        .map(({ kind }) => kind)
    expect([telling('Anime le chantier.'), telling('Rassure toute')]).toEqual([['competence'], ['mobility']])
  })
})

describe('correcting a name', () => {
  it('replaces everything the person was signed, in every session, without touching who attests', async () => {
    const world = await open()
    const { learner } = await correct(world, 'Ines', { givenName: 'Inès', familyName: 'Ben Ali' })
    const now = held(await papersOf(world, learner.id))
    expect(now).toHaveLength(4)
    for (const { signed } of now) {
      expect(signed).toContain('"name":"Inès Ben Ali"')
      expect(signed).not.toContain('Ines Benali')
      expect(signed).not.toContain('Maud Le Bris')
    }
    expect((await rowOf(world, 'Inès')).learner.familyName).toBe('Ben Ali')
    for (const { code, kind } of await papersOf(world, learner.id))
      if (!now.some((one) => one.code === code)) {
        const page = await verifyByCode(world.services, code)
        const newest = now.find((one) => page.successor?.endsWith(one.code))
        expect([page.verdict, newest?.kind]).toEqual(['superseded', kind])
      }
  })

  it('is refused where it is empty, too long, or somebody else’s with the same day of birth', async () => {
    const rows = ['Morel;Inès;01/02/2005;;;;;;3;2', 'Morel;Noé;01/02/2005;;;;;;3;2']
    const world = await open({ rows })
    const before = await snapshot(world)
    for (const [fields, field, message] of [
      [{ givenName: '  ' }, 'givenName', 'fields.required'],
      [{ familyName: 'x'.repeat(101) }, 'familyName', 'fields.tooLong'],
      [{ givenName: 'INES' }, 'familyName', 'fields.personExists'],
    ] as const) {
      const { id } = await rowOf(world, 'Noé')
      await expect(correct(world, 'Noé', fields)).rejects.toMatchObject({
        code: 'invalid-input',
        problems: [{ field: `${id}.${field}`, message }],
      })
    }
    expect(await snapshot(world)).toEqual(before)
  })
})

describe('a correction', () => {
  it('is done entirely or not at all, and its signing resumes', async () => {
    const world = await open()
    const { services, sessionId } = world
    const row = await rowOf(world, 'Ines')
    const sheets = [row.typed({ givenName: 'Inès', 'attested:EQUIPE': '4' })]
    const ring = {
      ...services.ring,
      signingKeyOfDid: (_db: unknown, did: string) =>
        Promise.reject(new AppError('key-missing', { key: did })),
    }
    const outcome = await correctSession({ ...services, ring }, world.trainer, { sessionId, sheets })
    expect(outcome).toEqual({ people: 1, signed: 0, failed: 4 })
    // until the new ones are signed, the old ones are what there is
    const [passport] = held(await papersOf(world, row.learner.id)).filter(({ kind }) => kind === 'passport')
    expect((await verifyByCode(services, passport?.code ?? '')).verdict).toBe('verified')
    await expect(correct(world, 'Inès', { 'attested:EQUIPE': '1' })).rejects.toMatchObject({
      code: 'correction-pending',
    })
    expect(await resumeIssuance(services, { sessionId })).toEqual({ signed: 4, failed: 0 })
    expect(held(await papersOf(world, row.learner.id))).toHaveLength(4)
    expect((await verifyByCode(services, passport?.code ?? '')).verdict).toBe('superseded')
  })

  it('is remembered by the structure, value by value, and by the audit trail without them', async () => {
    const world = await open()
    await correct(world, 'Ines', { givenName: 'Inès', 'attested:EQUIPE': '4' })
    const made: unknown = await world
      .db('corrections')
      .orderBy('field')
      .select('field', 'competence', 'value_before', 'value_after', 'made_by_name', 'organisation_id')
    const by = { made_by_name: 'Maud Le Bris', organisation_id: world.home.id }
    expect(made).toEqual([
      { field: 'givenName', competence: null, value_before: 'Ines', value_after: 'Inès', ...by },
      { field: 'level', competence: 'EQUIPE', value_before: '3', value_after: '4', ...by },
    ])
    const events = (await world.db('audit_events').where({ action: 'session.corrected' })) as {
      details: string
    }[]
    expect(events).toHaveLength(1)
    expect(events[0]?.details).not.toMatch(/In[eè]s/)
  })

  it('belongs to the trainers named in the session and the coordinators of its structure', async () => {
    const world = await open()
    const { coordinator, colleague, neighbour, trainer } = world
    for (const [actor, code] of [
      [colleague, 'not-found'],
      [neighbour, 'not-found'],
      [{ ...neighbour, admin: true }, 'forbidden'],
    ] as const) {
      await expect(correct(world, 'Ines', { 'attested:EQUIPE': '4' }, actor)).rejects.toMatchObject({ code })
      await expect(
        previewCorrection(world.services, actor, { sessionId: world.sessionId, sheets: [] }),
      ).rejects.toMatchObject({ code })
    }
    await correct(world, 'Ines', { 'attested:EQUIPE': '4' }, coordinator)
    await correct(world, 'Ines', { 'attested:EQUIPE': '2' }, trainer)
  })

  it('is the only way in which a signed session changes', async () => {
    const world = await open()
    const { id } = await rowOf(world, 'Ines')
    const { services, sessionId } = world
    const changes = [{ enrolmentId: id, competence: 'EQUIPE', voice: 'attested' as const, level: '4' }]
    await expect(
      setAssessments(services.db, services, world.trainer, { sessionId, changes }),
    ).rejects.toMatchObject({
      code: 'session-already-signed',
    })
  })

  it('is refused when nothing is typed over, or a colleague was faster', async () => {
    const world = await open()
    const { services, sessionId } = world
    await expect(correct(world, 'Ines', {})).rejects.toMatchObject({ code: 'nothing-to-correct' })
    const stale = (await rowOf(world, 'Ines')).typed({ 'attested:EQUIPE': '1' })
    await correct(world, 'Ines', { 'attested:EQUIPE': '4' })
    await expect(
      correctSession(services, world.trainer, { sessionId, sheets: [stale] }),
    ).rejects.toMatchObject({
      code: 'changed-meanwhile',
      problems: [{ params: { current: '4', typed: '1' } }],
    })
  })

  it('is refused when it would do something else than what was shown', async () => {
    const world = await open()
    const { services, sessionId, trainer } = world
    const row = await rowOf(world, 'Ines')
    const sheets = [row.typed({ 'attested:EQUIPE': '4' })]
    const { plan } = await previewCorrection(services, trainer, { sessionId, sheets })
    const [paper] = plan.people[0]?.reissued ?? []
    await revokeCredential(services, OPERATOR, {
      credential: paper?.record.id ?? '',
      reason: 'holder-request',
    })
    const input = { sessionId, sheets, version: plan.version }
    await expect(correctSession(services, trainer, input)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
  })

  it('refuses a level that the competence does not have, words too long, and people of elsewhere', async () => {
    const world = await open()
    const { id } = await rowOf(world, 'Ines')
    for (const [fields, field] of [
      [{ 'attested:EQUIPE': '9' }, 'attested:EQUIPE'],
      [{ 'note:EQUIPE': 'x'.repeat(1001) }, 'note:EQUIPE'],
      [{ observation: 'x'.repeat(1001) }, 'observation'],
    ] as const)
      await expect(correct(world, 'Ines', fields)).rejects.toMatchObject({
        code: 'invalid-input',
        problems: [{ field: `${id}.${field}` }],
      })
    const sheets = [{ enrolmentId: 'nobody', typed: { givenName: 'x' }, shown: {} }]
    await expect(
      correctSession(world.services, world.trainer, { sessionId: world.sessionId, sheets }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
