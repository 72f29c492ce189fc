import { findUnexplainedType } from '../data-model/badge-context.ts'
import { boundDocument } from '../data-model/bounded-document.ts'
import { credentialRulesFor } from '../data-model/model-version.ts'
import { findProblems } from '../data-model/rule.ts'
import { idOf } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { deriveVerdict } from '../verdict.ts'
import { failed, passed, skipped, unavailable } from '../verification-result.ts'
import type { Check, VerificationResult } from '../verification-result.ts'
import { statusCheckerOf, verifyClaims } from '../verify-credential.ts'
import type { VerifyOptions } from '../verify-credential.ts'
import { isSignedBy } from './algorithms.ts'
import { findKeys } from './find-keys.ts'
import { parseToken } from './parse-token.ts'
import type { ParsedToken } from './parse-token.ts'
import { credentialOf } from './token-credential.ts'
import type { TokenCredential } from './token-credential.ts'

export interface TokenResult extends VerificationResult {
  /** What the token carries, true or not; undefined when it carries no credential at all. */
  readonly credential?: JsonObject
}

/** Clocks differ. */
const LEEWAY_MS = 60_000

/**
 * Verifies a credential of anybody that is secured as a JSON Web Token: the same checks as of one with a proof in it, in
 * the same order. Its words are read as they stand, as its issuer signed them, so that its contexts are not asked.
 * Never throws for a bad token.
 */
export async function verifyToken(token: string, options: VerifyOptions): Promise<TokenResult> {
  const parsed = parseToken(token)
  if ('check' in parsed) return refusedBy([parsed.check])
  const carried = credentialOf(parsed.payload)
  if ('check' in carried) return refusedBy([passed('document'), carried.check])
  const { credential } = carried
  const bounded = boundDocument(credential)
  if ('check' in bounded) return refusedBy([bounded.check])
  const shape = checkShape(credential)
  if (shape.some(({ status }) => status !== 'passed')) return { ...refusedBy(shape), credential }
  const proof = await checkSignature(token, parsed, idOf(credential.issuer) ?? '', options)
  const checks = [...shape, skipped('context', 'not-asked'), proof.check]
  if (proof.check.status !== 'passed') return { ...refusedBy(checks), credential }
  const result = await verifyClaims(credential, checks, {
    ...options,
    ...(proof.isOfIssuer ? {} : { isKnownIssuer: () => false }),
    checkStatus: statusCheckerOf(options),
    nesting: 0,
  })
  return { ...withTokenTime(result, carried, options.now), credential }
}

function refusedBy(checks: readonly Check[]): VerificationResult {
  const later = (['issuer', 'validity', 'status'] as const).map((name) => skipped(name))
  return { verdict: deriveVerdict(checks), checks: [...checks, ...later] }
}

function checkShape(credential: JsonObject): Check[] {
  const findings = findProblems(credentialRulesFor(credential), credential)
  if (findings.length > 0)
    return [
      passed('document'),
      ...findings.map(({ code, pointer }) => failed('data-model', code, { pointer })),
    ]
  const unexplained = findUnexplainedType(credential)
  if (unexplained === undefined) return [passed('document'), passed('data-model')]
  const foreign = unavailable('context', 'context-foreign', { pointer: '/@context', detail: unexplained })
  return [passed('document'), passed('data-model'), foreign]
}

/** Whether one of the issuer's keys signed; or, where nobody can say which these are, the key that came with the token. */
async function checkSignature(
  token: string,
  { header, algorithm }: ParsedToken,
  issuer: string,
  options: VerifyOptions,
): Promise<{ check: Check; isOfIssuer: boolean }> {
  const { ofIssuer, brought, refusal } = await findKeys(header, issuer, options)
  for (const jwk of ofIssuer)
    if (await isSignedBy(token, algorithm, jwk)) return { check: passed('proof'), isOfIssuer: true }
  const refuse = (check: Check): { check: Check; isOfIssuer: boolean } => ({ check, isOfIssuer: false })
  const isIntact = brought !== undefined && (await isSignedBy(token, algorithm, brought))
  if (brought !== undefined && !isIntact) return refuse(failed('proof', 'signature-invalid'))
  // its keys are known, and this is none of them
  if (ofIssuer.length > 0)
    return refuse(failed('proof', isIntact ? 'issuer-not-key-controller' : 'signature-invalid'))
  // keys of kinds that we do not read
  if (refusal === undefined) return refuse(unavailable('proof', 'key-not-found'))
  if (refusal.status === 'failed' || !isIntact || issuer.startsWith('did:'))
    return refuse({ name: 'proof', ...refusal })
  return { check: passed('proof'), isOfIssuer: false }
}

/** The dates of the token count beside those of the credential. */
function withTokenTime(
  result: VerificationResult,
  { notBefore, notAfter, issuedAt }: TokenCredential,
  now: Date,
): VerificationResult {
  const early = [notBefore, issuedAt].some(
    (date) => date !== undefined && date.getTime() > now.getTime() + LEEWAY_MS,
  )
  const late = notAfter !== undefined && now > notAfter
  if (!early && !late) return result
  const check = failed('validity', late ? 'expired' : 'not-yet-valid', { pointer: late ? '/exp' : '/nbf' })
  const checks = [...result.checks.filter(({ name }) => name !== 'validity'), check]
  return { ...result, checks, verdict: deriveVerdict(checks) }
}
