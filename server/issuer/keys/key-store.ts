/**
 * Where private keys rest. Two real ones: encrypted files, whose keys are handed out, and PKCS#11 tokens, whose keys
 * never leave: those sign where they are.
 */
export interface KeyStore {
  /** Makes a new key, Ed25519 unless told, that is kept before this returns its public name (`z6Mk…`, `zDna…`, `z82L…`). */
  create(type?: KeyType): Promise<string>
  /** The key, ready to sign; undefined when this store never had it. */
  open(keyId: string): Promise<OpenedKey | undefined>
}

/** Our issuers sign with Ed25519; the other two are for the VC-API instances. */
export type KeyType = 'Ed25519' | 'P-256' | 'P-384'

/** A key that may be used: its private part, or somebody who signs with it (exactly one of the two). */
export type OpenedKey =
  { readonly secretKeyMultibase: string } | { readonly sign: (data: Uint8Array) => Promise<Uint8Array> }
