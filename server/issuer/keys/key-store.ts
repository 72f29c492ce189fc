/**
 * Where private keys rest. The one implementation shipped is encrypted files; a PKCS#11 token or a cloud KMS that
 * can hand out wrapped keys fits behind the same two verbs.
 */
export interface KeyStore {
  /** Keeps a private key under its public name; putting the same name again changes nothing. */
  put(keyId: string, secret: string): Promise<void>
  /** The private key, or undefined when this store never had it. */
  get(keyId: string): Promise<string | undefined>
}
