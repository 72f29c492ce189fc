import type { Db } from '../../platform/db/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import { issuerDocument } from './issuer-did.ts'
import type { KeyRing } from './key-ring.ts'
import { requireIssuer } from './require-issuer.ts'

export interface PublishDidDeps {
  readonly db: Db
  readonly ring: KeyRing
}

/**
 * The DID document of the platform or of a structure, by issuer slug. Without https (development) it is the document of
 * the `did:key` in use, so that somebody who runs this at home sees which key signs; nobody resolves it from there.
 * @throws AppError `not-found` when there is no such structure
 */
export async function publishDidDocument(deps: PublishDidDeps, slug: string): Promise<JsonObject> {
  const { db, ring } = deps
  return issuerDocument(ring.publicUrl, db, await requireIssuer(db, ring, slug))
}
