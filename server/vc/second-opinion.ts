import type { DocumentLoader } from './json-ld/document-loader.ts'
import { asList, isJsonObject } from './json-value.ts'
import type { JsonObject } from './json-value.ts'

/**
 * Whether `@digitalbazaar/vc`, with its own canonicalisation, hashing and key handling, verifies what we signed with
 * `eddsa-rdfc-2022`. Status lists are not asked. A second opinion for a sample: it takes some thirty times as long as
 * ours. Loaded at its first use.
 */
export async function confirmWithLibrary(
  signed: JsonObject,
  options: { documentLoader: DocumentLoader; now: Date },
): Promise<boolean> {
  const [{ verifyCredential }, { DataIntegrityProof }, { cryptosuite }] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
  ])
  const { verified } = await verifyCredential({
    credential: signed,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: methodLoader(options.documentLoader),
    now: options.now,
    // asked for wherever a credential has a status; ours was allocated a moment ago
    checkStatus: () => Promise.resolve({ verified: true }),
  })
  return verified
}

/** The library asks for a key by its whole URL; ours answers with the document it stands in. */
function methodLoader(documentLoader: DocumentLoader): DocumentLoader {
  return async (url) => {
    const [controller = '', fragment] = url.split('#')
    if (!url.startsWith('did:') || fragment === undefined) return documentLoader(url)
    const { document } = await documentLoader(controller)
    const method = asList(document.verificationMethod)
      .filter(isJsonObject)
      .find(({ id }) => id === url)
    return {
      contextUrl: null,
      documentUrl: url,
      document: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
    }
  }
}
