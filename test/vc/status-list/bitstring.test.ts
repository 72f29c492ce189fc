import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeList, encodeList, getBit, newBitstring, setBit } from '../../../server/vc/index.ts'

const encode = (bytes: Uint8Array) => `u${gzipSync(bytes).toString('base64url')}`

describe('a status list', () => {
  test('has at least 131,072 entries, all clear', () => {
    expect(newBitstring()).toHaveLength(16_384)
    expect(newBitstring().every((byte) => byte === 0)).toBe(true)
  })

  test('counts its entries from the left: entry 0 is the highest bit of the first byte', () => {
    const bits = newBitstring(16)
    setBit(bits, 0, true)
    setBit(bits, 9, true)
    expect([...bits]).toEqual([0b1000_0000, 0b0100_0000])
    expect([0, 1, 9].map((index) => getBit(bits, index))).toEqual([true, false, true])
    setBit(bits, 0, false)
    expect([...bits]).toEqual([0, 0b0100_0000])
  })

  test.each([-1, 16, 1.5, Number.NaN])('has no entry %s', (index) => {
    expect(() => getBit(newBitstring(16), index)).toThrow('bitstring-invalid')
    expect(() => {
      setBit(newBitstring(16), index, true)
    }).toThrow('bitstring-invalid')
  })

  test.each([0, -8, 12])('cannot have %s entries', (length) => {
    expect(() => newBitstring(length)).toThrow('bitstring-invalid')
  })

  test('is written as multibase base64url of GZIP and read back', async () => {
    const bits = newBitstring()
    setBit(bits, 94_567, true)
    const text = await encodeList(bits)
    expect(text).toMatch(/^u[A-Za-z0-9_-]+$/)
    expect(await decodeList(text)).toEqual(bits)
    expect(await decodeList(encode(bits))).toEqual(bits)
  })

  test('that nobody can read is refused', async () => {
    for (const text of ['', 'u', 'zabc', 'u!!!!', 'uAAAA', `u${'A'.repeat(5_000_000)}`]) {
      await expect(decodeList(text)).rejects.toThrow('bitstring-invalid')
    }
    const truncated = (await encodeList(newBitstring())).slice(0, 20)
    await expect(decodeList(truncated)).rejects.toThrow('bitstring-invalid')
  })

  test('that would unpack to hundreds of megabytes is refused', async () => {
    const bomb = encode(new Uint8Array(200_000_000))
    expect(bomb.length).toBeLessThan(300_000)
    await expect(decodeList(bomb)).rejects.toThrow('bitstring-invalid')
    await expect(decodeList(encode(new Uint8Array(101)), { maxBytes: 100 })).rejects.toThrow(
      'bitstring-invalid',
    )
  })
})
