import { decode, encode } from 'base58-universal'
import { describe, expect, test } from 'vitest'
import { decodeMultibase58, encodeMultibase58 } from '../../../server/vc/crypto/multibase.ts'
import { createDice } from '../json-ld/mutate-document.ts'

const dice = createDice(58)
const bytesOf = (length: number, zeros: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index < zeros ? 0 : dice(256)))

describe('base58', () => {
  test('is written and read as by the library, for any length and any zeros in front', () => {
    for (let number = 0; number < 3000; number += 1) {
      const bytes = bytesOf(1 + dice(100), number % 3 === 0 ? dice(6) : 0)
      const text = encodeMultibase58(bytes)
      expect(text).toBe(`z${encode(bytes)}`)
      expect(decodeMultibase58(text)).toEqual(new Uint8Array(decode(text.slice(1))))
    }
  })

  test('of nothing but zeros has as many ones', () => {
    for (const length of [1, 2, 3, 7]) {
      expect(encodeMultibase58(new Uint8Array(length))).toBe(`z${'1'.repeat(length)}`)
      expect(decodeMultibase58(`z${'1'.repeat(length)}`)).toEqual(new Uint8Array(length))
    }
  })

  test.each(['', 'z', 'x1', 'z0', 'zI', 'zl', 'zO', 'z1 ', '1', 'zé'])('is not %j', (text) => {
    expect(decodeMultibase58(text)).toBeUndefined()
  })
})
