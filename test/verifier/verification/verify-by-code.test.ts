import { expect, test } from 'vitest'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { verifyByCode } from '../../../server/verifier/verification/index.ts'
import {
  idOfCode,
  issuePassport,
  openWorld,
  signedByCode,
  SYSTEM,
  type IssuingWorld,
} from '../verifying-world.ts'

const outcomes = (page: { checks: readonly { name: string; status: string }[] }): Record<string, string> =>
  Object.fromEntries(page.checks.map(({ name, status }) => [name, status]))

/** Changes the stored bytes behind the platform's back. */
async function tamper(world: IssuingWorld, code: string, change: (signed: string) => string): Promise<void> {
  const signed = JSON.stringify(await signedByCode(world, code))
  const changed = change(signed)
  expect(changed).not.toBe(signed)
  await world.db('credentials').where({ code }).update({ signed: changed })
}

test('a passport that was just issued is verified, and so is everything in it', async () => {
  const world = await openWorld()
  const passport = await issuePassport(world)
  const page = await verifyByCode(world, passport.code)
  expect(page.verdict).toBe('verified')
  expect(outcomes(page)).toMatchObject({
    proof: 'passed',
    issuer: 'passed',
    validity: 'passed',
    status: 'passed',
    members: 'passed',
    successor: 'passed',
  })
  expect(page.members?.map(({ verdict }) => verdict)).toEqual([
    'verified',
    'verified',
    'verified',
    'verified',
  ])
  expect(page.checkedAt).toBe('2026-07-03T09:00:00Z')
})

test('one competence has a verdict of its own', async () => {
  const world = await openWorld()
  const { competences } = await issuePassport(world)
  for (const { code } of competences)
    expect(await verifyByCode(world, code)).toMatchObject({ verdict: 'verified' })
})

test('a code is understood as people type it: small letters, spaces, O for 0', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  const typed = ` ${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase().replaceAll('0', 'o')
  expect(await verifyByCode(world, typed)).toMatchObject({ verdict: 'verified', code })
})

test.each(['ZZZZZZZZZZZZ', 'ABC', '', '7K3F9QXW2M4T7K3F', "' or 1=1 --", '../../etc/passwd'])(
  'the code "%s" leads to no document',
  async (typed) => {
    const world = await openWorld()
    expect(await verifyByCode(world, typed)).toMatchObject({ verdict: 'not-found', checks: [] })
  },
)

test('a passport whose signing has not ended is not there yet', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  await world.db('credentials').where({ code }).update({ signed: null, signed_at: null })
  expect(await verifyByCode(world, code)).toMatchObject({ verdict: 'not-found' })
})

test('a withdrawn passport turns at once and says when and why', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  expect(await verifyByCode(world, code)).toMatchObject({ verdict: 'verified' })
  world.clock.set('2026-10-02T08:00:00Z')
  await revokeCredential(world, SYSTEM, { credential: code, reason: 'content-wrong' })
  expect(await verifyByCode(world, code)).toMatchObject({
    verdict: 'revoked',
    revokedAt: '2026-10-02T08:00:00Z',
    revocationReason: 'content-wrong',
  })
})

test('a withdrawal counts even before the status list says so', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  await world.db('credentials').where({ code }).update({ revoked_at: '2026-10-02T08:00:00Z' })
  expect(await verifyByCode(world, code)).toMatchObject({ verdict: 'revoked' })
})

test('one withdrawn competence is said, while the rest of the passport stays verified', async () => {
  const world = await openWorld()
  const { code, competences } = await issuePassport(world)
  const [first] = competences
  await revokeCredential(world, SYSTEM, { credential: first?.code ?? '', reason: 'content-wrong' })
  const page = await verifyByCode(world, code)
  expect(page.verdict).toBe('verified')
  expect(outcomes(page)).toMatchObject({ members: 'warning' })
  const verdicts = page.members?.map(({ verdict }) => verdict) ?? []
  expect(verdicts.filter((verdict) => verdict === 'revoked')).toHaveLength(1)
  expect(verdicts.filter((verdict) => verdict === 'verified')).toHaveLength(3)
  expect(page.members?.find(({ verdict }) => verdict === 'revoked')?.record?.revokedAt).toBe(
    '2026-07-03T09:00:00Z',
  )
})

test('a replaced passport leads to the newest one, not to the next', async () => {
  const world = await openWorld()
  const first = await issuePassport(world)
  const second = await issuePassport(world)
  const third = await issuePassport(world)
  await world
    .db('credentials')
    .where({ code: first.code })
    .update({ superseded_by: await idOfCode(world, second.code) })
  await world
    .db('credentials')
    .where({ code: second.code })
    .update({ superseded_by: await idOfCode(world, third.code) })
  expect(await verifyByCode(world, first.code)).toMatchObject({
    verdict: 'superseded',
    successor: `${world.publicUrl}/v/${third.code}`,
  })
  expect(await verifyByCode(world, third.code)).toMatchObject({ verdict: 'verified' })
})

test('a withdrawn passport stays withdrawn when another has replaced it', async () => {
  const world = await openWorld()
  const first = await issuePassport(world)
  const second = await issuePassport(world)
  await world
    .db('credentials')
    .where({ code: first.code })
    .update({ superseded_by: await idOfCode(world, second.code) })
  await revokeCredential(world, SYSTEM, { credential: first.code, reason: 'other' })
  expect(await verifyByCode(world, first.code)).toMatchObject({ verdict: 'revoked' })
})

test('one changed letter in the name makes the document not authentic', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  await tamper(world, code, (signed) => signed.replaceAll('Inès Benali', 'Inès Benalo'))
  expect(await verifyByCode(world, code)).toMatchObject({ verdict: 'not-authentic' })
})

test('one changed letter inside a member makes the whole passport not authentic', async () => {
  const world = await openWorld()
  const { code, competences } = await issuePassport(world)
  const member = await signedByCode(world, competences[0]?.code ?? '')
  const [proof = { proofValue: '' }] = member['proof'] as { proofValue: string }[]
  await tamper(world, code, (signed) =>
    signed.replace(
      proof.proofValue,
      `${proof.proofValue.slice(0, -1)}${proof.proofValue.endsWith('2') ? '3' : '2'}`,
    ),
  )
  expect(await verifyByCode(world, code)).toMatchObject({ verdict: 'not-authentic' })
})

test('after erasure a withdrawn document is still known as withdrawn, and nothing else of it', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  await revokeCredential(world, SYSTEM, { credential: code, reason: 'holder-request' })
  await world.db('credentials').where({ code }).update({ signed: null })
  const page = await verifyByCode(world, code)
  expect(page).toMatchObject({ verdict: 'revoked' })
  expect(page.document).toBeUndefined()
})
