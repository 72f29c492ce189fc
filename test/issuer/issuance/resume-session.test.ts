import { rename } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { completeIssuance, requestIssuance, resumeIssuance } from '../../../server/issuer/issuance/index.ts'
import { openKeyRing } from '../../../server/issuer/keys/index.ts'
import { newId, type OrganisationId, type TrainingSessionId } from '../../../server/kernel/ids.ts'
import { temporaryFolder } from '../../support/database.ts'
import {
  aLearner,
  anAttendance,
  aPassport,
  aStructure,
  openWorld,
  storedCredentials,
  SYSTEM,
  type IssuingWorld,
} from '../issuing-world.ts'

/** A learner's attendance and passport, asked for by a session of their own. */
async function askForSession(world: IssuingWorld, structure: OrganisationId) {
  const learner = aLearner()
  const sessionId = newId<TrainingSessionId>()
  const awards = [anAttendance(structure, learner), aPassport(structure, learner)]
  await world.db.transaction((trx) =>
    requestIssuance(
      trx,
      world,
      SYSTEM,
      awards.map((award) => ({ ...award, sessionId })),
    ),
  )
  return { sessionId, learner }
}

describe('resuming the signature of one session', () => {
  it('tries again what failed, and leaves the other sessions’ backlog alone', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const ours = await askForSession(world, structure)
    const theirs = await askForSession(world, structure)

    const elsewhere = `${temporaryFolder()}/keys`
    await rename(world.keysDir, elsewhere)
    const { keysDir, publicUrl, clock, log } = world
    const keyless = { ...world, ring: await openKeyRing({ keysDir, publicUrl, clock, log }) }
    expect(await completeIssuance(keyless)).toEqual({ signed: 0, failed: 4 })
    expect(await resumeIssuance(keyless, { sessionId: ours.sessionId })).toEqual({ signed: 0, failed: 2 })

    expect(await resumeIssuance(world, { sessionId: ours.sessionId })).toEqual({ signed: 2, failed: 0 })
    for (const { learner_id, signed, failure } of await storedCredentials(world.db))
      if (learner_id === ours.learner.id) expect([signed === null, failure]).toEqual([false, null])
      else expect([signed, failure]).toEqual([null, expect.any(String)])

    expect(await resumeIssuance(world, { sessionId: theirs.sessionId })).toEqual({ signed: 2, failed: 0 })
    expect(await resumeIssuance(world)).toEqual({ signed: 0, failed: 0 })
  })

  it('signs no other session’s credentials that merely wait', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const ours = await askForSession(world, structure)
    await askForSession(world, structure)
    expect(await resumeIssuance(world, { sessionId: ours.sessionId })).toEqual({ signed: 2, failed: 0 })
    const waiting = (await storedCredentials(world.db)).filter(({ signed }) => signed === null)
    expect(waiting).toHaveLength(2)
  })
})
