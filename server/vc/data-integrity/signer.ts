import { importEd25519Signer, importEd25519Verifier, type SignBytes } from '../crypto/ed25519.ts'
import { VcError } from '../vc-error.ts'
import type { SigningKey } from './signing-key.ts'

// Keyed by the object, so that a key which the key store lets go of is not kept alive here.
const signers = new WeakMap<SigningKey, Promise<SignBytes>>()

/** The Ed25519 signer of a key, made once for each key object. Throws `key-invalid` when its halves are not one pair. */
export function signerOf(key: SigningKey): Promise<SignBytes> {
  const signer = signers.get(key) ?? makeSigner(key)
  signers.set(key, signer)
  return signer
}

async function makeSigner(key: SigningKey): Promise<SignBytes> {
  try {
    const sign = await importSigner(key)
    const verify = await importEd25519Verifier(key.publicKeyMultibase)
    if (sign !== undefined && verify !== undefined) {
      const data = new TextEncoder().encode('one pair?')
      if (await verify(data, new Uint8Array(await sign(data)))) return sign
    }
  } catch {
    // No cause: an error of a decoder may quote what it could not decode, and that is a secret here.
    throw new VcError('key-invalid', 'not an Ed25519 Multikey pair')
  }
  throw new VcError('key-invalid', 'the secret key is not that of the public key')
}

async function importSigner(key: SigningKey): Promise<SignBytes | undefined> {
  return key.secretKeyMultibase === undefined
    ? (data) => key.sign(data)
    : importEd25519Signer(key.secretKeyMultibase, key.publicKeyMultibase)
}
