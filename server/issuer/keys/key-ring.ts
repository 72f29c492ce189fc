import { hkdfSync } from 'node:crypto'
import type { Clock } from '../../kernel/clock.ts'
import type { IssuerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import { checkKeys, type UnusableKey } from './check-keys.ts'
import { createIssuer } from './create-issuer.ts'
import { encryptedFileKeyStore } from './encrypted-file-key-store.ts'
import { isOwnDid, issuerDid, resolveDid } from './issuer-did.ts'
import { PLATFORM_SLUG, type Issuer, type RingKey } from './issuer.ts'
import type { KeyStore } from './key-store.ts'
import { openRootSecret } from './open-root-secret.ts'
import { findSigningKey, findSigningKeyOfDid } from './signing-keys.ts'
import { activeKey, findIssuerOf } from './store.ts'

export interface KeyRingDeps {
  readonly keysDir: string
  readonly passphrase?: string
  readonly publicUrl: string
  readonly clock: Clock
  readonly log: Logger
}

/** The issuers and their keys. Private parts are read from the key store once and never leave by log or error. */
export interface KeyRing {
  readonly publicUrl: string
  readonly store: KeyStore
  /** The issuer of a structure, or of the platform (null); made with its first key when missing. */
  issuerFor(db: Db, organisationId: OrganisationId | null): Promise<Issuer>
  /** The active key of an issuer. Throws `key-missing` when the key store has lost it. */
  signingKey(db: Db, issuerId: IssuerId): Promise<RingKey>
  /**
   * The key that signs in the name of `did` now: of a `did:web` the issuer's active key, of a `did:key` that very key,
   * retired or not, because nothing else can. Throws `key-missing` when there is none, or it was compromised.
   */
  signingKeyOfDid(db: Db, did: string): Promise<RingKey>
  /** The DID document of one of our issuers (did:web) or of any did:key; undefined for everybody else's. */
  resolveDid(db: Db, did: string): Promise<JsonObject | undefined>
  /** Whether `did` is one of our issuers, by a key that is active or retired, never a compromised one. */
  isOwnDid(db: Db, did: string): Promise<boolean>
  /** The active keys of the database that cannot be opened: the folder was lost, or is another installation's. */
  checkKeys(db: Db): Promise<UnusableKey[]>
  /** 32 bytes of their own for a purpose, the same at every start of this installation (slips, CSRF). */
  deriveSecret(purpose: string): Uint8Array
}

/**
 * Opens the keys folder, making what is missing on the first run.
 * @throws AppError `keys-locked` when the passphrase is wrong, missing, or the folder is damaged; `keys-incomplete`
 */
export async function openKeyRing(deps: KeyRingDeps): Promise<KeyRing> {
  const root = await openRootSecret(deps)
  const store = rememberingKeyStore(encryptedFileKeyStore(deps.keysDir, root))
  const { publicUrl } = deps
  return {
    publicUrl,
    store,
    async issuerFor(db, organisationId) {
      const known = await findIssuerOf(db, organisationId, PLATFORM_SLUG)
      const row = known ?? (await createIssuer({ ...deps, store }, db, organisationId))
      const active = await activeKey(db, row.id)
      return { ...row, did: issuerDid(publicUrl, row.slug, active?.keyId) }
    },
    signingKey: (db, issuerId) => findSigningKey({ publicUrl, store }, db, issuerId),
    signingKeyOfDid: (db, did) => findSigningKeyOfDid({ publicUrl, store }, db, did),
    resolveDid: (db, did) => resolveDid(publicUrl, db, did),
    isOwnDid: (db, did) => isOwnDid(publicUrl, db, did),
    checkKeys: (db) => checkKeys(store, db),
    deriveSecret: (purpose) =>
      new Uint8Array(hkdfSync('sha256', root, '', `passerelle/derived/${purpose}`, 32)),
  }
}

/** Keeps opened keys in memory: signing must not read and decrypt a file each time. */
function rememberingKeyStore(files: KeyStore): KeyStore {
  const opened = new Map<string, string>()
  return {
    async put(keyId, secret) {
      await files.put(keyId, secret)
      opened.set(keyId, secret)
    },
    async get(keyId) {
      const known = opened.get(keyId)
      if (known !== undefined) return known
      const secret = await files.get(keyId)
      if (secret !== undefined) opened.set(keyId, secret)
      return secret
    },
  }
}
