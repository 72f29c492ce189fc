import { parseDateTimeStamp } from './data-model/date-time-stamp.ts'
import { memberCredentials } from './data-model/member-credentials.ts'
import { credentialRulesFor } from './data-model/model-version.ts'
import { refuseMembers } from './data-model/size-limits.ts'
import type { DocumentLoader } from './json-ld/document-loader.ts'
import { idOf } from './json-value.ts'
import type { JsonObject } from './json-value.ts'
import { createStatusChecker } from './status-list/check-status.ts'
import { deriveVerdict } from './verdict.ts'
import { failed, passed, skipped, unavailable } from './verification-result.ts'
import type { Check, CheckName, MemberResult, VerificationResult } from './verification-result.ts'
import type { VerificationCache } from './verification-cache.ts'
import { verifySecuredDocument } from './verify-secured-document.ts'
import type { SecuredDocument } from './verify-secured-document.ts'

export interface VerifyOptions {
  readonly now: Date
  readonly documentLoader: DocumentLoader
  /** Fetches a status list credential; rejects when it cannot be had now. Called at most once for each list. */
  loadStatusList(url: string): Promise<JsonObject>
  /** Whether somebody vouches for this issuer. A "no" is a warning, not a failure. */
  isKnownIssuer(did: string): Promise<boolean> | boolean
  /**
   * When we ourselves recorded this very document as signed: the only word that counts against the date on a proof whose
   * key was compromised since. Undefined when we did not.
   */
  witness?(credential: JsonObject): Promise<Date | undefined>
  /**
   * Leave out the later checks (`issuer`, `validity`, `status`, `schema`, `members`) that are not named. Form, contexts
   * and proof are always checked: nothing can be said about a document without them.
   */
  readonly only?: readonly CheckName[]
  /** Signed documents found good before: their signatures are not verified again, everything that may change is. */
  readonly cache?: VerificationCache
}

/**
 * Verifies a credential of anybody: form, contexts, every proof, issuer, dates, status, and the credentials inside a
 * collection. Never throws for a bad credential; a resource that cannot be had is `unavailable`, not `failed`.
 */
export async function verifyCredential(
  credential: unknown,
  options: VerifyOptions,
): Promise<VerificationResult> {
  return verifyAt(credential, { ...options, checkStatus: statusCheckerOf(options), nesting: 0 })
}

/** Options of one verification, shared by the credential and its members. */
export interface VerificationRun extends VerifyOptions {
  readonly checkStatus: (credential: JsonObject) => Promise<Check[]>
  readonly nesting: number
}

export function statusCheckerOf(options: VerifyOptions): VerificationRun['checkStatus'] {
  const { cache } = options
  return createStatusChecker({
    ...(cache === undefined ? {} : { decode: (encodedList) => cache.decodeList(encodedList) }),
    loadStatusList: (url) => options.loadStatusList(url),
    refuseList: async (list) => {
      const { checks, authentic } = await verifySecuredCredential(list, options)
      const all =
        authentic === undefined ? checks : [...checks, checkValidity(authentic.document, options.now)]
      return all.find((check) => check.status !== 'passed')
    },
  })
}

export async function verifyAt(credential: unknown, run: VerificationRun): Promise<VerificationResult> {
  const { checks, authentic } = await verifySecuredCredential(credential, run)
  if (authentic === undefined) {
    const later = LATER.map((name) => skipped(name))
    return { verdict: deriveVerdict(checks), checks: [...checks, ...later] }
  }
  return verifyClaims(authentic.document, checks, run)
}

/** What is asked of a credential once its signature, of whatever kind, is known to be good. */
export async function verifyClaims(
  document: JsonObject,
  checks: readonly Check[],
  run: VerificationRun,
): Promise<VerificationResult> {
  const asked = (name: CheckName): boolean => run.only === undefined || run.only.includes(name)
  const issuer = asked('issuer') ? await checkIssuer(document, run) : skipped('issuer', 'not-asked')
  const validity = asked('validity') ? checkValidity(document, run.now) : skipped('validity', 'not-asked')
  const status = asked('status') ? await run.checkStatus(document) : [skipped('status', 'not-asked')]
  const members = asked('members') ? await verifyMembers(document, run) : undefined
  const all = [...checks, issuer, validity, ...status, ...checkSchema(document), ...(members?.checks ?? [])]
  return {
    verdict: deriveVerdict(all),
    checks: all,
    ...(members === undefined || members.results.length === 0 ? {} : { members: members.results }),
  }
}

const LATER = ['issuer', 'validity', 'status'] as const

function verifySecuredCredential(credential: unknown, options: VerifyOptions): Promise<SecuredDocument> {
  const { documentLoader, now } = options
  return verifySecuredDocument(credential, {
    witness: async (document) => options.witness?.(document),
    rulesFor: credentialRulesFor,
    purpose: 'assertionMethod',
    controllerOf: (document) => idOf(document.issuer),
    documentLoader,
    now,
    cache: options.cache,
  })
}

async function checkIssuer(document: JsonObject, options: VerifyOptions): Promise<Check> {
  const known = await options.isKnownIssuer(idOf(document.issuer) ?? '')
  return known
    ? passed('issuer')
    : { name: 'issuer', status: 'warning', code: 'issuer-unknown', pointer: '/issuer' }
}

/** VCDM 2.0, 4.9 Validity Period: from the instant of the first, up to and including that of the second; as VCDM 1.1 named them. */
const BEGINNINGS = ['validFrom', 'issuanceDate']
const ENDS = ['validUntil', 'expirationDate']

function checkValidity(document: JsonObject, now: Date): Check {
  for (const name of BEGINNINGS) {
    const from = parseDateTimeStamp(document[name])
    if (from !== undefined && now < from) return failed('validity', 'not-yet-valid', { pointer: `/${name}` })
  }
  for (const name of ENDS) {
    const until = parseDateTimeStamp(document[name])
    if (until !== undefined && now > until) return failed('validity', 'expired', { pointer: `/${name}` })
  }
  return passed('validity')
}

/** Schemas of others are not fetched; that they were not looked at is said. */
function checkSchema(document: JsonObject): Check[] {
  if (document.credentialSchema === undefined) return []
  return [{ name: 'schema', status: 'skipped', code: 'schema-not-checked', pointer: '/credentialSchema' }]
}

/**
 * The proof of a collection covers its members as one graph, in which members about the same person share their nodes:
 * which claim stands in which member is only said by the members' own proofs. So each is verified by itself.
 */
async function verifyMembers(
  document: JsonObject,
  run: VerificationRun,
): Promise<{ checks: Check[]; results: MemberResult[] }> {
  const members = memberCredentials(document)
  if (members.length === 0) return { checks: [], results: [] }
  const refusal = refuseMembers(members, run.nesting)
  if (refusal !== undefined) return { checks: [refusal], results: [] }
  const results: MemberResult[] = []
  for (const credential of members) {
    results.push({ credential, ...(await verifyAt(credential, { ...run, nesting: run.nesting + 1 })) })
  }
  return { checks: [checkOfMembers(results)], results }
}

function checkOfMembers(results: readonly MemberResult[]): Check {
  const pointerTo = (result: MemberResult): string =>
    `/credentialSubject/verifiableCredential/${results.indexOf(result)}`
  const forged = results.find(({ verdict }) => verdict === 'not-authentic')
  if (forged !== undefined) return failed('members', 'member-not-authentic', { pointer: pointerTo(forged) })
  // What was not looked into is not looked into for everything around it either.
  const unread = results.find(({ checks }) =>
    checks.some(({ name, status }) => name === 'members' && status === 'unavailable'),
  )
  if (unread !== undefined) return unavailable('members', 'too-deep', { pointer: pointerTo(unread) })
  const other = results.find(({ verdict }) => verdict !== 'verified' && verdict !== 'issuer-unknown')
  if (other === undefined) return passed('members')
  // A competence that was revoked does not revoke the passport; it is shown with its own verdict.
  return {
    name: 'members',
    status: 'warning',
    code: 'member-not-verified',
    pointer: pointerTo(other),
    detail: other.verdict,
  }
}
