import { describe, expect, it } from 'vitest'
import { whenSigned } from '../../../server/issuer/credentials/index.ts'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { aLearner, anAttendance, aStructure, openWorld, storedCredentials, SYSTEM } from '../issuing-world.ts'

async function aSignedCredential() {
  const world = await openWorld()
  const structure = await aStructure(world.db)
  await world.db.transaction((trx) =>
    requestIssuance(trx, world, SYSTEM, [anAttendance(structure, aLearner())]),
  )
  world.clock.set('2026-07-03T10:15:30.500Z')
  await completeIssuance(world)
  const [stored] = await storedCredentials(world.db)
  return { world, document: JSON.parse(stored?.signed ?? '') as JsonObject }
}

describe('our register', () => {
  it('says when it saw a document signed, however its members are ordered', async () => {
    const { world, document } = await aSignedCredential()
    const turned = Object.fromEntries(Object.entries(document).reverse())
    for (const same of [document, turned, structuredClone(document)])
      expect(await whenSigned(world.db, same)).toEqual(new Date('2026-07-03T10:15:30Z'))
  })

  it('never saw what differs by one value, has no code of ours, or no id at all', async () => {
    const { world, document } = await aSignedCredential()
    const { id: _, ...nameless } = document
    const others = [
      { ...document, validFrom: '2020-01-01T00:00:00Z' },
      { ...document, proof: [] },
      { ...document, id: 'https://example.org/credentials/0123456789AB' },
      { ...document, id: 'urn:uuid:0b1de5b1-8a5a-4a3f-9f5f-0f6a1f0ec3a1' },
      { ...document, id: 7 },
      nameless,
    ]
    for (const other of others) expect(await whenSigned(world.db, other)).toBeUndefined()
  })

  it('has not seen what is still to be signed', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    await world.db.transaction((trx) =>
      requestIssuance(trx, world, SYSTEM, [anAttendance(structure, aLearner())]),
    )
    const [stored] = await storedCredentials(world.db)
    const document = JSON.parse(stored?.unsigned ?? '') as JsonObject
    expect(await whenSigned(world.db, document)).toBeUndefined()
  })
})
