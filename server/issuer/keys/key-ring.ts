import { hkdfSync } from 'node:crypto'
import type { Clock } from '../../kernel/clock.ts'
import type { IssuerId, OrganisationId } from '../../kernel/ids.ts'
import type { KeyStoreSettings } from '../../platform/config/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import { checkKeys, type UnusableKey } from './check-keys.ts'
import { createIssuer } from './create-issuer.ts'
import { isOwnDid, issuerDid, resolveDid } from './issuer-did.ts'
import { PLATFORM_SLUG, type Issuer, type RingKey } from './issuer.ts'
import type { KeyStore } from './key-store.ts'
import { openKeyStore } from './open-key-store.ts'
import { openRootSecret } from './open-root-secret.ts'
import {
  findSigningKey,
  findSigningKeyOfDid,
  findStatusListSigner,
  type StatusListSigner,
} from './signing-keys.ts'
import { activeKey, findIssuerOf } from './store.ts'

export interface KeyRingDeps {
  readonly keysDir: string
  readonly passphrase?: string
  /** Where keys rest; encrypted files in `keysDir` unless told. The root secret is always there. */
  readonly keyStore?: KeyStoreSettings
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
   * retired or not, because nothing else can. Throws `key-missing` when there is none, `key-compromised`.
   */
  signingKeyOfDid(db: Db, did: string): Promise<RingKey>
  /**
   * The same for the status lists of `did`. A compromised `did:key` may do this one thing still: others cannot learn that
   * it was compromised, and only by its lists can we tell them what we withdrew. Nobody here believes a list for its
   * signature: ours are the bytes we hold.
   */
  statusListSigner(db: Db, did: string): Promise<StatusListSigner>
  /** The DID document of one of our issuers (did:web) or of any did:key; undefined for everybody else's. */
  resolveDid(db: Db, did: string): Promise<JsonObject | undefined>
  /** Whether `did` is one of our issuers. Whether a key of it may be believed is another question: its document's. */
  isOwnDid(db: Db, did: string): Promise<boolean>
  /** The active keys of the database that cannot be opened: the folder was lost, or is another installation's. */
  checkKeys(db: Db): Promise<UnusableKey[]>
  /** 32 bytes of their own for a purpose, the same at every start of this installation (slips, CSRF). */
  deriveSecret(purpose: string): Uint8Array
}

/**
 * Opens the keys folder, making what is missing on the first run.
 * @throws AppError `keys-locked` when the passphrase is wrong, missing, or the folder is damaged; `keys-incomplete`;
 * `configuration-invalid` when the file with the token's PIN cannot be read
 */
export async function openKeyRing(deps: KeyRingDeps): Promise<KeyRing> {
  const root = await openRootSecret(deps)
  const store = await openKeyStore(deps, root)
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
    statusListSigner: (db, did) => findStatusListSigner({ publicUrl, store }, db, did),
    resolveDid: (db, did) => resolveDid(publicUrl, db, did),
    isOwnDid: (db, did) => isOwnDid(publicUrl, db, did),
    checkKeys: (db) => checkKeys(store, db),
    deriveSecret: (purpose) =>
      new Uint8Array(hkdfSync('sha256', root, '', `passerelle/derived/${purpose}`, 32)),
  }
}
