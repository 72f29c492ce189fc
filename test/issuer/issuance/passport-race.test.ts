import { describe, expect, it } from 'vitest'
import { assemblePassport } from '../../../server/issuer/issuance/assemble-passport.ts'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import { createProgress } from '../../../server/issuer/issuance/progress.ts'
import { signPassports } from '../../../server/issuer/issuance/sign-passports.ts'
import { createSigner, type Signer } from '../../../server/issuer/signing/index.ts'
import type { Award } from '../../../server/issuer/credentials/index.ts'
import { memberCredentials, type JsonObject } from '../../../server/vc/index.ts'
import {
  aLearner,
  anAttendance,
  aPassport,
  aStructure,
  openWorld,
  storedCredentials,
  SYSTEM,
  verifyStored,
  type IssuingWorld,
} from '../issuing-world.ts'

const request = (world: IssuingWorld, award: Award) =>
  world.db.transaction((trx) => requestIssuance(trx, world, SYSTEM, [award]))

describe('a passport that two servers assemble at once', () => {
  it('is never stored with an older content than its list of members says', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const learner = aLearner()
    await request(world, anAttendance(structure, learner, 'departure'))
    await completeIssuance(world)
    const passport = (await request(world, aPassport(structure, learner))).credentials[0]
    if (passport === undefined) throw new Error('no passport was asked for')

    // while we sign, the other server signs one more credential, assembles the same passport, and is killed
    const signer = afterSigning(createSigner(1, world), async () => {
      const { batchId } = await request(world, anAttendance(structure, learner, 'return'))
      await completeIssuance(world, { batchId })
      await world.db.transaction((trx) => assemblePassport(trx, world, passport.id))
    })
    const progress = createProgress(1)
    await signPassports(world, signer, [passport.id], progress)

    expect(progress.outcome()).toEqual({ signed: 1, failed: 0 })
    const stored = (await storedCredentials(world.db)).find(({ id }) => id === passport.id)
    const document = JSON.parse(stored?.signed ?? '{}') as JsonObject
    const listed: unknown[] = await world.db('passport_members').where({ passport_id: passport.id })
    expect(memberCredentials(document)).toHaveLength(2)
    expect(listed).toHaveLength(2)
    expect((await verifyStored(world, stored?.signed)).verdict).toBe('verified')
  })
})

/** Lets something happen once, between a signature and its being stored. */
function afterSigning(signer: Signer, meanwhile: () => Promise<void>): Signer {
  let happened = false
  return {
    width: 1,
    close: () => signer.close(),
    async sign(job) {
      const outcomes = await signer.sign(job)
      if (!happened) {
        happened = true
        await meanwhile()
      }
      return outcomes
    },
  }
}
