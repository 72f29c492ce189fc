import { findOrganisation } from '../../access/organisations/index.ts'
import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, type IssuerId, type OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { issuerSlug, PLATFORM_SLUG } from './issuer.ts'
import type { KeyStore } from './key-store.ts'
import { findIssuerOf, insertActiveKey, insertIssuer, type IssuerRow } from './store.ts'

const SERVER: Actor = { kind: 'system', name: 'passerelle' }

export interface CreateIssuerDeps {
  readonly store: KeyStore
  readonly clock: Clock
}

/**
 * Makes the issuer of a structure, or of the platform (null), with its first key. When two requests try at once, one
 * issuer comes out of it. The private key is stored before the row that needs it: a crash between the two leaves an
 * unused file, never an issuer without key.
 */
export async function createIssuer(
  deps: CreateIssuerDeps,
  db: Db,
  organisationId: OrganisationId | null,
): Promise<IssuerRow> {
  const slug = await slugOf(db, organisationId)
  const keyId = await deps.store.create()
  const issuer: IssuerRow = { id: newId<IssuerId>(), organisationId, slug }
  const at = deps.clock.now()
  await db.transaction(async (trx) => {
    if (!(await insertIssuer(trx, issuer, isoInstant(at)))) return
    await insertActiveKey(trx, keyId, issuer.id, isoInstant(at))
    await recordEvent(trx, {
      at,
      actor: SERVER,
      action: 'issuer.created',
      ...(organisationId === null ? {} : { organisationId }),
      subject: { type: 'issuer', id: issuer.id },
      details: { slug, keyId },
    })
  })
  const found = await findIssuerOf(db, organisationId, PLATFORM_SLUG)
  if (found === undefined) throw new AppError('already-exists')
  return found
}

async function slugOf(db: Db, organisationId: OrganisationId | null): Promise<string> {
  if (organisationId === null) return PLATFORM_SLUG
  const organisation = await findOrganisation(db, organisationId)
  if (organisation === undefined) throw new AppError('not-found')
  return issuerSlug(organisation.slug)
}
