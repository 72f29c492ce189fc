import type { Db } from '../../platform/db/index.ts'
import { didKeyOf, type JsonObject } from '../../vc/index.ts'
import { issuerDid, resolveDid } from './issuer-did.ts'
import { formerPublicUrls } from './public-url-store.ts'
import { allIssuers, keysOf } from './store.ts'

/**
 * Every DID that platform and structures ever signed under, with the document it has now: a `did:web` for each public
 * https URL there was, and the `did:key` of each key, for what was signed before there was one.
 */
export async function listIssuerDocuments(
  deps: { readonly publicUrl: string },
  db: Db,
): Promise<{ readonly did: string; readonly document: JsonObject }[]> {
  const origins = [deps.publicUrl, ...(await formerPublicUrls(db, deps.publicUrl))]
  const published = origins.filter((origin) => origin.startsWith('https://'))
  const found: { did: string; document: JsonObject }[] = []
  for (const issuer of await allIssuers(db)) {
    const names = published.map((origin) => issuerDid(origin, issuer.slug, undefined))
    const keys = (await keysOf(db, issuer.id)).map(({ keyId }) => didKeyOf(keyId))
    for (const did of [...names, ...keys]) {
      const document = await resolveDid(deps.publicUrl, db, did)
      if (document !== undefined) found.push({ did, document })
    }
  }
  return found
}
