import { verifyAsync } from '@noble/ed25519'
import { decode, encode, rfc8949EncodeOptions } from 'cborg'
import { describe, expect, test } from 'vitest'
import {
  MAX_DIGITS,
  verifyCompactProof,
  type CompactClaims,
  type CompactTrust,
} from '../../../server/vc/compact-proof/index.ts'
import { fromDigits, toDigits } from '../../../server/vc/compact-proof/digits.ts'
import { CODE, NOW, claims, newCompactKey, seededRandom, trustIn } from './builders.ts'

const key = await newCompactKey()
const other = await newCompactKey({ issuer: 'CFA des Volcans' })
const trust = await trustIn([key.entry, other.entry])
const proof = await key.proof(claims())
const bytes = fromDigits(proof) ?? new Uint8Array()

const judge = (digits: string, changes: { code?: string; trust?: CompactTrust; now?: Date } = {}) =>
  verifyCompactProof(digits, changes.code ?? CODE, changes.trust ?? trust, changes.now ?? NOW)

/** The parts of a COSE_Sign1, to put together in another way. */
const parts = () => decode(bytes, { useMaps: true }) as [Uint8Array, unknown, Uint8Array, Uint8Array]
const write = (value: unknown): string => toDigits(encode(value, rfc8949EncodeOptions))
const NOT_READABLE = { verdict: 'not-authentic', reason: 'not-readable' }

describe('a proof as it was printed', () => {
  test('is verified on the device, with what was signed and who signed', async () => {
    expect(await judge(proof)).toEqual({ verdict: 'verified', claims: claims(), key: key.entry })
  })

  test('says the same when a browser without Ed25519 brings a checker of its own', async () => {
    const strictly = (x: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
      verifyAsync(signature, message, x, { zip215: false })
    expect((await verifyCompactProof(proof, CODE, trust, NOW, strictly)).verdict).toBe('verified')
    const forged = toDigits(bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1))
    expect((await verifyCompactProof(forged, CODE, trust, NOW, strictly)).reason).toBe('signature')
  })

  test('cannot be judged where nothing knows Ed25519: that is no forgery', async () => {
    const unknown = () => Promise.reject(new DOMException('Unrecognized name', 'NotSupportedError'))
    expect(await verifyCompactProof(proof, CODE, trust, NOW, unknown)).toEqual({
      verdict: 'unverifiable-now',
      reason: 'no-ed25519',
    })
  })

  test('finds its key among two with the same short name', async () => {
    const both = await trustIn([{ ...other.entry, id: key.entry.id }, key.entry])
    expect((await judge(proof, { trust: both })).key).toEqual(key.entry)
  })
})

describe('a forged proof', () => {
  test('is not authentic, and nothing of it is shown', async () => {
    const [header, unprotected, payload, signature] = parts()
    const forged = write([header, unprotected, payload, signature.with(10, (signature[10] ?? 0) ^ 4)])
    expect(await judge(forged)).toEqual({ verdict: 'not-authentic', reason: 'signature' })
  })

  test.each<[string, Partial<CompactClaims>]>([
    ['the name', { name: 'Inès Benali-Carre' }],
    ['the month', { issued: '2026-10' }],
    ['the country', { stays: [{ country: 'ES', from: '2026-03', months: 3 }] }],
    ['the length of the stay', { stays: [{ country: 'DE', from: '2026-03', months: 4 }] }],
    ['a level', { skills: [{ number: 1, level: 4, of: 4, voice: 'attested' }, ...claims().skills.slice(1)] }],
    [
      'a voice',
      { skills: [{ number: 1, level: 3, of: 4, voice: 'confirmed' }, ...claims().skills.slice(1)] },
    ],
    ['one competence less', { skills: claims().skills.slice(1) }],
  ])('with %s re-labelled under the same signature is not authentic', async (_, changes) => {
    const [header, unprotected, , signature] = parts()
    const relabelled = fromDigits(await key.proof(claims(changes))) ?? new Uint8Array()
    const [, , payload] = decode(relabelled, { useMaps: true }) as [unknown, unknown, Uint8Array]
    expect(await judge(write([header, unprotected, payload, signature]))).toEqual({
      verdict: 'not-authentic',
      reason: 'signature',
    })
  })

  test('that names another of our keys under the same signature is not authentic', async () => {
    const [, unprotected, payload, signature] = parts()
    const [header] = decode(fromDigits(await other.proof(claims())) ?? new Uint8Array(), {
      useMaps: true,
    }) as [Uint8Array]
    expect((await judge(write([header, unprotected, payload, signature]))).reason).toBe('signature')
  })

  test('re-labelled with the code of the page it is shown on is not authentic', async () => {
    const [header, unprotected, , signature] = parts()
    const stolen = fromDigits(await key.proof(claims({ code: 'AAAABBBBCCCC' }))) ?? new Uint8Array()
    const [, , payload] = decode(stolen, { useMaps: true }) as [unknown, unknown, Uint8Array]
    const relabelled = write([header, unprotected, payload, signature])
    expect((await judge(relabelled, { code: 'AAAABBBBCCCC' })).reason).toBe('signature')
  })
})

test('a true proof replayed behind another code is not authentic, and does not say whose it is', async () => {
  expect(await judge(proof, { code: 'AAAABBBBCCCC' })).toEqual({
    verdict: 'not-authentic',
    reason: 'other-code',
  })
})

describe('digits that are no proof of ours', () => {
  test.each([
    ['nothing', ''],
    ['cut at the end', proof.slice(0, -1)],
    ['cut in half', proof.slice(0, proof.length / 2)],
    ['cut at the beginning', proof.slice(1)],
    ['with a digit more', `${proof}0`],
    ['with a zero before', `0${proof}`],
    ['with a sign', `+${proof}`],
    ['with a space', `${proof} `],
    ['with a line break', `${proof}\n`],
    ['letters', 'preuve'],
    ['a hexadecimal number', '0x1234'],
    ['digits of another script', '٣'.repeat(proof.length)],
    ['one', '1'],
    ['as long as may be', '9'.repeat(MAX_DIGITS)],
    ['longer than may be', '1'.repeat(MAX_DIGITS + 1)],
    ['a million digits', '7'.repeat(1_000_000)],
  ])('%s: not readable', async (_, digits) => {
    expect(await judge(digits)).toEqual(NOT_READABLE)
  })
})

describe('the same statement in another spelling', () => {
  const [header, unprotected, payload, signature] = parts()
  const join = (...pieces: (Uint8Array | number[])[]) =>
    toDigits(Uint8Array.from(pieces.flatMap((p) => [...p])))
  const cbor = (value: unknown) => encode(value, rfc8949EncodeOptions)

  test.each([
    ['with the tag of COSE_Sign1', join([0xd2], bytes)],
    ['with something left over', join(bytes, [0])],
    ['as an array of indefinite length', join([0x9f], bytes.subarray(1), [0xff])],
    ['with a longer head than needed', join([0x98, 4], bytes.subarray(1))],
    ['with a fifth part', write([header, unprotected, payload, signature, 0])],
    ['with something unprotected', write([header, new Map([[4, new Uint8Array(4)]]), payload, signature])],
    ['with no unprotected header', write([header, null, payload, signature])],
    ['without a payload', write([header, unprotected, null, signature])],
    ['with a signature of another length', write([header, unprotected, payload, signature.subarray(1)])],
    ['with the header in another order', write([flipped(header, 1), unprotected, payload, signature])],
    ['with another algorithm', write([algorithm(-7), unprotected, payload, signature])],
    ['with the claims in another order', write([header, unprotected, swapped(payload), signature])],
    ['with a claim twice', write([header, unprotected, twice(payload), signature])],
    ['with a claim more', write([header, unprotected, more(payload), signature])],
    ['with an issue date inside the month', write([header, unprotected, later(payload), signature])],
    ['with nothing at all', write(null)],
    ['with a map', write(new Map([[1, 2]]))],
    ['with the parts of it', join(cbor(header), cbor(payload))],
  ])('%s is not readable', async (_, digits) => {
    expect(await judge(digits)).toEqual(NOT_READABLE)
  })

  /** A map's second entry first: right in everything but the order of its keys. */
  function flipped(map: Uint8Array, entryBytes: number): Uint8Array {
    return Uint8Array.from([
      map[0] ?? 0,
      ...map.subarray(1 + 2 * entryBytes),
      ...map.subarray(1, 1 + 2 * entryBytes),
    ])
  }
  function algorithm(number: number): Uint8Array {
    const known = decode(header, { useMaps: true }) as Map<number, unknown>
    return cbor(new Map(known).set(1, number))
  }
  function swapped(map: Uint8Array): Uint8Array {
    // iat: 1 byte of key and 5 of value; cti: 1 and 9
    return Uint8Array.from([map[0] ?? 0, ...map.subarray(7, 17), ...map.subarray(1, 7), ...map.subarray(17)])
  }
  function twice(map: Uint8Array): Uint8Array {
    return Uint8Array.from([0xa4, ...map.subarray(1, 7), ...map.subarray(1, 7), ...map.subarray(7)])
  }
  function more(map: Uint8Array): Uint8Array {
    return cbor(new Map(decode(map, { useMaps: true }) as Map<number, unknown>).set(4, 1_900_000_000))
  }
  function later(map: Uint8Array): Uint8Array {
    const known = decode(map, { useMaps: true }) as Map<number, number>
    return cbor(new Map(known).set(6, (known.get(6) ?? 0) + 60))
  }
})

describe('the key that signed', () => {
  const under = async (changes: Parameters<typeof newCompactKey>[0], said: Partial<CompactClaims> = {}) => {
    const changed = { ...key.entry, ...changes }
    return judge(await key.proof(claims(said)), { trust: await trustIn([changed]) })
  }

  test('that was retired since still speaks for what was issued before', async () => {
    expect((await under({ state: 'retired', until: '2026-12-02T08:00:00Z' })).verdict).toBe('verified')
  })

  test('that was retired in the very month is believed: a month is all the proof says', async () => {
    expect((await under({ state: 'retired', until: '2026-11-01T08:00:00Z' })).verdict).toBe('verified')
  })

  test('that was retired before cannot have issued it, and nothing of it is shown', async () => {
    const judged = await under({ state: 'retired', until: '2026-10-30T08:00:00Z' })
    expect(judged).toMatchObject({ verdict: 'not-authentic', reason: 'key-retired-before' })
    expect(judged.claims).toBeUndefined()
  })

  test('that was retired nobody can read when cannot have issued anything', async () => {
    expect((await under({ state: 'retired', until: 'soon' })).reason).toBe('key-retired-before')
  })

  test('that was compromised is not believed, whatever month is written', async () => {
    const judged = await under({ state: 'compromised' }, { issued: '2020-01' })
    expect(judged).toMatchObject({ verdict: 'not-authentic', reason: 'key-compromised' })
    expect(judged.claims).toBeUndefined()
    expect(judged.key?.issuer).toBe('Mission locale du Parc')
  })

  test('that this device has never heard of leaves it open: it may be newer than what the device knows', async () => {
    expect(await judge(proof, { trust: await trustIn([other.entry]) })).toEqual({
      verdict: 'unverifiable-now',
      reason: 'key-unknown',
    })
  })

  test.each(['', 'AAAA', 'not base64url!'])('that was damaged on the way (%j) leaves it open', async (x) => {
    expect(await under({ x })).toEqual({ verdict: 'unverifiable-now', reason: 'trust-not-readable' })
  })
})

describe('what became of the passport', () => {
  const many = Array.from({ length: 500 }, (_, at) => `AAAABBBB${String(at).padStart(4, '0')}`)

  test.each(['revoked', 'suspended', 'superseded'] as const)(
    '%s is said from what the device knows',
    async (word) => {
      const known = await trustIn([key.entry], { [word]: [...many, CODE] })
      expect(await judge(proof, { trust: known })).toMatchObject({
        verdict: word,
        reason: word,
        claims: claims(),
      })
      const others = await trustIn([key.entry], { [word]: many })
      expect((await judge(proof, { trust: others })).verdict).toBe('verified')
    },
  )

  test('revoked is said before suspended, suspended before superseded', async () => {
    const known = await trustIn([key.entry], { revoked: [CODE], suspended: [CODE], superseded: [CODE] })
    expect((await judge(proof, { trust: known })).verdict).toBe('revoked')
    const milder = await trustIn([key.entry], { suspended: [CODE], superseded: [CODE] })
    expect((await judge(proof, { trust: milder })).verdict).toBe('suspended')
  })

  test('a list that was damaged leaves it open, unless another one decides', async () => {
    const known = await trustIn([key.entry], { superseded: [CODE] })
    const damaged = { ...known, gone: { ...known.gone, revoked: 'AAAA' } }
    expect((await judge(proof, { trust: damaged })).verdict).toBe('unverifiable-now')
    const revoked = await trustIn([key.entry], { revoked: [CODE] })
    const halved = { ...revoked, gone: { ...revoked.gone, suspended: '?' } }
    expect((await judge(proof, { trust: halved })).verdict).toBe('revoked')
  })
})

describe('the month of issue', () => {
  test('that has not begun is not valid yet', async () => {
    const ahead = await key.proof(claims({ issued: '2026-12' }))
    expect(await judge(ahead)).toMatchObject({ verdict: 'not-yet-valid', reason: 'future' })
  })

  test('has begun as soon as it has somewhere on Earth', async () => {
    const ahead = await key.proof(claims({ issued: '2026-12' }))
    expect((await judge(ahead, { now: new Date('2026-11-30T10:00:00Z') })).verdict).toBe('verified')
    expect((await judge(ahead, { now: new Date('2026-11-30T09:59:59Z') })).verdict).toBe('not-yet-valid')
  })
})

describe('thousands of accidents', () => {
  const random = seededRandom(20261122)

  test('no bit flipped anywhere leaves it verified, and none makes the reader stumble', async () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)))
      const { verdict, claims: shown } = await judge(toDigits(flipped))
      expect(['not-authentic', 'unverifiable-now']).toContain(verdict)
      expect(shown).toBeUndefined()
    }
  })

  test('no few changed digits leave it verified', async () => {
    for (let trial = 0; trial < 3000; trial++) {
      const digits = Array.from(proof)
      for (let change = 0; change <= random() * 4; change++)
        digits[Math.floor(random() * digits.length)] = String(Math.floor(random() * 10))
      const changed = digits.join('')
      if (changed === proof) continue
      expect((await judge(changed)).verdict).not.toBe('verified')
    }
  })

  test('noise is never verified', async () => {
    for (let trial = 0; trial < 3000; trial++) {
      const noise = Uint8Array.from({ length: random() * 300 }, () => random() * 256)
      expect((await judge(toDigits(noise))).verdict).toBe('not-authentic')
    }
  })
})
