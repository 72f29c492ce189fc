import { z } from 'zod'
import type { Db } from '../../platform/db/index.ts'
import { ownCompetenceContent } from '../achievements/index.ts'
import type {
  CompetenceVersion,
  FrameworkId,
  OwnCompetence,
  OwnCompetenceId,
  OwnFramework,
} from './own-framework.ts'

const content = z.string().transform((json) => ownCompetenceContent.parse(JSON.parse(json)))

const frameworkRow = z
  .object({
    id: z.string(),
    name_fr: z.string(),
    name_en: z.string(),
    version: z.number(),
    published_at: z.string().nullable(),
  })
  .transform((row): OwnFramework => ({
    id: row.id as FrameworkId,
    name: { fr: row.name_fr, en: row.name_en },
    version: row.version,
    publishedAt: row.published_at,
  }))

const competenceRow = z
  .object({
    id: z.string(),
    framework_id: z.string(),
    position: z.number(),
    content,
    retired_at: z.string().nullable(),
    current_code: z.string().nullable(),
  })
  .transform((row): OwnCompetence => ({
    id: row.id as OwnCompetenceId,
    frameworkId: row.framework_id as FrameworkId,
    position: row.position,
    content: row.content,
    retiredAt: row.retired_at,
    currentCode: row.current_code,
  }))

const versionRow = z
  .object({ code: z.string(), competence_id: z.string(), version: z.number(), content })
  .transform((row): CompetenceVersion => ({
    code: row.code,
    competenceId: row.competence_id as OwnCompetenceId,
    version: row.version,
    content: row.content,
  }))

export async function insertFramework(trx: Db, framework: OwnFramework, at: string): Promise<void> {
  await trx('own_frameworks').insert({
    id: framework.id,
    name_fr: framework.name.fr,
    name_en: framework.name.en,
    version: framework.version,
    created_at: at,
  })
}

export async function selectFrameworks(db: Db): Promise<OwnFramework[]> {
  const rows: unknown[] = await db('own_frameworks').orderBy('created_at')
  return rows.map((row) => frameworkRow.parse(row))
}

export async function selectFramework(db: Db, id: string): Promise<OwnFramework | undefined> {
  const row: unknown = await db('own_frameworks').where({ id }).first()
  return row === undefined ? undefined : frameworkRow.parse(row)
}

/** Kept until the transaction ends on PostgreSQL: two people publish one after the other. */
export async function lockFramework(trx: Db, id: string): Promise<OwnFramework | undefined> {
  const row: unknown = await trx('own_frameworks').where({ id }).forUpdate().first()
  return row === undefined ? undefined : frameworkRow.parse(row)
}

export async function selectCompetences(db: Db, frameworkId: FrameworkId): Promise<OwnCompetence[]> {
  const rows: unknown[] = await db('own_competences')
    .where({ framework_id: frameworkId })
    .orderBy([{ column: 'position' }, { column: 'id' }])
  return rows.map((row) => competenceRow.parse(row))
}

export async function insertCompetence(trx: Db, competence: OwnCompetence, at: string): Promise<void> {
  await trx('own_competences').insert({
    id: competence.id,
    framework_id: competence.frameworkId,
    position: competence.position,
    content: JSON.stringify(competence.content),
    changed_at: at,
  })
}

/** Writes what may change of a competence: words, place, whether it is offered, the version that is. */
export async function updateCompetence(trx: Db, competence: OwnCompetence, at: string): Promise<void> {
  await trx('own_competences')
    .where({ id: competence.id })
    .update({
      position: competence.position,
      content: JSON.stringify(competence.content),
      retired_at: competence.retiredAt,
      current_code: competence.currentCode,
      changed_at: at,
    })
}

export async function insertVersion(trx: Db, version: CompetenceVersion, at: string): Promise<void> {
  await trx('competence_versions').insert({
    code: version.code,
    competence_id: version.competenceId,
    version: version.version,
    content: JSON.stringify(version.content),
    published_at: at,
  })
}

export async function selectVersions(db: Db): Promise<CompetenceVersion[]> {
  const rows: unknown[] = await db('competence_versions')
  return rows.map((row) => versionRow.parse(row))
}

export async function insertFrameworkVersion(
  trx: Db,
  framework: Pick<OwnFramework, 'id' | 'version'>,
  codes: readonly string[],
  at: string,
): Promise<void> {
  const { id, version } = framework
  await trx('framework_versions').insert({
    framework_id: id,
    version,
    codes: JSON.stringify(codes),
    published_at: at,
  })
  await trx('own_frameworks').where({ id }).update({ version, published_at: at })
}
