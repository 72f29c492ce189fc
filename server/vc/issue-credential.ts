import { isoInstant } from '../kernel/clock.ts'
import { boundDocument } from './data-model/bounded-document.ts'
import { CREDENTIAL_RULES } from './data-model/credential-rules.ts'
import { credentialRulesFor } from './data-model/model-version.ts'
import { findProblems } from './data-model/rule.ts'
import type { Rule } from './data-model/rule.ts'
import { keyTypeOf } from './crypto/key-type.ts'
import type { Cryptosuite, CryptosuiteName, SignOptions } from './data-integrity/cryptosuites/cryptosuite.ts'
import { suiteNamed, usualSuite } from './data-integrity/cryptosuites/index.ts'
import { findStrayPointer, mandatoryPointersOf } from './data-integrity/disclosure-pointers.ts'
import type { SigningKey } from './data-integrity/signing-key.ts'
import { pinnedDocumentLoader } from './json-ld/document-loader.ts'
import { linkDocument } from './json-ld/linked-document.ts'
import type { LinkedDocument } from './json-ld/linked-document.ts'
import { copyJson, idOf } from './json-value.ts'
import type { JsonObject } from './json-value.ts'
import { VcError } from './vc-error.ts'
import { failed } from './verification-result.ts'

export interface IssueOptions extends SignOptions {
  /** `created` of the proof. */
  readonly now: Date
  /** By default the usual suite of the key: `eddsa-rdfc-2022` for Ed25519, `ecdsa-rdfc-2019` for P-256 and P-384. */
  readonly cryptosuite?: CryptosuiteName
  /** Signs VCDM 1.1 too, which the public suites ask for; by default that model is read and never signed. */
  readonly olderDataModel?: boolean
}

/**
 * Signs a credential (VC Data Integrity 1.0, 4.2 Add Proof) and answers a new document; `unsigned` is left as it was. The
 * proof is a list of one, as the strict Open Badges 3.0 schema wants it. No network: contexts that are not pinned are
 * refused.
 *
 * Throws `VcError`: `credential-invalid` with the failed checks, `already-signed`, `foreign-issuer` when the key is not
 * the issuer's, `context-unavailable`, `key-invalid`, `pointer-invalid`.
 */
export async function issueCredential(
  unsigned: JsonObject,
  key: SigningKey,
  options: IssueOptions,
): Promise<JsonObject> {
  const rules = options.olderDataModel === true ? credentialRulesFor(unsigned) : CREDENTIAL_RULES
  const linked = await requireSignable(unsigned, key, rules)
  const suite = suiteNamed(options.cryptosuite ?? usualSuite(key.publicKeyMultibase))
  const keyType = keyTypeOf(key.publicKeyMultibase)
  if (keyType === undefined || !suite.keyTypes.includes(keyType)) {
    throw new VcError('key-invalid', `${suite.name} does not sign with a ${keyType ?? 'foreign'} key`)
  }
  const config: JsonObject = {
    type: 'DataIntegrityProof',
    created: isoInstant(options.now),
    verificationMethod: key.verificationMethod,
    cryptosuite: suite.name,
    proofPurpose: 'assertionMethod',
  }
  const proofValue = await suite.sign?.(linked, config, key, {
    mandatoryPointers: requirePointers(linked.source, suite, options),
  })
  if (proofValue === undefined) throw new VcError('key-invalid', `${suite.name} does not sign`)
  return { ...linked.source, proof: [{ ...config, proofValue }] }
}

/** What every disclosure shows, for the suite that knows of disclosures. */
function requirePointers(document: JsonObject, suite: Cryptosuite, options: IssueOptions): string[] {
  if (suite.name !== 'ecdsa-sd-2023') return []
  const asked = options.mandatoryPointers ?? []
  const stray = findStrayPointer(document, asked)
  if (stray !== undefined) throw new VcError('pointer-invalid', stray.slice(0, 200))
  return mandatoryPointersOf(document, asked)
}

async function requireSignable(
  unsigned: JsonObject,
  key: SigningKey,
  rules: readonly Rule[],
): Promise<LinkedDocument> {
  const bounded = boundDocument(unsigned)
  if ('check' in bounded) throw new VcError('credential-invalid', bounded.check.code, [bounded.check])
  if ('proof' in unsigned) throw new VcError('already-signed', 'the credential has a proof')
  const checks = findProblems(rules, unsigned).map((finding) => failed('data-model', finding.code, finding))
  const [first] = checks
  if (first !== undefined)
    throw new VcError('credential-invalid', `${first.code} ${first.pointer ?? ''}`, checks)
  if (idOf(unsigned.issuer) !== key.did) throw new VcError('foreign-issuer', 'the key is not of the issuer')
  if (key.verificationMethod.split('#')[0] !== key.did)
    throw new VcError('key-invalid', 'the key is not of its DID')
  // The copy is what is read, signed and answered: later changes to `unsigned` cannot slip in between.
  const result = await linkDocument(copyJson(unsigned), pinnedDocumentLoader)
  if ('check' in result) {
    const reason = result.check.status === 'unavailable' ? 'context-unavailable' : 'credential-invalid'
    throw new VcError(reason, `${result.check.code} ${result.check.detail ?? ''}`, [result.check])
  }
  const hidden = result.linked.findHiddenProperty()
  if (hidden !== undefined) {
    throw new VcError('credential-invalid', hidden.code, [failed('data-model', hidden.code, hidden)])
  }
  return result.linked
}
