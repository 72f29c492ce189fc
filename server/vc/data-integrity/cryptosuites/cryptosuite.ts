import type { KeyType } from '../../crypto/key-type.ts'
import type { LinkedDocument } from '../../json-ld/linked-document.ts'
import type { JsonObject } from '../../json-value.ts'
import type { SigningKey } from '../signing-key.ts'

/** The ways to sign that we speak (VC Data Integrity 1.0, 3 Cryptographic Suites). */
export type CryptosuiteName = 'eddsa-rdfc-2022' | 'ecdsa-rdfc-2019' | 'ecdsa-sd-2023'

export interface SignOptions {
  /** `ecdsa-sd-2023`: JSON pointers to what every derived proof discloses. */
  readonly mandatoryPointers?: readonly string[]
}

/** One way to secure a document. */
export interface Cryptosuite {
  /** `cryptosuite` of its proofs, or their `type` for what came before Data Integrity. */
  readonly name: string
  /** Whether a text is a `proofValue` by its form alone. */
  readonly proofValue: RegExp
  /** The kinds of key it can sign with. */
  readonly keyTypes: readonly KeyType[]
  /** `proofValue` for a proof that is otherwise complete. Absent where we only verify. */
  sign?(document: LinkedDocument, config: JsonObject, key: SigningKey, options: SignOptions): Promise<string>
  /** Whether `proof` secures the document with the key of `method`. Throws, or answers false, when not. */
  verify(document: LinkedDocument, proof: JsonObject, method: JsonObject): Promise<boolean>
}
