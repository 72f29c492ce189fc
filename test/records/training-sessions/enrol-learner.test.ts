import { expect, test } from 'vitest'
import type { EnrolmentInput } from '../../../server/records/training-sessions/index.ts'
import {
  createSession,
  enrol,
  listEnrolments,
  requireEnrolment,
  setAttendance,
  setObservation,
} from '../../../server/records/training-sessions/index.ts'
import { aLearner, aNetwork, aReturnSession, aSession } from './a-network.ts'

test('saying twice that a young person takes part changes nothing the second time', async () => {
  const network = await aNetwork()
  const session = await createSession(network.deps, network.anne, aReturnSession(network))
  const { learner, mobility } = await aLearner(network, 'Inès', 'Bernard')
  const input: EnrolmentInput = { sessionId: session.id, learnerId: learner.id, mobilityId: mobility.id }
  const put = (change: Partial<EnrolmentInput>) =>
    network.db.transaction(async (trx) => enrol(trx, network.deps, network.anne, { ...input, ...change }))

  const created = await put({})
  expect(created.outcome).toBe('created')
  expect(await put({})).toEqual({ enrolmentId: created.enrolmentId, outcome: 'unchanged' })
  expect(await put({ attendance: 'present', observation: 'À l’aise.' })).toMatchObject({ outcome: 'updated' })
  expect(await put({ attendance: 'present' })).toMatchObject({ outcome: 'unchanged' })
  expect(await listEnrolments(network.db, session.id)).toMatchObject([
    {
      attendance: 'present',
      observation: 'À l’aise.',
      learner: { givenName: 'Inès' },
      mobility: { hostTown: 'Brême' },
    },
  ])
})

test('young people keep the order in which they were enrolled', async () => {
  const network = await aNetwork()
  const { session } = await aSession(network)
  const names = (await listEnrolments(network.db, session.id)).map(({ learner }) => learner.givenName)
  expect(names).toEqual(['Inès', 'Malo'])
})

test('somebody else’s stay, an unknown learner and another structure’s session are not found', async () => {
  const network = await aNetwork()
  const { session, ines, malo } = await aSession(network)
  const put = (actor: typeof network.anne, change: Partial<EnrolmentInput>) =>
    network.db.transaction(async (trx) =>
      enrol(trx, network.deps, actor, { sessionId: session.id, learnerId: ines.learner.id, ...change }),
    )
  const notFound = { code: 'not-found' }
  await expect(put(network.anne, { mobilityId: malo.mobility.id })).rejects.toMatchObject(notFound)
  await expect(put(network.anne, { learnerId: 'nobody' as never })).rejects.toMatchObject(notFound)
  await expect(put(network.stranger, {})).rejects.toMatchObject(notFound)
})

test('attendance and observation are written once, and only for a place of this session', async () => {
  const network = await aNetwork()
  const { session, ines } = await aSession(network)
  const other = await aSession(network)
  const { db, deps, anne } = network
  const here = { sessionId: session.id, enrolmentId: ines.enrolmentId }
  expect(await setAttendance(db, deps, anne, { ...here, attendance: 'absent' })).toBe(true)
  expect(await setAttendance(db, deps, anne, { ...here, attendance: 'absent' })).toBe(false)
  expect(await setObservation(db, deps, anne, { ...here, observation: ' Vue aider deux camarades. ' })).toBe(
    true,
  )
  expect(await requireEnrolment(db, session.id, ines.enrolmentId)).toMatchObject({
    attendance: 'absent',
    observation: 'Vue aider deux camarades.',
  })
  const elsewhere = { sessionId: session.id, enrolmentId: other.ines.enrolmentId }
  const attempt = setAttendance(db, deps, anne, { ...elsewhere, attendance: 'present' })
  await expect(attempt).rejects.toMatchObject({ code: 'not-found' })
  const long = setObservation(db, deps, anne, { ...here, observation: 'x'.repeat(1001) })
  await expect(long).rejects.toMatchObject({ code: 'invalid-input', problems: [{ field: 'observation' }] })
})
