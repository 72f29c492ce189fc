import { z } from 'zod'
import { newId, type OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { ORGANISATION_KINDS, type Organisation } from './organisation.ts'

const row = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    public_label: z.string().nullable(),
    kind: z.enum(ORGANISATION_KINDS),
    siret: z.string().nullable(),
    town: z.string().nullable(),
    contact_email: z.string().nullable(),
    contact_url: z.string().nullable(),
    created_at: z.string(),
    closed_at: z.string().nullable(),
    succeeded_by: z.string().nullable(),
  })
  .transform((values): Organisation => ({
    id: values.id as OrganisationId,
    slug: values.slug,
    name: values.name,
    publicLabel: values.public_label,
    kind: values.kind,
    siret: values.siret,
    town: values.town,
    contactEmail: values.contact_email,
    contactUrl: values.contact_url,
    createdAt: values.created_at,
    closedAt: values.closed_at,
    succeededBy: values.succeeded_by as OrganisationId | null,
  }))

export async function insertOrganisation(db: Db, organisation: Organisation): Promise<void> {
  await db('organisations').insert({
    id: organisation.id,
    slug: organisation.slug,
    created_at: organisation.createdAt,
    kind: organisation.kind,
    siret: organisation.siret,
    town: organisation.town,
    ...presentation(organisation),
    ...life(organisation),
  })
}

export async function selectOrganisation(
  db: Db,
  which: { id: OrganisationId } | { slug: string },
): Promise<Organisation | undefined> {
  return z.array(row).parse(await db('organisations').where(which))[0]
}

export async function selectOrganisations(db: Db): Promise<Organisation[]> {
  return z.array(row).parse(await db('organisations'))
}

/**
 * Reads the structure; on PostgreSQL its row then waits for nobody else until the transaction ends (SQLite has one
 * writer anyway). `to: 'use'` may be held by many at once, and keeps it from being closed meanwhile.
 */
export async function lockOrganisation(
  trx: Db,
  id: OrganisationId,
  to: 'change' | 'use',
): Promise<Organisation | undefined> {
  const query = trx('organisations').where({ id })
  return z.array(row).parse(await (to === 'change' ? query.forUpdate() : query.forShare()))[0]
}

const presentation = (organisation: Organisation) => ({
  name: organisation.name,
  public_label: organisation.publicLabel,
  contact_email: organisation.contactEmail,
  contact_url: organisation.contactUrl,
})

const life = (organisation: Organisation) => ({
  closed_at: organisation.closedAt,
  succeeded_by: organisation.succeededBy,
})

/** How it presents itself: name, label, contact. Neither slug nor DID. */
export async function updatePresentation(trx: Db, organisation: Organisation): Promise<void> {
  await trx('organisations').where({ id: organisation.id }).update(presentation(organisation))
}

/** What a register says of it; what is undefined stays. */
export async function updateFacts(
  trx: Db,
  id: OrganisationId,
  facts: {
    readonly siret?: string | undefined
    readonly town?: string | undefined
    readonly contactEmail?: string | undefined
    readonly contactUrl?: string | undefined
  },
): Promise<void> {
  await trx('organisations').where({ id }).update({
    siret: facts.siret,
    town: facts.town,
    contact_email: facts.contactEmail,
    contact_url: facts.contactUrl,
  })
}

/** Open, closed, or taken over. */
export async function updateLife(trx: Db, organisation: Organisation): Promise<void> {
  await trx('organisations').where({ id: organisation.id }).update(life(organisation))
}

export async function insertFormerName(trx: Db, organisation: Organisation, until: string): Promise<void> {
  await trx('former_names').insert({
    id: newId(),
    organisation_id: organisation.id,
    name: organisation.name,
    public_label: organisation.publicLabel,
    until,
  })
}

export interface FormerName {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly publicLabel: string | null
}

/** Every name some structure had, the newest first. */
export async function selectFormerNames(db: Db): Promise<FormerName[]> {
  const rows = z
    .array(z.object({ organisation_id: z.string(), name: z.string(), public_label: z.string().nullable() }))
    .parse(await db('former_names').orderBy('until', 'desc'))
  return rows.map((former) => ({
    organisationId: former.organisation_id as OrganisationId,
    name: former.name,
    publicLabel: former.public_label,
  }))
}

export async function slugsLike(db: Db, slug: string): Promise<string[]> {
  const rows = z
    .array(z.object({ slug: z.string() }))
    .parse(await db('organisations').where('slug', 'like', `${slug}%`).select('slug'))
  return rows.map((found) => found.slug)
}
