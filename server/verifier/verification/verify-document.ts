import {
  findCredential,
  findCredentialByCode,
  type CredentialRecord,
} from '../../issuer/credentials/index.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import {
  idOf,
  isJsonObject,
  verifyCredential,
  type CheckName,
  type VerificationResult,
} from '../../vc/index.ts'
import { withMembersRegistered, withRegister } from './apply-register.ts'
import type { RegisteredMember, RegisteredResult } from './registered-result.ts'
import type { VerificationDeps } from './verification-deps.ts'
import { verifyOptions } from './verify-options.ts'

/**
 * Verifies anybody's credential: the cryptographic checks of `vc`, then what our register knows about it when we are its
 * issuer (withdrawn, replaced). With `only`, the later checks that are not named are left out, and so is the register.
 * Never throws for a bad document: it is `not-authentic`, or `unverifiable-now`.
 */
export async function verifyDocument(
  deps: VerificationDeps,
  document: unknown,
  options: { readonly only?: readonly CheckName[] } = {},
): Promise<RegisteredResult> {
  const result = await verifyCredential(document, { ...verifyOptions(deps, document), ...options })
  if (options.only !== undefined) return result
  const registered = await register(deps, document, result)
  if (result.members === undefined) return registered
  const members: RegisteredMember[] = []
  for (const member of result.members) {
    const known = await register(deps, member.credential, member)
    members.push({ ...known, credential: member.credential })
  }
  return withMembersRegistered(registered, members)
}

async function register(
  deps: VerificationDeps,
  document: unknown,
  result: VerificationResult,
): Promise<RegisteredResult> {
  const record = await findRecord(deps, document, result)
  const endorsed = record?.endorses == null ? undefined : await findCredential(deps.db, record.endorses)
  return withRegister(result, record, endorsed)
}

/** Our register's entry, looked up only when the signature holds and is ours: an id alone is anybody's claim. */
async function findRecord(
  deps: VerificationDeps,
  document: unknown,
  result: VerificationResult,
): Promise<CredentialRecord | undefined> {
  const isKnown = ['proof', 'issuer'].every((name) =>
    result.checks.some((check) => check.name === name && check.status === 'passed'),
  )
  if (!isKnown || !isJsonObject(document) || typeof document['id'] !== 'string') return undefined
  if (await isPartner(deps, idOf(document['issuer']))) return undefined
  // signed by our own key, so the code is ours under whatever public URL we signed it
  const [, typed = ''] = /\/credentials\/([^/]+)$/.exec(document['id']) ?? []
  const code = parseCrockfordCode(typed, 12)
  return code === undefined ? undefined : await findCredentialByCode(deps.db, code)
}

/** An issuer of the registry and none of ours: we vouch for its name, it speaks for nothing in our register. */
async function isPartner({ db, ring, issuers }: VerificationDeps, did: string | undefined): Promise<boolean> {
  return did !== undefined && issuers?.trusts(did) === true && !(await ring.isOwnDid(db, did))
}
