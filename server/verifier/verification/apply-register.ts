import type { CredentialRecord } from '../../issuer/credentials/index.ts'
import { deriveVerdict, type Check, type Verdict, type VerificationResult } from '../../vc/index.ts'
import type { RegisteredMember, RegisteredResult } from './registered-result.ts'

/**
 * Adds what only our register knows. A withdrawal counts from the moment it is recorded, even where the published
 * status list would still be the one before; a successor is worth knowing and takes nothing away from the signature.
 */
export function withRegister(
  result: VerificationResult,
  record: CredentialRecord | undefined,
): RegisteredResult {
  if (record === undefined) return result
  const checks: Check[] = [...result.checks]
  if (record.revokedAt !== null && !checks.some(({ code }) => code === 'revoked')) {
    const status = checks.findIndex(({ name }) => name === 'status')
    const revoked: Check = { name: 'status', status: 'failed', code: 'revoked' }
    checks.splice(status === -1 ? checks.length : status, 1, revoked)
  }
  checks.push(
    record.supersededBy === null
      ? { name: 'successor', status: 'passed', code: 'ok' }
      : { name: 'successor', status: 'warning', code: 'superseded' },
  )
  return { ...result, checks, verdict: deriveVerdict(checks), record }
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
