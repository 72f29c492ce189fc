import type { Db } from '../../platform/db/index.ts'
import { didKeyOf } from '../../vc/index.ts'
import { issuerDid } from './issuer-did.ts'
import type { KeyListing } from './issuer.ts'
import type { KeyRing } from './key-ring.ts'
import { allIssuers, keysOf } from './store.ts'

export interface ListKeysDeps {
  readonly db: Db
  readonly ring: Pick<KeyRing, 'publicUrl'>
}

/** Every key of every issuer, by issuer, the active one first. Public parts only. */
export async function listKeys(deps: ListKeysDeps): Promise<KeyListing[]> {
  const listings: KeyListing[] = []
  for (const issuer of await allIssuers(deps.db)) {
    for (const key of await keysOf(deps.db, issuer.id)) {
      const { issuerId: _, ...shown } = key
      const did = deps.ring.publicUrl.startsWith('https://')
        ? issuerDid(deps.ring.publicUrl, issuer.slug, key.keyId)
        : didKeyOf(key.keyId)
      listings.push({ ...shown, issuer: issuer.slug, organisationId: issuer.organisationId, did })
    }
  }
  return listings
}
