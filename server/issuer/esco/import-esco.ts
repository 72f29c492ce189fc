import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../../access/audit/index.ts'
import { readSkillsFile } from './read-skills-file.ts'
import { replaceSkills, type EscoImport } from './store.ts'

export interface EscoDeps {
  readonly db: Db
  readonly clock: Clock
}

/**
 * Takes the skills of an official ESCO file in one language; those that were there in it are replaced, all or none.
 * Frameworks keep the words they were written with.
 * @throws AppError `forbidden`, and what is wrong with the file ({@link readSkillsFile})
 */
export async function importEsco(
  deps: EscoDeps,
  actor: Actor,
  input: { readonly bytes: Uint8Array; readonly language: Locale; readonly version: string },
): Promise<EscoImport> {
  requireAdmin(actor)
  const skills = readSkillsFile(input.bytes)
  const at = deps.clock.now()
  const { language, version } = input
  const imported = {
    language,
    version,
    skills: skills.length,
    importedAt: isoInstant(at),
    edition: newId<string>(),
  }
  await deps.db.transaction(async (trx) => {
    await replaceSkills(trx, skills, imported)
    await recordEvent(trx, {
      at,
      actor,
      action: 'esco.imported',
      subject: { type: 'esco', id: language },
      details: { version, skills: skills.length },
    })
  })
  return imported
}
