import { presentationRulesFor } from './data-model/model-version.ts'
import type { Proof } from './data-integrity/proof-rules.ts'
import { asList, idOf, isJsonObject } from './json-value.ts'
import type { JsonObject } from './json-value.ts'
import { deriveVerdict } from './verdict.ts'
import { failed, passed, skipped } from './verification-result.ts'
import type { Check, MemberResult, VerificationResult } from './verification-result.ts'
import { statusCheckerOf, verifyAt } from './verify-credential.ts'
import type { VerifyOptions } from './verify-credential.ts'
import { verifySecuredDocument } from './verify-secured-document.ts'

export interface VerifyPresentationOptions extends VerifyOptions {
  /** The nonce we asked the holder to sign. Without one, a presentation seen elsewhere could be shown again. */
  readonly challenge?: string
  /** Who we are, as the holder was told. */
  readonly domain?: string
}

export interface PresentationResult extends VerificationResult {
  /** The credentials presented, each with its own verdict. */
  readonly credentials: readonly MemberResult[]
}

/**
 * Verifies a presentation (VCDM 2.0, 4.13): form, every proof, that the signer is the holder and answers our challenge
 * for our domain, and each credential in it. Never throws for a bad presentation.
 */
export async function verifyPresentation(
  presentation: unknown,
  options: VerifyPresentationOptions,
): Promise<PresentationResult> {
  const { checks, authentic } = await verifySecuredDocument(presentation, {
    rulesFor: presentationRulesFor,
    purpose: 'authentication',
    controllerOf: (document) => idOf(document.holder),
    documentLoader: options.documentLoader,
    now: options.now,
  })
  const found = checks.map(asHolderCheck)
  if (authentic === undefined) {
    return {
      verdict: deriveVerdict(found),
      checks: [...found, skipped('holder'), skipped('credentials')],
      credentials: [],
    }
  }
  const holder = checkHolder(authentic.proofs, authentic.controllers, options)
  const credentials = await verifyCredentials(authentic.document, options)
  const all = [...found, holder, ...credentials.map(asCheck)]
  return { verdict: deriveVerdict(all), checks: all, credentials }
}

/** The library of refusals speaks of issuers; of a presentation it is the holder who must control the key. */
function asHolderCheck(check: Check): Check {
  return check.code === 'issuer-not-key-controller' ? { ...check, code: 'holder-not-signer' } : check
}

/** VC Data Integrity 1.0, 2.1: the challenge and the domain of each proof are the ones we gave. */
function checkHolder(
  proofs: readonly Proof[],
  controllers: readonly string[],
  { challenge, domain }: VerifyPresentationOptions,
): Check {
  if (new Set(controllers).size !== 1)
    return failed('holder', 'holder-not-signer', { detail: 'several signers' })
  for (const { source, pointer } of proofs) {
    if (challenge !== undefined && source.challenge !== challenge) {
      return failed('holder', 'challenge-mismatch', { pointer: `${pointer}/challenge` })
    }
    const domains = asList(source.domain)
    // A domain that nobody compares protects nobody: a presentation made for another verifier is not for us.
    if (domain === undefined ? domains.length > 0 : !domains.includes(domain)) {
      return failed('holder', 'domain-mismatch', { pointer: `${pointer}/domain` })
    }
  }
  if (challenge !== undefined) return passed('holder')
  return { name: 'holder', status: 'warning', code: 'holder-not-bound', detail: 'no challenge was asked for' }
}

async function verifyCredentials(document: JsonObject, options: VerifyOptions): Promise<MemberResult[]> {
  const run = { ...options, checkStatus: statusCheckerOf(options), nesting: 0 }
  const results: MemberResult[] = []
  for (const credential of asList(document.verifiableCredential).filter(isJsonObject)) {
    results.push({ credential, ...(await verifyAt(credential, run)) })
  }
  return results
}

function asCheck({ verdict }: MemberResult, index: number): Check {
  const pointer = `/verifiableCredential/${index}`
  switch (verdict) {
    case 'verified':
      return passed('credentials')
    case 'issuer-unknown':
      return { name: 'credentials', status: 'warning', code: verdict, pointer }
    case 'revoked':
    case 'suspended':
    case 'expired':
    case 'not-yet-valid':
      return failed('credentials', verdict, { pointer })
    case 'unverifiable-now':
      return { name: 'credentials', status: 'unavailable', code: 'credential-not-verified', pointer }
    default:
      return failed('credentials', 'credential-not-verified', { pointer })
  }
}
