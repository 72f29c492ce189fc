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
  sign(data: Uint8Array): Promise<Uint8Array>
}
