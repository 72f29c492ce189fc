import { AppError } from '../../kernel/errors.ts'
import type { IssuerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { didKeyDocument, verificationMethodOf, type JsonObject } from '../../vc/index.ts'
import { findIssuerOfDidWeb, issuerDid, resolveDid } from './issuer-did.ts'
import type { RingKey } from './issuer.ts'
import type { KeyStore, OpenedKey } from './key-store.ts'
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
    if (key?.state === 'compromised') throw new AppError('key-compromised', { key: key.keyId })
    return openKey(deps.store, did, key?.keyId)
  }
  const issuer = await findIssuerOfDidWeb(deps.publicUrl, db, did)
  const active = issuer && (await activeKey(db, issuer.id))
  return openKey(deps.store, did, active?.keyId)
}

/** Who signs the status lists of a DID, and the document under which everybody else will verify that. */
export interface StatusListSigner {
  readonly key: RingKey
  readonly document: JsonObject
}

/** See `KeyRing.statusListSigner`. */
export async function findStatusListSigner(
  deps: SigningKeyDeps,
  db: Db,
  did: string,
): Promise<StatusListSigner> {
  if (did.startsWith('did:key:')) {
    const key = await findKey(db, did.slice('did:key:'.length))
    return { key: await openKey(deps.store, did, key?.keyId), document: didKeyDocument(did) }
  }
  const document = await resolveDid(deps.publicUrl, db, did)
  if (document === undefined) throw new AppError('key-missing', { key: did })
  return { key: await findSigningKeyOfDid(deps, db, did), document }
}

// the same object for the same key: whoever signs prepares itself once for each
const ringKeys = new WeakMap<OpenedKey, Map<string, RingKey>>()

async function openKey(store: KeyStore, did: string, keyId: string | undefined): Promise<RingKey> {
  const opened = keyId === undefined ? undefined : await store.open(keyId)
  if (keyId === undefined || opened === undefined) throw new AppError('key-missing', { key: keyId ?? did })
  const known = ringKeys.get(opened) ?? new Map<string, RingKey>()
  ringKeys.set(opened, known)
  const key = known.get(did) ?? {
    ...{ keyId, did, verificationMethod: verificationMethodOf(did, keyId), publicKeyMultibase: keyId },
    ...opened,
  }
  known.set(did, key)
  return key
}
