import { expect, it } from 'vitest'
import { openKeyRing, rotateKey } from '../../../server/issuer/keys/index.ts'
import { OPERATOR } from '../../support/app-world.ts'
import { haveSoftHsm, makeSoftToken } from '../keys/soft-token.ts'
import { aPrintedWorld, printProof, scanned } from './proof-world.ts'

it.skipIf(!haveSoftHsm())('A key that never leaves its token signs proofs like any other', async () => {
  const { world, ines } = await aPrintedWorld()
  const ring = await openKeyRing({ ...world, keyStore: makeSoftToken().settings })
  const withToken = { ...world, ring }
  await rotateKey(withToken, OPERATOR, { issuerSlug: 'platform' })
  const digits = (await printProof(withToken, ines)) ?? ''
  expect(await scanned(withToken, ines, digits)).toMatchObject({
    verdict: 'verified',
    key: { state: 'active' },
  })
})
