import { expect, test } from 'vitest'
import { unpackZip, writeZip } from '../../../server/platform/zip/index.ts'

const ENTRIES = [
  { name: 'à lire.txt', bytes: Buffer.from('é') },
  { name: 'photo.jpg', bytes: Buffer.alloc(5000) },
]
const ARCHIVE = writeZip(ENTRIES, new Date('2026-07-03T09:41:37Z'))
const BOUNDS = { mostEntries: 10, mostBytes: 10_000, wants: () => true }

test('An archive of ours is unpacked as it was packed', () => {
  expect(unpackZip(ARCHIVE, BOUNDS)).toEqual({ state: 'unpacked', files: ENTRIES })
})

test('What nobody wants is neither unpacked nor counted', () => {
  const wants = (name: string) => name.endsWith('.txt')
  expect(unpackZip(ARCHIVE, { ...BOUNDS, mostBytes: 2, wants })).toMatchObject({
    files: [{ name: 'à lire.txt' }],
  })
})

test('Neither more files nor more bytes come out than are allowed', () => {
  for (const less of [{ mostEntries: 1 }, { mostBytes: 5001 }, { mostBytes: 0 }])
    expect(unpackZip(ARCHIVE, { ...BOUNDS, ...less })).toEqual({ state: 'too-large' })
})

test('Half an archive, or one that points outside itself, is broken', () => {
  const astray = Buffer.from(ARCHIVE)
  astray.writeUInt32LE(0xfffffff0, astray.indexOf('PK\x01\x02') + 42)
  for (const bytes of [ARCHIVE.subarray(0, -30), Buffer.alloc(0), astray])
    expect(unpackZip(bytes, BOUNDS)).toEqual({ state: 'broken' })
})
