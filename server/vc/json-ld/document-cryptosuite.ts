import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import type { Cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import type { ExpandedDocument } from './expand-document.ts'

/**
 * `eddsa-rdfc-2022` for one document that was expanded before: its expansion, the costly part of canonicalisation, is
 * not made twice. Proofs, and documents with other proofs inside, go through the library unchanged.
 */
export function cryptosuiteFor(expanded: ExpandedDocument): Cryptosuite {
  return {
    ...cryptosuite,
    canonize: (input, options) =>
      input === expanded.source
        ? cryptosuite.canonize(expanded.nodes, { ...options, skipExpansion: true })
        : cryptosuite.canonize(input, options),
  }
}
