import { findOrganisationBySlug } from '../../access/organisations/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import { issuerSlug, PLATFORM_SLUG } from './issuer.ts'
import type { KeyRing } from './key-ring.ts'
import { findIssuerBySlug, type IssuerRow } from './store.ts'

/**
 * The issuer with this slug. There is one for the platform and one per structure: one that has signed nothing yet is
 * made now.
 * @throws AppError `not-found` when there is no such structure
 */
export async function requireIssuer(db: Db, ring: KeyRing, slug: string): Promise<IssuerRow> {
  const known = await findIssuerBySlug(db, slug)
  if (known !== undefined) return known
  if (slug === PLATFORM_SLUG) return ring.issuerFor(db, null)
  const organisation = await findOrganisationBySlug(db, slug)
  // one that closed before it ever signed gets no key any more
  if (organisation?.closedAt !== null || issuerSlug(organisation.slug) !== slug)
    throw new AppError('not-found')
  return ring.issuerFor(db, organisation.id)
}
