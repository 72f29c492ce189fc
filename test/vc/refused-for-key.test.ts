import { expect, test } from 'vitest'
import {
  isRefusedForKey,
  type Check,
  type MemberResult,
  type VerificationResult,
} from '../../server/vc/index.ts'

const check = (name: Check['name'], code: Check['code']): Check => ({
  name,
  status: code === 'ok' ? 'passed' : 'failed',
  code,
})
const refused = (...checks: readonly Check[]): VerificationResult => ({ verdict: 'not-authentic', checks })
const inside = (result: VerificationResult): MemberResult => ({ ...result, credential: {} })

const byKey = refused(check('proof', 'key-compromised'))
const forged = refused(check('proof', 'signature-invalid'))
const passport = (...members: readonly VerificationResult[]): VerificationResult => ({
  ...refused(check('proof', 'ok'), check('members', 'member-not-authentic')),
  members: members.map(inside),
})

test('a document is refused for its key alone', () => {
  expect(isRefusedForKey(byKey)).toBe(true)
  expect(isRefusedForKey(refused(check('proof', 'key-compromised'), check('validity', 'expired')))).toBe(true)
})

test('a passport is, when that is all that is wrong with what it holds', () => {
  expect(isRefusedForKey(passport(byKey, byKey))).toBe(true)
  expect(isRefusedForKey(passport(byKey, { verdict: 'verified', checks: [check('proof', 'ok')] }))).toBe(true)
})

test('a forgery stays one, beside a compromised key too', () => {
  expect(isRefusedForKey(forged)).toBe(false)
  expect(isRefusedForKey(passport(byKey, forged))).toBe(false)
  expect(isRefusedForKey(refused(check('members', 'member-not-authentic')))).toBe(false)
  expect(isRefusedForKey({ verdict: 'revoked', checks: [check('status', 'revoked')] })).toBe(false)
})
