import { decode, encode, rfc8949EncodeOptions } from 'cborg'
import { describe, expect, it } from 'vitest'
import { decodeCbor, encodeCbor, type Cbor } from '../../../server/vc/compact-proof/strict-cbor.ts'
import { seededRandom } from './builders.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

/** What a whole library for the format writes. */
const byLibrary = (value: Cbor): string => Buffer.from(encode(value, rfc8949EncodeOptions)).toString('hex')
const byUs = (value: Cbor): string => Buffer.from(encodeCbor(value)).toString('hex')

describe('CBOR as the compact proof writes it (RFC 8949, 4.2.1)', () => {
  it.each<[string, Cbor]>([
    ['0', 0],
    ['23 and 24', [23, 24, 255, 256, 65_535, 65_536, 4_294_967_295]],
    ['below zero', [-1, -24, -25, -256, -257, -65_537]],
    ['texts of every length', ['', 'é', 'x'.repeat(23), 'x'.repeat(24), '王'.repeat(100)]],
    ['bytes', [new Uint8Array(), Uint8Array.from([0, 255]), new Uint8Array(300)]],
    [
      'a map whose keys were put in another order',
      new Map<number, Cbor>([
        [-65_537, 1],
        [7, 'b'],
        [6, 'a'],
        [300, 2],
      ]),
    ],
  ])('writes %s as a whole library does, and reads it back', (_, value) => {
    expect(byUs(value)).toBe(byLibrary(value))
    expect(byUs(decodeCbor(encodeCbor(value)))).toBe(byUs(value))
  })

  it.each([
    ['nothing', ''],
    ['a head that is cut short', '19 01'],
    ['a longer head than it needs', '18 17'],
    ['a text that is cut short', '65 6162'],
    ['something left over', '00 00'],
    ['a list of no fixed length', '9f 00 ff'],
    ['text in pieces', '7f 6161 ff'],
    ['a key twice', 'a2 01 00 01 00'],
    ['a text for a key', 'a1 6161 00'],
    ['a tag', 'd2 84 40 a0 40 40'],
    ['a float', 'f9 3c00'],
    ['true', 'f5'],
    ['a number of 64 bits', '1b 0000000100000000'],
    ['text that is not UTF-8', '61 ff'],
    ['a list longer than the bytes there are', '9a ffffffff'],
    ['lists in lists in lists', '81 81 81 81 81 81 00'],
  ])('refuses %s', (_, text) => {
    expect(() => decodeCbor(hex(text))).toThrow()
  })

  it('refuses to write what it could not read', () => {
    for (const value of [1.5, 2 ** 32, Number.NaN, -(2 ** 32) - 1])
      expect(() => encodeCbor(value)).toThrow(RangeError)
  })

  it('agrees with the library on 5,000 mangled pieces: what we take, it takes, and it means the same', () => {
    const random = seededRandom(1949)
    const sample = encodeCbor([
      new Map<number, Cbor>([
        [1, -8],
        [4, hex('01020304')],
      ]),
      'Inès',
      [1, 300, -70_000],
    ])
    let taken = 0
    for (let turn = 0; turn < 5000; turn++) {
      const mangled = Uint8Array.from(sample)
      for (let flips = 0; flips < 1 + Math.floor(random() * 3); flips++)
        mangled[Math.floor(random() * mangled.length)] = Math.floor(random() * 256)
      let ours: Cbor
      try {
        ours = decodeCbor(mangled)
      } catch {
        continue
      }
      taken++
      const theirs: unknown = decode(mangled, { useMaps: true, rejectDuplicateMapKeys: true })
      expect(byUs(ours)).toBe(Buffer.from(encode(theirs, rfc8949EncodeOptions)).toString('hex'))
    }
    expect(taken).toBeGreaterThan(500)
  })
})
