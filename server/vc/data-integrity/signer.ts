import { importEcdsaSigner, importEcdsaVerifier } from '../crypto/ecdsa.ts'
import {
  importEd25519Signer,
  importEd25519Verifier,
  type SignBytes,
  type VerifyBytes,
} from '../crypto/ed25519.ts'
import { keyTypeOf } from '../crypto/key-type.ts'
import { VcError } from '../vc-error.ts'
import type { SigningKey } from './signing-key.ts'

// Keyed by the object, so that a key which the key store lets go of is not kept alive here.
const signers = new WeakMap<SigningKey, Promise<SignBytes>>()

/** The signer of a key, made once for each key object. Throws `key-invalid` when its halves are not one pair. */
export function signerOf(key: SigningKey): Promise<SignBytes> {
  const known = signers.get(key)
  if (known !== undefined) return known
  const signer = makeSigner(key)
  signers.set(key, signer)
  // a token that did not answer this time may answer the next
  signer.catch(() => signers.delete(key))
  return signer
}

async function makeSigner(key: SigningKey): Promise<SignBytes> {
  try {
    const sign = await importSigner(key)
    const verify = await importVerifier(key.publicKeyMultibase)
    if (sign !== undefined && verify !== undefined) {
      const data = new TextEncoder().encode('one pair?')
      if (await verify(data, new Uint8Array(await sign(data)))) return sign
    }
  } catch {
    // No cause: an error of a decoder may quote what it could not decode, and that is a secret here.
    throw new VcError('key-invalid', 'not a Multikey pair')
  }
  throw new VcError('key-invalid', 'the secret key is not that of the public key')
}

async function importSigner(key: SigningKey): Promise<SignBytes | undefined> {
  if (key.secretKeyMultibase === undefined) return (data) => key.sign(data)
  const importKey = keyTypeOf(key.publicKeyMultibase) === 'Ed25519' ? importEd25519Signer : importEcdsaSigner
  return importKey(key.secretKeyMultibase, key.publicKeyMultibase)
}

async function importVerifier(publicKeyMultibase: string): Promise<VerifyBytes | undefined> {
  return keyTypeOf(publicKeyMultibase) === 'Ed25519'
    ? importEd25519Verifier(publicKeyMultibase)
    : (await importEcdsaVerifier(publicKeyMultibase))?.verify
}
