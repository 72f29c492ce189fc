import { findOrganisation, publicNameOf } from '../../access/organisations/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import type { IssuerProfile } from '../credentials/index.ts'
import type { Issuer } from '../keys/index.ts'

/** How an issuer presents itself in what it signs: the structure's public name, or the platform's. */
export async function issuerProfile(
  db: Db,
  deps: { publicUrl: string; platformName: string },
  issuer: Issuer,
): Promise<IssuerProfile> {
  if (issuer.organisationId === null) return { did: issuer.did, name: deps.platformName, url: deps.publicUrl }
  const organisation = await findOrganisation(db, issuer.organisationId)
  if (organisation === undefined) throw new AppError('not-found')
  return {
    did: issuer.did,
    name: publicNameOf(organisation),
    countryCode: 'FR',
    ...(organisation.contactUrl ? { url: organisation.contactUrl } : {}),
    ...(organisation.contactEmail ? { email: organisation.contactEmail } : {}),
  }
}
