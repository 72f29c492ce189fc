/** The kinds of key we sign and verify with. */
export type KeyType = 'Ed25519' | 'P-256' | 'P-384'

/** A header of two bytes and 32, 33 or 49 more make texts of one length and one beginning in base58-btc. */
const FORMS: Readonly<Record<KeyType, RegExp>> = {
  Ed25519: /^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/,
  'P-256': /^zDna[1-9A-HJ-NP-Za-km-z]{45}$/,
  'P-384': /^z82L[1-9A-HJ-NP-Za-km-z]{67}$/,
}

/** What kind of public key a Multikey is (Controlled Identifiers 1.0, 2.2.2); undefined for any other text. */
export function keyTypeOf(publicKeyMultibase: string): KeyType | undefined {
  const types: KeyType[] = ['Ed25519', 'P-256', 'P-384']
  return types.find((type) => FORMS[type].test(publicKeyMultibase))
}
