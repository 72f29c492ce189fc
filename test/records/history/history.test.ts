import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordEvent } from '../../../server/access/audit/index.ts'
import { listHistory } from '../../../server/records/history/index.ts'
import { setAssessments } from '../../../server/records/assessments/index.ts'
import type { EnrolmentId } from '../../../server/kernel/ids.ts'
import { openNetwork, OPERATOR, saidOn, type Network } from '../../support/app-world.ts'

describe('the history of a young person', () => {
  let network: Network
  beforeAll(async () => {
    network = await openNetwork()
  })
  afterAll(() => network.close())

  it('tells their coordinator who did what, and when, in words', async () => {
    const { learnerId } = network.signed
    const page = await (await network.browse('coordinator')).open(`/learners/${learnerId}/history`)
    expect(page.status).toBe(200)
    const said = saidOn(page)
    expect(said).toContain('Historique de Zéphyrine Quillévéré')
    for (const deed of ['a créé le dossier', 'a signé la session', 'a signé un document'])
      expect(said).toContain(deed)
    // a sentence for each, never the name of an action
    expect(said).not.toMatch(/\b[a-z-]+\.[a-z]+-?[a-z]*\b(?<!passerelle\.test)/)
  })

  it('says of a session only what concerns this person', async () => {
    const { db, services, open, signed } = network
    const before = (await listHistory(db, OPERATOR, signed.learnerId)).events.length
    const place = (await db('enrolments')
      .where({ session_id: open.sessionId })
      .whereNot({ learner_id: open.learnerId })
      .first()) as { id: EnrolmentId }
    const other = place.id
    await setAssessments(db, services, OPERATOR, {
      sessionId: open.sessionId,
      changes: [{ enrolmentId: other, competence: 'EQUIPE', voice: 'attested', level: '4' }],
    })
    const after = (await listHistory(db, OPERATOR, signed.learnerId)).events
    expect(after.length).toBe(before)
    const own = (await listHistory(db, OPERATOR, await learnerOf(other))).events
    expect(own.some(({ action }) => action === 'session.assessed')).toBe(true)
  })

  it('is not crowded out by what a busy session does with others', async () => {
    const { db, signed } = network
    const place = (await db('enrolments').where({ learner_id: signed.learnerId }).first()) as {
      session_id: string
    }
    const subject = { type: 'training-session', id: place.session_id }
    const busy = {
      at: new Date('2026-12-01T09:00:00Z'),
      actor: OPERATOR,
      action: 'session.assessed',
      subject,
    }
    for (let times = 0; times < 320; times++)
      await recordEvent(db, { ...busy, details: { enrolments: ['somebody-else'] } })
    const actions = (await listHistory(db, OPERATOR, signed.learnerId)).events.map(({ action }) => action)
    expect(actions).toContain('learner.created')
  })

  const learnerOf = async (enrolmentId: string): Promise<string> => {
    const row = (await network.db('enrolments').where({ id: enrolmentId }).first()) as { learner_id: string }
    return row.learner_id
  }
})
