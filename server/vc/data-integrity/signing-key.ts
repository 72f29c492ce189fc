/** A key pair in multibase (Controlled Identifiers 1.0, 2.2.2 Multikey) and the method that names it. */
export type SigningKey = KeyName & (SoftwareKey | KeptKey)

interface KeyName {
  /** The DID that controls the key: the only issuer it may sign for. */
  readonly did: string
  /** DID URL of the key, `did:…#z6Mk…`. */
  readonly verificationMethod: string
  /** `z6Mk…` Ed25519, `zDna…` P-256, `z82L…` P-384. */
  readonly publicKeyMultibase: string
}

interface SoftwareKey {
  readonly secretKeyMultibase: string
}

/** A key that never leaves where it is kept (PKCS#11): it is asked to sign. */
interface KeptKey {
  readonly secretKeyMultibase?: undefined
  /**
   * Signs the bytes themselves, not a hash of them: 64 bytes with Ed25519 (RFC 8032); with ECDSA raw r‖s, never DER, over
   * their SHA-256 (P-256, 64 bytes) or SHA-384 (P-384, 96 bytes).
   */
  sign(data: Uint8Array): Promise<Uint8Array>
}
