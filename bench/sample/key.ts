import { didKeyOf, generateKeyPair, verificationMethodOf, type SigningKey } from '../../server/vc/index.ts'

/** A key in software, as text: it can be handed to another process. */
export type SoftwareKey = Extract<SigningKey, { secretKeyMultibase: string }>

/** A new Ed25519 key, named by its `did:key`. */
export async function newKey(): Promise<SoftwareKey> {
  const pair = await generateKeyPair()
  const did = didKeyOf(pair.publicKeyMultibase)
  return { did, verificationMethod: verificationMethodOf(did, pair.publicKeyMultibase), ...pair }
}
