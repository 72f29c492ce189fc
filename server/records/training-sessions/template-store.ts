import { z } from 'zod'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { LOCALES } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { HALVES } from './half-day.ts'
import type { SessionTemplate, SessionTemplateId } from './session-template.ts'
import { SESSION_KINDS } from './training-session.ts'

const jsonOf = <Item extends z.ZodType>(item: Item) =>
  z.string().transform((json) => z.array(item).parse(JSON.parse(json)))

const templateRow = z
  .object({
    id: z.string().transform((id) => id as SessionTemplateId),
    organisation_id: z.string().transform((id) => id as OrganisationId),
    name: z.string(),
    kind: z.enum(SESSION_KINDS),
    title_pattern: z.string(),
    place: z
      .string()
      .nullable()
      .transform((place) => place ?? undefined),
    locale: z.enum(LOCALES),
    days: jsonOf(z.array(z.enum(HALVES))),
    competences: jsonOf(z.string()),
    trainers: jsonOf(z.string().transform((id) => id as AccountId)),
    partners: jsonOf(z.string().transform((id) => id as OrganisationId)),
  })
  .transform(({ organisation_id: organisationId, title_pattern: titlePattern, ...row }): SessionTemplate => ({
    ...row,
    organisationId,
    titlePattern,
  }))

/** The templates of these structures, by name. */
export async function selectTemplates(
  db: Db,
  organisationIds: readonly OrganisationId[],
): Promise<SessionTemplate[]> {
  const rows: unknown[] = await db('session_templates')
    .whereIn('organisation_id', [...organisationIds])
    .orderBy('name')
  return rows.map((row) => templateRow.parse(row))
}

export async function selectTemplate(db: Db, id: string): Promise<SessionTemplate | undefined> {
  const row: unknown = await db('session_templates').where({ id }).first()
  return row === undefined ? undefined : templateRow.parse(row)
}

/** Keeps a template; one of the same structure and name is written over. */
export async function upsertTemplate(trx: Db, template: SessionTemplate, at: string): Promise<void> {
  await trx('session_templates')
    .insert({
      id: template.id,
      organisation_id: template.organisationId,
      name: template.name,
      kind: template.kind,
      title_pattern: template.titlePattern,
      place: template.place ?? null,
      locale: template.locale,
      days: JSON.stringify(template.days),
      competences: JSON.stringify(template.competences),
      trainers: JSON.stringify(template.trainers),
      partners: JSON.stringify(template.partners),
      created_at: at,
      updated_at: at,
    })
    .onConflict(['organisation_id', 'name'])
    .merge([
      'kind',
      'title_pattern',
      'place',
      'locale',
      'days',
      'competences',
      'trainers',
      'partners',
      'updated_at',
    ])
}

export async function deleteTemplate(trx: Db, id: SessionTemplateId): Promise<void> {
  await trx('session_templates').where({ id }).delete()
}

/** Gives a structure's templates to another, which keeps its own where both have one of the same name. */
export async function updateTemplatesOrganisation(
  trx: Db,
  { from, into }: { readonly from: OrganisationId; readonly into: OrganisationId },
): Promise<void> {
  const known = trx('session_templates').select('name').where({ organisation_id: into })
  await trx('session_templates')
    .where({ organisation_id: from })
    .whereNotIn('name', known)
    .update({ organisation_id: into })
  await trx('session_templates').where({ organisation_id: from }).delete()
}
