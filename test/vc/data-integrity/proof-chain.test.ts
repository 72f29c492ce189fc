import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyCredential, verifyPresentation } from '../../../server/vc/index.ts'
import type { JsonObject, SigningKey } from '../../../server/vc/index.ts'
import { changed, codeOf, competence, newKey, signCarelessly, verifyOptions } from '../builders.ts'

const [issuer, notary] = [await newKey(), await newKey()]
const FIRST = 'urn:uuid:11111111-1111-4111-8111-111111111111'
const SECOND = 'urn:uuid:22222222-2222-4222-8222-222222222222'
const THIRD = 'urn:uuid:33333333-3333-4333-8333-333333333333'
const unsigned = competence(issuer.did)

/** A proof over the credential and the proofs before it, as a well-made or careless signer makes it. */
async function proofBy(
  key: SigningKey,
  id: string | undefined,
  over: JsonObject[] = [],
  named = idsOf(over),
) {
  const proof = {
    ...(id === undefined ? {} : { id }),
    ...(named.length === 0 ? {} : { previousProof: named }),
  }
  const signed = await signCarelessly(unsigned, key, { proof, ...(over.length === 0 ? {} : { over }) })
  return signed.proof as JsonObject
}
const idsOf = (proofs: JsonObject[]): string[] => proofs.map(({ id }) => (typeof id === 'string' ? id : ''))
const verify = (proof: JsonObject[]) => verifyCredential({ ...unsigned, proof }, verifyOptions())
const codeFor = async (proofs: JsonObject[]) => codeOf((await verify(proofs)).checks, 'proof')

describe('a chain of proofs', () => {
  test('is verified, in any order, and with one previous proof written as a text', async () => {
    const first = await proofBy(issuer, FIRST)
    const second = await proofBy(issuer, SECOND, [first])
    const third = await proofBy(issuer, undefined, [first, second])
    expect((await verify([first, second, third])).verdict).toBe('verified')
    expect((await verify([third, second, first])).verdict).toBe('verified')
    expect((await verify([first, { ...second, previousProof: FIRST }])).verdict).toBe('verified')
  })

  test('may begin with the proof of somebody else, once the issuer signs over it', async () => {
    const theirs = await proofBy(notary, FIRST)
    const between = await proofBy(notary, SECOND, [theirs])
    const ours = await proofBy(issuer, undefined, [between])
    expect((await verify([theirs, await proofBy(issuer, undefined, [theirs])])).verdict).toBe('verified')
    expect((await verify([theirs, between, ours])).verdict).toBe('verified')
  })

  test('does not lend the issuer’s name to a proof that it did not sign over', async () => {
    const [ours, theirs] = [await proofBy(issuer, FIRST), await proofBy(notary, SECOND)]
    expect(await codeFor([ours, theirs])).toBe('issuer-not-key-controller')
    expect(await codeFor([theirs])).toBe('issuer-not-key-controller')
    // a seal put on top of the issuer's signature is nobody's word but its own
    expect(await codeFor([ours, await proofBy(notary, SECOND, [ours])])).toBe('issuer-not-key-controller')
  })

  test('is refused when a link is missing, and when one was taken away', async () => {
    const first = await proofBy(issuer, FIRST)
    const second = await proofBy(issuer, SECOND, [first])
    expect(await codeFor([second])).toBe('previous-proof-missing')
    expect(await codeFor([first, { ...second, previousProof: [FIRST, THIRD] }])).toBe(
      'previous-proof-missing',
    )
    const { previousProof: _previous, ...alone } = second
    expect(await codeFor([alone])).toBe('signature-invalid')
  })

  test('is refused when only its last proof is good', async () => {
    const bad = { ...(await proofBy(issuer, FIRST)), created: '2026-01-01T00:00:00Z' }
    const last = await proofBy(issuer, undefined, [bad])
    expect(await codeFor([bad, last])).toBe('signature-invalid')
    expect(await codeFor([last, bad])).toBe('signature-invalid')
  })

  test('is refused when its last proof covers another first one than is there', async () => {
    const [first, other] = [await proofBy(issuer, FIRST), await proofBy(notary, FIRST)]
    expect(await codeFor([other, await proofBy(issuer, undefined, [first], [FIRST])])).toBe(
      'signature-invalid',
    )
  })

  test('is refused when a proof names itself', async () => {
    const first = await proofBy(issuer, FIRST)
    expect(await codeFor([{ ...first, previousProof: FIRST }])).toBe('previous-proof-circular')
  })

  test('is refused when it leads back to its beginning, however long it is', async () => {
    const first = await proofBy(issuer, FIRST)
    const second = await proofBy(issuer, SECOND, [first])
    const third = await proofBy(issuer, THIRD, [second])
    expect(await codeFor([{ ...first, previousProof: SECOND }, second])).toBe('previous-proof-circular')
    expect(await codeFor([{ ...first, previousProof: [THIRD] }, second, third])).toBe(
      'previous-proof-circular',
    )
  })

  test('is refused when two proofs share an id: nobody could say which one was meant', async () => {
    const [first, second] = [await proofBy(issuer, FIRST), await proofBy(issuer, FIRST)]
    expect(await codeFor([first, second, await proofBy(issuer, undefined, [first])])).toBe('proof-invalid')
  })

  test.each([[5], [[FIRST, null]], [{}]])('is refused when previousProof is %j', async (previousProof) => {
    const first = await proofBy(issuer, FIRST)
    const wrong = changed({ ...unsigned, proof: [first] }, ['proof', 0, 'previousProof'], previousProof)
    const { checks } = await verifyCredential(wrong, verifyOptions())
    expect(codeOf(checks, 'proof')).toBe('proof-invalid')
  })

  test('in a presentation has one signer only: the holder', async () => {
    const shown: JsonObject = { '@context': unsigned['@context'] ?? [], type: ['VerifiablePresentation'] }
    const options = { proof: { id: FIRST }, purpose: 'authentication' }
    const theirs = (await signCarelessly(shown, notary, options)).proof as JsonObject
    const over = { proof: { previousProof: FIRST }, purpose: 'authentication', over: [theirs] }
    const ours = (await signCarelessly(shown, issuer, over)).proof as JsonObject
    for (const holder of [{}, { holder: issuer.did }]) {
      const result = await verifyPresentation({ ...shown, ...holder, proof: [theirs, ours] }, verifyOptions())
      expect(result.verdict).toBe('not-authentic')
    }
  })
})

const RECORDED = join(import.meta.dirname, '../../../../shared/conformance/verify-vc.jsonl')

describe.skipIf(!existsSync(RECORDED))('the recorded chains of the W3C suite', () => {
  const recorded = readRecorded().filter(({ text }) => text.includes('previousProof'))
  test('are both among the requests', () => expect(recorded.length).toBeGreaterThan(3))
  test.each(recorded)('line $line: $expect', async ({ credential, expect: expected }) => {
    const { verdict } = await verifyCredential(credential, {
      ...verifyOptions(),
      now: new Date('2026-12-01T00:00:00Z'),
    })
    expect(verdict === 'verified').toBe(expected === 'accept')
  })
})

function readRecorded(): { line: number; text: string; expect: string; credential: unknown }[] {
  if (!existsSync(RECORDED)) return []
  return readFileSync(RECORDED, 'utf8')
    .trim()
    .split('\n')
    .map((text, index) => {
      const request = JSON.parse(text) as { expect: string; body: { verifiableCredential: unknown } }
      return { line: index + 1, text, expect: request.expect, credential: request.body.verifiableCredential }
    })
}
