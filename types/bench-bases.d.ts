/** The parts of untyped packages that only the benchmark calls, as their READMEs show. */
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<{ verified: boolean }>
}
