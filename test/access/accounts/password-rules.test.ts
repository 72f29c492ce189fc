import { expect, test } from 'vitest'
import { hashPassword, matchesPassword } from '../../../server/access/accounts/index.ts'
import { passwordProblem } from '../../../server/access/accounts/password-rules.ts'

const owner = { name: 'Maëlle Le Goff', email: 'maelle.legoff@mission-locale.exemple.fr' }

test.each([
  ['onze lettres', 'abcdefghijk', 'fields.passwordShort'],
  ['eleven emoji, however many bytes', '🌊'.repeat(11), 'fields.passwordShort'],
  ['too long to hash', 'ab cd '.repeat(40), 'fields.tooLong'],
  ['one of the first that people guess', 'MotDePasse123', 'fields.passwordCommon'],
  ['the same with decoration', 'azerty-123456!', 'fields.passwordCommon'],
  ['one key held down', 'aaaaaaaaaaaaaa', 'fields.passwordCommon'],
  ['their name', 'maelle le goff', 'fields.passwordPersonal'],
  ['their name and a year', 'MaëlleLeGoff2026', 'fields.passwordPersonal'],
  ['their address', 'maelle.legoff@mission-locale.exemple.fr', 'fields.passwordPersonal'],
  ['our name', 'Passerelle2026', 'fields.passwordPersonal'],
])('refused: %s', (_why, password, message) => {
  expect(passwordProblem(password, owner)).toMatchObject({ field: 'password', message })
})

test.each([
  'bruine phare tricot lundi',
  'aaaa bbbb cccc dddd',
  'le chat de Maëlle dort',
  'мой длинный пароль',
  '🌊🐟⛵️🧭🌧️🪢🥾🎒🗺️🏕️☕️🥖',
  'xkqz-wpvt-hbnm',
])('accepted, without digits, capitals or symbols: %s', (password) => {
  expect(passwordProblem(password, owner)).toBeUndefined()
})

test('a password is kept as argon2id with the parameters that OWASP asks for', async () => {
  const stored = await hashPassword('bruine phare tricot lundi')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await matchesPassword(stored, 'bruine phare tricot lundi')).toBe(true)
  expect(await matchesPassword(stored, 'bruine phare tricot mardi')).toBe(false)
})

test('the same accents from two keyboards are the same password', async () => {
  const stored = await hashPassword('été à Quimper, crêpe'.normalize('NFC'))
  expect(await matchesPassword(stored, 'été à Quimper, crêpe'.normalize('NFD'))).toBe(true)
})

test('without a stored hash nothing matches', async () => {
  expect(await matchesPassword(null, 'bruine phare tricot lundi')).toBe(false)
})
