import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { from } from '@digitalbazaar/ecdsa-multikey'
import { describe, expect, test } from 'vitest'
import { decompressPoint } from '../../../server/vc/crypto/compressed-point.ts'
import { importEcdsaVerifier } from '../../../server/vc/crypto/ecdsa.ts'
import { decodeMultibase58, encodeMultibase58 } from '../../../server/vc/crypto/multibase.ts'
import { canonicaliseDocument } from '../../../server/vc/json-ld/canonicalise.ts'
import { didKeyDocument, issueCredential, verifyCredential } from '../../../server/vc/index.ts'
import type { JsonObject, SigningKey } from '../../../server/vc/index.ts'
import { NOW, changed, codeOf, competence, newKey, sign, verifyOptions } from '../builders.ts'

const p256 = await newKey(undefined, 'P-256')
const p384 = await newKey(undefined, 'P-384')
const ed25519 = await newKey()
const proofOf = ({ proof }: JsonObject): JsonObject => (proof as JsonObject[])[0] ?? {}
const valueOf = (signed: JsonObject): Uint8Array => {
  const { proofValue } = proofOf(signed)
  return decodeMultibase58(typeof proofValue === 'string' ? proofValue : '') ?? new Uint8Array()
}
const verify = (document: JsonObject) => verifyCredential(document, verifyOptions())
const withValue = (signed: JsonObject, proofValue: string): JsonObject =>
  changed(signed, ['proof', 0, 'proofValue'], proofValue)

describe.each([
  ['P-256', p256, 64, 'SHA-256'],
  ['P-384', p384, 96, 'SHA-384'],
] as const)('a credential signed with %s', (curve, key, length, hash) => {
  test('is verified, with ecdsa-rdfc-2019 and a raw signature in base58-btc', async () => {
    const signed = await sign(competence(key.did), key)
    expect(proofOf(signed)).toMatchObject({ type: 'DataIntegrityProof', cryptosuite: 'ecdsa-rdfc-2019' })
    expect(valueOf(signed)).toHaveLength(length)
    expect((await verify(signed)).verdict).toBe('verified')
  })

  test(`signs the ${hash} hashes of proof and document, with ${hash} in the canonicalisation as well`, async () => {
    const signed = await sign(competence(key.did), key)
    const { proof: _proof, ...document } = signed
    const { proofValue: _value, ...config } = proofOf(signed)
    const { documentLoader } = verifyOptions()
    const hashes: Buffer[] = []
    for (const part of [{ ...config, '@context': document['@context'] ?? [] }, document]) {
      const canonical = await canonicaliseDocument(part, documentLoader, hash)
      hashes.push(createHash(hash).update(canonical).digest())
    }
    const pair = await from({ type: 'Multikey', publicKeyMultibase: key.publicKeyMultibase })
    const data = Buffer.concat(hashes)
    expect(await pair.verifier().verify({ data, signature: valueOf(signed) })).toBe(true)
  })

  test('is refused when one letter of it changes', async () => {
    const forged = changed(await sign(competence(key.did), key), ['credentialSubject', 'name'], 'Inès Martim')
    expect(codeOf((await verify(forged)).checks, 'proof')).toBe('signature-invalid')
  })

  test('can be signed by a key that never leaves its store', async () => {
    const pair = await from({ type: 'Multikey', ...key })
    const { secretKeyMultibase: _secret, ...name } = key
    const kept: SigningKey = { ...name, sign: (data) => pair.signer().sign({ data }) }
    expect((await verify(await sign(competence(key.did), kept))).verdict).toBe('verified')
  })

  test('is not signed by a store that answers in DER, or with another key', async () => {
    const { secretKeyMultibase: _secret, ...name } = key
    const other = await from({ type: 'Multikey', ...(await newKey(undefined, curve)) })
    for (const foreign of [
      () => Promise.resolve(new Uint8Array(71).fill(48)),
      (data: Uint8Array) => other.signer().sign({ data }),
    ]) {
      const refused = issueCredential(competence(key.did), { ...name, sign: foreign }, { now: NOW })
      await expect(refused).rejects.toMatchObject({ reason: 'key-invalid' })
    }
  })

  test.each([
    ['a byte too short', (value: Uint8Array) => value.subarray(1)],
    ['a byte too long', (value: Uint8Array) => Uint8Array.of(...value, 0)],
    [
      'of the other curve’s length',
      (value: Uint8Array) => new Uint8Array(value.length === 64 ? 96 : 64).fill(7),
    ],
    ['all zeros', (value: Uint8Array) => new Uint8Array(value.length)],
    ['all ones', (value: Uint8Array) => new Uint8Array(value.length).fill(255)],
    [
      'with its halves swapped',
      (value: Uint8Array) =>
        Uint8Array.of(...value.subarray(value.length / 2), ...value.subarray(0, value.length / 2)),
    ],
    ['written as DER', derOf],
  ])('is refused with a signature %s', async (_name, change) => {
    const signed = await sign(competence(key.did), key)
    const { verdict, checks } = await verify(withValue(signed, encodeMultibase58(change(valueOf(signed)))))
    expect(verdict).toBe('not-authentic')
    expect(['signature-invalid', 'proof-invalid']).toContain(codeOf(checks, 'proof'))
  })

  test('is refused with the signature in base64url: one alphabet, one text', async () => {
    const signed = await sign(competence(key.did), key)
    const written = `u${Buffer.from(valueOf(signed)).toString('base64url')}`
    expect(codeOf((await verify(withValue(signed, written))).checks, 'proof')).toBe('proof-invalid')
  })
})

describe('suites and keys that do not fit', () => {
  test.each([
    ['eddsa-rdfc-2022', p256],
    ['ecdsa-rdfc-2019', ed25519],
    ['ecdsa-sd-2023', p384],
    ['ecdsa-sd-2023', ed25519],
  ] as const)('%s does not sign with another kind of key', async (cryptosuite, key) => {
    const refused = issueCredential(competence(key.did), key, { now: NOW, cryptosuite })
    await expect(refused).rejects.toMatchObject({ reason: 'key-invalid' })
  })

  test('a signature does not verify under the name of another suite', async () => {
    const signed = await sign(competence(p256.did), p256)
    const renamed = changed(signed, ['proof', 0, 'cryptosuite'], 'eddsa-rdfc-2022')
    expect(codeOf((await verify(renamed)).checks, 'proof')).toBe('signature-invalid')
  })

  test('a P-256 signature does not verify with a P-384 key, nor the other way round', async () => {
    for (const [by, under] of [
      [p256, p384],
      [p384, p256],
    ] as const) {
      const signed = await sign(competence(by.did), by)
      const moved = changed(
        { ...signed, issuer: under.did },
        ['proof', 0, 'verificationMethod'],
        under.verificationMethod,
      )
      expect(codeOf((await verify(moved)).checks, 'proof')).toBe('signature-invalid')
    }
  })

  test('a secret key of one curve is no half of a public key of the other', async () => {
    const mixed = { ...p256, secretKeyMultibase: p384.secretKeyMultibase }
    await expect(sign(competence(p256.did), mixed)).rejects.toMatchObject({ reason: 'key-invalid' })
    const swapped = { ...p256, secretKeyMultibase: (await newKey(undefined, 'P-256')).secretKeyMultibase }
    await expect(sign(competence(p256.did), swapped)).rejects.toMatchObject({ reason: 'key-invalid' })
  })
})

describe('a compressed public key', () => {
  const compressed = decodeMultibase58(p256.publicKeyMultibase)?.subarray(2) ?? new Uint8Array()

  test('is the point that the library and Node read', async () => {
    for (const [curve, key] of [
      ['P-256', p256],
      ['P-384', p384],
    ] as const) {
      const point = decompressPoint(
        curve,
        decodeMultibase58(key.publicKeyMultibase)?.subarray(2) ?? new Uint8Array(),
      )
      const data = Buffer.from('data')
      const pair = await from({ type: 'Multikey', ...key })
      const signature = await pair.signer().sign({ data })
      const imported = createPublicKey({ key: { ...point }, format: 'jwk' })
      const hash = curve === 'P-256' ? 'sha256' : 'sha384'
      expect(verifySignature(hash, data, { key: imported, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
    }
  })

  test('with the other sign is another key', async () => {
    const other = Uint8Array.of(0x80, 0x24, compressed[0] === 2 ? 3 : 2, ...compressed.subarray(1))
    expect(await importEcdsaVerifier(encodeMultibase58(other))).toBeDefined()
    expect(encodeMultibase58(other)).not.toBe(p256.publicKeyMultibase)
  })

  test.each([
    ['off the curve', Uint8Array.of(2, ...new Uint8Array(31), 1)],
    ['beyond the field', Uint8Array.of(2, ...new Uint8Array(32).fill(255))],
    ['uncompressed', Uint8Array.of(4, ...compressed.subarray(1))],
    ['too short', compressed.subarray(0, 32)],
    ['too long', Uint8Array.of(...compressed, 0)],
    ['empty', new Uint8Array()],
  ])('%s is none', async (_name, point) => {
    expect(decompressPoint('P-256', point)).toBeUndefined()
    expect(await importEcdsaVerifier(encodeMultibase58(Uint8Array.of(0x80, 0x24, ...point)))).toBeUndefined()
  })

  test.each(['', 'z', 'zDna', `z${'1'.repeat(100_000)}`, 'uDna'])('%s is none', async (text) => {
    expect(await importEcdsaVerifier(text)).toBeUndefined()
  })

  test('under a did:key verifies nothing when it is off the curve', async () => {
    const did = `did:key:${encodeMultibase58(Uint8Array.of(0x80, 0x24, 2, ...new Uint8Array(31), 1))}`
    expect(didKeyDocument(did).id).toBe(did)
    const signed = await sign(competence(p256.did), p256)
    const moved = changed(
      { ...signed, issuer: did },
      ['proof', 0, 'verificationMethod'],
      `${did}#${did.slice(8)}`,
    )
    expect(codeOf((await verify(moved)).checks, 'proof')).toBe('signature-invalid')
  })
})

/** A raw signature as the ASN.1 SEQUENCE of two INTEGERs that other protocols use. */
function derOf(raw: Uint8Array): Uint8Array {
  const integer = (bytes: Uint8Array): number[] => {
    const trimmed = [...bytes.subarray(bytes.findIndex((byte) => byte !== 0))]
    const positive = (trimmed[0] ?? 0) > 127 ? [0, ...trimmed] : trimmed
    return [2, positive.length, ...positive]
  }
  const body = [...integer(raw.subarray(0, raw.length / 2)), ...integer(raw.subarray(raw.length / 2))]
  return Uint8Array.of(48, body.length, ...body)
}
