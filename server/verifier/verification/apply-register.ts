import type { CredentialRecord } from '../../issuer/credentials/index.ts'
import { deriveVerdict, type Check, type Verdict, type VerificationResult } from '../../vc/index.ts'
import type { RegisteredMember, RegisteredResult } from './registered-result.ts'

/**
 * Adds what only our register knows. A withdrawal or a suspension counts from the moment it is recorded, even where the
 * published status list would still be the one before, or the document names no list for it; a successor is worth
 * knowing and takes nothing away from the signature.
 * @param endorsed of an endorsement: what it speaks of. What is said of something that was withdrawn goes with it.
 */
export function withRegister(
  result: VerificationResult,
  record: CredentialRecord | undefined,
  endorsed?: CredentialRecord,
): RegisteredResult {
  if (record === undefined) return result
  const checks: Check[] = [...result.checks]
  const both = endorsed === undefined ? [record] : [record, endorsed]
  if (both.some(({ suspendedAt }) => suspendedAt !== null)) failStatus(checks, 'suspended')
  if (both.some(({ revokedAt }) => revokedAt !== null)) failStatus(checks, 'revoked')
  checks.push(
    record.supersededBy === null
      ? { name: 'successor', status: 'passed', code: 'ok' }
      : { name: 'successor', status: 'warning', code: 'superseded' },
  )
  return { ...result, checks, verdict: deriveVerdict(checks), record }
}

/** Says so in the place of a status check that passed. */
function failStatus(checks: Check[], code: 'revoked' | 'suspended'): void {
  if (checks.some((check) => check.code === code)) return
  const passed = checks.findIndex(({ name, status }) => name === 'status' && status !== 'failed')
  checks.splice(passed === -1 ? checks.length : passed, passed === -1 ? 0 : 1, {
    name: 'status',
    status: 'failed',
    code,
  })
}

/** Members that need no warning; an unknown issuer is already said of the collection. */
const STANDING: readonly Verdict[] = ['verified', 'superseded', 'issuer-unknown']

/** A collection whose members our register knows better than their status lists: its `members` check says so. */
export function withMembersRegistered(
  result: RegisteredResult,
  members: readonly RegisteredMember[],
): RegisteredResult {
  const turned = members.some(({ verdict }) => !STANDING.includes(verdict))
  const checks = result.checks.map((check): Check =>
    turned && check.name === 'members' && check.status === 'passed'
      ? { name: 'members', status: 'warning', code: 'member-not-verified' }
      : check,
  )
  return { ...result, checks, members }
}
