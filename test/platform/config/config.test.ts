import { expect, test } from 'vitest'
import type { AppError } from '../../../server/kernel/errors.ts'
import { parseConfig } from '../../../server/platform/config/index.ts'

const failureOf = (env: Record<string, string>): AppError | undefined => {
  try {
    parseConfig(env)
    return undefined
  } catch (error) {
    return error as AppError
  }
}

test('nothing has to be set to run on one’s own machine', () => {
  const config = parseConfig({})
  expect(config.publicUrl).toBe('http://127.0.0.1:3000')
  expect(config.databaseUrl).toBeUndefined()
})

test('an empty variable counts as absent', () => {
  expect(parseConfig({ SMTP_URL: '', PORT: '' }).port).toBe(3000)
})

test('the public address loses its trailing slash', () => {
  expect(parseConfig({ PUBLIC_URL: 'https://passeport.exemple.fr/' }).publicUrl).toBe(
    'https://passeport.exemple.fr',
  )
})

test.each([
  ['PORT', 'door'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'passeport.exemple.fr'],
  ['PUBLIC_URL', 'https://exemple.fr/passeport'],
  ['DATABASE_URL', 'mysql://x'],
  ['KEYS_PASSPHRASE', 'short'],
  ['SMTP_URL', 'mail.exemple.fr'],
])('a wrong %s (%s) is refused by its name', (name, value) => {
  const failure = failureOf({ [name]: value })
  expect(failure?.code).toBe('configuration-invalid')
  expect(failure?.params['name']).toBe(name)
})
