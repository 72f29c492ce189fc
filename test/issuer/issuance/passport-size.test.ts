import { describe, expect, it } from 'vitest'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import {
  aLearner,
  anAttendance,
  aPassport,
  aStructure,
  openWorld,
  storedCredentials,
  SYSTEM,
} from '../issuing-world.ts'

describe('a passport of more credentials than can be verified at once', () => {
  it('is not signed and says so; its credentials are', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const learner = aLearner()
    const ask = (awards: Parameters<typeof requestIssuance>[3]) =>
      world.db.transaction((trx) => requestIssuance(trx, world, SYSTEM, awards))
    await ask([anAttendance(structure, learner)])
    await completeIssuance(world)
    // two hundred more, signed the quick way: by copying
    const [{ id: _, ...signed } = { id: '' }] = await storedCredentials(world.db)
    for (let copy = 1; copy <= 200; copy++) {
      const own = { id: `copy-${copy}`, code: `COPY${copy}`, award_key: `copy-${copy}` }
      await world.db('credentials').insert({ ...signed, ...own })
    }
    await ask([aPassport(structure, learner)])
    expect(await completeIssuance(world)).toEqual({ signed: 0, failed: 1 })
    const passport = (await storedCredentials(world.db)).find(({ kind }) => kind === 'passport')
    expect(passport).toMatchObject({ signed: null, failure: 'passport-too-large' })
  })
})
