import { generate } from '@digitalbazaar/ed25519-multikey'

/** A new Ed25519 key pair in multibase. The secret half must only ever go to a key store. */
export async function generateKeyPair(): Promise<{ publicKeyMultibase: string; secretKeyMultibase: string }> {
  const { publicKeyMultibase, secretKeyMultibase } = await generate()
  if (secretKeyMultibase === undefined) throw new Error('the library made a key pair without a secret key')
  return { publicKeyMultibase, secretKeyMultibase }
}
