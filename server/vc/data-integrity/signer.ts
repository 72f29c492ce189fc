import { from } from '@digitalbazaar/ed25519-multikey'
import type { Signer } from '@digitalbazaar/ed25519-multikey'
import { VcError } from '../vc-error.ts'
import type { SigningKey } from './signing-key.ts'

// Keyed by the object, so that a key which the key store lets go of is not kept alive here.
const signers = new WeakMap<SigningKey, Promise<Signer>>()

/** The signer of a key, made once for each key object. Throws `key-invalid` when the two halves are not one pair. */
export function signerOf(key: SigningKey): Promise<Signer> {
  const signer = signers.get(key) ?? makeSigner(key)
  signers.set(key, signer)
  return signer
}

async function makeSigner(key: SigningKey): Promise<Signer> {
  const { did, verificationMethod, publicKeyMultibase, secretKeyMultibase } = key
  try {
    const pair = await from({
      type: 'Multikey',
      id: verificationMethod,
      controller: did,
      publicKeyMultibase,
      secretKeyMultibase,
    })
    const data = new TextEncoder().encode('one pair?')
    const signer = pair.signer()
    if (await pair.verifier().verify({ data, signature: await signer.sign({ data }) })) return signer
  } catch {
    // No cause: an error of a decoder may quote what it could not decode, and that is a secret here.
    throw new VcError('key-invalid', 'not an Ed25519 Multikey pair')
  }
  throw new VcError('key-invalid', 'the secret key is not that of the public key')
}
