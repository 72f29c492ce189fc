import { z } from 'zod'
import type { Locale } from '../../kernel/locale.ts'
import { insertRows, type Db } from '../../platform/db/index.ts'

/** A skill of ESCO in one language. */
export interface EscoLabel {
  readonly uri: string
  readonly label: string
  readonly altLabels: readonly string[]
}

/** What was imported in a language. */
export interface EscoImport {
  readonly language: Locale
  /** The version the file was said to be of. */
  readonly version: string
  readonly skills: number
  readonly importedAt: string
  /** Another one at each import. */
  readonly edition: string
}

const SEPARATOR = '\n'

const labelRow = z
  .object({ uri: z.string(), label: z.string(), alt_labels: z.string() })
  .transform((row): EscoLabel => ({
    uri: row.uri,
    label: row.label,
    altLabels: row.alt_labels === '' ? [] : row.alt_labels.split(SEPARATOR),
  }))

/** Replaces a language's skills. */
export async function replaceSkills(
  trx: Db,
  skills: readonly EscoLabel[],
  imported: EscoImport,
): Promise<void> {
  const { language } = imported
  await trx('esco_skills').where({ language }).delete()
  await insertRows(
    trx,
    'esco_skills',
    skills.map(({ uri, label, altLabels }) => ({
      language,
      uri,
      label,
      alt_labels: altLabels.join(SEPARATOR),
    })),
  )
  await trx('esco_imports')
    .insert({
      language,
      version: imported.version,
      skills: imported.skills,
      imported_at: imported.importedAt,
      edition: imported.edition,
    })
    .onConflict('language')
    .merge()
}

export async function selectSkills(db: Db, language: Locale): Promise<EscoLabel[]> {
  const rows: unknown[] = await db('esco_skills').where({ language }).select('uri', 'label', 'alt_labels')
  return rows.map((row) => labelRow.parse(row))
}

/** The skills of these addresses, in every language there is. */
export async function selectSkillsNamed(
  db: Db,
  uris: readonly string[],
): Promise<{ uri: string; language: string; label: string }[]> {
  const rows: unknown[] = await db('esco_skills').whereIn('uri', [...uris])
  const named = z.object({ uri: z.string(), language: z.string(), label: z.string() })
  return rows.map((row) => named.parse(row))
}

const importRow = z
  .object({
    language: z.string(),
    version: z.string(),
    skills: z.number(),
    imported_at: z.string(),
    edition: z.string(),
  })
  .transform((row): EscoImport => ({
    language: row.language as Locale,
    version: row.version,
    skills: row.skills,
    importedAt: row.imported_at,
    edition: row.edition,
  }))

export async function selectImports(db: Db): Promise<EscoImport[]> {
  const rows: unknown[] = await db('esco_imports').orderBy('language')
  return rows.map((row) => importRow.parse(row))
}
