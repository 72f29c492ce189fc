import { AppError } from '../../kernel/errors.ts'
import type { IssuerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { verificationMethodOf } from '../../vc/index.ts'
import { findIssuerOfDidWeb, issuerDid } from './issuer-did.ts'
import type { RingKey } from './issuer.ts'
import type { KeyStore } from './key-store.ts'
import { activeKey, findIssuerById, findKey } from './store.ts'

interface SigningKeyDeps {
  readonly publicUrl: string
  readonly store: KeyStore
}

/** The active key of an issuer, ready to sign. Throws `not-found` or `key-missing`. */
export async function findSigningKey(deps: SigningKeyDeps, db: Db, issuerId: IssuerId): Promise<RingKey> {
  const issuer = await findIssuerById(db, issuerId)
  if (issuer === undefined) throw new AppError('not-found')
  const active = await activeKey(db, issuerId)
  return openKey(deps.store, issuerDid(deps.publicUrl, issuer.slug, active?.keyId), active?.keyId)
}

/** The key that may sign in the name of `did`: see `KeyRing.signingKeyOfDid`. */
export async function findSigningKeyOfDid(deps: SigningKeyDeps, db: Db, did: string): Promise<RingKey> {
  if (did.startsWith('did:key:')) {
    const key = await findKey(db, did.slice('did:key:'.length))
    return openKey(deps.store, did, key?.state === 'compromised' ? undefined : key?.keyId)
  }
  const issuer = await findIssuerOfDidWeb(deps.publicUrl, db, did)
  const active = issuer && (await activeKey(db, issuer.id))
  return openKey(deps.store, did, active?.keyId)
}

async function openKey(store: KeyStore, did: string, keyId: string | undefined): Promise<RingKey> {
  const secretKeyMultibase = keyId === undefined ? undefined : await store.get(keyId)
  if (keyId === undefined || secretKeyMultibase === undefined)
    throw new AppError('key-missing', { key: keyId ?? did })
  return {
    keyId,
    did,
    verificationMethod: verificationMethodOf(did, keyId),
    publicKeyMultibase: keyId,
    secretKeyMultibase,
  }
}
