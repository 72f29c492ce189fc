import { findCredential, verificationUrl, type CredentialRecord } from '../../issuer/credentials/index.ts'
import type { CredentialId } from '../../kernel/ids.ts'
import type { VerificationDeps } from './verification-deps.ts'
import type { VerifiedPage } from './verified-page.ts'

/**
 * Adds the address of the newest version. What was withdrawn because it was corrected is told as replaced and not as
 * withdrawn: whoever holds the old paper is led to the right one. Its content stays closed, because it was wrong. For a
 * machine that asks our API, and among a passport's members, it is withdrawn like anything else.
 */
export async function withSuccessor(
  deps: Pick<VerificationDeps, 'db' | 'publicUrl'>,
  page: VerifiedPage,
  record: CredentialRecord | undefined,
): Promise<VerifiedPage> {
  const successor = await findSuccessor(deps, record?.supersededBy ?? null)
  if (successor === undefined) return page
  const corrected = page.verdict === 'revoked' && page.revocationReason === 'content-wrong'
  return { ...page, successor, ...(corrected ? { verdict: 'superseded' } : {}) }
}

/** The newest version, so that an employer never walks through a chain of replaced papers. */
async function findSuccessor(
  { db, publicUrl }: Pick<VerificationDeps, 'db' | 'publicUrl'>,
  first: CredentialId | null,
): Promise<string | undefined> {
  const seen = new Set<string>()
  let url: string | undefined
  for (let id = first; id !== null && !seen.has(id);) {
    seen.add(id)
    const record = await findCredential(db, id)
    if (record === undefined) break
    url = verificationUrl(publicUrl, record.code)
    id = record.supersededBy
  }
  return url
}
