import { describe, expect, test } from 'vitest'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import { checkInstallation, openKeyRing } from '../../../server/issuer/keys/index.ts'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { verifyByCode, verifyDocument } from '../../../server/verifier/verification/index.ts'
import { aPassport } from '../../issuer/issuing-world.ts'
import { issuePassport, openWorld, signedByCode, SYSTEM, type IssuingWorld } from '../verifying-world.ts'

/** The same installation, started again under another address. */
async function movedTo(world: IssuingWorld, publicUrl: string): Promise<IssuingWorld> {
  await checkInstallation(world)
  const { keysDir, clock, log } = world
  const moved = { ...world, publicUrl, ring: await openKeyRing({ keysDir, publicUrl, clock, log }) }
  await checkInstallation(moved)
  return moved
}

describe.each([
  ['from http to https', 'http://127.0.0.1:3000', 'https://passeport.example.fr'],
  ['from https to http', 'https://passeport.example.fr', 'http://127.0.0.1:3000'],
  ['to another port', 'http://127.0.0.1:3000', 'http://127.0.0.1:4000'],
  ['to another port over https', 'https://passeport.example.fr', 'https://passeport.example.fr:8443'],
  ['to another name', 'https://passeport.example.fr', 'https://competences.example.eu'],
])('an installation that moved %s', (_name, before, after) => {
  test('still verifies what it issued, withdrawals included', async () => {
    const old = await openWorld({ publicUrl: before })
    const issued = await issuePassport(old)
    const moved = await movedTo(old, after)
    const page = await verifyByCode(moved, issued.code)
    expect(page.checks.filter(({ status }) => status === 'failed' || status === 'unavailable')).toEqual([])
    expect(page.verdict).toBe('verified')
    expect(page.members?.map(({ verdict }) => verdict)).toEqual(Array(4).fill('verified'))

    const [competence] = issued.competences
    await revokeCredential(moved, SYSTEM, { credential: competence?.code ?? '', reason: 'issued-in-error' })
    expect((await verifyByCode(moved, competence?.code ?? '')).verdict).toBe('revoked')
    const file = await signedByCode(moved, competence?.code ?? '')
    expect((await verifyDocument(moved, file)).verdict).toBe('revoked')
  })

  test('signs what was asked for before, and new passports supersede the old ones', async () => {
    const old = await openWorld({ publicUrl: before })
    const issued = await issuePassport(old)
    const asking = (world: IssuingWorld, key: string) =>
      world.db.transaction((trx) =>
        requestIssuance(trx, world, SYSTEM, [aPassport(issued.organisationId, issued.learner, key)]),
      )
    await asking(old, 'asked-before')
    const moved = await movedTo(old, after)
    expect(await completeIssuance(moved)).toEqual({ signed: 1, failed: 0 })
    const { credentials } = await asking(moved, 'asked-after')
    expect(await completeIssuance(moved)).toEqual({ signed: 1, failed: 0 })
    expect((await verifyByCode(moved, credentials[0]?.code ?? '')).verdict).toBe('verified')
    expect((await verifyByCode(moved, issued.code)).verdict).toBe('superseded')
    const file = await signedByCode(moved, issued.code)
    expect((await verifyDocument(moved, file)).verdict).toBe('superseded')
  })
})
