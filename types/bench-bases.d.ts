/** The parts of untyped packages that only the benchmark calls, as their READMEs show. */
declare module '@digitalbazaar/vc' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity'
  type Loader = (url: string) => Promise<unknown>
  export function issue(options: {
    credential: object
    suite: DataIntegrityProof
    documentLoader: Loader
  }): Promise<object>
  export function verifyCredential(options: {
    credential: object
    suite: DataIntegrityProof
    documentLoader: Loader
    checkStatus?: (options: object) => Promise<{ verified: boolean }>
  }): Promise<{ verified: boolean; error?: unknown }>
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<{ verified: boolean }>
}
