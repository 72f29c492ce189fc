import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeZip } from '../../../server/platform/zip/index.ts'
import { temporaryFolder } from '../../support/database.ts'
import { readZip } from './read-zip.ts'

const AT = new Date('2026-07-03T09:41:37Z')
const ENTRIES = [
  { name: 'à lire.html', bytes: Buffer.from('<p>é</p>') },
  { name: 'dossier/vide.txt', bytes: Buffer.alloc(0) },
  { name: 'dossier/Łódź 日本.json', bytes: Buffer.from(JSON.stringify({ a: 'x'.repeat(70_000) })) },
  {
    name: 'octets.bin',
    bytes: Uint8Array.from({ length: 5000 }, (_, index) => (index * 97 + (index >> 3)) & 255),
  },
]

test('Files come out of the archive as they went in, under their own names', () => {
  const files = readZip(writeZip(ENTRIES, AT))
  expect([...files.keys()]).toEqual(ENTRIES.map(({ name }) => name))
  for (const { name, bytes } of ENTRIES) expect(files.get(name)?.equals(bytes)).toBe(true)
})

test('An archive of nothing is an archive', () => {
  expect(readZip(writeZip([], AT)).size).toBe(0)
})

test('The same files at the same time are the same archive', () => {
  expect(writeZip(ENTRIES, AT).equals(writeZip(ENTRIES, AT))).toBe(true)
})

test.skipIf(!existsSync('/usr/bin/unzip'))('Info-ZIP finds no fault, and reads the time', () => {
  const path = join(temporaryFolder(), 'a.zip')
  writeFileSync(path, writeZip(ENTRIES, AT))
  expect(execFileSync('/usr/bin/unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected')
  expect(execFileSync('/usr/bin/unzip', ['-l', path], { encoding: 'utf8' })).toContain('2026-07-03 09:41')
})
