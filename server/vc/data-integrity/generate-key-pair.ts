import { generate as generateEcdsa } from '@digitalbazaar/ecdsa-multikey'
import { generate as generateEd25519 } from '@digitalbazaar/ed25519-multikey'
import type { KeyType } from '../crypto/key-type.ts'

/** A new key pair in multibase, Ed25519 unless said. The secret half must only ever go to a key store. */
export async function generateKeyPair(
  type: KeyType = 'Ed25519',
): Promise<{ publicKeyMultibase: string; secretKeyMultibase: string }> {
  const pair = await (type === 'Ed25519' ? generateEd25519() : generateEcdsa({ curve: type }))
  const { publicKeyMultibase, secretKeyMultibase } = pair
  if (secretKeyMultibase === undefined) throw new Error('the library made a key pair without a secret key')
  return { publicKeyMultibase, secretKeyMultibase }
}
