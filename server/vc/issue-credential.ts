import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { CredentialIssuancePurpose } from '@digitalbazaar/vc'
import { boundDocument } from './data-model/bounded-document.ts'
import { CREDENTIAL_RULES } from './data-model/credential-rules.ts'
import { findHiddenProperty } from './data-model/hidden-properties.ts'
import { findProblems } from './data-model/rule.ts'
import { signerOf } from './data-integrity/signer.ts'
import type { SigningKey } from './data-integrity/signing-key.ts'
import { cryptosuiteFor } from './json-ld/document-cryptosuite.ts'
import { pinnedDocumentLoader } from './json-ld/document-loader.ts'
import { expandDocument } from './json-ld/expand-document.ts'
import type { ExpandedDocument } from './json-ld/expand-document.ts'
import { idOf } from './json-value.ts'
import type { JsonObject } from './json-value.ts'
import { VcError } from './vc-error.ts'
import { failed } from './verification-result.ts'

/**
 * Signs a credential with `eddsa-rdfc-2022` (EdDSA Cryptosuites 1.0, 3.2) and answers a new document; `unsigned` is left
 * as it was. No network: contexts that are not pinned are refused.
 *
 * Throws `VcError`: `credential-invalid` with the failed checks, `already-signed`, `foreign-issuer` when the key is not
 * the issuer's, `context-unavailable`, `key-invalid`.
 */
export async function issueCredential(
  unsigned: JsonObject,
  key: SigningKey,
  options: { now: Date },
): Promise<JsonObject> {
  const expanded = await requireSignable(unsigned, key)
  const suite = new DataIntegrityProof({
    signer: await signerOf(key),
    date: options.now,
    cryptosuite: cryptosuiteFor(expanded),
  })
  const proof = await suite.createProof({
    document: expanded.source,
    purpose: new CredentialIssuancePurpose(),
    proofSet: [],
    documentLoader: pinnedDocumentLoader,
  })
  return { ...expanded.source, proof }
}

async function requireSignable(unsigned: JsonObject, key: SigningKey): Promise<ExpandedDocument> {
  const bounded = boundDocument(unsigned)
  if ('check' in bounded) throw new VcError('credential-invalid', bounded.check.code, [bounded.check])
  if ('proof' in unsigned) throw new VcError('already-signed', 'the credential has a proof')
  const checks = findProblems(CREDENTIAL_RULES, unsigned).map((finding) =>
    failed('data-model', finding.code, finding),
  )
  const [first] = checks
  if (first !== undefined)
    throw new VcError('credential-invalid', `${first.code} ${first.pointer ?? ''}`, checks)
  if (idOf(unsigned.issuer) !== key.did) throw new VcError('foreign-issuer', 'the key is not of the issuer')
  if (key.verificationMethod.split('#')[0] !== key.did)
    throw new VcError('key-invalid', 'the key is not of its DID')
  // The copy is what is expanded, signed and answered: later changes to `unsigned` cannot slip in between.
  const result = await expandDocument(structuredClone(unsigned), pinnedDocumentLoader)
  if ('check' in result) {
    const reason = result.check.status === 'unavailable' ? 'context-unavailable' : 'credential-invalid'
    throw new VcError(reason, `${result.check.code} ${result.check.detail ?? ''}`, [result.check])
  }
  const hidden = findHiddenProperty(result.expanded.source, result.expanded)
  if (hidden !== undefined) {
    throw new VcError('credential-invalid', hidden.code, [failed('data-model', hidden.code, hidden)])
  }
  return result.expanded
}
