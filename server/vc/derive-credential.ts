import { boundDocument } from './data-model/bounded-document.ts'
import { credentialRulesFor } from './data-model/model-version.ts'
import { findProblems } from './data-model/rule.ts'
import { deriveDocument, isBaseProof } from './data-integrity/cryptosuites/ecdsa-sd-2023.ts'
import { findStrayPointer } from './data-integrity/disclosure-pointers.ts'
import { readProofs } from './data-integrity/proof-rules.ts'
import type { DocumentLoader } from './json-ld/document-loader.ts'
import { linkDocument } from './json-ld/linked-document.ts'
import type { LinkedDocument } from './json-ld/linked-document.ts'
import type { JsonObject } from './json-value.ts'
import { VcError } from './vc-error.ts'
import { failed } from './verification-result.ts'

export interface DeriveOptions {
  /** JSON pointers to what the holder discloses, besides what the issuer made mandatory. None: the mandatory part. */
  readonly selectivePointers: readonly string[]
  readonly documentLoader: DocumentLoader
}

/**
 * What the holder of a credential with an `ecdsa-sd-2023` base proof shows of it (ECDSA Cryptosuites 1.0, 3.4.7): a new
 * credential with a derived proof. The base proof is not verified here; whoever verifies the derived one does.
 *
 * Throws `VcError`: `credential-invalid` with the failed checks, also when too little is left to be a credential;
 * `not-derivable` without exactly one base proof; `pointer-invalid`; `context-unavailable`.
 */
export async function deriveCredential(signed: JsonObject, options: DeriveOptions): Promise<JsonObject> {
  const { document, baseProof } = await requireDerivable(signed, options.documentLoader)
  const { selectivePointers } = options
  const stray = findStrayPointer(document.source, selectivePointers)
  if (stray !== undefined) throw new VcError('pointer-invalid', stray.slice(0, 200))
  const derived = await deriveDocument(document, baseProof, selectivePointers).catch((cause: unknown) => {
    const detail = cause instanceof Error ? cause.message.slice(0, 300) : 'the proof cannot be read'
    const reason = /pointer/i.test(detail) ? 'pointer-invalid' : 'not-derivable'
    throw new VcError(reason, detail, [], { cause })
  })
  requireSound(derived)
  const { proof = {}, ...disclosed } = derived
  return { ...disclosed, proof: Array.isArray(proof) ? proof : [proof] }
}

async function requireDerivable(
  signed: JsonObject,
  documentLoader: DocumentLoader,
): Promise<{ document: LinkedDocument; baseProof: JsonObject }> {
  const bounded = boundDocument(signed)
  if ('check' in bounded) throw new VcError('credential-invalid', bounded.check.code, [bounded.check])
  requireSound(signed)
  const read = readProofs(signed)
  if ('check' in read) throw new VcError('not-derivable', read.check.code, [read.check])
  const [baseProof, another] = read.proofs.filter(({ source }) => isBaseProof(source))
  if (baseProof === undefined || another !== undefined) {
    throw new VcError('not-derivable', 'not exactly one ecdsa-sd-2023 base proof')
  }
  const { proof: _proof, ...unsecured } = signed
  const result = await linkDocument(unsecured, documentLoader)
  if ('check' in result) {
    const reason = result.check.status === 'unavailable' ? 'context-unavailable' : 'credential-invalid'
    throw new VcError(reason, result.check.code, [result.check])
  }
  return { document: result.linked, baseProof: baseProof.source }
}

function requireSound(credential: JsonObject): void {
  const checks = findProblems(credentialRulesFor(credential), credential).map((finding) =>
    failed('data-model', finding.code, finding),
  )
  const [first] = checks
  if (first !== undefined)
    throw new VcError('credential-invalid', `${first.code} ${first.pointer ?? ''}`, checks)
}
