import {
  createDocumentLoader,
  didKeyDocument,
  verifyCredential,
  type JsonObject,
  type VerificationResult,
} from '../../server/vc/index.ts'

/** What a verification outside the server asks, and who answers there: a copy of what we publish, or our own address. */
export interface Sources {
  /** Documents of our issuers; undefined for an issuer that is none of ours. A `did:key` is nobody's to answer. */
  resolveDid(did: string): Promise<JsonObject | undefined>
  loadStatusList(url: string): Promise<JsonObject>
  isKnownIssuer(did: string): Promise<boolean> | boolean
  /** When our register saw this very document signed, where that is known. */
  witness(document: JsonObject): Promise<Date | undefined>
}

/** The server's own verification, wherever it runs. */
export const verifyAnywhere = (document: unknown, sources: Sources, now: Date): Promise<VerificationResult> =>
  verifyCredential(document, {
    now,
    documentLoader: createDocumentLoader({
      resolveDid: async (did) => (await sources.resolveDid(did)) ?? documentOfKey(did),
    }),
    loadStatusList: (url) => sources.loadStatusList(url),
    isKnownIssuer: (did) => sources.isKnownIssuer(did),
    witness: (credential) => sources.witness(credential),
  })

const documentOfKey = (did: string): JsonObject | undefined =>
  did.startsWith('did:key:') ? didKeyDocument(did) : undefined
