import { rmSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listCredentialsOfSession, readCredential } from '../../../server/issuer/credentials/index.ts'
import { openKeyRing } from '../../../server/issuer/keys/index.ts'
import { createLogger } from '../../../server/platform/log/index.ts'
import {
  setAssessments,
  signSession,
  type AssessmentChange,
} from '../../../server/records/assessments/index.ts'
import { previewSigning } from '../../../server/records/assessments/sign-session.ts'
import {
  findSession,
  setAttendance,
  setObservation,
  type NewSession,
} from '../../../server/records/training-sessions/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { temporaryFolder } from '../../support/database.ts'
import { ADAPT, aNetwork, aSession, day, operator, TEAM } from '../training-sessions/a-network.ts'

async function aSignableSession(change: Partial<NewSession> = {}) {
  const network = await aNetwork()
  const keysDir = temporaryFolder()
  onTestFinished(() => rmSync(keysDir, { recursive: true, force: true }))
  const log = createLogger('silent')
  const publicUrl = 'http://localhost:3000'
  const ring = await openKeyRing({ keysDir, publicUrl, clock: network.clock, log })
  const deps = { ...network.deps, ring, log, publicUrl, platformName: 'Passerelle' }
  const session = await aSession(network, { competences: [TEAM, ADAPT], ...change })
  const say = (changes: Partial<AssessmentChange>[]) =>
    setAssessments(network.db, deps, network.anne, {
      sessionId: session.session.id,
      changes: changes.map((one) => ({
        enrolmentId: session.ines.enrolmentId,
        competence: TEAM,
        voice: 'attested',
        level: '3',
        ...one,
      })),
    })
  const sign = (actor: Parameters<typeof signSession>[1] = network.anne, input = {}) =>
    signSession(deps, actor, { sessionId: session.session.id, ...input })
  const credentials = () => listCredentialsOfSession(network.db, session.session.id)
  const absent = (enrolmentId: string) =>
    setAttendance(network.db, deps, network.anne, {
      sessionId: session.session.id,
      enrolmentId,
      attendance: 'absent',
    })
  return { ...network, ...session, deps, say, sign, credentials, absent }
}

describe('signing a session in one act', () => {
  test('gives each young person present their credentials and a passport, all signed', async () => {
    const session = await aSignableSession()
    await session.say([{}, { voice: 'declared', level: '4' }, { voice: 'confirmed', level: '2' }])
    const result = await session.sign()
    expect(result).toMatchObject({ failed: 0, signed: 7 })
    const kinds = (learnerId: string, all: Awaited<ReturnType<typeof session.credentials>>) =>
      all
        .filter((one) => one.learnerId === learnerId)
        .map(({ kind }) => kind)
        .sort()
    const all = await session.credentials()
    expect(kinds(session.ines.learner.id, all)).toEqual(['attendance', 'competence', 'mobility', 'passport'])
    expect(kinds(session.malo.learner.id, all)).toEqual(['attendance', 'mobility', 'passport'])
    expect(all.every(({ signed }) => signed !== null)).toBe(true)
    expect(await findSession(session.db, session.session.id)).toMatchObject({ signedByName: 'Anne Le Goff' })
  })

  test('keeps the three voices apart and names the trainer', async () => {
    const session = await aSignableSession()
    await session.say([
      { observation: 'Vue aider deux camarades.' },
      { voice: 'declared', level: '4' },
      { voice: 'confirmed', level: '2' },
    ])
    await session.sign()
    const found = (await session.credentials()).find(({ kind }) => kind === 'competence')
    const content = readCredential(JSON.parse(found?.signed ?? '{}') as JsonObject)
    expect(content).toMatchObject({
      holderName: 'Inès Bernard',
      attestedBy: 'Anne Le Goff',
      locale: 'fr',
      observation: 'Vue aider deux camarades.',
      competence: {
        code: TEAM,
        level: '3',
        declaredLevel: '4',
        confirmedLevel: '2',
        confirmedBy: 'Tischlerei Weber',
      },
    })
  })

  test('« pas encore » of any voice is in no credential', async () => {
    const session = await aSignableSession()
    await session.say([
      {},
      { voice: 'declared', level: 'not-yet' },
      { voice: 'confirmed', level: 'not-yet' },
      { competence: ADAPT, level: 'not-yet', observation: 'En parler plus tard.' },
      { competence: ADAPT, voice: 'declared', level: '1' },
    ])
    await session.sign()
    const all = await session.credentials()
    expect(all.filter(({ kind }) => kind === 'competence')).toHaveLength(1)
    const texts = all.map(({ signed }) => signed).join('\n')
    for (const never of [
      'not-yet',
      'pas encore',
      'Pas encore',
      'En parler plus tard',
      `achievements/${ADAPT}`,
    ])
      expect(texts).not.toContain(never)
  })

  test('somebody absent gets nothing, even where levels were noted', async () => {
    const session = await aSignableSession()
    await session.say([{}])
    await session.absent(session.ines.enrolmentId)
    await session.sign()
    const learners = new Set((await session.credentials()).map(({ learnerId }) => learnerId))
    expect(learners).toEqual(new Set([session.malo.learner.id]))
  })

  test('a session before the departure attests attendance, no stay', async () => {
    const session = await aSignableSession({ kind: 'departure', competences: [] })
    await session.sign()
    const kinds = new Set((await session.credentials()).map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['attendance', 'passport']))
  })

  test('the credentials speak the language of the session', async () => {
    const session = await aSignableSession({ locale: 'en' })
    await session.say([{}])
    await session.sign()
    expect((await session.credentials()).every(({ locale }) => locale === 'en')).toBe(true)
  })

  test('evidence is cited by its title and fingerprint, in the competence it speaks of, never its words', async () => {
    const session = await aSignableSession()
    await session.say([{}, { competence: ADAPT }])
    const piece = {
      enrolment_id: session.ines.enrolmentId,
      kind: 'photo',
      narrative: 'Entre nous',
      file_key: 'k',
      media_type: 'image/jpeg',
      size: 3,
      sha256: 'ab'.repeat(32),
      added_by: 'Anne Le Goff',
      created_at: '2026-07-03T10:00:00Z',
    }
    await session.db('evidence').insert({ ...piece, id: 'e1', competence: TEAM, title: 'La charpente' })
    await session.sign()
    const contents = (await session.credentials())
      .filter(({ kind }) => kind === 'competence')
      .map(({ signed }) => readCredential(JSON.parse(signed ?? '{}') as JsonObject))
    const of = (code: string) =>
      JSON.stringify(contents.find(({ competence }) => competence?.code === code)?.evidence)
    expect(of(TEAM)).toContain('La charpente')
    expect(of(TEAM)).toContain('Photo')
    expect(of(ADAPT)).not.toContain('La charpente')
    const texts = (await session.credentials()).map(({ signed }) => signed).join('\n')
    const fingerprint = Buffer.from(piece.sha256, 'hex').toString('base64url')
    expect(texts.includes(fingerprint)).toBe(true)
    expect(texts.includes('Entre nous')).toBe(false)
  })

  test('the command line signs for the trainer it names', async () => {
    const session = await aSignableSession()
    await session.sign(operator, { attestedBy: 'Anne Le Goff' })
    expect(await findSession(session.db, session.session.id)).toMatchObject({ signedByName: 'Anne Le Goff' })
  })
})

describe('a signature is refused', () => {
  test('when there is nothing to sign', async () => {
    const session = await aSignableSession()
    await session.absent(session.ines.enrolmentId)
    await session.absent(session.malo.enrolmentId)
    await expect(session.sign()).rejects.toMatchObject({ code: 'nothing-to-sign' })
    expect((await findSession(session.db, session.session.id))?.signedAt).toBeUndefined()
  })

  test('the second time', async () => {
    const session = await aSignableSession()
    await session.sign()
    const before = await session.credentials()
    await expect(session.sign()).rejects.toMatchObject({ code: 'session-already-signed' })
    expect(await session.credentials()).toEqual(before)
  })

  test('of two trainers at once, one signs and no credential is doubled', async () => {
    const session = await aSignableSession()
    const outcomes = await Promise.allSettled([session.sign(), session.sign(session.coordinator)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await session.credentials()).toHaveLength(6)
  })

  test('to somebody who is not of the session, and to the platform’s admin', async () => {
    const session = await aSignableSession()
    await expect(session.sign(session.yann)).rejects.toMatchObject({ code: 'not-found' })
    await expect(session.sign(session.stranger)).rejects.toMatchObject({ code: 'not-found' })
    const admin = { ...session.stranger, admin: true }
    await expect(session.sign(admin)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('when the grid changed after the trainer read what would be signed', async () => {
    const session = await aSignableSession()
    await session.say([{}])
    const { version, plan } = await previewSigning(session.deps, session.anne, session.session.id)
    expect(plan).toMatchObject({ credentials: 5, recipients: 2 })
    await session.say([{ level: '4' }])
    await expect(session.sign(session.anne, { version })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const again = await previewSigning(session.deps, session.anne, session.session.id)
    await expect(session.sign(session.anne, { version: again.version })).resolves.toMatchObject({ failed: 0 })
  })
})

describe('what a credential tells', () => {
  test('is no stay that is not over, not even beside a competence', async () => {
    const session = await aSignableSession()
    await session.say([{}])
    await session
      .db('mobilities')
      .where({ id: session.ines.mobility.id })
      .update({ ends_on: day('2026-08-30') })
    await session.sign()
    const texts = (await session.credentials())
      .filter(({ learnerId }) => learnerId === session.ines.learner.id)
      .map(({ signed }) => signed)
    expect(texts.join('\n')).toContain(`achievements/${TEAM}`)
    for (const never of ['2026-08-30', '2026-03-30', 'Tischlerei', 'Brême'])
      expect(texts.join('\n')).not.toContain(never)
  })

  test('is the day it was in Paris, also around midnight', async () => {
    const session = await aSignableSession()
    session.clock.now = () => new Date('2026-07-03T22:30:00Z')
    await session.sign()
    const [found] = await session.credentials()
    expect(JSON.parse(found?.signed ?? '{}')).toMatchObject({ awardedDate: '2026-07-04T00:00:00Z' })
  })
})

describe('the preview says what will happen', () => {
  test('for a stay that is not over, an observation, « pas encore » and what is still open', async () => {
    const session = await aSignableSession()
    await session.say([{ level: 'not-yet' }])
    await setObservation(session.db, session.deps, session.anne, {
      sessionId: session.session.id,
      enrolmentId: session.ines.enrolmentId,
      observation: 'Curieuse.',
    })
    await session
      .db('mobilities')
      .where({ id: session.ines.mobility.id })
      .update({ ends_on: day('2026-08-30') })
    const { plan } = await previewSigning(session.deps, session.anne, session.session.id)
    expect(plan.people[0]).toMatchObject({
      mobility: false,
      attendance: true,
      credentials: 1,
      notYet: [{ code: TEAM }],
      open: [{ code: ADAPT }],
    })
    await session.sign()
    const kinds = (await session.credentials())
      .filter(({ learnerId }) => learnerId === session.ines.learner.id)
      .map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['attendance', 'passport'])
  })
})
