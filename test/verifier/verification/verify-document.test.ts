import { expect, test } from 'vitest'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { didKeyOf, generateKeyPair, verificationMethodOf, type SigningKey } from '../../../server/vc/index.ts'
import { verifyDocument } from '../../../server/verifier/verification/index.ts'
import { idOfCode, issuePassport, openWorld, signAnything, signedByCode, SYSTEM } from '../verifying-world.ts'

async function aStranger(): Promise<SigningKey> {
  const pair = await generateKeyPair()
  const did = didKeyOf(pair.publicKeyMultibase)
  return { ...pair, did, verificationMethod: verificationMethodOf(did, pair.publicKeyMultibase) }
}

test('a document of ours is verified wherever it was kept', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  expect(await verifyDocument(world, await signedByCode(world, code))).toMatchObject({ verdict: 'verified' })
})

test('a document of ours that was withdrawn or replaced says so, even as a file', async () => {
  const world = await openWorld()
  const { code, competences } = await issuePassport(world)
  const file = await signedByCode(world, code)
  const other = await issuePassport(world)
  await world
    .db('credentials')
    .where({ code })
    .update({ superseded_by: await idOfCode(world, other.code) })
  expect(await verifyDocument(world, file)).toMatchObject({ verdict: 'superseded' })
  const competence = await signedByCode(world, competences[0]?.code ?? '')
  await revokeCredential(world, SYSTEM, { credential: competences[0]?.code ?? '', reason: 'other' })
  expect(await verifyDocument(world, competence)).toMatchObject({ verdict: 'revoked' })
})

test('a signature of somebody we do not know is intact, and that is all', async () => {
  const world = await openWorld()
  const document = await signAnything(world, {}, await aStranger())
  expect(await verifyDocument(world, document)).toMatchObject({ verdict: 'issuer-unknown' })
})

test('a stranger who borrows the address of one of our documents learns nothing about it', async () => {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  await revokeCredential(world, SYSTEM, { credential: code, reason: 'other' })
  const borrowed = await signAnything(
    world,
    { id: `${world.publicUrl}/credentials/${code}` },
    await aStranger(),
  )
  const result = await verifyDocument(world, borrowed)
  expect(result.verdict).toBe('issuer-unknown')
  expect(result.record).toBeUndefined()
})

test('a partner we vouch for who borrows such an address speaks for itself, and not for our structures', async () => {
  const world = await openWorld()
  const { competences } = await issuePassport(world)
  const partner = await aStranger()
  const borrowed = await signAnything(
    world,
    { id: `https://partenaire.example/credentials/${competences[0]?.code ?? ''}` },
    partner,
  )
  const issuers = { documentOf: () => undefined, trusts: (id: string) => id === partner.did }
  const result = await verifyDocument({ ...world, issuers }, borrowed)
  expect(result.verdict).toBe('verified')
  expect(result.record).toBeUndefined()
})

test('before its date a document is not valid yet, after it expired; both stay authentic', async () => {
  const world = await openWorld()
  const early = await signAnything(world, { validFrom: '2040-01-01T00:00:00Z' })
  expect(await verifyDocument(world, early)).toMatchObject({ verdict: 'not-yet-valid' })
  const late = await signAnything(world, { validUntil: '2026-12-31T00:00:00Z' })
  world.clock.set('2027-03-01T00:00:00Z')
  expect(await verifyDocument(world, late)).toMatchObject({ verdict: 'expired' })
})

test('a status list that cannot be reached leaves the question open: not false', async () => {
  const world = await openWorld()
  const document = await signAnything(world, {
    credentialStatus: {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: 'https://elsewhere.example/status/1',
    },
  })
  expect(await verifyDocument(world, document)).toMatchObject({ verdict: 'unverifiable-now' })
})

test.each([
  null,
  'text',
  12,
  [],
  {},
  { proof: null },
  { '@context': 'https://www.w3.org/ns/credentials/v2' },
])('what is no credential (%j) is not authentic and breaks nothing', async (document) => {
  const world = await openWorld()
  expect(await verifyDocument(world, document)).toMatchObject({ verdict: 'not-authentic' })
})
