import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, type OrganisationId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { slugOf, type Organisation, type OrganisationKind } from './organisation.ts'
import { findOpenOrganisationByName } from './find-organisation.ts'
import { insertOrganisation, slugsLike } from './store.ts'

export interface CreateOrganisationDeps {
  /** A transaction is one too: the structure is then made inside it. */
  readonly db: Db
  readonly clock: Clock
}

export interface NewOrganisation {
  readonly name: string
  readonly kind: OrganisationKind
  readonly publicLabel?: string | undefined
  readonly siret?: string | undefined
  readonly town?: string | undefined
  readonly contactEmail?: string | undefined
  readonly contactUrl?: string | undefined
}

/** Slugs that mean something else: the platform's own issuer. */
const RESERVED = ['platform']

/**
 * Adds a structure to the network; admins and the operator only.
 * @throws AppError `forbidden`, `already-exists` when a structure has that name
 */
export async function createOrganisation(
  deps: CreateOrganisationDeps,
  actor: Actor,
  input: NewOrganisation,
): Promise<Organisation> {
  requireAdmin(actor)
  return addOrganisation(deps, actor, input)
}

/** {@link createOrganisation} for a caller who has checked that the actor may. @throws AppError `already-exists` */
export async function addOrganisation(
  deps: CreateOrganisationDeps,
  actor: Actor,
  input: NewOrganisation,
): Promise<Organisation> {
  const at = deps.clock.now()
  return deps.db.transaction(async (trx) => {
    if ((await findOpenOrganisationByName(trx, input.name)) !== undefined) throw nameTaken()
    const organisation: Organisation = {
      id: newId<OrganisationId>(),
      // printed in its DID and so in every credential: it must reveal no more than the public label
      slug: await freeSlug(trx, slugOf(input.publicLabel ?? input.name)),
      name: input.name.trim(),
      publicLabel: input.publicLabel ?? null,
      kind: input.kind,
      siret: input.siret ?? null,
      town: input.town ?? null,
      contactEmail: input.contactEmail ?? null,
      contactUrl: input.contactUrl ?? null,
      createdAt: isoInstant(at),
      closedAt: null,
      succeededBy: null,
    }
    await insertOrganisation(trx, organisation).catch((error: unknown) => {
      throw isUniqueViolation(error) ? nameTaken() : error
    })
    await recordEvent(trx, {
      at,
      actor,
      action: 'organisation.created',
      organisationId: organisation.id,
      subject: { type: 'organisation', id: organisation.id },
      details: { slug: organisation.slug },
    })
    return organisation
  })
}

/** Another open structure has the name. */
export const nameTaken = (): AppError =>
  new AppError('already-exists', {}, [{ field: 'name', message: 'fields.organisationExists' }])

async function freeSlug(db: Db, wanted: string): Promise<string> {
  const taken = new Set([...RESERVED, ...(await slugsLike(db, wanted))])
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}
