import { describe, expect, test } from 'vitest'
import { deriveVerdict } from '../../server/vc/index.ts'
import type { Check, CheckCode, CheckName, CheckStatus } from '../../server/vc/index.ts'

const check = (name: CheckName, status: CheckStatus = 'passed', code: CheckCode = 'ok'): Check => ({
  name,
  status,
  code,
})
const forged = check('proof', 'failed', 'signature-invalid')
const good = check('proof')
const revoked = check('status', 'failed', 'revoked')
const expired = check('validity', 'failed', 'expired')
const unreachable = check('status', 'unavailable', 'status-list-unreachable')
const stranger = check('issuer', 'warning', 'issuer-unknown')
const successor = check('successor', 'warning', 'superseded')

describe('the one word for all checks', () => {
  test.each<[string, Check[]]>([
    ['verified', [good]],
    ['verified', [good, check('members', 'warning', 'member-not-verified')]],
    ['not-authentic', [forged, revoked, stranger]],
    ['not-authentic', [good, check('members', 'failed', 'member-not-authentic'), unreachable]],
    ['unverifiable-now', [check('context', 'unavailable', 'context-unknown')]],
    ['unverifiable-now', [check('proof', 'unavailable', 'did-not-resolved'), expired]],
    ['revoked', [good, expired, revoked]],
    ['suspended', [good, check('status', 'failed', 'suspended'), stranger]],
    ['expired', [good, expired, unreachable]],
    ['not-yet-valid', [good, check('validity', 'failed', 'not-yet-valid'), successor]],
    ['unverifiable-now', [good, unreachable, stranger]],
    ['unverifiable-now', [good, check('status', 'failed', 'status-list-not-authentic')]],
    ['superseded', [good, successor, stranger]],
    ['issuer-unknown', [good, stranger]],
    ['unverifiable-now', []],
    ['unverifiable-now', [check('proof', 'skipped', 'not-asked')]],
  ])('is %s', (verdict, checks) => {
    expect(deriveVerdict(checks)).toBe(verdict)
    expect(deriveVerdict([...checks].reverse())).toBe(verdict)
  })
})
