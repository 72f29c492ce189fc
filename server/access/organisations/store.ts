import { z } from 'zod'
import type { OrganisationId } from '../../kernel/ids.ts'
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
  }))

export async function insertOrganisation(db: Db, organisation: Organisation): Promise<void> {
  await db('organisations').insert({
    id: organisation.id,
    slug: organisation.slug,
    name: organisation.name,
    public_label: organisation.publicLabel,
    kind: organisation.kind,
    siret: organisation.siret,
    town: organisation.town,
    contact_email: organisation.contactEmail,
    contact_url: organisation.contactUrl,
    created_at: organisation.createdAt,
    closed_at: organisation.closedAt,
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

export async function slugsLike(db: Db, slug: string): Promise<string[]> {
  const rows = z
    .array(z.object({ slug: z.string() }))
    .parse(await db('organisations').where('slug', 'like', `${slug}%`).select('slug'))
  return rows.map((found) => found.slug)
}
