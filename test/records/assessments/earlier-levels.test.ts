import { describe, expect, test } from 'vitest'
import { setAssessments } from '../../../server/records/assessments/index.ts'
import { createSession, enrol, markSessionSigned } from '../../../server/records/training-sessions/index.ts'
import { aNetwork, aReturnSession, aSession, day, operator, TEAM } from '../training-sessions/a-network.ts'
import { aServer } from '../training-sessions/a-server.ts'

/** Anne's return session, and Inès at a departure session in January where her level was attested. */
async function aDeparture(options: { signed?: boolean; level?: string } = {}) {
  const network = await aNetwork()
  const { session, ines } = await aSession(network, { competences: [TEAM] })
  const { db, deps, clock } = network
  const departure = await createSession(deps, operator, {
    ...aReturnSession(network),
    kind: 'departure',
    startsOn: day('2026-01-12'),
    endsOn: day('2026-01-12'),
    competences: [TEAM],
  })
  const { enrolmentId } = await db.transaction(async (trx) =>
    enrol(trx, deps, operator, {
      sessionId: departure.id,
      learnerId: ines.learner.id,
      attendance: 'present',
    }),
  )
  await setAssessments(db, deps, operator, {
    sessionId: departure.id,
    changes: [{ enrolmentId, competence: TEAM, voice: 'attested', level: options.level ?? '1' }],
  })
  if (options.signed !== false)
    await markSessionSigned(db, departure.id, { at: clock.now(), actor: operator, name: 'Anne' })
  const { browserOf } = await aServer(network)
  const seenBy = async (actor: typeof network.anne) =>
    (await browserOf(actor).get(`/sessions/${session.id}`)).text.replace(/\s+/g, ' ')
  return { ...network, seenBy }
}

const SEEN = 'au départ, janvier 2026 : avec de l’aide'

describe('the grid of a return session', () => {
  test('shows what was attested at the departure, with its date', async () => {
    const { anne, seenBy } = await aDeparture()
    expect(await seenBy(anne)).toContain(SEEN)
  })

  test('shows no level of a session that is not signed: it is still a draft', async () => {
    const { anne, seenBy } = await aDeparture({ signed: false })
    expect(await seenBy(anne)).not.toContain('au départ')
  })

  test('shows no « pas encore » of an earlier session', async () => {
    const { anne, seenBy } = await aDeparture({ level: 'not-yet' })
    expect(await seenBy(anne)).not.toContain('au départ')
  })

  test('shows nothing of structures where the reader has no role', async () => {
    const { db, anne, seenBy, brest } = await aDeparture()
    await db('training_sessions').where({ kind: 'departure' }).update({ organisation_id: brest })
    expect(await seenBy(anne)).not.toContain('au départ')
  })
})
