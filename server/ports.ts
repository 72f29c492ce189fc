// What one folder may ask of another that it does not see: small questions, answered here.
import { trainingsBy } from './access/trainings/index.ts'
import type { CanOpenSession } from './holder/passports/index.ts'
import type { VerifyCredentials } from './holder/sharing/index.ts'
import { AppError } from './kernel/errors.ts'
import type { Db } from './platform/db/index.ts'
import { attestorOf, requireSessionAccess } from './records/training-sessions/index.ts'
import {
  verifyByCode,
  type AttestorGrounds,
  type VerificationDeps,
  type VerifiedPage,
} from './verifier/verification/index.ts'

/** The verifier's answers, for the holder's side: each credential is verified anew, whatever is asked how often. */
export function verdictsOf(deps: VerificationDeps): VerifyCredentials {
  return async (codes) => {
    const verdicts = new Map<string, VerifiedPage['verdict']>()
    for (const code of codes) verdicts.set(code, (await verifyByCode(deps, code)).verdict)
    return verdicts
  }
}

/** What somebody was trained in when they signed a session, for features that see neither sessions nor accounts. */
export const attestorGrounds: AttestorGrounds = async (db, { sessionId, official, day }) => {
  const attestor = await attestorOf(db, sessionId)
  if (attestor?.name !== official) return []
  const trainings = await trainingsBy(db, attestor.accountId, day)
  // who wrote it down, and for which account, is nobody's business outside
  return trainings.map(({ title, provider, completedOn }) => ({ title, provider, completedOn }))
}

/** The records' rule for training sessions as a question, for features that may not import the records. */
export function sessionAccess(db: Db): CanOpenSession {
  return async (actor, sessionId) => {
    try {
      await requireSessionAccess(db, actor, sessionId)
      return true
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return false
      throw error
    }
  }
}
