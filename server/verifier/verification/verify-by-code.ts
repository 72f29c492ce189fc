import { hiddenHolder } from '../../access/guardianship/index.ts'
import { findCredentialByCode, type CredentialRecord } from '../../issuer/credentials/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import { isJsonObject, type Check, type JsonObject } from '../../vc/index.ts'
import { groundsOfAuthority } from './grounds-of-authority.ts'
import { structuresToday } from './structures-today.ts'
import type { VerificationDeps } from './verification-deps.ts'
import type { VerifiedPage } from './verified-page.ts'
import { verifyDocument } from './verify-document.ts'
import { withSuccessor } from './with-successor.ts'

export const PUBLIC_CODE_LENGTH = 12

/**
 * What the code on a paper stands for, really verified: signature, status, members and successor, now.
 * A code nobody issued, or whose signing has not ended, is `not-found`; of a document that its holder, or the guardian
 * of a minor, has not opened to others nothing is looked at: it is `private`.
 */
export async function verifyByCode(deps: VerificationDeps, typed: string): Promise<VerifiedPage> {
  const checkedAt = isoInstant(deps.clock.now())
  const code = parseCrockfordCode(typed, PUBLIC_CODE_LENGTH)
  const record = code === undefined ? undefined : await findCredentialByCode(deps.db, code)
  if (code === undefined || record === undefined) return notFound(code ?? typed, checkedAt)
  if (record.erasedAt !== null) return erased(code, checkedAt, record, record.erasedAt)
  const { signed } = record
  const document = signed === null ? undefined : parseStored(signed)
  if (signed === null || document === undefined)
    return record.revokedAt === null ? notFound(code, checkedAt) : bodiless(code, checkedAt, record)

  const hidden = await hiddenHolder(deps.db, record.learnerId, deps.clock.now())
  if (hidden !== undefined) return { verdict: 'private', code, checkedAt, checks: [], ...hidden }
  const result = await verifyDocument(deps, document)
  const today = await structuresToday(deps.db, document, result)
  const grounds = await groundsOfAuthority(deps, document, result)
  const page = { ...result, code, checkedAt, document, signed, today, grounds, ...withdrawalOf(record) }
  return withSuccessor(deps, page, record)
}

function notFound(code: string, checkedAt: string): VerifiedPage {
  return { verdict: 'not-found', code, checkedAt, checks: [] }
}

/** The person asked for erasure: nothing of the document is left, but that it was, and whether it was withdrawn. */
function erased(code: string, checkedAt: string, record: CredentialRecord, erasedAt: string): VerifiedPage {
  const page = record.revokedAt === null ? notFound(code, checkedAt) : bodiless(code, checkedAt, record)
  return { ...page, erasedAt }
}

/** It was withdrawn, and its body is not there. */
function bodiless(code: string, checkedAt: string, record: CredentialRecord): VerifiedPage {
  const revoked: Check = { name: 'status', status: 'failed', code: 'revoked' }
  return { verdict: 'revoked', code, checkedAt, checks: [revoked], ...withdrawalOf(record) }
}

/** When and why it was withdrawn, as far as anybody may know. */
export function withdrawalOf(
  record: CredentialRecord | undefined,
): Pick<VerifiedPage, 'revokedAt' | 'revocationReason'> {
  if (record === undefined || record.revokedAt === null) return {}
  const { revokedAt, revocationReason } = record
  return { revokedAt, ...(revocationReason === null ? {} : { revocationReason }) }
}

function parseStored(signed: string): JsonObject | undefined {
  const document: unknown = JSON.parse(signed)
  return isJsonObject(document) ? document : undefined
}
