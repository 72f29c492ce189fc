import { statSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFileStore } from '../../../server/platform/files/index.ts'
import { temporaryFolder } from '../../support/database.ts'

const bytes = new TextEncoder().encode('journal de bord')

test('a file is found again by its content and only its owner can read it', async () => {
  const dir = temporaryFolder()
  const files = createFileStore(dir)
  const key = await files.put(bytes)
  expect(await files.put(bytes)).toBe(key)
  expect(Buffer.from(await files.read(key)).toString()).toBe('journal de bord')
  const [path = ''] = globSync('*/*', { cwd: dir })
  expect(statSync(join(dir, path)).mode & 0o777).toBe(0o600)
})

test('a key that is no hash reaches no other file', async () => {
  const files = createFileStore(temporaryFolder())
  await expect(files.read('../../etc/passwd')).rejects.toMatchObject({ code: 'not-found' })
})

test('a removed file is gone, and removing it again is no error', async () => {
  const files = createFileStore(temporaryFolder())
  const key = await files.put(bytes)
  await files.remove(key)
  await files.remove(key)
  await expect(files.read(key)).rejects.toMatchObject({ code: 'not-found' })
})
