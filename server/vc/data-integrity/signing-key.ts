/** An Ed25519 key pair in multibase (Controlled Identifiers 1.0, Multikey) and the method that names it. */
export interface SigningKey {
  /** The DID that controls the key: the only issuer it may sign for. */
  readonly did: string
  /** DID URL of the key, `did:…#z6Mk…`. */
  readonly verificationMethod: string
  readonly publicKeyMultibase: string
  readonly secretKeyMultibase: string
}
